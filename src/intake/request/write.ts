import { join } from "node:path";
import { fingerprint } from "../../base/index.ts";
import { columnKinds, formOf } from "../../datasets/index.ts";
import { type Column, tableSheet } from "../../report/index.ts";
import type { RuleSet } from "../../rules/index.ts";
import type { Workspace } from "../../workspace/index.ts";
import { fileName, writeHandout } from "../handout.ts";
import { type NeededColumn, type NeededDataset, neededData } from "./needs.ts";

/** What is said in every request of a round. */
export interface RequestTerms {
	/** The period that the data are to cover, in words. */
	period?: string | undefined;
	/** The day by which they are to come: 2026-06-20. */
	due?: string | undefined;
}

interface Line {
	data: string;
	item: NeededColumn;
	example: string;
}

const lineColumns: readonly Column<Line>[] = [
	{ title: "数据", width: 20, style: "text", value: ({ data }) => data },
	{
		title: "需要的列",
		width: 20,
		style: "text",
		value: ({ item }) => item.column.title,
	},
	{
		title: "必需",
		width: 8,
		style: "centre",
		value: ({ item }) => (item.required ? "必需" : "可选"),
	},
	{
		title: "填什么",
		width: 20,
		style: "text",
		value: ({ item }) => columnKinds[item.column.kind].title,
	},
	{ title: "示例", width: 22, style: "text", value: ({ example }) => example },
	{
		title: "也可用的表头",
		width: 34,
		style: "text",
		value: ({ item }) => item.column.headers.slice(0, 6).join("、"),
	},
	{
		title: "用于核对的事项",
		width: 50,
		style: "text",
		value: ({ item }) => item.rules.join("、"),
	},
];

interface Term {
	item: string;
	text: string;
}

const termColumns: readonly Column<Term>[] = [
	{ title: "项目", width: 20, style: "centre", value: ({ item }) => item },
	{ title: "要求", width: 110, style: "text", value: ({ text }) => text },
];

function termsOf(
	needed: readonly NeededDataset[],
	workspace: Workspace,
	terms: RequestTerms,
): Term[] {
	const { config } = workspace;
	const classes = new Set(
		needed.flatMap(({ dataset }) => dataset.authorisation ?? []),
	);
	return [
		{
			item: "范围",
			text: "本单位掌握的全部记录，不要只给有问题的；分乡镇、分年度存放的，每一份都给。",
		},
		{
			item: "期间",
			text:
				terms.period ??
				"见商定的期间；按月的数据每个月都要，没有记录的月份请注明。",
		},
		{
			item: "截止日",
			text: `注明数据导出的日期；能导出到 ${config.as_of} 的，导出到这一天。`,
		},
		{ item: "提供期限", text: terms.due ?? "见调取函。" },
		...[...classes].map((name) => ({
			item: "授权",
			text: `${name}：${config.authorisations[name] ?? "须先经批准，批准文号另附"}`,
		})),
		{
			item: "格式",
			text: "从原系统直接导出为 CSV（UTF-8 或 GB18030）或 .xlsx；证件号、账号、编码列用文本格式，不要在 Excel 里打开后另存。",
		},
		{
			item: "版式",
			text: "一人（一户、一笔）一行，一行表头；不合并单元格，不删改表头；列名与上表不同的不用改。",
		},
		{
			item: "必需与可选",
			text: "必需的列缺了，所列事项就不能核对；可选的列有则提供。没有的列请说明，不要用空列代替。",
		},
		{ item: "控制数", text: "随附行数、户数、金额合计，以便核对有没有漏。" },
		{
			item: "重报",
			text: "更正后重报整个文件，不要只报改动的行；文件名可以不同。",
		},
	];
}

/** Who is asked for a dataset: the departments that bidui.yaml names, else those that usually hold it. */
function departmentsOf(needed: NeededDataset, workspace: Workspace): string[] {
	const named = workspace.config.sources.flatMap((source) =>
		source.dataset === needed.dataset.name && source.from !== undefined
			? [source.from]
			: [],
	);
	return named.length > 0
		? [...new Set(named)]
		: [needed.dataset.held_by.join("或")];
}

/**
 * Writes a 数据调取清单 for every department: which data and columns the rules of the round need, which are
 * required, what each is for, and how to send them.
 * @param rules ids of the rules of the round
 * @returns the absolute paths
 */
export async function writeRequests(
	workspace: Workspace,
	set: RuleSet,
	rules: readonly string[],
	terms: RequestTerms,
): Promise<{ path: string; department: string; datasets: number }[]> {
	const byDepartment = new Map<string, NeededDataset[]>();
	for (const needed of neededData(set, rules))
		for (const department of departmentsOf(needed, workspace))
			byDepartment.set(department, [
				...(byDepartment.get(department) ?? []),
				needed,
			]);
	const { office, round, as_of: asOf } = workspace.config;
	const date = new Date(`${asOf}T00:00:00Z`);
	const workbook = async (
		department: string,
		needed: readonly NeededDataset[],
	): Promise<Uint8Array> => {
		const { writeXlsx } = await import("hucre/xlsx");
		const notes = [office, round].join("　");
		const title = `数据调取清单（${department}）`;
		const lines = needed.flatMap(({ dataset, columns }): Line[] => {
			const examples = new Map(
				formOf(dataset, () => undefined).map((item) => [
					item.column.name,
					item.example,
				]),
			);
			return columns.map((item) => ({
				data: dataset.title,
				item,
				example: examples.get(item.column.name) ?? "",
			}));
		});
		return writeXlsx({
			sheets: [
				tableSheet(
					{ name: "调取清单", title, notes, empty: "没有需要调取的数据。" },
					lineColumns,
					lines,
				).sheet,
				tableSheet(
					{ name: "提供要求", title: "提供要求", notes, empty: "" },
					termColumns,
					termsOf(needed, workspace, terms),
				).sheet,
			],
			properties: { title, creator: office, created: date, modified: date },
			defaultFont: { name: "宋体", size: 10 },
		});
	};
	const content = [...byDepartment].map(([department, needed]) => [
		department,
		needed.map(({ dataset, columns }) => [
			dataset.name,
			columns.map(({ column, required, rules: names }) => [
				column.name,
				required,
				names,
			]),
		]),
	]);
	const digest = fingerprint([asOf, terms.period, terms.due, content]);
	const paths = await writeHandout(
		join(workspace.out, `数据调取清单_${digest.slice(0, 8)}`),
		new Map(
			[...byDepartment].map(([department, needed]) => [
				`数据调取清单_${fileName(department)}.xlsx`,
				() => workbook(department, needed),
			]),
		),
	);
	return [...byDepartment].map(([department, needed], i) => ({
		path: paths[i] ?? "",
		department,
		datasets: needed.length,
	}));
}

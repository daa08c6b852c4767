import { columnKinds, storedUnit } from "../../datasets/index.ts";
import { findings } from "../../ingest/index.ts";
import type { InspectedTable, Inspection } from "../../nightly/index.ts";
import { maskIdentities } from "../../privacy/index.ts";
import { table } from "./table.ts";

const delimiters: Record<string, string> = {
	",": "逗号",
	"\t": "制表符",
	";": "分号",
	"|": "竖线",
};

function percent(share: number): string {
	return `${Math.round(share * 100)}%`;
}

function quality({ part }: InspectedTable, column: string): string {
	return part.quality
		.filter((item) => item.column === column)
		.map(({ code, rows }) => {
			const known = findings[code as keyof typeof findings];
			return `${known?.title ?? code} ${rows} 行`;
		})
		.join("；");
}

function tableText(view: InspectedTable): string {
	const { part, dataset, columns, sample } = view;
	const { counts } = part;
	const facts = [
		`格式 ${part.format}`,
		...(part.encoding === undefined ? [] : [`编码 ${part.encoding}`]),
		...(part.delimiter === undefined
			? []
			: [`分隔符 ${delimiters[part.delimiter] ?? part.delimiter}`]),
		part.header_row === 0 ? "列名写在数据里" : `表头第 ${part.header_row} 行`,
		`读取 ${counts.read} 行，装载 ${counts.loaded}，待核 ${counts.quarantined}，非数据 ${counts.decoration}`,
	];
	const rows = dataset.columns.map((column) => ({
		column,
		mapping: part.mapping.find((item) => item.column === column.name),
	}));
	return [
		`${part.sheet === undefined ? "" : `【${part.sheet}】`}按“${dataset.title}”（${dataset.name}）读`,
		facts.join("，"),
		"",
		table(
			[
				{ title: "列", value: ({ column }) => column.name },
				{ title: "名称", value: ({ column }) => column.title },
				{
					title: "内容",
					value: ({ column }) => columnKinds[column.kind].title,
				},
				{
					title: "文件中的表头",
					value: ({ mapping }) =>
						mapping === undefined
							? "（没有）"
							: maskIdentities(mapping.heading.replace(/\s+/g, " ")),
				},
				{
					title: "换算",
					value: ({ column, mapping }) =>
						mapping?.factor === undefined
							? ""
							: `×${mapping.factor}${storedUnit(column) ?? ""}`,
				},
				{
					title: "数据质量",
					value: ({ column }) => quality(view, column.name),
				},
			],
			rows,
		),
		...(part.unmapped.length === 0
			? []
			: [
					`没有对应的表头（原文仍保存）：${part.unmapped.map(maskIdentities).join("、")}`,
				]),
		"",
		`前 ${sample.length} 行（已归一、打码）：`,
		table(
			columns.map((column, i) => ({
				title: column.title,
				value: (row: string[]) => row[i] ?? "",
			})),
			sample,
		),
	].join("\n");
}

/** What an inspected file was understood to be, for the console. */
export function inspectionText(inspection: Inspection): string {
	const { guesses, tables, written } = inspection;
	const parts = [
		guesses.length === 0
			? "没有一个数据集的表头与这个文件相符。"
			: `像哪个数据集：\n${table(
					[
						{ title: "数据集", value: ({ dataset }) => dataset.name },
						{ title: "名称", value: ({ dataset }) => dataset.title },
						{
							title: "相符",
							value: ({ score }) => percent(score),
							right: true,
						},
						{
							title: "认得的表头",
							value: ({ mapped, headings }) => `${mapped}/${headings}`,
						},
						{ title: "缺", value: ({ missing }) => missing.join("、") },
					],
					guesses,
				)}`,
		...tables.map(tableText),
		...(written === undefined
			? []
			: [
					`已写进 bidui.yaml：来源 ${written.id}（${written.path}，数据集 ${written.dataset}）`,
				]),
	];
	return parts.join("\n\n");
}

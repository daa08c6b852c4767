import { compareCodePoints } from "../../base/index.ts";
import type { Dataset, DatasetColumn } from "../../datasets/index.ts";
import { maskText } from "../../privacy/index.ts";
import type { Part, SnapshotLine } from "../../store/index.ts";
import type { UncheckedView } from "../model.ts";
import {
	codeMessage,
	codeRemedy,
	findingWords,
	losesIdentity,
} from "../words/findings.ts";
import type { ReportInput } from "./input.ts";
import { rulesReading } from "./readers.ts";
import { columnTitle, sourceTitle } from "./sources.ts";
import { notRecheckedReason } from "./standing.ts";

type Finder = (input: ReportInput) => UncheckedView[];

function nameOf(input: ReportInput, ruleId: string): string {
	return input.rules.find((rule) => rule.id === ruleId)?.display_name ?? ruleId;
}

function readersOf(input: ReportInput, dataset: string): string[] {
	const ids = rulesReading(dataset, input.rules, input.models ?? []);
	const asked = new Set(input.outcomes.map((outcome) => outcome.id));
	return [...ids]
		.filter((id) => asked.has(id))
		.sort(compareCodePoints)
		.map((id) => nameOf(input, id));
}

function affected(input: ReportInput, dataset: string, how: string): string {
	const names = readersOf(input, dataset);
	return names.length === 0
		? "本轮比对的事项没有用到这项数据"
		: `${how}：${names.join("、")}`;
}

const rulesNotRun: Finder = (input) =>
	input.outcomes
		.filter((outcome) => outcome.status !== "ran")
		.map((outcome) => ({
			kind: "rule",
			what: nameOf(input, outcome.id),
			why: maskText(outcome.reason?.text ?? "原因未记录"),
			effect: "这一事项本次没有比对，没有列出疑点不等于没有问题",
			remedy:
				outcome.reason === undefined ? "" : codeRemedy(outcome.reason.code),
		}));

/** The last two steps of a path: enough to find a definition, the same on every machine. */
function shortPath(file: string): string {
	return file.split(/[\\/]/).slice(-2).join("/");
}

const rulesBroken: Finder = (input) =>
	(input.problems ?? [])
		.filter((item) => item.severity === "error")
		.map((item) => ({
			kind: "rule",
			what: `定义文件 ${shortPath(item.at.file ?? "")}`,
			why: maskText(item.message),
			effect: "用到这一定义的事项可能没有比对",
			remedy: maskText(item.remedy),
		}));

const rulesNarrowed: Finder = (input) =>
	input.outcomes
		.filter((outcome) => outcome.status === "ran")
		.flatMap((outcome) =>
			outcome.narrowed.map((lost) => ({
				kind: "narrowed" as const,
				what: nameOf(input, outcome.id),
				why: "缺少可选数据",
				effect: lost,
				remedy: "取得所缺数据后重新比对",
			})),
		);

const lineWords: Record<
	Exclude<SnapshotLine["type"], "part" | "duplicate" | "version">,
	(line: SnapshotLine) => { why: string; remedy: string }
> = {
	missing: () => ({
		why: "没有收到",
		remedy: "向掌握数据的部门调取后放入 sources 文件夹，再次运行",
	}),
	refused: (line) => {
		const codes = line.type === "refused" ? line.codes : [];
		const kept = line.type === "refused" && line.kept;
		return {
			why: `文件没有采用：${codes.map(codeMessage).join("；")}${kept ? "（沿用上次收到的数据）" : ""}`,
			remedy: codes
				.map(codeRemedy)
				.filter((text) => text !== "")
				.join("；"),
		};
	},
};

const sourcesLost: Finder = (input) =>
	input.snapshot.lines.flatMap((line): UncheckedView[] => {
		if (
			line.type === "part" ||
			line.type === "duplicate" ||
			line.type === "version"
		)
			return [];
		const source = input.config.sources.find((item) => item.id === line.source);
		const title = input.datasets.get(line.dataset)?.title ?? line.dataset;
		const file = line.type === "refused" ? `（${maskText(line.file)}）` : "";
		const kept = line.type === "refused" && line.kept;
		return [
			{
				kind: "source",
				what: `${sourceTitle(source, title)}${file}`,
				...lineWords[line.type](line),
				effect: affected(
					input,
					line.dataset,
					kept ? "以下事项用的是上次的数据" : "影响以下事项",
				),
			},
		];
	});

/** A source may be in several parts; what is said of it names the file and the sheet. */
function placed(input: ReportInput) {
	return input.snapshot.lines.flatMap((line) => {
		if (line.type !== "part") return [];
		const part = input.parts.get(line.key);
		if (part === undefined) return [];
		const dataset = input.datasets.get(line.dataset);
		const source = input.config.sources.find((item) => item.id === line.source);
		const sheet = line.sheet === undefined ? "" : `，工作表“${line.sheet}”`;
		const what = `${sourceTitle(source, dataset?.title ?? line.dataset)}（${maskText(line.file)}${sheet}）`;
		return [{ line, part, dataset, what }];
	});
}

const rowsQuarantined: Finder = (input) =>
	placed(input)
		.filter(({ part }) => part.counts.quarantined > 0)
		.map(({ part, line, what }) => ({
			kind: "rows",
			what,
			why: `${part.counts.quarantined} 行被隔离：${Object.entries(part.reasons)
				.map(([code, rows]) => `${findingWords(code)} ${rows} 行`)
				.join("；")}`,
			effect: affected(input, line.dataset, "这些行没有参加比对，涉及"),
			remedy: "把隔离记录发回提供数据的部门补正后重报",
		}));

/** What a part lacks in one column of identity numbers, in words; null when nothing. */
function identityGap(part: Part, column: DatasetColumn): string | null {
	const found = part.quality.filter(
		(entry) =>
			entry.column === column.name &&
			entry.rows > 0 &&
			losesIdentity(entry.code),
	);
	if (found.length === 0) return null;
	return `“${column.title}”一列：${found
		.map((entry) => `${findingWords(entry.code)} ${entry.rows} 行`)
		.join("，")}`;
}

/** Columns by which the dataset tells persons, and those that hold identity numbers at all. */
function identityColumns(dataset: Dataset): DatasetColumn[] {
	return dataset.columns.filter((column) => column.kind === "citizen_id");
}

const identitiesLost: Finder = (input) =>
	placed(input).flatMap(({ part, dataset, what, line }) =>
		dataset === undefined
			? []
			: identityColumns(dataset).flatMap((column): UncheckedView[] => {
					const lacking =
						part.absent.includes(column.name) &&
						dataset.identify_by.includes(column.name);
					const why = lacking
						? `没有“${column.title}”这一列`
						: identityGap(part, column);
					if (why === null) return [];
					return [
						{
							kind: "identity",
							what,
							why,
							effect: affected(
								input,
								line.dataset,
								"这些记录不能按证号比对，可能漏掉，涉及",
							),
							remedy: "请提供数据的部门核对补正证号",
						},
					];
				}),
	);

const totalsDiffer: Finder = (input) =>
	placed(input).flatMap(({ part, dataset, what }) =>
		part.totals
			.filter((total) => !total.agrees)
			.map((total) => ({
				kind: "totals" as const,
				what,
				why: `表中第 ${total.row} 行合计“${columnTitle(dataset, total.column)}”为 ${total.stated}，装载的记录相加为 ${total.loaded}`,
				effect: "可能少报、漏导了记录，金额不宜直接引用",
				remedy: "请提供数据的部门说明差额或重新导出",
			})),
	);

const leadsNotRechecked: Finder = (input) => {
	const counts = new Map<string, number>();
	for (const lead of input.leads) {
		if (lead.status !== "not_rechecked") continue;
		const key = `${lead.facts.rule}\u0000${notRecheckedReason(lead, input.outcomes)}`;
		counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return [...counts]
		.sort(([a], [b]) => compareCodePoints(a, b))
		.map(([key, count]) => {
			const [rule = "", reason = ""] = key.split("\u0000");
			return {
				kind: "leads",
				what: `${nameOf(input, rule)}：以前的 ${count} 条疑点`,
				why: reason,
				effect: "这些疑点本次没有复核，仍按原样列出，不能当作已经消除",
				remedy: "补齐数据后重新比对",
			};
		});
};

/** Leads whose evidence a department took away or changed when it sent its source again: each is a finding of its own. */
const evidenceResent: Finder = (input) =>
	input.leads.flatMap((lead): UncheckedView[] =>
		(lead.resent?.rows ?? []).map((row) => {
			const dataset = input.datasets.get(row.dataset);
			const source = input.config.sources.find(({ id }) => id === row.source);
			const sheet = row.sheet === undefined ? "" : `，工作表“${row.sheet}”`;
			const titles = row.columns.map((name) => columnTitle(dataset, name));
			return {
				kind: "resent",
				what: `${nameOf(input, lead.facts.rule)} ${lead.id}`,
				why: `${sourceTitle(source, dataset?.title ?? row.dataset)}（${maskText(row.file)}${sheet}）第 ${row.row} 行${row.change === "removed" ? "在重报的文件里没有了" : `在重报的文件里改了：${titles.join("、")}`}`,
				effect:
					lead.status === "gone"
						? "该疑点本次不再出现；依据变了，不等于已经查清"
						: "该疑点仍在；请对照前后两版核实",
				remedy: "请提供数据的部门书面说明改动的原因和依据；上一版原文已留存",
			};
		}),
	);

/** In the order in which a reader asks: what was not compared at all comes first. */
const finders: readonly Finder[] = [
	rulesNotRun,
	rulesBroken,
	sourcesLost,
	rulesNarrowed,
	leadsNotRechecked,
	evidenceResent,
	rowsQuarantined,
	identitiesLost,
	totalsDiffer,
];

/** 未能检查的范围: what this report cannot speak about, why, and how to close the gap. */
export function uncheckedViews(input: ReportInput): UncheckedView[] {
	return finders.flatMap((finder) => finder(input));
}

import { compareCodePoints } from "../../base/index.ts";
import type { SourceOutcome } from "../../ingest/index.ts";
import type { LeadStatus } from "../../leads/index.ts";
import type { BatchResult } from "../../nightly/index.ts";
import {
	packName,
	packOf,
	type RuleSet,
	type Severity,
	severities,
	severityWords,
} from "../../rules/index.ts";
import type { RuleOutcome } from "../../run/index.ts";
import { count, duration } from "./numbers.ts";
import { table } from "./table.ts";

const sourceStatus: Record<SourceOutcome["status"], string> = {
	loaded: "装载",
	unchanged: "沿用",
	refused: "拒收",
	missing: "未收到",
	duplicate: "重复不计",
};

const statusName: Record<LeadStatus, string> = {
	new: "新增",
	continuing: "延续",
	gone: "消失",
	not_rechecked: "未复核",
};

/** The same, with the leads that went in an earlier run. */
export const leadStatusName: Record<
	LeadStatus | "past" | "exempted" | "superseded",
	string
> = {
	...statusName,
	past: "以前消失",
	exempted: "豁免",
	superseded: "并入",
};

/** What became of each source, as a table. */
export function sourceTable(sources: readonly SourceOutcome[]): string {
	return table(
		[
			{ title: "来源", value: (row) => row.source },
			{
				title: "文件",
				value: (row) =>
					[row.file ?? "", row.sheet].filter((part) => part).join(" · "),
			},
			{ title: "结果", value: (row) => sourceStatus[row.status] },
			{ title: "读取", value: (row) => count(row.read), right: true },
			{ title: "装载", value: (row) => count(row.loaded), right: true },
			{ title: "隔离", value: (row) => count(row.quarantined), right: true },
			{ title: "非数据行", value: (row) => count(row.decoration), right: true },
			// Of the loaded rows; most rounds have none.
			...(sources.some((row) => row.corrected > 0)
				? [
						{
							title: "经更正",
							value: (row: SourceOutcome) => count(row.corrected),
							right: true,
						},
					]
				: []),
		],
		sources,
	);
}

function ruleResult(outcome: RuleOutcome): string {
	if (outcome.status === "ran")
		return outcome.narrowed.length === 0 ? "完成" : "完成，范围受限";
	return `${outcome.status === "skipped" ? "跳过" : "出错"}：${outcome.reason?.text ?? ""}`;
}

/** What became of each rule, as a table. */
export function ruleTable(
	outcomes: readonly RuleOutcome[],
	set: RuleSet,
): string {
	return table(
		[
			{ title: "规则", value: (row) => row.id },
			{
				title: "名称",
				value: (row) => set.rules.get(row.id)?.rule.display_name ?? "",
			},
			{ title: "命中", value: (row) => count(row.hits), right: true },
			{
				title: "已排除",
				value: (row) =>
					count(row.suppressed.reduce((sum, entry) => sum + entry.count, 0)),
				right: true,
			},
			{ title: "线索", value: (row) => count(row.leads), right: true },
			{
				title: "用时",
				value: (row) =>
					row.executed ? duration(row.ms) : row.status === "ran" ? "沿用" : "—",
				right: true,
			},
			{ title: "结果", value: ruleResult },
		],
		outcomes,
	);
}

/**
 * What files lack and what is lost without it, once each with the rules that it narrows; the same
 * column narrows many rules.
 * @returns no lines where nothing is narrowed
 */
export function narrowedLines(outcomes: readonly RuleOutcome[]): string[] {
	const rules = new Map<string, string[]>();
	for (const { id, narrowed } of outcomes)
		for (const text of new Set(narrowed)) {
			const known = rules.get(text);
			if (known) known.push(id);
			else rules.set(text, [id]);
		}
	if (rules.size === 0) return [];
	return [
		"\n范围受限：下列内容没有送来，补齐后可以查全（报告“未能检查的范围”里也有）：",
		...[...rules].map(([text, ids]) => `  ${text}　${ids.join("、")}`),
	];
}

/** Leads by pack and severity, one column a status. */
export function leadTable(leads: BatchResult["leads"], set: RuleSet): string {
	const groups = new Map<string, { pack: string; severity: Severity }>();
	for (const lead of leads) {
		const pack = packOf(lead.facts.rule);
		const { severity } = lead.facts;
		groups.set(`${pack} ${severities.indexOf(severity)}`, { pack, severity });
	}
	const rows = [...groups.entries()]
		.sort(([a], [b]) => compareCodePoints(a, b))
		.map(([, group]) => group);
	const countOf = (
		row: { pack: string; severity: Severity },
		status: LeadStatus,
	) =>
		count(
			leads.filter(
				(lead) =>
					lead.status === status &&
					packOf(lead.facts.rule) === row.pack &&
					lead.facts.severity === row.severity,
			).length,
		);
	return table(
		[
			{ title: "类别", value: (row) => packName(set, row.pack) },
			{ title: "级别", value: (row) => severityWords[row.severity] },
			...(Object.keys(statusName) as LeadStatus[]).map((status) => ({
				title: statusName[status],
				value: (row: (typeof rows)[number]) => countOf(row, status),
				right: true,
			})),
		],
		rows,
	);
}

/** "新增 12，延续 0，消失 0，未复核 0" */
export function leadLine(leads: BatchResult["leads"]): string {
	return (Object.keys(statusName) as LeadStatus[])
		.map(
			(status) =>
				`${statusName[status]} ${count(leads.filter((lead) => lead.status === status).length)}`,
		)
		.join("，");
}

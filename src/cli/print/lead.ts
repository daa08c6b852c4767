import type { ColumnKind } from "../../datasets/index.ts";
import type { ExemptionNote, Lead } from "../../leads/index.ts";
import { maskSubject, maskText, maskValue } from "../../privacy/index.ts";
import { strengthOf } from "../../report/index.ts";
import {
	evidenceWords,
	packName,
	packOf,
	type RuleSet,
	roleWords,
	severityWords,
} from "../../rules/index.ts";

const standingName = {
	open: "在列",
	gone: "已消失",
	not_rechecked: "未复核",
	exempted: "已豁免",
	superseded: "并入其他线索",
} as const;

/** Whom a lead or hit is about, in a cell of a table: names, masked; numbers of those without one. */
export function subjectsText(
	subjects: Lead["facts"]["subjects"],
	asOf: string,
): string {
	return subjects
		.map((subject) => {
			const { name, key } = maskSubject(subject, asOf);
			return name === "" ? key : name;
		})
		.join("、");
}

/** Whether the rule of a lead speaks for itself and what a hit is worth alone: "线索（硬）". */
export function roleOf(id: string, set: RuleSet): string {
	const rule = set.rules.get(id)?.rule;
	return rule === undefined
		? ""
		: `${roleWords[rule.role]}（${evidenceWords[rule.evidence].slice(0, 1)}）`;
}

/** "F10 已核实为谋生工具（张某，至 2026-12-31，编号 e1）" */
export function exemptionLine(note: ExemptionNote): string {
	return `${note.reason} ${maskText(note.note)}（${note.by}，至 ${note.until}，编号 ${note.id}）`;
}

/** "同一事实由 7K2M-9QPD-4T1C 列出" */
export function mergedLine({ by }: Lead): string {
	return by === undefined ? "" : `同一事实由 ${by.join("、")} 列出`;
}

/** "张*（局长）—妻子→ 李* —持股60%→ 甲公司"; "" where the lead draws no path. */
function pathLine(path: Lead["facts"]["path"], asOf: string): string {
	return path
		.map((step) => {
			if (step.type === "edge") return `—${maskText(step.text)}→`;
			const { name, key } = maskSubject(step, asOf);
			return `${name === "" ? key : name}${step.label === null ? "" : `（${maskText(step.label)}）`}`;
		})
		.join(" ");
}

/** One lead with its evidence, masked, as text. */
export function describeLead(lead: Lead, set: RuleSet, asOf: string): string {
	const { facts } = lead;
	const rule = set.rules.get(facts.rule)?.rule;
	const lines = [
		`${lead.id}　${rule?.display_name ?? facts.rule}（${packName(set, packOf(facts.rule))}，规则 ${facts.rule}@${facts.version}）`,
		`状态：${standingName[lead.standing]}　级别：${severityWords[facts.severity]}　首次列出的截止日：${lead.since}`,
		...(lead.exemption === undefined
			? []
			: [`豁免：${exemptionLine(lead.exemption)}`]),
		...(lead.by === undefined ? [] : [mergedLine(lead)]),
		...(rule === undefined
			? []
			: [
					`作用：${roleWords[rule.role]}　证据类型：${evidenceWords[rule.evidence]}`,
				]),
		`证据强弱：${strengthOf(facts)}`,
		...facts.subjects.map((subject) => {
			const { name, key } = maskSubject(subject, asOf);
			return `${subject.role}：${name}${key === "" ? "" : `（${key}）`}`;
		}),
		...(facts.unit === null ? [] : [`单位：${facts.unit}`]),
		...(facts.amount === null ? [] : [`金额：${facts.amount} 元`]),
		...(facts.from === null
			? []
			: [`时间：${facts.from} 至 ${facts.to ?? ""}`]),
		...facts.measures.map(
			(measure) =>
				`${measure.title ?? measure.name}：${maskValue(measure.type, measure.value)}${measure.unit ?? ""}${measure.limit === undefined ? "" : `（${measure.limit.title}：${String(measure.limit.value)}）`}`,
		),
		...(facts.path.length === 0
			? []
			: [`关系路径：${pathLine(facts.path, asOf)}`]),
		...facts.downgrades.map((text) => `降级：${text}`),
		"证据：",
	];
	for (const row of lead.evidence) {
		lines.push(
			`  ${row.title}：${row.file}${row.sheet === undefined ? "" : ` 工作表“${row.sheet}”`} 第 ${row.row} 条${row.line === undefined ? "" : `（文件第 ${row.line} 行）`}`,
			`    ${row.cells
				.filter(
					(cell) => (cell.corrected ?? cell.text ?? "") !== "" || cell.text,
				)
				.map((cell) => {
					const mask = (text: string | null) =>
						maskValue(cell.kind as ColumnKind | null, text) || "空";
					return cell.corrected === undefined
						? `${cell.heading}＝${mask(cell.text)}`
						: `${cell.heading}＝${mask(cell.corrected)}（经更正，原为${mask(cell.text)}）`;
				})
				.join("；")}`,
		);
	}
	for (const row of lead.resent?.rows ?? [])
		lines.push(
			`重报变动：${row.file}${row.sheet === undefined ? "" : ` 工作表“${row.sheet}”`} 第 ${row.row} 条${row.change === "removed" ? "在重报后没有了" : `在重报后改了 ${row.columns.join("、")}`}`,
		);
	return lines.join("\n");
}

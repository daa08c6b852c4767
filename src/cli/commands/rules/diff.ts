import { exitCodeOf } from "../../../errors/index.ts";
import {
	diffRules,
	type LeadEffect,
	openLog,
	type RulesDiff,
} from "../../../nightly/index.ts";
import { severityWords } from "../../../rules/index.ts";
import { openWorkspace } from "../../../workspace/index.ts";
import type { Register } from "../../command.ts";
import {
	problemDocument,
	subjectsDocument,
} from "../../documents/documents.ts";
import { jsonOption, workspaceOption } from "../../options.ts";
import { exemptionLine, mergedLine, subjectsText } from "../../print/lead.ts";
import { count } from "../../print/numbers.ts";
import { problemLines } from "../../print/problems.ts";
import { progressLine } from "../../print/progress.ts";
import { table } from "../../print/table.ts";
import type { RulesOptions } from "./shared.ts";

const effectName: Record<LeadEffect, string> = {
	add: "增加",
	drop: "减少",
	exempt: "豁免",
	merge: "并入",
	change: "内容变化",
	uncheck: "未复核",
	keep: "不变",
};

const effects = Object.keys(effectName) as LeadEffect[];

/** How many leads of each rule come under each effect. */
function perRule(diff: RulesDiff) {
	return diff.outcomes.map(({ id, version, status, reason }) => ({
		id,
		before: diff.versions.get(id) ?? null,
		version,
		status,
		reason: reason ?? null,
		...(Object.fromEntries(
			effects.map((effect) => [
				effect,
				diff.leads.filter(
					(entry) => entry.effect === effect && entry.lead.facts.rule === id,
				).length,
			]),
		) as Record<LeadEffect, number>),
	}));
}

type Entry = RulesDiff["leads"][number];

function entryDocument({ effect, lead }: Entry, asOf: string) {
	return {
		effect,
		id: lead.id,
		rule: lead.facts.rule,
		version: lead.facts.version,
		severity: lead.facts.severity,
		tier: lead.facts.tier,
		subjects: subjectsDocument(lead.facts.subjects, asOf),
		unit: lead.facts.unit,
		amount: lead.facts.amount,
		exemption: lead.exemption?.id ?? null,
		...(lead.by === undefined ? {} : { superseded_by: lead.by }),
	};
}

function text(diff: RulesDiff, limit: number): string {
	const rules = perRule(diff);
	const moved = diff.leads.filter(({ effect }) => effect !== "keep");
	const shown = effects.flatMap((effect) =>
		moved.filter((entry) => entry.effect === effect).slice(0, limit),
	);
	return [
		`与上次完成的运行相比（截止日 ${diff.asOf}，数据快照第 ${diff.snapshot} 号）${diff.unchanged ? "：规则、参数和豁免都没有改动" : ""}`,
		table(
			[
				{ title: "规则", value: (row) => row.id },
				{
					title: "版本",
					value: (row) =>
						row.before === null || row.before === row.version
							? row.version
							: `${row.before}→${row.version}`,
				},
				...effects.map((effect) => ({
					title: effectName[effect],
					value: (row: (typeof rules)[number]) => count(row[effect]),
					right: true,
				})),
				{
					title: "说明",
					value: (row) => row.reason?.text ?? "",
				},
			],
			rules,
		),
		...(shown.length === 0
			? []
			: [
					`\n有变化的线索${shown.length < moved.length ? `（每种最多 ${limit} 条，共 ${count(moved.length)} 条）` : ""}`,
					table(
						[
							{ title: "变化", value: (row) => effectName[row.effect] },
							{ title: "编号", value: ({ lead }) => lead.id },
							{ title: "规则", value: ({ lead }) => lead.facts.rule },
							{
								title: "级别",
								value: ({ lead }) => severityWords[lead.facts.severity],
							},
							{
								title: "对象",
								value: ({ lead }) =>
									subjectsText(lead.facts.subjects, diff.asOf),
							},
							{
								title: "金额（元）",
								value: ({ lead }) => lead.facts.amount ?? "",
								right: true,
							},
							{
								title: "说明",
								value: ({ lead }) =>
									lead.exemption === undefined
										? mergedLine(lead)
										: exemptionLine(lead.exemption),
							},
						],
						shown,
					),
				]),
		"没有写入任何线索、运行记录或报告。",
	].join("\n");
}

/** bidui rules diff: what the present definitions would do to the leads. */
export const registerRulesDiff: Register = (
	rules,
	{ out, note, signal },
	exit,
) => {
	rules
		.command("diff")
		.description(
			"改动规则、参数或豁免之后、生效之前，看线索会增加、减少、保留哪些；不写入任何结果",
		)
		.argument("[编号...]", "规则编号或规则组；不写则是每晚运行的全部规则")
		.addOption(workspaceOption())
		.option("--limit <条数>", "每种变化最多显示多少条", "20")
		.addOption(jsonOption())
		.addHelpText("after", "\n例：bidui rules diff GXB-02 -w datasets-sample")
		.action(
			async (asked: string[], options: RulesOptions & { limit: string }) => {
				const workspace = openWorkspace(options.workspace);
				const log = openLog(workspace.logs, "rules-diff");
				try {
					const diff = await diffRules({
						workspace,
						asked,
						signal,
						onProgress: (event) => {
							log.write("progress", event);
							const line = progressLine(event);
							if (line !== undefined) note(line);
						},
					});
					for (const line of problemLines(diff.problems)) note(line);
					if (options.json)
						out(
							JSON.stringify(
								{
									contract: "bidui/rules-diff@1",
									as_of: diff.asOf,
									snapshot: diff.snapshot,
									unchanged: diff.unchanged,
									rules: perRule(diff),
									leads: diff.leads
										.filter(({ effect }) => effect !== "keep")
										.map((entry) => entryDocument(entry, diff.asOf)),
									problems: diff.problems.map(problemDocument),
								},
								null,
								2,
							),
						);
					else out(text(diff, Number(options.limit)));
					exit(exitCodeOf(diff.problems));
				} catch (error) {
					log.write("failed", { message: (error as Error).message });
					throw error;
				} finally {
					log.close();
				}
			},
		);
};

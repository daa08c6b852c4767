import { exitCodeOf } from "../../../errors/index.ts";
import { openLog, type RuleTrial, tryRule } from "../../../nightly/index.ts";
import { maskText } from "../../../privacy/index.ts";
import { severityWords } from "../../../rules/index.ts";
import { openWorkspace } from "../../../workspace/index.ts";
import type { Register } from "../../command.ts";
import {
	problemDocument,
	ruleOutcomeDocument,
	subjectsDocument,
} from "../../documents/documents.ts";
import { asOfOption, jsonOption, workspaceOption } from "../../options.ts";
import { subjectsText } from "../../print/lead.ts";
import { count, duration } from "../../print/numbers.ts";
import { problemLines } from "../../print/problems.ts";
import { progressLine } from "../../print/progress.ts";
import { table } from "../../print/table.ts";
import type { RulesOptions } from "./shared.ts";

interface Options extends RulesOptions {
	asOf?: string;
	limit: string;
	plan?: boolean;
}

const kindName = { dataset: "数据集", model: "模型", list: "清单" } as const;

type TrialHit = RuleTrial["hits"][number];

/** The lead that a hit is or would be, masked. */
function hitDocument(hit: TrialHit, asOf: string) {
	return {
		lead: hit.lead,
		severity: hit.facts.severity,
		tier: hit.facts.tier,
		subjects: subjectsDocument(hit.facts.subjects, asOf),
		amount: hit.facts.amount,
		from: hit.facts.from,
		to: hit.facts.to,
		suppressed: hit.suppressed ?? null,
		evidence: hit.evidence,
	};
}

function summary(trial: RuleTrial): string[] {
	const { outcome } = trial;
	const rule = trial.definitions.set.rules.get(outcome.id)?.rule;
	const head = `${outcome.id}@${outcome.version}　${rule?.display_name ?? ""}　截止日 ${trial.asOf}　数据快照第 ${trial.snapshot} 号`;
	if (outcome.status !== "ran")
		return [
			head,
			`没有运行（${outcome.status === "skipped" ? "跳过" : "出错"}）：${outcome.reason?.text ?? ""}`,
		];
	const aside = outcome.suppressed.reduce((sum, item) => sum + item.count, 0);
	return [
		head,
		`命中 ${count(outcome.hits)} 行，线索 ${count(outcome.leads)} 条，已排除 ${count(aside)} 条，用时 ${duration(outcome.ms)}`,
		...outcome.suppressed.map(
			(item) => `  已排除 ${item.code} ${item.title}：${count(item.count)} 条`,
		),
		...outcome.narrowed.map((text) => `  范围受限：${text}`),
		"\n输入",
		table(
			[
				{ title: "名称", value: (row) => row.name },
				{ title: "种类", value: (row) => kindName[row.kind] },
				{ title: "中文名", value: (row) => row.title },
				{ title: "行数", value: (row) => count(row.rows), right: true },
			],
			trial.inputs,
		),
	];
}

function hitTable(hits: readonly TrialHit[], asOf: string): string {
	return table(
		[
			{ title: "线索编号", value: (hit) => hit.lead },
			{ title: "级别", value: (hit) => severityWords[hit.facts.severity] },
			{ title: "等级", value: (hit) => hit.facts.tier },
			{
				title: "对象",
				value: (hit) => subjectsText(hit.facts.subjects, asOf),
			},
			{
				title: "金额（元）",
				value: (hit) => hit.facts.amount ?? "",
				right: true,
			},
			{ title: "已排除", value: (hit) => hit.suppressed?.code ?? "" },
		],
		hits,
	);
}

/** bidui rules run: what one rule finds on the data that are loaded. */
export const registerRulesRun: Register = (
	rules,
	{ out, note, signal },
	exit,
) => {
	rules
		.command("run")
		.description(
			"在已装载的数据上试运行一条规则：命中、排除、用时、输入行数；不写入线索记录",
		)
		.argument("<编号>", "规则编号，试验状态的也可以")
		.addOption(workspaceOption())
		.addOption(asOfOption())
		.option("--limit <条数>", "最多显示多少条命中", "20")
		.option("--plan", "显示执行计划（再执行一次，标出每一步的行数和用时）")
		.addOption(jsonOption())
		.addHelpText(
			"after",
			"\n例：bidui rules run GXB-02 --limit 5 -w datasets-sample",
		)
		.action(async (id: string, options: Options) => {
			const workspace = openWorkspace(options.workspace);
			const log = openLog(workspace.logs, "rules-run");
			try {
				const trial = await tryRule({
					workspace,
					id,
					asOf: options.asOf,
					plan: options.plan ?? false,
					signal,
					onProgress: (event) => {
						log.write("progress", event);
						const line = progressLine(event);
						if (line !== undefined) note(line);
					},
				});
				const limit = Number(options.limit);
				const shown = trial.hits.slice(0, limit);
				const plan =
					trial.plan === undefined ? undefined : maskText(trial.plan);
				log.write("done", { rule: id, hits: trial.hits.length });
				if (options.json)
					out(
						JSON.stringify(
							{
								contract: "bidui/rule-run@1",
								as_of: trial.asOf,
								snapshot: trial.snapshot,
								rule: {
									...ruleOutcomeDocument(trial.outcome),
									ms: Math.round(trial.outcome.ms),
								},
								inputs: trial.inputs,
								hits: shown.map((hit) => hitDocument(hit, trial.asOf)),
								more: trial.hits.length > shown.length,
								...(plan === undefined ? {} : { plan }),
								problems: trial.problems.map(problemDocument),
							},
							null,
							2,
						),
					);
				else {
					for (const line of problemLines(trial.problems)) note(line);
					out(summary(trial).join("\n"));
					if (shown.length > 0)
						out(
							`\n命中${trial.hits.length > shown.length ? `（前 ${shown.length} 条，共 ${count(trial.hits.length)} 条）` : ""}\n${hitTable(shown, trial.asOf)}`,
						);
					if (plan !== undefined) out(`\n执行计划\n${plan}`);
				}
				exit(
					trial.outcome.status === "failed" ? 3 : exitCodeOf(trial.problems),
				);
			} catch (error) {
				log.write("failed", { rule: id, message: (error as Error).message });
				throw error;
			} finally {
				log.close();
			}
		});
};

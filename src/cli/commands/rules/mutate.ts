import { exitCodeOf } from "../../../errors/index.ts";
import {
	type MutantKind,
	type MutationReport,
	mutateRules,
} from "../../../rules/index.ts";
import type { Register } from "../../command.ts";
import { problemDocument } from "../../documents/documents.ts";
import { jsonOption, workspaceOption } from "../../options.ts";
import { problemLines } from "../../print/problems.ts";
import { chosen, open, type RulesOptions } from "./shared.ts";

const kindName: Record<MutantKind, string> = {
	"drop-condition": "去掉条件",
	"drop-join": "去掉连接条件",
	"shift-comparison": "改比较",
	"shift-value": "改数值",
	"shift-parameter": "改参数",
	"drop-suppression": "去掉排除",
	"drop-downgrade": "去掉降级",
};

function lines(report: MutationReport): string[] {
	if (report.unusable !== undefined)
		return [
			`${report.rule}　没有改动：自身的测试“${report.unusable}”未过，先用 bidui rules test ${report.rule} 查看`,
		];
	return [
		`${report.rule}　改动 ${report.mutants} 处，测试发现 ${report.killed} 处，意思相同 ${report.equivalent.length} 处，没有发现 ${report.survivors.length} 处`,
		...report.survivors.map(
			(mutant) =>
				`  [${mutant.id}] 第 ${mutant.line} 行　${kindName[mutant.kind]}：${mutant.before}${mutant.after === undefined ? "" : `\n             换成 ${mutant.after}`}`,
		),
		...report.stale.map(
			(id) =>
				`  [${id}] equivalent_mutants 中的这一条已没有对应的改动，或测试已能发现，请删去`,
		),
	];
}

/** bidui rules mutate: what the tests of rules leave open. */
export const registerRulesMutate: Register = (rules, { out, note }, exit) => {
	rules
		.command("mutate")
		.description(
			"逐处改动规则（去掉条件、连接、排除，挪动比较和数值），看自带的测试能否发现",
		)
		.argument("[编号...]", "规则编号或规则组；不写则逐条检查全部")
		.addOption(workspaceOption())
		.addOption(jsonOption())
		.addHelpText(
			"after",
			`
没有被发现的改动说明测试有缺口：补一个测试；确属意思相同的，在规则文件中写明：
  equivalent_mutants:
    - { id: 3fa92c1b, reason: 该列从不为空 }

例：bidui rules mutate GXB-02 -w datasets-sample`,
		)
		.action(async (ids: string[], options: RulesOptions) => {
			const definitions = open(options);
			const { problems } = definitions;
			for (const line of problemLines(problems)) note(line);
			const reports = await mutateRules(
				chosen(definitions, ids),
				definitions.set,
				(report) => {
					if (!options.json) out(lines(report).join("\n"));
				},
			);
			if (options.json)
				out(
					JSON.stringify(
						{
							contract: "bidui/rule-mutants@1",
							rules: reports.map((report) => ({
								...report,
								unusable: report.unusable ?? null,
							})),
							problems: problems.map(problemDocument),
						},
						null,
						2,
					),
				);
			const wanting = reports.some(
				(report) =>
					report.survivors.length > 0 ||
					report.stale.length > 0 ||
					report.unusable !== undefined,
			);
			exit(wanting ? 3 : exitCodeOf(problems));
		});
};

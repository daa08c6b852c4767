import { exitCodeOf } from "../../../errors/index.ts";
import {
	loadDefinitions,
	type RuleCoverage,
	ruleCoverage,
} from "../../../nightly/index.ts";
import { packName, packOf } from "../../../rules/index.ts";
import { openWorkspace } from "../../../workspace/index.ts";
import type { Register } from "../../command.ts";
import { problemDocument } from "../../documents/documents.ts";
import { jsonOption, workspaceOption } from "../../options.ts";
import { problemLines } from "../../print/problems.ts";
import { table } from "../../print/table.ts";
import { chosen, originName, type RulesOptions, statusName } from "./shared.ts";

const stateName: Record<RuleCoverage["state"], string> = {
	ready: "能",
	narrowed: "能，范围受限",
	missing: "不能",
	invalid: "不能",
	off: "不运行",
};

/** "不能：缺少数据：机动车登记；……" */
function coverageLine(coverage: RuleCoverage | undefined): string {
	if (coverage === undefined) return "";
	const why =
		coverage.state === "narrowed"
			? coverage.narrowed
			: coverage.reasons.map((reason) => reason.message);
	return [stateName[coverage.state], ...why].join(why.length > 0 ? "；" : "");
}

function coverageDocument(coverage: RuleCoverage | undefined) {
	if (coverage === undefined) return null;
	return {
		state: coverage.state,
		reasons: coverage.reasons.map(({ code, message, remedy }) => ({
			code,
			text: message,
			remedy,
		})),
		narrowed: coverage.narrowed,
	};
}

/** bidui rules list: the rules of a workspace. */
export const registerRulesList: Register = (rules, { out, note }, exit) => {
	rules
		.command("list")
		.description("列出规则，以及每条现在能否运行、为什么不能")
		.addOption(workspaceOption())
		.addOption(jsonOption())
		.addHelpText("after", "\n例：bidui rules list --workspace datasets-sample")
		.action(async (options: RulesOptions) => {
			const workspace = openWorkspace(options.workspace);
			const definitions = loadDefinitions(workspace);
			const coverage = await ruleCoverage(definitions, workspace);
			const { set, problems } = definitions;
			for (const line of problemLines(problems)) note(line);
			const nodes = chosen(definitions, []);
			if (options.json)
				out(
					JSON.stringify(
						{
							contract: "bidui/rules@1",
							rules: nodes.map(({ rule, origin }) => ({
								id: rule.id,
								version: rule.version,
								status: rule.status,
								pack: packOf(rule.id),
								display_name: rule.display_name,
								severity: rule.severity,
								evidence: rule.evidence,
								role: rule.role,
								question: rule.question,
								origin,
								inputs: rule.inputs.map((input) =>
									"dataset" in input
										? { dataset: input.dataset, optional: input.optional }
										: "model" in input
											? { model: input.model }
											: { list: input.list },
								),
								tests: rule.tests.length,
								coverage: coverageDocument(coverage.get(rule.id)),
							})),
							problems: problems.map(problemDocument),
						},
						null,
						2,
					),
				);
			else
				out(
					table(
						[
							{ title: "编号", value: ({ rule }) => rule.id },
							{ title: "版本", value: ({ rule }) => rule.version, right: true },
							{ title: "名称", value: ({ rule }) => rule.display_name },
							{
								title: "类别",
								value: ({ rule }) => packName(set, packOf(rule.id)),
							},
							{ title: "状态", value: ({ rule }) => statusName[rule.status] },
							{
								title: "来历",
								value: ({ origin }) => originName[origin],
							},
							{
								title: "测试",
								value: ({ rule }) => rule.tests.length,
								right: true,
							},
							{
								title: "现在能否运行",
								value: ({ rule }) => coverageLine(coverage.get(rule.id)),
							},
						],
						nodes,
					),
				);
			exit(exitCodeOf(problems));
		});
};

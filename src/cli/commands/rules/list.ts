import { exitCodeOf } from "../../../errors/index.ts";
import { packName, packOf } from "../../../rules/index.ts";
import type { Register } from "../../command.ts";
import { problemDocument } from "../../documents/documents.ts";
import { jsonOption, workspaceOption } from "../../options.ts";
import { problemLines } from "../../print/problems.ts";
import { table } from "../../print/table.ts";
import { chosen, open, type RulesOptions, statusName } from "./shared.ts";

/** bidui rules list: the rules of a workspace. */
export const registerRulesList: Register = (rules, { out, note }, exit) => {
	rules
		.command("list")
		.description("列出规则")
		.addOption(workspaceOption())
		.addOption(jsonOption())
		.addHelpText("after", "\n例：bidui rules list --workspace datasets-sample")
		.action((options: RulesOptions) => {
			const definitions = open(options);
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
								value: ({ origin }) => (origin === "local" ? "本地" : "随产品"),
							},
							{
								title: "测试",
								value: ({ rule }) => rule.tests.length,
								right: true,
							},
						],
						nodes,
					),
				);
			exit(exitCodeOf(problems));
		});
};

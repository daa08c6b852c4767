import { exitCodeOf, type Problem } from "../../../errors/index.ts";
import { loadDefinitions } from "../../../nightly/index.ts";
import { checkLock, lintNodes, readLock } from "../../../rules/index.ts";
import { nodesBelow } from "../../../run/index.ts";
import { openWorkspace } from "../../../workspace/index.ts";
import type { Register } from "../../command.ts";
import { problemDocument } from "../../documents/documents.ts";
import { jsonOption, workspaceOption } from "../../options.ts";
import { problemLines } from "../../print/problems.ts";
import { chosen, type RulesOptions } from "./shared.ts";

/** bidui rules lint: what is wrong with rules and models. */
export const registerRulesLint: Register = (rules, { out }, exit) => {
	rules
		.command("lint")
		.description(
			"检查规则和模型的写法：SQL 是否可移植、列是否存在、表述是否合规",
		)
		.argument("[编号...]", "规则编号或规则组；不写则检查全部")
		.addOption(workspaceOption())
		.addOption(jsonOption())
		.addHelpText("after", "\n例：bidui rules lint LYCT-05 -w datasets-sample")
		.action(async (ids: string[], options: RulesOptions) => {
			const workspace = openWorkspace(options.workspace);
			const definitions = loadDefinitions(workspace);
			const [shipped = ""] = workspace.rules;
			const { set } = definitions;
			const rules = chosen(definitions, ids);
			const nodes =
				ids.length === 0
					? [...set.models.values(), ...rules]
					: [...new Set(rules.flatMap((rule) => [...nodesBelow(rule, set)]))];
			const findings = await lintNodes(nodes, set);
			const problems: Problem[] = [
				...definitions.problems,
				...[...findings.values()].flat(),
				...checkLock(set, shipped, readLock(shipped)),
			];
			if (options.json)
				out(
					JSON.stringify(
						{
							contract: "bidui/lint@1",
							checked: nodes.length,
							problems: problems.map(problemDocument),
						},
						null,
						2,
					),
				);
			else
				out(
					[
						...problemLines(problems),
						`检查了 ${nodes.length} 个文件，${problems.length === 0 ? "没有问题" : `${problems.length} 处问题`}。`,
					].join("\n"),
				);
			exit(exitCodeOf(problems));
		});
};

import { join } from "node:path";
import type { EngineName } from "../../../engine/index.ts";
import { exitCodeOf } from "../../../errors/index.ts";
import {
	loadDefinitions,
	testFromLead,
	withBenches,
} from "../../../nightly/index.ts";
import { PassedTests, testRules, updateTests } from "../../../rules/index.ts";
import { openWorkspace } from "../../../workspace/index.ts";
import type { Register } from "../../command.ts";
import { problemDocument } from "../../documents/documents.ts";
import { engineOption, jsonOption, workspaceOption } from "../../options.ts";
import { problemLines } from "../../print/problems.ts";
import { chosen, type RulesOptions } from "./shared.ts";

/** bidui rules test: the inline tests of rules. */
export const registerRulesTest: Register = (rules, { out, note }, exit) => {
	rules
		.command("test")
		.description("运行规则自带的测试")
		.argument("[编号...]", "规则编号或规则组；不写则测试全部")
		.addOption(workspaceOption())
		.option(
			"--from <线索编号>",
			"把一条真实线索脱敏成一个测试，写在标准输出，粘到规则的 tests 里",
		)
		.option("--all", "上次通过、之后没有变化的测试也重新运行")
		.option("--update", "把没通过的测试的期望改成现在的结果；请逐条看过改动")
		.addOption(engineOption())
		.addOption(jsonOption())
		.addHelpText("after", "\n例：bidui rules test GXB-02 -w datasets-sample")
		.action(
			async (
				ids: string[],
				options: RulesOptions & {
					all?: boolean;
					engine?: EngineName;
					from?: string;
					update?: boolean;
				},
			) => {
				if (options.from !== undefined) {
					const made = await testFromLead(
						openWorkspace(options.workspace),
						options.from,
					);
					for (const line of problemLines(made.problems)) note(line);
					out(`# ${made.rule}\n${made.yaml}`);
					exit(
						exitCodeOf(made.problems) === 0 && made.problems.length > 0
							? 3
							: exitCodeOf(made.problems),
					);
					return;
				}
				const workspace = openWorkspace(options.workspace);
				const definitions = loadDefinitions(workspace);
				const nodes = chosen(definitions, ids);
				if (options.update === true) {
					for (const node of nodes)
						for (const name of await updateTests(node, definitions.set))
							out(`已改 ${node.name}  ${name}`);
					out("只改了 expect；请看过改动，确认规则是对的再保存。");
					exit(exitCodeOf(definitions.problems));
					return;
				}
				const outcomes = await withBenches(workspace, options.engine, (open) =>
					testRules(
						nodes,
						definitions.set,
						// What passed here says nothing of another engine.
						open === undefined
							? PassedTests.read(join(workspace.store, "tests"), options.all)
							: undefined,
						open,
					),
				);
				const held = outcomes.filter(({ unchanged }) => unchanged).length;
				const failed = outcomes.filter((outcome) => !outcome.passed);
				if (options.json)
					out(
						JSON.stringify(
							{
								contract: "bidui/rule-tests@1",
								outcomes,
								problems: definitions.problems.map(problemDocument),
							},
							null,
							2,
						),
					);
				else {
					for (const line of problemLines(definitions.problems)) note(line);
					out(
						[
							...outcomes.flatMap((outcome) => [
								`${outcome.passed ? "通过" : "未过"}  ${outcome.rule}  ${outcome.test}`,
								...outcome.findings.map((finding) => `      ${finding}`),
							]),
							`共 ${outcomes.length} 个测试，通过 ${outcomes.length - failed.length} 个，未过 ${failed.length} 个${held === 0 ? "" : `；其中 ${held} 个上次已通过，之后没有变化，没有重新运行（--all 全部重跑）`}。`,
						].join("\n"),
					);
				}
				exit(failed.length > 0 ? 3 : exitCodeOf(definitions.problems));
			},
		);
};

import {
	exitCodeOf,
	fail,
	type Problem,
	ProblemError,
	problem,
} from "../../errors/index.ts";
import { type Definitions, loadDefinitions } from "../../nightly/index.ts";
import {
	type LoadedRule,
	lintNodes,
	packName,
	packOf,
	testRules,
} from "../../rules/index.ts";
import { openWorkspace } from "../../workspace/index.ts";
import type { Register } from "../command.ts";
import { problemDocument } from "../documents/documents.ts";
import { jsonOption, workspaceOption } from "../options.ts";
import { problemLines } from "../print/problems.ts";
import { describeRule } from "../print/rule.ts";
import { table } from "../print/table.ts";

interface Options {
	workspace: string;
	json?: boolean;
}

const statusName = {
	experimental: "试验",
	test: "测试",
	stable: "正式",
	deprecated: "停用",
} as const;

function open(options: Options): Definitions {
	return loadDefinitions(openWorkspace(options.workspace));
}

/** The rules that ids or packs name; all when none is named. */
function chosen({ set }: Definitions, ids: readonly string[]): LoadedRule[] {
	const rules = [...set.rules.values()];
	const unknown = ids.filter(
		(id) => !rules.some((node) => node.name === id || packOf(node.name) === id),
	);
	if (unknown.length > 0)
		throw new ProblemError(
			unknown.map((id) => problem("rule-unknown", {}, { id })),
		);
	return rules.filter(
		(node) =>
			ids.length === 0 ||
			ids.includes(node.name) ||
			ids.includes(packOf(node.name)),
	);
}

/** bidui rules list|show|lint|test: the tools of those who write rules. */
export const registerRules: Register = (program, { out, note }, exit) => {
	const rules = program.command("rules").description("查看、检查、测试规则");

	rules
		.command("list")
		.description("列出规则")
		.addOption(workspaceOption())
		.addOption(jsonOption())
		.addHelpText("after", "\n例：bidui rules list --workspace datasets-sample")
		.action((options: Options) => {
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

	rules
		.command("show")
		.description("显示一条规则：问什么、依据、参数、输入、SQL")
		.argument("<编号>", "规则编号，如 LYCT-05")
		.addOption(workspaceOption())
		.addHelpText("after", "\n例：bidui rules show LYCT-05 -w datasets-sample")
		.action((id: string, options: Options) => {
			const { set } = open(options);
			const node = set.rules.get(id) ?? fail("rule-unknown", {}, { id });
			out(describeRule(node, set));
		});

	rules
		.command("lint")
		.description(
			"检查规则和模型的写法：SQL 是否可移植、列是否存在、表述是否合规",
		)
		.argument("[编号...]", "规则编号或规则组；不写则检查全部")
		.addOption(workspaceOption())
		.addOption(jsonOption())
		.addHelpText("after", "\n例：bidui rules lint LYCT-05 -w datasets-sample")
		.action(async (ids: string[], options: Options) => {
			const definitions = open(options);
			const { set } = definitions;
			const nodes = [
				...(ids.length === 0 ? set.models.values() : []),
				...chosen(definitions, ids),
			];
			const findings = await lintNodes(nodes, set);
			const problems: Problem[] = [
				...definitions.problems,
				...[...findings.values()].flat(),
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

	rules
		.command("test")
		.description("运行规则自带的测试")
		.argument("[编号...]", "规则编号或规则组；不写则测试全部")
		.addOption(workspaceOption())
		.addOption(jsonOption())
		.addHelpText("after", "\n例：bidui rules test GXB-02 -w datasets-sample")
		.action(async (ids: string[], options: Options) => {
			const definitions = open(options);
			const nodes = chosen(definitions, ids);
			const outcomes = await testRules(nodes, definitions.set);
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
						`共 ${outcomes.length} 个测试，通过 ${outcomes.length - failed.length} 个，未过 ${failed.length} 个。`,
					].join("\n"),
				);
			}
			exit(failed.length > 0 ? 3 : exitCodeOf(definitions.problems));
		});
};

import { type EngineName, engineNames } from "../../engine/index.ts";
import { compareEngines, type NodeParity } from "../../nightly/index.ts";
import { maskText } from "../../privacy/index.ts";
import { openWorkspace } from "../../workspace/index.ts";
import type { Register } from "../command.ts";
import {
	asOfOption,
	engineOption,
	jsonOption,
	workspaceOption,
} from "../options.ts";
import { count } from "../print/numbers.ts";
import { problemLines } from "../print/problems.ts";
import { progressLine } from "../print/progress.ts";
import { type TableColumn, table } from "../print/table.ts";

interface Options {
	workspace: string;
	engine?: EngineName;
	asOf?: string;
	json?: boolean;
}

/** Rows that only one side has, masked, one a line. */
function rowLines(title: string, rows: NodeParity["onlyHere"]): string[] {
	return rows.length === 0
		? []
		: [title, ...rows.map((row) => `    ${maskText(JSON.stringify(row))}`)];
}

function differenceLines(node: NodeParity): string[] {
	return [
		`\n${node.name}：`,
		...(node.here.reason === undefined ? [] : [`  本机：${node.here.reason}`]),
		...(node.there.reason === undefined
			? []
			: [`  另一引擎：${node.there.reason}`]),
		...rowLines("  只有本机有：", node.onlyHere),
		...rowLines("  只有另一引擎有：", node.onlyThere),
		...(node.sql === undefined
			? []
			: ["  SQL：", ...node.sql.split("\n").map((line) => `    ${line}`)]),
	];
}

function verdict({ same, here }: NodeParity): string {
	if (!same) return "不同";
	return here.digest === undefined ? "两边都没有运行" : "相同";
}

const columns: TableColumn<NodeParity>[] = [
	{ title: "名称", value: ({ name }) => name },
	{ title: "本机行数", value: ({ here }) => count(here.rows), right: true },
	{
		title: "另一引擎行数",
		value: ({ there }) => count(there.rows),
		right: true,
	},
	{ title: "摘要", value: ({ here }) => here.digest?.slice(0, 8) ?? "—" },
	{ title: "结果", value: verdict },
];

/** bidui parity: the same models and rules on two engines. */
export const registerParity: Register = (
	program,
	{ out, note, signal },
	exit,
) => {
	program
		.command("parity")
		.description("在本机和另一引擎上各运行一遍模型和规则，逐行比较结果")
		.argument("[规则...]", "规则编号或规则组；不写为 bidui.yaml 中的全部")
		.addOption(workspaceOption())
		.addOption(engineOption())
		.addOption(asOfOption())
		.addOption(jsonOption())
		.addHelpText(
			"after",
			"\n例：bidui parity --engine trino LYCT-05 -w 2026年第一轮",
		)
		.action(async (rules: string[], options: Options) => {
			const result = await compareEngines({
				workspace: openWorkspace(options.workspace),
				engine: options.engine ?? engineNames[1],
				rules,
				asOf: options.asOf,
				signal,
				onProgress: (event) => {
					const line = progressLine(event);
					if (line !== undefined) note(line);
				},
			});
			const differing = result.nodes.filter((node) => !node.same);
			if (options.json)
				out(
					JSON.stringify(
						{
							contract: "bidui/parity@1",
							as_of: result.asOf,
							snapshot: result.snapshot,
							engines: result.engines,
							nodes: result.nodes.map((node) => ({
								name: node.name,
								kind: node.kind,
								same: node.same,
								here: node.here,
								there: node.there,
							})),
						},
						null,
						2,
					),
				);
			else
				out(
					[
						table(columns, result.nodes),
						...differing.flatMap(differenceLines),
						`\n${result.engines.here} 与 ${result.engines.there}：${count(result.nodes.length)} 项中 ${count(differing.length)} 项不同`,
					].join("\n"),
				);
			const lines = problemLines(result.problems);
			if (lines.length > 0) note(`\n${lines.join("\n")}`);
			exit(differing.length === 0 ? 0 : 3);
		});
};

import { exitCodeOf } from "../../errors/index.ts";
import {
	checkWorkspaceParameters,
	importParameters,
	writeParameterTemplate,
} from "../../nightly/index.ts";
import { openWorkspace } from "../../workspace/index.ts";
import type { Register } from "../command.ts";
import { problemDocument } from "../documents/documents.ts";
import { jsonOption, workspaceOption } from "../options.ts";
import { problemLines } from "../print/problems.ts";

/** bidui params template|check|import: the parameters of a round, out to Excel and back in. */
export const registerParams: Register = (program, { out }, exit) => {
	const params = program
		.command("params")
		.description("导出、检查、导入本轮的参数（不改规则）");

	params
		.command("template")
		.description("把全部参数和分地区、分年度的参数表导出为 Excel，供填写")
		.addOption(workspaceOption())
		.option("--out <文件>", "写到哪个文件", "参数.xlsx")
		.addHelpText("after", "\n例：bidui params template -w 2026年第一轮")
		.action(async (options: { workspace: string; out: string }) => {
			await writeParameterTemplate(
				openWorkspace(options.workspace),
				options.out,
			);
			out(`已写出 ${options.out}；填好后用 bidui params import 导入。`);
		});

	params
		.command("check")
		.description("列出还没填的参数，以及因此不能运行的规则")
		.addOption(workspaceOption())
		.addOption(jsonOption())
		.addHelpText("after", "\n例：bidui params check -w 2026年第一轮")
		.action((options: { workspace: string; json?: boolean }) => {
			const { tables, problems } = checkWorkspaceParameters(
				openWorkspace(options.workspace),
			);
			if (options.json)
				out(
					JSON.stringify(
						{
							contract: "bidui/parameter-check@1",
							tables,
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
						...tables.map(
							({ title, missing, rules }) =>
								`参数表“${title}”缺少：${missing}；不能运行的规则：${rules.join("、") || "（没有）"}`,
						),
						tables.length === 0
							? "参数齐全。"
							: "用 bidui params template 导出，填好后用 bidui params import 导入。",
					].join("\n"),
				);
			exit(tables.length > 0 ? 3 : exitCodeOf(problems));
		});

	params
		.command("import")
		.description("导入填好的参数：写入 bidui.yaml 和本地参数表")
		.argument("<文件>", "bidui params template 导出、填好的 Excel")
		.addOption(workspaceOption())
		.addHelpText("after", "\n例：bidui params import 参数.xlsx -w 2026年第一轮")
		.action(async (file: string, options: { workspace: string }) => {
			const { overridden, tables } = await importParameters(
				openWorkspace(options.workspace),
				file,
			);
			out(
				`已导入：${overridden} 个参数与默认值不同${tables.length === 0 ? "" : `；参数表：${tables.join("、")}`}。`,
			);
		});
};

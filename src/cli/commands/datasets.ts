import { columnKinds } from "../../datasets/index.ts";
import { exitCodeOf, fail } from "../../errors/index.ts";
import { loadDefinitions, writeTemplate } from "../../nightly/index.ts";
import { openWorkspace } from "../../workspace/index.ts";
import type { Register } from "../command.ts";
import { workspaceOption } from "../options.ts";
import { problemLines } from "../print/problems.ts";
import { table } from "../print/table.ts";

/** bidui datasets list|show. */
export const registerDatasets: Register = (program, { out, note }, exit) => {
	const datasets = program
		.command("datasets")
		.description("查看可以装载的数据集");

	datasets
		.command("list")
		.description("列出数据集")
		.addOption(workspaceOption())
		.addHelpText("after", "\n例：bidui datasets list -w datasets-sample")
		.action((options: { workspace: string }) => {
			const workspace = openWorkspace(options.workspace);
			const { set, problems } = loadDefinitions(workspace);
			for (const line of problemLines(problems)) note(line);
			const used = new Set(
				workspace.config.sources.map((source) => source.dataset),
			);
			out(
				table(
					[
						{ title: "数据集", value: (dataset) => dataset.name },
						{ title: "名称", value: (dataset) => dataset.title },
						{
							title: "通常由谁掌握",
							value: (dataset) => dataset.held_by.join("、"),
						},
						{
							title: "列",
							value: (dataset) => dataset.columns.length,
							right: true,
						},
						{
							title: "本轮来源",
							value: (dataset) => (used.has(dataset.name) ? "有" : "—"),
						},
					],
					[...set.datasets.values()],
				),
			);
			exit(exitCodeOf(problems));
		});

	datasets
		.command("show")
		.description("显示一个数据集的列和可用的表头")
		.argument("<名称>", "数据集名称，如 dibao_person")
		.addOption(workspaceOption())
		.addHelpText(
			"after",
			"\n例：bidui datasets show dibao_person -w datasets-sample",
		)
		.action((name: string, options: { workspace: string }) => {
			const { set } = loadDefinitions(openWorkspace(options.workspace));
			const dataset =
				set.datasets.get(name) ?? fail("dataset-not-found", {}, { name });
			out(
				[
					`${dataset.name}　${dataset.title}（通常由${dataset.held_by.join("、")}掌握）`,
					table(
						[
							{ title: "列", value: (column) => column.name },
							{ title: "名称", value: (column) => column.title },
							{
								title: "内容",
								value: (column) => columnKinds[column.kind].title,
							},
							{
								title: "必需",
								value: (column) => (column.required ? "是" : ""),
							},
							{
								title: "认得的表头",
								value: (column) => column.headers.join("、"),
							},
						],
						dataset.columns,
					),
				].join("\n"),
			);
		});

	datasets
		.command("template")
		.description(
			"生成一个数据集的 Excel 填报表：表头认得，证号列是文本，附填写说明",
		)
		.argument("<名称>", "数据集名称，如 dibao_person")
		.addOption(workspaceOption())
		.option("-o, --output <文件>", "写到哪个文件（默认：数据集的中文名.xlsx）")
		.addHelpText(
			"after",
			"\n例：bidui datasets template dibao_person -o 低保人员填报表.xlsx",
		)
		.action(
			async (name: string, options: { workspace: string; output?: string }) => {
				out(
					await writeTemplate(
						openWorkspace(options.workspace),
						name,
						options.output,
					),
				);
			},
		);
};

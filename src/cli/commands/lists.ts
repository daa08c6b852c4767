import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail, ProblemError } from "../../errors/index.ts";
import {
	listNameOf,
	listWorkbook,
	readListWorkbook,
	readSheets,
	writeList,
} from "../../lists/index.ts";
import { loadDefinitions } from "../../nightly/index.ts";
import { openWorkspace } from "../../workspace/index.ts";
import type { Register } from "../command.ts";
import { workspaceOption } from "../options.ts";
import { table } from "../print/table.ts";

/** bidui lists list|export|import: lists that people keep, out to Excel and back in. */
export const registerLists: Register = (program, { out }) => {
	const lists = program
		.command("lists")
		.description("查看、导出、导入清单（关系代码、公共出口等）");

	lists
		.command("list")
		.description("列出清单、负责人和更新日期")
		.addOption(workspaceOption())
		.addHelpText("after", "\n例：bidui lists list -w datasets-sample")
		.action((options: { workspace: string }) => {
			const definitions = loadDefinitions(openWorkspace(options.workspace));
			out(
				table(
					[
						{ title: "清单", value: (list) => list.name },
						{ title: "名称", value: (list) => list.title },
						{ title: "负责人", value: (list) => list.owner },
						{ title: "更新日期", value: (list) => list.updated },
						{ title: "行", value: (list) => list.rows.length, right: true },
					],
					[...definitions.lists.values()],
				),
			);
		});

	lists
		.command("export")
		.description("把一份清单导出为 Excel，供修改")
		.argument("<清单>", "清单名称，如 kin_relation")
		.addOption(workspaceOption())
		.option("--out <文件>", "写到哪个文件；不写则以清单的中文名称为名")
		.addHelpText(
			"after",
			"\n例：bidui lists export public_egress -w 2026年第一轮",
		)
		.action(
			async (name: string, options: { workspace: string; out?: string }) => {
				const { lists: known } = loadDefinitions(
					openWorkspace(options.workspace),
				);
				const list = known.get(name) ?? fail("list-unknown", {}, { name });
				if (list.fromLog !== undefined) fail("list-from-log", {}, { name });
				const file = options.out ?? `${list.title}.xlsx`;
				if (existsSync(file)) fail("template-exists", { file });
				writeFileSync(file, await listWorkbook(list), { flag: "wx" });
				out(
					`已写出 ${file}（${list.rows.length} 行）；改好后用 bidui lists import 导入。`,
				);
			},
		);

	lists
		.command("import")
		.description("导入改好的清单，作为工作区自己的清单（随产品的不动）")
		.argument("<文件>", "bidui lists export 导出、改好的 Excel")
		.addOption(workspaceOption())
		.addHelpText("after", "\n例：bidui lists import 清单.xlsx -w 2026年第一轮")
		.action(async (file: string, options: { workspace: string }) => {
			const workspace = openWorkspace(options.workspace);
			const sheets = await readSheets(file);
			const name = listNameOf(sheets) ?? "";
			const { lists: known } = loadDefinitions(workspace);
			const list = known.get(name) ?? fail("list-unknown", { file }, { name });
			if (list.fromLog !== undefined) fail("list-from-log", { file }, { name });
			const edited = readListWorkbook(sheets, list, file);
			if (Array.isArray(edited)) throw new ProblemError(edited);
			const path = writeList(
				join(workspace.rules.at(-1) ?? "", "lists"),
				list,
				edited,
			);
			const rows = (all: readonly (readonly unknown[])[]) =>
				new Set(
					all.map((row) =>
						JSON.stringify(
							row.map((value) => (value === null ? null : String(value))),
						),
					),
				);
			const [before, after] = [rows(list.rows), rows(edited.rows)];
			const added = [...after].filter((row) => !before.has(row)).length;
			const removed = [...before].filter((row) => !after.has(row)).length;
			out(
				`已导入 ${path}：${edited.rows.length} 行，增加 ${added} 行，减少 ${removed} 行。生效前可用 bidui rules diff 看线索的变化。`,
			);
		});
};

import { existsSync, writeFileSync } from "node:fs";
import { fail } from "../../errors/index.ts";
import { listWorkbook } from "../../lists/index.ts";
import { importUnits, unitWorklist } from "../../nightly/index.ts";
import { openWorkspace } from "../../workspace/index.ts";
import type { Register } from "../command.ts";
import { workspaceOption } from "../options.ts";

/** bidui units export|import: spellings of units that nobody could place, out to Excel and back in. */
export const registerUnits: Register = (program, { out }) => {
	const units = program
		.command("units")
		.description("单位写法：导出认不出的，导入认定结果");

	units
		.command("export")
		.description(
			"把最近一次运行认不出的单位写法导出为 Excel，背后金额大的在前；在“单位代码”一列填写",
		)
		.addOption(workspaceOption())
		.option("--out <文件>", "写到哪个文件；不写则为 单位写法待认定.xlsx")
		.addHelpText("after", "\n例：bidui units export -w 2026年第一轮")
		.action(async (options: { workspace: string; out?: string }) => {
			const { list, open } = await unitWorklist(
				openWorkspace(options.workspace),
			);
			const file = options.out ?? "单位写法待认定.xlsx";
			if (existsSync(file)) fail("template-exists", { file });
			writeFileSync(file, await listWorkbook(list), { flag: "wx" });
			out(
				`已写出 ${file}：待认定 ${open} 种写法，已认定 ${list.rows.length - open} 行。填好单位代码（单位树里的代码）后用 bidui units import 导入；没有填的仍待认定。`,
			);
		});

	units
		.command("import")
		.description("导入认定结果，以后的运行照此认单位")
		.argument("<文件>", "bidui units export 导出、填好的 Excel")
		.addOption(workspaceOption())
		.addHelpText(
			"after",
			"\n例：bidui units import 单位写法待认定.xlsx -w 2026年第一轮",
		)
		.action(async (file: string, options: { workspace: string }) => {
			const { path, decided, open } = await importUnits(
				openWorkspace(options.workspace),
				file,
			);
			out(
				`已导入 ${path}：认定 ${decided} 种写法，${open} 种没有填，仍待认定。下次运行起生效。`,
			);
		});
};

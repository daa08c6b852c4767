import { exitCodeOf } from "../../errors/index.ts";
import { inspectFile } from "../../nightly/index.ts";
import { openWorkspace } from "../../workspace/index.ts";
import type { Register } from "../command.ts";
import { workspaceOption } from "../options.ts";
import { inspectionText } from "../print/inspection.ts";
import { problemLines } from "../print/problems.ts";

/** bidui inspect FILE. */
export const registerInspect: Register = (
	program,
	{ out, note, signal },
	exit,
) => {
	program
		.command("inspect")
		.description(
			"看一个文件读成了什么样：编码、表头、数据集、列的对应和数据质量",
		)
		.argument("<文件>", "要查看的文件")
		.addOption(workspaceOption())
		.option("--dataset <名称>", "按这个数据集读，不用猜")
		.option("--write", "把它作为一个来源写进 bidui.yaml（文件须在 sources 中）")
		.addHelpText(
			"after",
			"\n例：bidui inspect sources/民政局/低保人员.xlsx --write\n什么也不装载；号码、姓名在屏幕上打码。",
		)
		.action(
			async (
				file: string,
				options: { workspace: string; dataset?: string; write?: boolean },
			) => {
				const inspection = await inspectFile(
					openWorkspace(options.workspace),
					file,
					{ ...options, signal },
				);
				out(inspectionText(inspection));
				for (const line of problemLines(inspection.problems)) note(line);
				exit(
					inspection.tables.length === 0 ? 3 : exitCodeOf(inspection.problems),
				);
			},
		);
};

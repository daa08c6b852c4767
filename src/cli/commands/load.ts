import { openLog, runLoad } from "../../nightly/index.ts";
import { openWorkspace } from "../../workspace/index.ts";
import type { Register } from "../command.ts";
import { problemDocument, sourceDocument } from "../documents/documents.ts";
import {
	formDocument,
	readFormDocument,
	versionDocument,
} from "../documents/intake.ts";
import { jsonOption, workspaceOption } from "../options.ts";
import { formLines, readFormLine, versionLines } from "../print/intake.ts";
import { problemLines } from "../print/problems.ts";
import { progressLine } from "../print/progress.ts";
import { sourceTable } from "../print/summary.ts";

interface Options {
	workspace: string;
	corrections?: string[] | true;
	by?: string;
	accept?: string[];
	json?: boolean;
}

/** bidui load: only read the sources. */
export const registerLoad: Register = (
	program,
	{ out, note, signal },
	exit,
) => {
	program
		.command("load")
		.description("只装载数据来源，不运行规则")
		.addOption(workspaceOption())
		.option(
			"--corrections [表.xlsx...]",
			"先装载填好的更正表；不写文件时为 private/待核 中改过的全部",
		)
		.option("--by <姓名>", "更正由谁作出，记入更正记录（默认：当前用户）")
		.option(
			"--accept <来源id...>",
			"这些来源的重报与上一版差别再大也采用（on_change: stop 时）",
		)
		.addOption(jsonOption())
		.addHelpText(
			"after",
			[
				"",
				"例：bidui load --workspace 2026年第一轮",
				"    bidui load --corrections private/待核/dibao_person_1a2b3c4d.xlsx --by 王某",
				"读不通的行列在 private/待核 的表里（含个人信息，不打码），改好后用 --corrections 装载。",
			].join("\n"),
		)
		.action(async (options: Options) => {
			const workspace = openWorkspace(options.workspace);
			const log = openLog(workspace.logs, "load");
			try {
				const result = await runLoad({
					workspace,
					...(options.corrections === undefined
						? {}
						: { corrections: options.corrections }),
					by: options.by,
					...(options.accept === undefined ? {} : { accept: options.accept }),
					signal,
					onProgress: (event) => {
						log.write("progress", event);
						const line = progressLine(event);
						if (line !== undefined) note(line);
					},
				});
				log.write("done", { exit: result.exitCode, problems: result.problems });
				for (const line of problemLines(result.problems)) note(line);
				out(
					options.json
						? JSON.stringify(
								{
									contract: "bidui/load-result@1",
									snapshot: result.snapshot,
									sources: result.sources.map(sourceDocument),
									versions: result.versions.map(versionDocument),
									corrections: result.read.map(readFormDocument),
									forms: result.forms.map(formDocument),
									problems: result.problems.map(problemDocument),
									exit: result.exitCode,
								},
								null,
								2,
							)
						: [
								...result.read.map(readFormLine),
								sourceTable(result.sources),
								...versionLines(
									result.versions,
									result.definitions.set.datasets,
								),
								...formLines(result.forms),
							].join("\n"),
				);
				exit(result.exitCode);
			} catch (error) {
				log.write("failed", { message: (error as Error).message });
				throw error;
			} finally {
				log.close();
			}
		});
};

import { openLog, runLoad } from "../../nightly/index.ts";
import { openWorkspace } from "../../workspace/index.ts";
import type { Register } from "../command.ts";
import { problemDocument, sourceDocument } from "../documents/documents.ts";
import { jsonOption, workspaceOption } from "../options.ts";
import { problemLines } from "../print/problems.ts";
import { progressLine } from "../print/progress.ts";
import { sourceTable } from "../print/summary.ts";

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
		.addOption(jsonOption())
		.addHelpText("after", "\n例：bidui load --workspace 2026年第一轮")
		.action(async (options: { workspace: string; json?: boolean }) => {
			const workspace = openWorkspace(options.workspace);
			const log = openLog(workspace.logs, "load");
			try {
				const result = await runLoad({
					workspace,
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
									problems: result.problems.map(problemDocument),
									exit: result.exitCode,
								},
								null,
								2,
							)
						: sourceTable(result.sources),
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

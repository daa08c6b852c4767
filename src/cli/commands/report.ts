import { exitCodeOf } from "../../errors/index.ts";
import { rewriteReports } from "../../nightly/index.ts";
import { openWorkspace } from "../../workspace/index.ts";
import type { Register } from "../command.ts";
import { workspaceOption } from "../options.ts";
import { problemLines } from "../print/problems.ts";

/** bidui report: the last run's reports again. */
export const registerReport: Register = (program, { out, note }, exit) => {
	program
		.command("report")
		.description("按最近一次运行的结果重新生成报告，不重新计算")
		.addOption(workspaceOption())
		.addHelpText("after", "\n例：bidui report --workspace 2026年第一轮")
		.action(async (options: { workspace: string }) => {
			const workspace = openWorkspace(options.workspace);
			const { files, problems } = await rewriteReports(workspace);
			for (const line of problemLines(problems)) note(line);
			out(`报告：\n${files.map((file) => `  ${file}`).join("\n")}`);
			exit(exitCodeOf(problems));
		});
};

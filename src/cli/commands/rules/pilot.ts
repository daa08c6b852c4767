import { exitCodeOf } from "../../../errors/index.ts";
import { openLog, pilotRule } from "../../../nightly/index.ts";
import { openWorkspace } from "../../../workspace/index.ts";
import type { Register } from "../../command.ts";
import { asOfOption, workspaceOption } from "../../options.ts";
import { problemLines } from "../../print/problems.ts";
import { progressLine } from "../../print/progress.ts";
import type { RulesOptions } from "./shared.ts";

/** bidui rules pilot: a sample of a rule's hits, to be checked at a desk before it goes live. */
export const registerRulesPilot: Register = (
	rules,
	{ out, note, signal },
	exit,
) => {
	rules
		.command("pilot")
		.description(
			"规则上线之前，随机抽一些命中写成 Excel 供逐条试查（未脱敏，放在 private）",
		)
		.argument("<编号>", "规则编号，试验状态的也可以")
		.addOption(workspaceOption())
		.addOption(asOfOption())
		.option("--count <条数>", "抽多少条", "20")
		.addHelpText("after", "\n例：bidui rules pilot GXB-02 -w datasets-sample")
		.action(
			async (
				id: string,
				options: RulesOptions & { asOf?: string; count: string },
			) => {
				const workspace = openWorkspace(options.workspace);
				const log = openLog(workspace.logs, "rules-pilot");
				try {
					const pilot = await pilotRule({
						workspace,
						id,
						asOf: options.asOf,
						count: Math.max(1, Number(options.count) || 20),
						signal,
						onProgress: (event) => {
							log.write("progress", event);
							const line = progressLine(event);
							if (line !== undefined) note(line);
						},
					});
					log.write("drawn", { rule: id, drawn: pilot.drawn });
					for (const line of problemLines(pilot.problems)) note(line);
					out(
						pilot.outcome.status !== "ran"
							? `规则 ${id} 没有运行：${pilot.outcome.reason?.text ?? ""}`
							: pilot.file === undefined
								? `规则 ${id} 没有命中，没有可抽的。`
								: `已写出 ${pilot.file}：共 ${pilot.hits} 条，抽了 ${pilot.drawn} 条。内容未脱敏，只在 private 文件夹内使用。`,
					);
					exit(exitCodeOf(pilot.problems));
				} finally {
					log.close();
				}
			},
		);
};

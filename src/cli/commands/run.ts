import type { EngineName } from "../../engine/index.ts";
import { openLog, runBatch } from "../../nightly/index.ts";
import { openWorkspace } from "../../workspace/index.ts";
import type { Register } from "../command.ts";
import {
	exemptionDocument,
	problemDocument,
	ruleOutcomeDocument,
	sourceDocument,
} from "../documents/documents.ts";
import {
	formDocument,
	resentDocument,
	versionDocument,
} from "../documents/intake.ts";
import { leadTotals } from "../documents/totals.ts";
import {
	asOfOption,
	engineOption,
	jsonOption,
	rulesOption,
	workspaceOption,
} from "../options.ts";
import { formLines, resentLines, versionLines } from "../print/intake.ts";
import { count } from "../print/numbers.ts";
import { problemLines } from "../print/problems.ts";
import { progressLine } from "../print/progress.ts";
import {
	leadLine,
	leadTable,
	narrowedLines,
	ruleTable,
	sourceTable,
} from "../print/summary.ts";

interface Options {
	workspace: string;
	asOf?: string;
	rules: string[];
	engine?: EngineName;
	json?: boolean;
	profile?: boolean;
}

/** bidui run: the whole batch. */
export const registerRun: Register = (program, { out, note, signal }, exit) => {
	program
		.command("run")
		.description("装载数据、运行规则、更新线索、生成报告（每晚运行的就是它）")
		.addOption(workspaceOption())
		.addOption(asOfOption())
		.addOption(rulesOption())
		.addOption(engineOption())
		.addOption(jsonOption())
		.option(
			"--profile",
			"另写这次运行的用时表和时间线（在 logs/ 下），看时间花在哪里",
		)
		.addHelpText(
			"after",
			"\n例：bidui run --workspace 2026年第一轮 --as-of 2026-06-30",
		)
		.action(async (options: Options) => {
			const workspace = openWorkspace(options.workspace);
			const log = openLog(workspace.logs, "run");
			try {
				const result = await runBatch({
					workspace,
					asOf: options.asOf,
					rules: options.rules,
					profile: options.profile
						? log.file.replace(/\.ndjson$/, "-profile")
						: undefined,
					engine: options.engine,
					signal,
					onProgress: (event) => {
						log.write("progress", event);
						const line = progressLine(event);
						if (line !== undefined) note(line);
					},
				});
				const problems = problemLines(result.problems);
				log.write("done", {
					exit: result.exitCode,
					swept: result.swept,
					problems: result.problems,
					leads: leadTotals(result.leads, result.definitions.set),
				});
				if (problems.length > 0) note(`\n${problems.join("\n")}`);
				if (options.json)
					out(
						JSON.stringify(
							{
								contract: "bidui/run-result@1",
								as_of: result.asOf,
								snapshot: result.snapshot.n,
								sources: result.sources.map(sourceDocument),
								versions: result.versions.map(versionDocument),
								forms: result.forms.map(formDocument),
								rules: result.outcomes.map(ruleOutcomeDocument),
								leads: {
									...leadTotals(result.leads, result.definitions.set),
									exempted: result.exempted.length,
									superseded: result.merged.length,
								},
								resent: resentDocument(result.leads),
								exemptions: exemptionDocument(result.exemptions),
								reports: result.reports,
								profile: result.profile,
								problems: result.problems.map(problemDocument),
								exit: result.exitCode,
							},
							null,
							2,
						),
					);
				else {
					const { set } = result.definitions;
					out(
						[
							`\n${workspace.config.round}　截止日 ${result.asOf}　数据快照第 ${result.snapshot.n} 号`,
							`\n一、数据来源（${count(result.sources.length)} 个文件或工作表）`,
							sourceTable(result.sources),
							...versionLines(result.versions, set.datasets),
							...formLines(result.forms),
							`\n二、规则（${count(result.outcomes.length)} 条）`,
							ruleTable(result.outcomes, set),
							...narrowedLines(result.outcomes),
							`\n三、线索：${leadLine(result.leads)}${result.exempted.length === 0 ? "" : `；另有豁免 ${count(result.exempted.length)}（bidui leads list --exempted 列出）`}${result.merged.length === 0 ? "" : `；同一事实并入其他线索 ${count(result.merged.length)}（bidui leads list --superseded 列出）`}`,
							leadTable(result.leads, set),
							...resentLines(result.leads),
							"\n线索是需要核实的疑点，不是结论。",
							`\n报告：\n${result.reports.map((file) => `  ${file}`).join("\n")}`,
							...(result.profile.length === 0
								? []
								: [
										`用时：\n${result.profile.map((file) => `  ${file}`).join("\n")}`,
									]),
						].join("\n"),
					);
				}
				exit(result.exitCode);
			} catch (error) {
				log.write("failed", { message: (error as Error).message });
				throw error;
			} finally {
				log.close();
			}
		});
};

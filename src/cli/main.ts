import { Command, CommanderError } from "commander";
import {
	describeProblem,
	exitCodeOf,
	ProblemError,
	problem,
} from "../errors/index.ts";
import { maskText } from "../privacy/index.ts";
import type { CommandContext } from "./command.ts";
import { registerDatasets } from "./commands/datasets.ts";
import { registerDoctor } from "./commands/doctor.ts";
import { registerExplain } from "./commands/explain.ts";
import { registerInit } from "./commands/init.ts";
import { registerInspect } from "./commands/inspect.ts";
import { registerLake } from "./commands/lake.ts";
import { registerLeads } from "./commands/leads.ts";
import { registerLinks } from "./commands/links.ts";
import { registerLists } from "./commands/lists.ts";
import { registerLoad } from "./commands/load.ts";
import { registerParams } from "./commands/params.ts";
import { registerParity } from "./commands/parity.ts";
import { registerReport } from "./commands/report.ts";
import { registerRequest } from "./commands/request.ts";
import { registerRules } from "./commands/rules.ts";
import { registerRun } from "./commands/run.ts";
import { registerSources } from "./commands/sources.ts";
import { registerSql } from "./commands/sql.ts";
import { registerUnits } from "./commands/units.ts";
import { registerWhyNot } from "./commands/why-not.ts";
import { chineseHelp, translateUsage } from "./help.ts";

const registers = [
	registerRun,
	registerLoad,
	registerReport,
	registerRules,
	registerLeads,
	registerExplain,
	registerWhyNot,
	registerDatasets,
	registerLinks,
	registerLists,
	registerUnits,
	registerParams,
	registerInspect,
	registerRequest,
	registerSources,
	registerSql,
	registerLake,
	registerParity,
	registerDoctor,
	registerInit,
];

/** Help in Chinese and errors as exceptions, for a command and all below it. */
function localise(command: Command): void {
	command
		.helpOption("-h, --help", "显示帮助")
		.configureHelp(chineseHelp)
		.configureOutput({ outputError: () => {} })
		.exitOverride();
	if (command.commands.length === 0) command.helpCommand(false);
	else command.helpCommand("help [命令]", "显示命令的帮助");
	command.commands.forEach(localise);
}

/** Disk full and file size limits, wherever they strike. */
const diskFull = new Set(["ENOSPC", "EFBIG", "EDQUOT"]);

function explain(error: unknown): { text: string; exit: number } {
	if (error instanceof ProblemError)
		return {
			text: error.problems.map(describeProblem).join("\n"),
			exit: exitCodeOf(error.problems),
		};
	// A stage that is cut off throws the signal's own AbortError.
	if ((error as Error).name === "AbortError")
		return {
			text: describeProblem(problem("run-cancelled")),
			exit: exitCodeOf([problem("run-cancelled")]),
		};
	const code = (error as NodeJS.ErrnoException).code ?? "";
	const message = error instanceof Error ? error.message : String(error);
	if (
		diskFull.has(code) ||
		/No space left|File too large|disk.*full/i.test(message)
	)
		return {
			text: `错误[disk-full] 磁盘空间不足或文件大小超过限制，写不下去\n  怎么办：清理磁盘（bidui doctor 显示各文件夹占用）后重新运行；之前的结果没有改动。`,
			exit: 1,
		};
	return {
		text: `错误[internal] 程序内部出错：${message}\n  怎么办：请把 logs 文件夹中最新的日志交给维护人员；之前的结果没有改动。`,
		exit: 1,
	};
}

/**
 * Runs the command line.
 * @param args the words after the program's name
 * @returns the exit code: 0 done, 1 the run failed, 2 usage or configuration,
 *   3 done but a source was refused or a rule failed
 */
export async function main(args: readonly string[]): Promise<number> {
	const abort = new AbortController();
	const onSignal = () => {
		abort.abort();
	};
	process.once("SIGINT", onSignal);
	process.once("SIGTERM", onSignal);
	const context: CommandContext = {
		out: (text) => {
			process.stdout.write(`${text}\n`);
		},
		note: (text) => {
			process.stderr.write(`${text}\n`);
		},
		signal: abort.signal,
	};
	let code = 0;
	const program = new Command("bidui")
		.description("比对：把各部门导出的数据相互比对，列出需要核实的疑点。")
		.version("0.1.0", "-V, --version", "显示版本");
	for (const register of registers)
		register(program, context, (value) => {
			code = value;
		});
	localise(program);
	try {
		await program.parseAsync([...args], { from: "user" });
		return code;
	} catch (error) {
		if (error instanceof CommanderError) {
			if (error.exitCode === 0) return 0;
			context.note(translateUsage(error));
			return 2;
		}
		const { text, exit } = explain(error);
		context.note(maskText(text));
		return exit;
	} finally {
		process.off("SIGINT", onSignal);
		process.off("SIGTERM", onSignal);
	}
}

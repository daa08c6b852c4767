import * as z from "zod";
import { type ErrorCode, errorCodes } from "./codes/index.ts";

export const PROBLEM_CONTRACT = "bidui/error@1";

/** Where a problem lies; every part that is known is given. */
export const placeSchema = z.strictObject({
	file: z.string().optional(),
	sheet: z.string().optional(),
	line: z.int().positive().optional(),
	column: z.int().positive().optional(),
	row: z.int().positive().optional(),
	field: z.string().optional(),
});
export type Place = z.infer<typeof placeSchema>;

/** The error contract (docs/contracts/error.md). */
export const problemSchema = z.strictObject({
	code: z.enum(Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]]),
	severity: z.enum(["error", "warning"]),
	message: z.string(),
	remedy: z.string(),
	at: placeSchema,
});
export type Problem = z.infer<typeof problemSchema>;

type Values = Record<string, string | number>;

function fill(template: string, values: Values): string {
	return template.replace(/\{(\w+)\}/g, (_, name: string) =>
		String(values[name] ?? ""),
	);
}

/**
 * Makes a problem from its code; the wording comes from the table of codes.
 * @param values what the wording's {placeholders} stand for
 */
export function problem(
	code: ErrorCode,
	at: Place = {},
	values: Values = {},
): Problem {
	const entry = errorCodes[code];
	return {
		code,
		severity: entry.severity,
		message: fill(entry.message, values),
		remedy: fill(entry.remedy, values),
		at,
	};
}

/** "文件 a.csv 第 3 行": the place of a problem in words. */
export function describePlace(at: Place): string {
	const parts: string[] = [];
	if (at.file !== undefined) parts.push(at.file);
	if (at.sheet !== undefined) parts.push(`工作表“${at.sheet}”`);
	if (at.line !== undefined)
		parts.push(
			`第 ${at.line} 行${at.column === undefined ? "" : `第 ${at.column} 列`}`,
		);
	if (at.row !== undefined) parts.push(`第 ${at.row} 条记录`);
	if (at.field !== undefined) parts.push(`“${at.field}”`);
	return parts.join(" ");
}

/** One problem as the lines that a person reads on the console. */
export function describeProblem(item: Problem): string {
	const where = describePlace(item.at);
	const kind = item.severity === "error" ? "错误" : "提示";
	const lines = [
		`${kind}[${item.code}] ${where === "" ? "" : `${where}：`}${item.message}`,
	];
	if (item.remedy !== "") lines.push(`  怎么办：${item.remedy}`);
	return lines.join("\n");
}

/** Carries collected problems up to the command that prints them. */
export class ProblemError extends Error {
	readonly problems: readonly Problem[];

	constructor(problems: readonly Problem[]) {
		super(problems.map(describeProblem).join("\n"));
		this.name = "ProblemError";
		this.problems = problems;
	}
}

/** Throws a single problem. */
export function fail(
	code: ErrorCode,
	at: Place = {},
	values: Values = {},
): never {
	throw new ProblemError([problem(code, at, values)]);
}

/** Exit codes from the worst to the mildest. */
const exitOrder = [1, 2, 3] as const;

/** The exit code that a set of problems calls for; 0 when none is an error. */
export function exitCodeOf(problems: readonly Problem[]): 0 | 1 | 2 | 3 {
	const exits = problems
		.filter((item) => item.severity === "error")
		.map((item) => errorCodes[item.code].exit);
	return exitOrder.find((exit) => exits.includes(exit)) ?? 0;
}

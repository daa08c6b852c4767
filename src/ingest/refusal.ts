import {
	type ErrorCode,
	type Place,
	type Problem,
	problem,
} from "../errors/index.ts";

/** Refuses one file or sheet; the batch goes on with the next. */
export class Refusal extends Error {
	readonly problems: readonly Problem[];

	constructor(problems: readonly Problem[]) {
		super(problems.map((item) => item.message).join("\n"));
		this.name = "Refusal";
		this.problems = problems;
	}
}

/** Refuses with a single problem. */
export function refuse(
	code: ErrorCode,
	at: Place,
	values: Record<string, string | number> = {},
): never {
	throw new Refusal([problem(code, at, values)]);
}

/** Messages of a full disk or a file-size limit, from Node and from the engine. */
const DISK_FULL = [
	/ENOSPC|EFBIG|EDQUOT/,
	/no space left|disk (is )?full|file too large|quota exceeded/i,
	/could not write|failed to write|write error/i,
	/max_temp_directory_size/,
];

/** Whether an error means that nothing more can be written. */
export function isDiskFull(error: unknown): boolean {
	const text = `${(error as NodeJS.ErrnoException)?.code ?? ""} ${String((error as Error)?.message ?? error)}`;
	return DISK_FULL.some((pattern) => pattern.test(text));
}

/** The first line of an engine's or the system's message, without the values that it may quote. */
export function shortReason(error: unknown): string {
	const text = String((error as Error)?.message ?? error).split("\n")[0] ?? "";
	return maskDigits(text.replace(/'[^']*'|"[^"]*"/g, "…")).slice(0, 200);
}

/**
 * Refuses a workbook for whatever a library says of it: broken files make libraries fail in ways that
 * no list of their errors covers. What the system says (a disk, a permission) is passed on.
 */
export function refuseUnreadable(error: unknown, at: Place): never {
	const code = (error as NodeJS.ErrnoException).code;
	if (
		error instanceof Refusal ||
		(error as Error).name === "AbortError" ||
		(code !== undefined && /^E[A-Z]+$/.test(code))
	)
		throw error;
	refuse("workbook-unreadable", at, { reason: shortReason(error) });
}

/** Hides what could be an identity, phone or account number in a text for people. */
export function maskDigits(text: string): string {
	return text.replace(
		/[0-9０-９][0-9０-９Xx*]{5,}/g,
		(run) => `${run.slice(0, 2)}****`,
	);
}

/** Turns whatever stopped a file into the problems that people read. */
export function toProblems(error: unknown, at: Place): Problem[] {
	if (error instanceof Refusal) return [...error.problems];
	const reason = shortReason(error);
	const code = (error as NodeJS.ErrnoException)?.code;
	if (code !== undefined && /^E[A-Z]+$/.test(code))
		return [problem("source-unreadable", at, { reason })];
	return [problem("load-failed", at, { reason })];
}

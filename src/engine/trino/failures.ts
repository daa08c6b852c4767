import { SandboxError, type SandboxFailure } from "../types.ts";
import type { PageError } from "./page.ts";

/** A failure that Trino reports: its name, and the place in the statement where it knows one. */
export class TrinoError extends SandboxError {
	/** As Trino's error list has it: COLUMN_NOT_FOUND, EXCEEDED_LOCAL_MEMORY_LIMIT. */
	readonly errorName: string;
	readonly queryId: string;

	constructor(reason: SandboxFailure, error: PageError, queryId: string) {
		super(
			reason,
			// Its own "line 2:3" counts the line that stands before the rule's text.
			`${error.errorName}: ${error.message.replace(/^line \d+:\d+: /, "")}（查询 ${queryId}）`,
			error.errorLocation === undefined
				? undefined
				: {
						line: error.errorLocation.lineNumber,
						column: error.errorLocation.columnNumber,
					},
		);
		this.name = "TrinoError";
		this.errorName = error.errorName;
		this.queryId = queryId;
	}
}

/** Names that say more than their type does. */
const byName: Readonly<Record<string, SandboxFailure>> = {
	EXCEEDED_TIME_LIMIT: "timeout",
	EXCEEDED_CPU_LIMIT: "timeout",
	EXCEEDED_SPILL_LIMIT: "spill",
	OUT_OF_SPILL_SPACE: "spill",
	USER_CANCELED: "cancelled",
	ADMINISTRATIVELY_KILLED: "cancelled",
	ADMINISTRATIVELY_PREEMPTED: "cancelled",
};

const byType: Readonly<Record<string, SandboxFailure>> = {
	USER_ERROR: "sql",
	INSUFFICIENT_RESOURCES: "memory",
};

/** Turns the error of a page into the failure that stages know. */
export function failureOf(error: PageError, queryId: string): TrinoError {
	return new TrinoError(
		byName[error.errorName] ?? byType[error.errorType] ?? "engine",
		error,
		queryId,
	);
}

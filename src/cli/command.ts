import type { Command } from "commander";

/** What every command is given besides its own options. */
export interface CommandContext {
	/** Results: stdout. */
	out: (text: string) => void;
	/** Progress and logs: stderr. */
	note: (text: string) => void;
	/** Cancelled by Ctrl-C. */
	signal: AbortSignal;
}

/** Adds a command to the program; its action gives the exit code through `exit`. */
export type Register = (
	program: Command,
	context: CommandContext,
	exit: (code: number) => void,
) => void;

import { SandboxError, type SandboxFailure } from "../types.ts";

/** What DuckDB says when a limit is reached; the first that fits decides. */
const signs: readonly (readonly [RegExp, SandboxFailure])[] = [
	[/max_temp_directory_size|temp_directory_size|No space left/i, "spill"],
	[/^Out of Memory|could not allocate|failed to (pin|allocate)/i, "memory"],
	[/^INTERRUPT/i, "cancelled"],
];

/** Turns whatever a sandboxed query threw into a SandboxError with its reason. */
export function sandboxError(error: unknown): SandboxError {
	if (error instanceof SandboxError) return error;
	const message = error instanceof Error ? error.message : String(error);
	const reason = signs.find(([sign]) => sign.test(message))?.[1] ?? "sql";
	return new SandboxError(reason, message);
}

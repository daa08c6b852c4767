import type { DuckDBConnection } from "@duckdb/node-api";
import { SandboxError } from "../types.ts";

/** How often a stop is asked for again: one that arrives between two steps of a query is lost. */
const REPEAT_MS = 20;

export interface Bounds {
	timeoutMs: number;
	signal?: AbortSignal | undefined;
}

/**
 * Runs work on a connection and interrupts it when its time is over or the signal says so.
 * @throws SandboxError timeout or cancelled; errors of the work itself pass through
 */
export async function withStopwatch<Result>(
	connection: DuckDBConnection,
	bounds: Bounds,
	work: () => Promise<Result>,
): Promise<Result> {
	const cancelled = () => new SandboxError("cancelled", "已取消");
	if (bounds.signal?.aborted) throw cancelled();
	let reason: "timeout" | "cancelled" | undefined;
	let repeat: NodeJS.Timeout | undefined;
	const stop = (why: "timeout" | "cancelled") => {
		if (reason !== undefined) return;
		reason = why;
		connection.interrupt();
		repeat = setInterval(() => connection.interrupt(), REPEAT_MS);
	};
	const onAbort = () => stop("cancelled");
	const timer = setTimeout(() => stop("timeout"), bounds.timeoutMs);
	bounds.signal?.addEventListener("abort", onAbort, { once: true });
	const stopped = () =>
		reason === "cancelled"
			? cancelled()
			: new SandboxError(
					"timeout",
					`超过时限 ${Math.round(bounds.timeoutMs / 1000)} 秒`,
				);
	try {
		const result = await work();
		if (reason !== undefined) throw stopped();
		return result;
	} catch (error) {
		if (reason !== undefined) throw stopped();
		throw error;
	} finally {
		clearTimeout(timer);
		clearInterval(repeat);
		bounds.signal?.removeEventListener("abort", onAbort);
	}
}

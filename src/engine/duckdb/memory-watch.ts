import type { DuckDBConnection } from "@duckdb/node-api";

/** How often a sandbox at work is asked what it holds. */
const EVERY_MS = 25;

const HELD =
	"SELECT CAST(sum(memory_usage_bytes) AS DOUBLE) AS held FROM duckdb_memory()";

/**
 * Asks an instance, on a connection of its own, what memory it holds, from now until it is stopped.
 * @param tell gets every answer, in bytes
 * @returns ends the watch; once it is over the connection may be closed
 */
export function watchMemory(
	connection: DuckDBConnection,
	tell: (bytes: number) => void,
): () => Promise<void> {
	let over = false;
	let wake: (() => void) | undefined;
	const watch = async (): Promise<void> => {
		while (!over) {
			const answer = await connection.runAndReadAll(HELD);
			tell(Number(answer.getRows()[0]?.[0] ?? 0));
			await new Promise<void>((resolve) => {
				wake = resolve;
				if (over) resolve();
				else setTimeout(resolve, EVERY_MS);
			});
		}
	};
	const done = watch();
	return () => {
		over = true;
		wake?.();
		return done;
	};
}

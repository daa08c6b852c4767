import type { NodeEngine } from "../types.ts";
import { duckdb } from "./binding.ts";
import { explainSelect, runSelect, runToParquet } from "./sandbox.ts";

/** The engine and its version: part of the key of everything that it made. */
export function engineVersion(): string {
	return `duckdb-${duckdb().version()}`;
}

/** DuckDB as the place where models and rules run: every job in a sandbox of its own. */
export function localNodes(): NodeEngine {
	return {
		version: engineVersion(),
		places: undefined,
		can: { keepsResults: true, explains: true, isolates: true },
		select: runSelect,
		make: runToParquet,
		fetch: runToParquet,
		explain: explainSelect,
		close: () => Promise.resolve(),
	};
}

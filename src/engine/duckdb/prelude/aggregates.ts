import { type Macro, macro } from "./macro.ts";

/** Only aggregates that take neither FILTER nor ORDER BY here: a macro cannot pass them on. */
export const aggregates: readonly Macro[] = [
	// DuckDB's own gives NULL where Trino counts none.
	macro("count_if", ["x"], "count(CASE WHEN x THEN 1 END)"),
	macro("approx_distinct", ["x"], "count(DISTINCT x)"),
	macro("every", ["x"], "bool_and(x)"),
];

import { type Macro, macro } from "./macro.ts";

/** Only aggregates that take neither FILTER nor ORDER BY here: a macro cannot pass them on. */
export const aggregates: readonly Macro[] = [
	macro("approx_distinct", ["x"], "count(DISTINCT x)"),
	macro("every", ["x"], "bool_and(x)"),
];

import type { DuckDBConnection } from "@duckdb/node-api";
import { aggregates } from "./aggregates.ts";
import { arithmetic } from "./arithmetic.ts";
import { arrays } from "./arrays.ts";
import { comparison } from "./comparison.ts";
import { dates } from "./dates.ts";
import { division } from "./division.ts";
import { createMacro, type Macro } from "./macro.ts";
import { regexps } from "./regexps.ts";
import { strings } from "./strings.ts";

/** Every macro of the prelude. A body may only name what stands before it. */
export const macros: readonly Macro[] = [
	...arithmetic,
	...comparison,
	...dates,
	...arrays,
	...strings,
	...regexps,
	...aggregates,
	...division,
];

/**
 * Settings of an engine under which both engines mean the same. Not integer_division:
 * it turns / into // before the macro of division could tell integers from decimals.
 */
export const preludeSettings: Readonly<Record<string, string>> = {
	default_null_order: "nulls_last",
};

const script = macros.map(createMacro).join("\n");

/**
 * Gives a fresh connection Trino's function names and meanings (docs/portable-sql.md).
 * @throws when run twice on one database: the macros exist already
 */
export async function installPrelude(
	connection: DuckDBConnection,
): Promise<void> {
	await connection.run(script);
}

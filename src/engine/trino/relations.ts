import { identifier, withoutSemicolon } from "../sql-text.ts";
import type { SandboxInput } from "../types.ts";

/** A table by its full name, every part quoted. */
export function tableName(...parts: readonly string[]): string {
	return parts.map(identifier).join(".");
}

/** An input as a query: its declared columns in their declared types, of all the tables that hold it. */
function shown(input: SandboxInput, tables: readonly string[]): string {
	if (tables.length === 0) {
		const nulls = input.columns.map(
			({ name, type }) => `CAST(NULL AS ${type}) AS ${identifier(name)}`,
		);
		return `SELECT ${nulls.join(", ")} WHERE false`;
	}
	const columns = input.columns.map(
		({ name, type }) =>
			`CAST(${identifier(name)} AS ${type}) AS ${identifier(name)}`,
	);
	return tables
		.map((table) => `SELECT ${columns.join(", ")} FROM ${table}`)
		.join(" UNION ALL ");
}

/** What a SELECT may read: name → a query that gives its rows, in the order in which they may read each other. */
export type Sources = ReadonlyMap<string, string>;

/**
 * The inputs of a job as sources.
 * @param tablesOf full names of the tables that hold an input; none is an empty input
 */
export function sourcesOf(
	inputs: readonly SandboxInput[],
	tablesOf: (input: SandboxInput) => readonly string[],
): Map<string, string> {
	return new Map(
		inputs.map((input) => [input.name, shown(input, tablesOf(input))]),
	);
}

/**
 * Puts a SELECT over its sources. The first line holds all that is not the SELECT's own,
 * so that its line n is line n + 1 here.
 * @param list what to select of its result
 */
export function over(sources: Sources, sql: string, list = "*"): string {
	const tables = [...sources].map(
		([name, query]) => `${identifier(name)} AS (${query})`,
	);
	const head = tables.length === 0 ? "" : `WITH ${tables.join(", ")} `;
	return `${head}SELECT ${list} FROM (\n${withoutSemicolon(sql)}\n)`;
}

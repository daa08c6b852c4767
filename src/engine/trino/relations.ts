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

/**
 * Puts a rule's SELECT over its inputs. The first line holds all that is not the rule's own,
 * so that its line n is line n + 1 here.
 * @param list what to select of the rule's result
 * @param tablesOf full names of the tables that hold an input; none is an empty input
 */
export function overInputs(
	sql: string,
	list: string,
	inputs: readonly SandboxInput[],
	tablesOf: (input: SandboxInput) => readonly string[],
): string {
	const shownInputs = inputs
		.map(
			(input) =>
				`${identifier(input.name)} AS (${shown(input, tablesOf(input))})`,
		)
		.join(", ");
	const head = inputs.length === 0 ? "" : `WITH ${shownInputs} `;
	return `${head}SELECT ${list} FROM (\n${withoutSemicolon(sql)}\n)`;
}

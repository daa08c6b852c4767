import { storedColumns } from "../../datasets/index.ts";
import type { Row } from "../../engine/index.ts";
import type { List } from "../../lists/index.ts";
import type { RuleSet } from "../load/load.ts";
import type { RuleTest } from "../schema/index.ts";

/** Fills what a test's row leaves out: address, companions of identity numbers and dates. */
function completeRow(
	table: string,
	row: Row,
	index: number,
	columns: readonly string[],
): Row {
	const filled: Row = { _src: table, _row: index + 1, ...row };
	for (const column of columns) {
		const base = /^(.*)_(check|precision)$/.exec(column);
		if (base === null || column in row) continue;
		const value = row[base[1] ?? ""];
		if (value !== undefined && value !== null)
			filled[column] = base[2] === "check" ? "ok" : "day";
	}
	return filled;
}

/** The rows that a test gives a dataset or list. */
export function givenRows(name: string, test: RuleTest, set: RuleSet): Row[] {
	const dataset = set.datasets.get(name);
	const columns =
		dataset === undefined
			? []
			: storedColumns(dataset).map((column) => column.name);
	return (test.rows[name] ?? []).map((row, i) =>
		completeRow(name, row, i, columns),
	);
}

/** The rows of a list as they are, for a test that gives it none. */
export function listRows(list: List): Row[] {
	return list.rows.map((row) =>
		Object.fromEntries(
			list.columns.map((column, i) => [column.name, row[i] ?? null]),
		),
	);
}

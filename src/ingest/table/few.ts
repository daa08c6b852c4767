import type { Engine } from "../../engine/index.ts";
import { picking } from "../engine.ts";

/** So many rows are one row group, which is read in no time. */
const SMALL = 100_000;
/** With more of them nothing is gained. */
const MOST = 2_000;

/**
 * The rows of a large raw part of which something could be the case, as a table; the raw part itself
 * where it is small or they are many. What is to be the case is then asked of a few rows in all their
 * columns, and of most only in those of the condition.
 * @param raw the raw part, a relation
 * @param rows how many it has
 * @param condition over its columns; a superset of what is asked for
 * @param table the name of the table
 */
export async function fewRows(
	engine: Engine,
	raw: string,
	rows: number,
	condition: string,
	table: string,
): Promise<string> {
	if (rows <= SMALL) return raw;
	const { rows: found } = await engine.query(
		`SELECT _row FROM ${raw} WHERE ${condition} LIMIT ${MOST + 1}`,
	);
	if (found.length > MOST) return raw;
	const list =
		found.length === 0
			? "false"
			: `_row IN (${found.map(({ _row }) => String(_row)).join(", ")})`;
	await picking(engine, () =>
		engine.execute(
			`CREATE OR REPLACE TEMP TABLE ${table} AS SELECT * FROM ${raw} WHERE ${list}`,
		),
	);
	return table;
}

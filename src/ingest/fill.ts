import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { type Engine, pathLiteral } from "../engine/index.ts";
import type { Place } from "../errors/index.ts";
import type { Source } from "../workspace/index.ts";
import type { RawTable } from "./readers/types.ts";
import { refuse } from "./refusal.ts";

const FLUSH = 1 << 20;
/** Rows of a sheet: merges of one column do not overlap, so they cover no more. */
const MOST_ROWS = 1 << 20;

/** What filling one table needs. */
export interface FillJob {
	engine: Engine;
	source: Source;
	table: RawTable;
	scratch: string;
	at: Place;
}

/** Writes the merges of some columns to a file; how many there are. */
async function writeMerges(
	{ table, at }: FillJob,
	positions: ReadonlySet<number>,
	path: string,
): Promise<number> {
	if (table.merged === undefined) return 0;
	const handle = openSync(path, "w", 0o600);
	const covered = new Map<number, number>();
	let count = 0;
	let buffer = "";
	try {
		for await (const { position, first, last } of table.merged(positions)) {
			const rows = (covered.get(position) ?? 0) + last - first;
			if (rows > MOST_ROWS)
				refuse("workbook-unreadable", at, { reason: "合并单元格互相重叠" });
			covered.set(position, rows);
			count++;
			buffer += `${position},${first},${last}\n`;
			if (buffer.length > FLUSH) {
				writeSync(handle, buffer);
				buffer = "";
			}
		}
		writeSync(handle, buffer);
	} finally {
		closeSync(handle);
	}
	return count;
}

/**
 * Data rows in which the value of a merged cell stands in every row that it spans. A blank cell is
 * only filled where the file shows the merge, or the source says that blanks mean it: a number that
 * is simply missing must not become that of the row above.
 * @param raw the raw part
 * @param rows the data rows over it
 * @param positions the columns that may be filled and have blank cells
 * @returns the relation, and whether it still has the order of `rows`
 */
export async function fillDown(
	job: FillJob,
	raw: string,
	rows: string,
	positions: readonly number[],
): Promise<{ rows: string; ordered: boolean }> {
	const { engine, source, scratch } = job;
	if (positions.length === 0) return { rows, ordered: true };
	if (source.fill_down === true) {
		const replaced = positions.map(
			(position) =>
				`last_value(c${position} IGNORE NULLS) OVER w AS c${position}`,
		);
		return {
			rows: `(SELECT * REPLACE (${replaced.join(", ")}) FROM ${rows} WINDOW w AS (ORDER BY _row ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW))`,
			ordered: false,
		};
	}
	const path = join(scratch, "merges.csv");
	if ((await writeMerges(job, new Set(positions), path)) === 0)
		return { rows, ordered: true };
	const merges = `read_csv(${pathLiteral(path)}, auto_detect=false, header=false, columns={'position': 'BIGINT', 'first': 'BIGINT', 'last': 'BIGINT'})`;
	for (const position of positions)
		await engine.execute(
			`CREATE OR REPLACE TEMP TABLE fill_${position} AS SELECT row, arg_max(value, first) AS value FROM (SELECT m.first AS first, unnest(range(m.first + 1, m.last + 1)) AS row, r.c${position} AS value FROM (SELECT * FROM ${merges} WHERE position = ${position}) AS m JOIN (SELECT _row, c${position} FROM ${raw} WHERE c${position} IS NOT NULL) AS r ON r._row = m.first) GROUP BY row`,
		);
	const joins = positions.map(
		(position) =>
			`LEFT JOIN fill_${position} AS f${position} ON f${position}.row = base._row`,
	);
	const filled = positions.map(
		(position) =>
			`coalesce(base.c${position}, f${position}.value) AS c${position}`,
	);
	return {
		rows: `(SELECT base.* REPLACE (${filled.join(", ")}) FROM ${rows} AS base ${joins.join(" ")})`,
		ordered: false,
	};
}

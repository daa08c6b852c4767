import {
	type Engine,
	identifier,
	literal,
	type Row,
} from "../../engine/index.ts";
import { keyHash, rowHash, type SourceChange } from "../../store/index.ts";

const SAMPLE = 20;

/** Two versions of a source's rows: relations with `_src`, `_row` and the columns. */
export interface Versions {
	before: string;
	now: string;
	/** Columns that both have. */
	columns: readonly string[];
	/** Those that name a row; none where the dataset has no key, or the versions lack it. */
	key: readonly string[];
}

export type RowChanges = Pick<SourceChange, "by" | "columns" | "samples"> & {
	added: number;
	changed: number;
	removed: number;
};

/**
 * The rows of one version that the other has not, each as often as it has it more: `_src`, `_row`,
 * `k` (of the natural key; NULL where nothing names the row) and `i`, its place among those of its key.
 */
function surplus(
	{ columns, key }: Versions,
	rows: string,
	sign: "" | "-",
): string {
	return `SELECT _src, _row, k, row_number() OVER (PARTITION BY k ORDER BY _src, _row) AS i FROM (SELECT r._src AS _src, r._row AS _row, r.k AS k, d.w AS w, row_number() OVER (PARTITION BY r.h ORDER BY r._src DESC, r._row DESC) AS n FROM (SELECT _src, _row, ${keyHash(key)} AS k, ${rowHash(columns)} AS h FROM ${rows}) AS r JOIN differing AS d ON d.h = r.h WHERE ${sign}d.w > 0) WHERE n <= ${sign}w`;
}

async function one(engine: Engine, sql: string): Promise<Row> {
	return (await engine.query(sql)).rows[0] ?? {};
}

async function sample(engine: Engine, from: string): Promise<string[]> {
	const { rows } = await engine.query(
		`SELECT _src, _row FROM ${from} ORDER BY _src, _row LIMIT ${SAMPLE}`,
	);
	return rows.map((row) => `${row._src}#${row._row}`);
}

/** Of the rows that changed, in which columns. */
async function changedColumns(
	engine: Engine,
	{ before, now, columns }: Versions,
): Promise<SourceChange["columns"]> {
	const counts = columns.map(
		(name, i) =>
			`count(*) FILTER (b.${identifier(name)} IS DISTINCT FROM n.${identifier(name)}) AS c${i}`,
	);
	// The side on the right is held in memory: it is the pairs, never a whole version.
	const pairs = `(SELECT b.*, p.now_src AS now_src, p.now_row AS now_row FROM ${before} AS b JOIN paired AS p ON p._src = b._src AND p._row = b._row)`;
	const row = await one(
		engine,
		`SELECT ${counts.join(", ")} FROM ${now} AS n JOIN ${pairs} AS b ON b.now_src = n._src AND b.now_row = n._row`,
	);
	return columns
		.map((column, i) => ({ column, rows: Number(row[`c${i}`] ?? 0) }))
		.filter(({ rows }) => rows > 0)
		.sort((a, b) => b.rows - a.rows || (a.column < b.column ? -1 : 1));
}

/**
 * Compares the rows of two versions: first those alike in every column drop out, as often as both
 * have them, then what is left over is paired by natural key.
 */
export async function compareRows(
	engine: Engine,
	versions: Versions,
): Promise<RowChanges> {
	const { before, now, columns, key } = versions;
	const weighed = (rows: string, weight: number) =>
		`SELECT ${rowHash(columns)} AS h, ${weight} AS w FROM ${rows}`;
	await engine.execute(
		`CREATE OR REPLACE TEMP TABLE differing AS SELECT h, sum(w) AS w FROM (${weighed(before, 1)} UNION ALL ${weighed(now, -1)}) GROUP BY h HAVING sum(w) <> 0`,
	);
	await engine.execute(
		`CREATE OR REPLACE TEMP TABLE went AS ${surplus(versions, before, "")}`,
	);
	await engine.execute(
		`CREATE OR REPLACE TEMP TABLE came AS ${surplus(versions, now, "-")}`,
	);
	await engine.execute(
		"CREATE OR REPLACE TEMP TABLE paired AS SELECT w._src AS _src, w._row AS _row, c._src AS now_src, c._row AS now_row FROM went AS w JOIN came AS c ON c.k = w.k AND c.i = w.i",
	);
	const counts = await one(
		engine,
		"SELECT (SELECT count(*) FROM went) AS went, (SELECT count(*) FROM came) AS came, (SELECT count(*) FROM paired) AS paired",
	);
	const changed = Number(counts.paired);
	const result: RowChanges = {
		by: key.length === 0 ? "row" : "natural_key",
		added: Number(counts.came) - changed,
		changed,
		removed: Number(counts.went) - changed,
		columns: changed === 0 ? [] : await changedColumns(engine, versions),
		samples: {
			added: await sample(
				engine,
				"(SELECT _src, _row FROM came EXCEPT SELECT now_src, now_row FROM paired)",
			),
			changed: await sample(engine, "paired"),
			removed: await sample(
				engine,
				"(SELECT _src, _row FROM went EXCEPT SELECT _src, _row FROM paired)",
			),
		},
	};
	for (const name of ["differing", "went", "came", "paired"])
		await engine.execute(`DROP TABLE ${name}`);
	return result;
}

/** Relation of the rows of some parts. */
export function rowsOf(paths: readonly string[]): string {
	return `read_parquet([${paths.map((path) => literal(path.replaceAll("\\", "/"))).join(", ")}], union_by_name = true)`;
}

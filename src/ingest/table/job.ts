import type { Correction } from "../../corrections/index.ts";
import type { Dataset } from "../../datasets/index.ts";
import { type Engine, pathLiteral, type Row } from "../../engine/index.ts";
import type { Place } from "../../errors/index.ts";
import type { List } from "../../lists/index.ts";
import type { Store } from "../../store/index.ts";
import type { Source } from "../../workspace/index.ts";

/** What loading one table needs. */
export interface TableJob {
	engine: Engine;
	store: Store;
	source: Source;
	dataset: Dataset;
	lists: ReadonlyMap<string, List>;
	/** The engine's table of known regions. */
	regions: string | undefined;
	/** Those that may concern the table. */
	corrections: readonly Correction[];
	/** sha256 and size of the file. */
	sha256: string;
	bytes: number;
	scratch: string;
	at: Place;
	signal?: AbortSignal | undefined;
}

const PARQUET = "(FORMAT parquet, COMPRESSION zstd)";

/** Writes what a SELECT gives as one Parquet file. @returns how many rows it has */
export async function copy(
	engine: Engine,
	select: string,
	path: string,
): Promise<number> {
	return written(engine, `COPY (${select}) TO ${pathLiteral(path)} ${PARQUET}`);
}

/** Runs a statement that writes rows. @returns how many */
export async function written(engine: Engine, sql: string): Promise<number> {
	return Number((await one(engine, sql)).Count);
}

/** The first row of a query. */
export async function one(engine: Engine, sql: string): Promise<Row> {
	return (await engine.query(sql)).rows[0] ?? {};
}

/** Numbers `n` by `k` of a query. */
export async function counts(
	engine: Engine,
	sql: string,
): Promise<Map<string, number>> {
	const { rows } = await engine.query(sql);
	return new Map(rows.map((row) => [String(row.k), Number(row.n)]));
}

/** The entries of a map by code point. */
export function record(
	map: ReadonlyMap<string, number>,
): Record<string, number> {
	return Object.fromEntries(
		[...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
	);
}

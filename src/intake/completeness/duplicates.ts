import {
	column,
	hasColumn,
	type Loaded,
	type LoadedPart,
	one,
	partsWhere,
	relationOf,
} from "./tables.ts";

/** Rows and keys that stand more than once. */
export interface Duplicates {
	/** Rows that repeat another of the same file in every column. */
	rows: number;
	/** Rows whose natural key another row of the source has; undefined where there is no key. */
	keys: number | undefined;
	/** Natural keys that another source of the dataset has as well. */
	across: { source: string; keys: number }[];
}

/** Looks for repeated rows and keys within a source and across the sources of its dataset. */
export async function duplicatesOf(
	source: string,
	parts: readonly LoadedPart[],
	dataset: string,
	loaded: Loaded,
): Promise<Duplicates> {
	const rows = parts.reduce((sum, { part }) => sum + part.duplicates.rows, 0);
	const key = (loaded.datasets.get(dataset)?.natural_key ?? []).filter((name) =>
		hasColumn(parts, name),
	);
	const from = relationOf(loaded.store, parts);
	if (key.length === 0 || from === undefined)
		return { rows, keys: undefined, across: [] };
	const hashed = `hash(${key.map(column).join(", ")})`;
	const named = `coalesce(${key.map((name) => `CAST(${column(name)} AS VARCHAR)`).join(", ")}) IS NOT NULL`;
	const { n } = await one(
		loaded.engine,
		`SELECT count(*) - count(DISTINCT ${hashed}) AS n FROM ${from} WHERE ${named}`,
	);
	const others = new Set(
		partsWhere(
			loaded,
			(line) => line.dataset === dataset && line.source !== source,
		).map(({ line }) => line.source),
	);
	const across: Duplicates["across"] = [];
	for (const other of others) {
		const there = relationOf(
			loaded.store,
			partsWhere(
				loaded,
				(line) => line.dataset === dataset && line.source === other,
			),
		);
		const shared = await one(
			loaded.engine,
			`SELECT count(DISTINCT ${hashed}) AS n FROM ${from} WHERE ${named} AND ${hashed} IN (SELECT ${hashed} FROM ${there} WHERE ${named})`,
		);
		if (Number(shared.n) > 0)
			across.push({ source: other, keys: Number(shared.n) });
	}
	return { rows, keys: Number(n), across };
}

import type { List } from "./loader.ts";

/** A row of a table of parameters that nobody has filled. */
export interface MissingCell {
	region: string;
	year: number;
}

/**
 * The rows that a table of parameters lacks: each region with each of the years up to the as-of date's.
 * A row with an empty column counts as missing.
 * @param regions of the workspace; none means those that the table names
 */
export function missingCells(
	list: List,
	regions: readonly string[],
	asOf: string,
): MissingCell[] {
	const { cells } = list;
	if (cells === undefined) return [];
	const at = (name: string) =>
		list.columns.findIndex((column) => column.name === name);
	const [region, year] = [at(cells.region), at(cells.year)];
	const last = Number(asOf.slice(0, 4));
	const years = Array.from(
		{ length: cells.years },
		(_, i) => last - cells.years + 1 + i,
	);
	const filled = new Set(
		list.rows
			.filter((row) => row.every((value) => value !== null && value !== ""))
			.map((row) => `${String(row[region])} ${String(row[year])}`),
	);
	if (cells.only_named && regions.length === 0) return [];
	const wanted =
		regions.length > 0
			? regions
			: [...new Set(list.rows.map((row) => String(row[region])))];
	// A table without a row and a workspace without regions: the whole is missing.
	return (wanted.length > 0 ? wanted : ["全部地区"]).flatMap((name) =>
		years
			.filter((value) => !filled.has(`${name} ${value}`))
			.map((value) => ({ region: name, year: value })),
	);
}

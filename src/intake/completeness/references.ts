import {
	column,
	hasColumn,
	type Loaded,
	type LoadedPart,
	one,
	partsWhere,
	relationOf,
} from "./tables.ts";

/** How many of a column's values another dataset has. */
export interface ReferenceRate {
	column: string;
	/** dataset.column */
	to: string;
	values: number;
	/** Undefined where the other dataset is not loaded. */
	found: number | undefined;
	expect: number;
	/** Whether fewer are found than expected. */
	low: boolean;
}

/** Looks for the values of a source in the datasets that its definition refers to. */
export async function referenceRates(
	parts: readonly LoadedPart[],
	dataset: string,
	loaded: Loaded,
): Promise<ReferenceRate[]> {
	const from = relationOf(loaded.store, parts);
	const rates: ReferenceRate[] = [];
	for (const reference of loaded.datasets.get(dataset)?.references ?? []) {
		if (from === undefined || !hasColumn(parts, reference.column)) continue;
		const [target = "", name = ""] = reference.to.split(".");
		const others = partsWhere(loaded, (line) => line.dataset === target);
		const there = relationOf(loaded.store, others);
		const known =
			there === undefined || !hasColumn(others, name)
				? undefined
				: `v IN (SELECT ${column(name)} FROM ${there})`;
		const row = await one(
			loaded.engine,
			`SELECT count(*) AS n, ${known === undefined ? "NULL" : `count(*) FILTER (${known})`} AS found FROM (SELECT DISTINCT ${column(reference.column)} AS v FROM ${from}) WHERE v IS NOT NULL`,
		);
		const values = Number(row.n);
		const found = known === undefined ? undefined : Number(row.found);
		rates.push({
			column: reference.column,
			to: reference.to,
			values,
			found,
			expect: reference.expect,
			low:
				found !== undefined && values > 0 && found / values < reference.expect,
		});
	}
	return rates;
}

import { type Dataset, storedColumns } from "../../datasets/index.ts";
import { type Engine, identifier, type Row } from "../../engine/index.ts";
import type { Part } from "../../store/index.ts";
import { one } from "./job.ts";

/** What a pass over a part is to look for, and how what it finds is read. */
export interface DuplicateLook {
	/** Aggregates over the part. */
	expressions: string[];
	/** Rows that repeat another one in every column, and natural keys that repeat, from the row of the aggregates. */
	read(row: Row): Promise<Part["duplicates"]>;
}

/** Looks for rows of a part that repeat another one in every column, and for natural keys that repeat. */
export function duplicateLook(
	engine: Engine,
	dataset: Dataset,
	part: string,
): DuplicateLook {
	const all = storedColumns(dataset)
		.slice(2)
		.map((column) => identifier(column.name))
		.join(", ");
	const key = dataset.natural_key.map(identifier).join(", ");
	if (key === "")
		return {
			expressions: [`count(*) - count(DISTINCT hash(${all})) AS repeated`],
			read: async (row) => ({ rows: Number(row.repeated), keys: 0 }),
		};
	const named = `coalesce(${dataset.natural_key.map((name) => `CAST(${identifier(name)} AS VARCHAR)`).join(", ")}) IS NOT NULL`;
	return {
		expressions: [
			`count(*) FILTER (${named}) - count(DISTINCT hash(${key})) FILTER (${named}) AS repeated`,
			`count(*) FILTER (NOT (${named})) AS nameless`,
		],
		read: async (row) => {
			const keys = Number(row.repeated);
			if (keys === 0 && Number(row.nameless) < 2) return { rows: 0, keys };
			// Rows that repeat share their key, so only those of repeated keys, or without any, are compared.
			const { n } = await one(
				engine,
				`SELECT count(*) - count(DISTINCT hash(${all})) AS n FROM ${part} WHERE hash(${key}) IN (SELECT hash(${key}) FROM ${part} GROUP BY 1 HAVING count(*) > 1)`,
			);
			return { rows: Number(n ?? 0), keys };
		},
	};
}

import { type Dataset, storedColumns } from "../../datasets/index.ts";
import { type Engine, identifier } from "../../engine/index.ts";
import type { Part } from "../../store/index.ts";
import { one } from "./job.ts";

/** Rows of the part that repeat another one in every column, and natural keys that repeat. */
export async function duplicates(
	engine: Engine,
	dataset: Dataset,
	part: string,
): Promise<Part["duplicates"]> {
	const all = storedColumns(dataset)
		.slice(2)
		.map((column) => identifier(column.name));
	const repeated = async (columns: readonly string[], where: string) =>
		Number(
			(
				await one(
					engine,
					`SELECT count(*) - count(DISTINCT hash(${columns.join(", ")})) AS n FROM ${part} WHERE ${where}`,
				)
			).n ?? 0,
		);
	const key = dataset.natural_key.map(identifier);
	if (key.length === 0) return { rows: await repeated(all, "true"), keys: 0 };
	const named = `coalesce(${key.map((name) => `CAST(${name} AS VARCHAR)`).join(", ")}) IS NOT NULL`;
	const keys = await repeated(key, named);
	// Rows that repeat share their key, so only those of repeated keys, or without any, are compared.
	const suspects = `hash(${key.join(", ")}) IN (SELECT hash(${key.join(", ")}) FROM ${part} GROUP BY 1 HAVING count(*) > 1)`;
	const nameless = Number(
		(
			await one(
				engine,
				`SELECT count(*) AS n FROM ${part} WHERE NOT (${named})`,
			)
		).n,
	);
	return {
		rows: keys === 0 && nameless < 2 ? 0 : await repeated(all, suspects),
		keys,
	};
}

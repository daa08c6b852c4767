import type { Dataset } from "../../datasets/index.ts";
import { type Engine, identifier } from "../../engine/index.ts";
import type { Part } from "../../store/index.ts";
import type { Mapped } from "./columns.ts";
import { duplicateLook } from "./duplicates.ts";
import { one } from "./job.ts";
import { medianLook } from "./medians.ts";

/** What one pass over a finished part tells. */
export interface PartLook
	extends Required<Pick<Part, "duplicates" | "medians">> {
	rows: number;
	/** Values that are not NULL, by column. */
	values: Map<string, number>;
}

/**
 * Looks at a finished part.
 * @param part the part, a relation
 */
export async function lookAtPart(
	engine: Engine,
	dataset: Dataset,
	mapped: readonly Mapped[],
	part: string,
): Promise<PartLook> {
	const duplicates = duplicateLook(engine, dataset, part);
	const medians = medianLook(mapped);
	const row = await one(
		engine,
		`SELECT ${[
			"count(*) AS n",
			...mapped.map(
				({ column, index }) => `count(${identifier(column.name)}) AS v${index}`,
			),
			...duplicates.expressions,
			...medians.expressions,
		].join(", ")} FROM ${part}`,
	);
	return {
		rows: Number(row.n),
		values: new Map(
			mapped.map(({ column, index }) => [
				column.name,
				Number(row[`v${index}`]),
			]),
		),
		duplicates: await duplicates.read(row),
		medians: medians.read(row),
	};
}

import { type Engine, pathLiteral } from "../../engine/index.ts";

/** So many rows are one row group, which one thread reads from first to last. */
const ONE_GROUP = 100_000;

/**
 * A SELECT whose rows a COPY writes in the order of the raw part, whatever the number of threads. Where
 * the plan keeps that order by itself, as it does without joins and windows, nothing is sorted.
 * @param rows how many rows the raw part has
 * @param order the columns that make the order
 */
export async function inRowOrder(
	engine: Engine,
	select: string,
	rows: number,
	order: readonly string[],
	path: string,
): Promise<string> {
	if (rows <= ONE_GROUP) return select;
	const plan = await engine.query(
		`EXPLAIN COPY (${select}) TO ${pathLiteral(path)} (FORMAT parquet)`,
	);
	const kept = plan.rows.some((row) =>
		Object.values(row).some((text) => String(text).includes("BATCH_COPY")),
	);
	return kept ? select : `${select} ORDER BY ${order.join(", ")}`;
}

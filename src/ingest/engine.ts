import type { Engine } from "../engine/index.ts";

/**
 * Optimizers that stand in the way of loading. Joins must keep the order of their left side, since
 * parts are ordered by row. A condition on the result of a normaliser must not be pushed below it:
 * that repeats the whole normaliser inside the condition.
 */
const DISABLED = ["join_order", "build_side_probe_side", "filter_pushdown"];

/** Sets up an engine for loading. */
export async function prepareEngine(engine: Engine): Promise<void> {
	await engine.execute(`SET disabled_optimizers = '${DISABLED.join(",")}'`);
}

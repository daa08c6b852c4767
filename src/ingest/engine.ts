import type { Engine } from "../engine/index.ts";

/**
 * Optimizers that stand in the way of loading. Joins must keep the order of their left side, since
 * parts are ordered by row. Conditions stay where they are written: on the result of a normaliser,
 * pushing them down repeats the whole normaliser inside them; on rows, pulling them up sends the
 * headings through it.
 */
const DISABLED = [
	"join_order",
	"build_side_probe_side",
	"filter_pushdown",
	"filter_pullup",
];

/** Sets up an engine for loading. */
export async function prepareEngine(engine: Engine): Promise<void> {
	await engine.execute(`SET disabled_optimizers = '${DISABLED.join(",")}'`);
}

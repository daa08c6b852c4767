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

async function without(engine: Engine, optimizers: readonly string[]) {
	await engine.execute(`SET disabled_optimizers = '${optimizers.join(",")}'`);
}

/** Sets up an engine for loading. */
export async function prepareEngine(engine: Engine): Promise<void> {
	await without(engine, DISABLED);
}

/** Runs statements that pick a few rows of a large file: only those are then read in all their columns. */
export async function picking<Result>(
	engine: Engine,
	work: () => Promise<Result>,
): Promise<Result> {
	await without(
		engine,
		DISABLED.filter((name) => name !== "filter_pushdown"),
	);
	try {
		return await work();
	} finally {
		await prepareEngine(engine);
	}
}

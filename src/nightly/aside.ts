import { join } from "node:path";
import { makePrivateDir } from "../base/index.ts";
import {
	type Engine,
	localNodes,
	type NodeEngine,
	openDuckdb,
} from "../engine/index.ts";
import { type RunOptions, type RunResult, runRules } from "../run/index.ts";
import { limitsOf } from "./limits.ts";
import { withScratch } from "./scratch.ts";

/**
 * Runs rules on a snapshot beside the nightly runs, and some work with what came out while the engine
 * is open. Models are kept, what the rules find is not; spill and results in the making lie in a folder
 * that is gone afterwards. The lead log and the runs are left alone.
 * @param open gives the engine that models and rules run on; that of this machine when left out
 */
export async function runAside<Result>(
	options: Omit<RunOptions, "engine" | "nodes" | "limits" | "staging">,
	work: (
		result: RunResult,
		engine: Engine,
		nodes: NodeEngine,
	) => Promise<Result>,
	open: (host: Engine) => Promise<NodeEngine> = async () => localNodes(),
): Promise<Result> {
	return withScratch(options.store, async (folder) => {
		const staging = join(folder, "results");
		makePrivateDir(staging);
		const limits = limitsOf(options.workspace, join(folder, "spill"));
		const engine = await openDuckdb(limits);
		let nodes: NodeEngine | undefined;
		try {
			nodes = await open(engine);
			const result = await runRules({
				...options,
				engine,
				nodes,
				limits,
				staging,
			});
			return await work(result, engine, nodes);
		} finally {
			await nodes?.close();
			engine.close();
		}
	});
}

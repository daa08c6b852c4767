import { sha256, timestamp } from "../base/index.ts";
import {
	type Engine,
	type EngineName,
	engineNames,
	identifier,
	type NodeEngine,
	type OpenBench,
	openBenches,
	openNodes,
} from "../engine/index.ts";
import { fail, ProblemError } from "../errors/index.ts";
import {
	lakeSettings,
	ownerOf,
	publishSnapshot,
	reaching,
	readLakeRecord,
} from "../lake/index.ts";
import type { Snapshot, Store } from "../store/index.ts";
import { lockStore, type Workspace } from "../workspace/index.ts";
import type { Definitions } from "./definitions.ts";

/** Whether a name is that of the engine of this machine. */
function isLocal(name: EngineName): boolean {
	return name === engineNames[0];
}

/** Names a run among those of its workspace on a cluster; no result shows it. */
function runName(): string {
	return sha256(`${timestamp()} ${process.pid}`).slice(0, 8);
}

/**
 * Runs work with the place where the tests of rules run.
 * Fails with lake-unset, lake-unreachable.
 * @param name takes the place of engine in bidui.yaml
 */
export async function withBenches<Result>(
	workspace: Workspace,
	name: EngineName | undefined,
	work: (open: OpenBench | undefined) => Promise<Result>,
): Promise<Result> {
	if (isLocal(name ?? engineNames[0])) return work(undefined);
	const settings = lakeSettings(workspace);
	// Runs of the workspace sweep away what others left: only one at a time.
	const unlock = lockStore(workspace.store);
	try {
		const benches = await reaching(workspace, () =>
			openBenches({
				settings,
				catalog: workspace.config.lake?.catalog ?? "",
				owner: ownerOf(workspace),
				run: runName(),
			}),
		);
		try {
			return await work(benches.open);
		} finally {
			await benches.close();
		}
	} finally {
		unlock();
	}
}

/**
 * Opens the engine that a run's models and rules run on. For one elsewhere the snapshot must be published;
 * where the workspace says which folder the cluster shares with this machine, that is done here.
 * Fails with lake-unset, lake-unpublished, lake-rows, lake-unreachable.
 * @param name takes the place of engine in bidui.yaml
 */
export async function openEngine(options: {
	workspace: Workspace;
	name: EngineName | undefined;
	snapshot: Snapshot;
	store: Store;
	definitions: Definitions;
	/** The engine of this machine. */
	host: Engine;
}): Promise<NodeEngine> {
	const { workspace, snapshot, host } = options;
	const name = options.name ?? workspace.config.engine;
	if (isLocal(name)) return openNodes(undefined);
	const settings = lakeSettings(workspace);
	const { lake } = workspace.config;
	let record = readLakeRecord(workspace.store);
	if (
		record?.snapshot.sha !== snapshot.sha ||
		record.catalog !== lake?.catalog
	) {
		if (lake?.folder === undefined)
			return fail(
				"lake-unpublished",
				{ file: workspace.configFile },
				{ n: snapshot.n },
			);
		const published = await publishSnapshot({
			workspace,
			snapshot,
			store: options.store,
			datasets: options.definitions.set.datasets,
		});
		if (published.problems.length > 0)
			throw new ProblemError(published.problems);
		record = published.record;
	}
	const { catalog, schema, tables } = record;
	return reaching(workspace, () =>
		openNodes({
			settings,
			catalog,
			owner: ownerOf(workspace),
			run: runName(),
			tables: new Map(
				Object.keys(tables).map((dataset) => [
					dataset,
					[catalog, schema, dataset].map(identifier).join("."),
				]),
			),
			places: lake?.parallel ?? 1,
			host,
		}),
	);
}

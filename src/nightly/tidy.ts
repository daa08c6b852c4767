import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { RunLog } from "../run/index.ts";
import {
	bundleNames,
	type Store,
	type Swept,
	sweepFiles,
} from "../store/index.ts";
import type { Workspace } from "../workspace/index.ts";

/** Removes the oldest logs beyond those that are kept; their names begin with their time. */
function sweepLogs(folder: string, kept: number): void {
	const logs = readdirSync(folder)
		.filter((name) => name.endsWith(".ndjson"))
		.sort();
	for (const name of logs.slice(0, Math.max(0, logs.length - kept)))
		try {
			rmSync(join(folder, name));
		} catch {
			// Another command is writing it.
		}
}

/**
 * Removes what neither the kept snapshots nor the kept runs name, and the oldest logs. Reports stay:
 * people fill them in. Called at the end of a run, under the run lock.
 * @param options.lists fingerprints of the lists of this run
 */
export function tidyStore(options: {
	workspace: Workspace;
	store: Store;
	runs: RunLog;
	lists: ReadonlyMap<string, string>;
}): Swept {
	const { workspace, store, runs } = options;
	const { retention } = workspace.config;
	const parts = new Set<string>();
	const compact = new Set<string>();
	for (const snapshot of store.lastSnapshots(retention.snapshots)) {
		for (const line of snapshot.lines)
			if (line.type === "part") parts.add(`${line.dataset}/${line.key}`);
		for (const name of bundleNames(snapshot)) compact.add(name);
	}
	const models = new Set<string>();
	const hits = new Set<string>();
	for (const manifest of runs.lastOf(retention.snapshots)) {
		for (const [name, key] of Object.entries(manifest.models))
			models.add(`${name}/${key}`);
		for (const { id, key } of manifest.outcomes)
			if (key !== undefined) hits.add(`${id}/${key}`);
	}
	const swept = sweepFiles(store.root, {
		parts,
		compact,
		models,
		hits,
		lists: new Set([...options.lists].map((each) => each.join("/"))),
	});
	sweepLogs(workspace.logs, retention.logs);
	return swept;
}

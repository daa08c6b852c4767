import { exitCodeOf, type Problem } from "../errors/index.ts";
import {
	type IngestProgress,
	loadSources,
	type SourceOutcome,
} from "../ingest/index.ts";
import { Store } from "../store/index.ts";
import {
	lockStore,
	preparePrivateFolders,
	type Workspace,
} from "../workspace/index.ts";
import { limitsOf } from "./batch.ts";
import { loadDefinitions } from "./definitions.ts";

/** Loads the sources of a workspace and nothing else, under the run lock. */
export async function runLoad(options: {
	workspace: Workspace;
	onProgress: (event: IngestProgress) => void;
	signal: AbortSignal;
}): Promise<{
	sources: SourceOutcome[];
	snapshot: number;
	problems: Problem[];
	exitCode: 0 | 1 | 2 | 3;
}> {
	const { workspace, onProgress, signal } = options;
	preparePrivateFolders(workspace);
	const unlock = lockStore(workspace.store);
	const store = new Store(workspace.store);
	try {
		store.clearStaging();
		const { set, lists, problems: declared } = loadDefinitions(workspace);
		const loaded = await loadSources({
			workspace,
			datasets: set.datasets,
			lists,
			store,
			limits: limitsOf(workspace, store.stagingDir("spill")),
			onProgress,
			signal,
		});
		const problems = [...declared, ...loaded.problems];
		return {
			sources: loaded.outcomes,
			snapshot: loaded.snapshot.n,
			problems,
			exitCode: exitCodeOf(problems),
		};
	} finally {
		store.clearStaging();
		unlock();
	}
}

import { fail } from "../errors/index.ts";
import { type Published, publishSnapshot } from "../lake/index.ts";
import { Store } from "../store/index.ts";
import { lockStore, type Workspace } from "../workspace/index.ts";
import { loadDefinitions } from "./definitions.ts";

/**
 * Makes the current snapshot known to the workspace's cluster.
 * Fails with run-missing when nothing was loaded, and as publishSnapshot does.
 */
export async function publishLake(workspace: Workspace): Promise<Published> {
	if (workspace.config.lake === undefined)
		fail("lake-unset", { file: workspace.configFile });
	const unlock = lockStore(workspace.store);
	try {
		const store = new Store(workspace.store);
		const snapshot = store.currentSnapshot();
		if (snapshot === undefined)
			return fail("run-missing", { file: workspace.root });
		const { set } = loadDefinitions(workspace);
		return await publishSnapshot({
			workspace,
			snapshot,
			store,
			datasets: set.datasets,
		});
	} finally {
		unlock();
	}
}

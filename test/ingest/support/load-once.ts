/** Loads a workspace in a process of its own and prints the codes of what went wrong, as JSON. */
import { join } from "node:path";
import { loadDatasets } from "../../../src/datasets/index.ts";
import { ProblemError } from "../../../src/errors/index.ts";
import { loadSources } from "../../../src/ingest/index.ts";
import { Store } from "../../../src/store/index.ts";
import { openWorkspace } from "../../../src/workspace/index.ts";

async function main(root: string): Promise<{ codes: string[] }> {
	const workspace = openWorkspace(root, join(root, "no-rules"));
	const { datasets } = loadDatasets(
		workspace.rules.map((folder) => join(folder, "datasets")),
	);
	try {
		const { problems } = await loadSources({
			workspace,
			datasets,
			lists: new Map(),
			store: new Store(workspace.store),
			limits: { memory: "1GB", threads: 2 },
		});
		return { codes: problems.map((item) => item.code) };
	} catch (error) {
		if (!(error instanceof ProblemError)) throw error;
		return { codes: error.problems.map((item) => item.code) };
	}
}

main(process.argv[2] ?? ".").then((result) => {
	process.stdout.write(JSON.stringify(result));
});

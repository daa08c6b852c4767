/** One turn of loading: WORKSPACE [--stages]. Prints {seconds, cpu, megabytes}, and the stages where they are asked for. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { loadDatasets } from "../../src/datasets/index.ts";
import { loadSources } from "../../src/ingest/index.ts";
import { loadLists } from "../../src/lists/index.ts";
import { Store } from "../../src/store/index.ts";
import { openWorkspace } from "../../src/workspace/index.ts";
import { byStage } from "./stages.ts";
import { printTurn } from "./turn.ts";

const [root = "", stages] = process.argv.slice(2);
const workspace = openWorkspace(root);
const folders = (name: string) =>
	workspace.rules.map((folder) => join(folder, name));
const { lists } = loadLists(folders("lists"));
const { datasets } = loadDatasets(folders("datasets"), lists);
const spillDir = join(root, "spill");
mkdirSync(spillDir, { recursive: true });

async function load(): Promise<void> {
	const { outcomes, problems } = await loadSources({
		workspace,
		datasets,
		lists,
		store: new Store(workspace.store),
		limits: { memory: "1GB", threads: 2, spillDir },
	});
	if (outcomes.some(({ status }) => status !== "loaded"))
		throw new Error(JSON.stringify(problems.slice(0, 5)));
}

await printTurn(async () => {
	if (stages !== undefined) return { stages: await byStage(load) };
	await load();
	return undefined;
});

/** One turn of loading: WORKSPACE [--steps]. Prints {seconds, cpu, megabytes}. */
import { join } from "node:path";
import { DuckDBConnection } from "@duckdb/node-api";
import { loadDatasets } from "../../src/datasets/index.ts";
import { loadSources } from "../../src/ingest/index.ts";
import { loadLists } from "../../src/lists/index.ts";
import { Store } from "../../src/store/index.ts";
import { openWorkspace } from "../../src/workspace/index.ts";

const [root = "", steps] = process.argv.slice(2);
const workspace = openWorkspace(root);
const folders = (name: string) =>
	workspace.rules.map((folder) => join(folder, name));
const { lists } = loadLists(folders("lists"));
const { datasets } = loadDatasets(folders("datasets"), lists);

/** Prints each statement that takes a while, when it begins and how long it takes. */
function printSteps(started: number): void {
	for (const method of ["run", "runAndReadAll"] as const) {
		const plain = DuckDBConnection.prototype[method] as (
			...args: unknown[]
		) => Promise<unknown>;
		DuckDBConnection.prototype[method] = async function (
			this: DuckDBConnection,
			...args: unknown[]
		) {
			const from = performance.now();
			const result = await plain.apply(this, args);
			const took = performance.now() - from;
			if (took > 20)
				console.error(
					`${(from - started).toFixed(0).padStart(7)} ${took.toFixed(0).padStart(6)} ms ${String(args[0]).slice(0, 160)}`,
				);
			return result;
		} as never;
	}
}

const before = process.cpuUsage();
const started = performance.now();
if (steps !== undefined) printSteps(started);
const { outcomes, problems } = await loadSources({
	workspace,
	datasets,
	lists,
	store: new Store(workspace.store),
	limits: { memory: "1GB", threads: 2 },
});
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(before);
if (outcomes[0]?.status !== "loaded") throw new Error(JSON.stringify(problems));
console.log(
	JSON.stringify({
		seconds,
		cpu: (user + system) / 1e6,
		megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
	}),
);

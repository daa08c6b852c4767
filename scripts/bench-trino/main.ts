/**
 * The same city on one worker and on two, each worker on a core of its own, and on this machine:
 * npm run bench-trino -- --scale 0.05 [--rules GXB,XBML] [--dir FOLDER]
 * Prints a Markdown table: seconds, speed-up, and the digest of the leads, which must be one.
 */
import {
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { measure } from "../bench/measure.ts";
import { makeWorkspace } from "../bench/workspace.ts";
import { missingForTrino, startCluster } from "../trino-local/cluster.ts";

const { values } = parseArgs({
	options: {
		scale: { type: "string", default: "0.05" },
		seed: { type: "string", default: "7" },
		rules: { type: "string" },
		heap: { type: "string", default: "4G" },
		dir: { type: "string" },
	},
});

const missing = missingForTrino();
if (missing !== undefined) {
	console.log(`Trino cannot run here: ${missing}`);
	process.exit(1);
}

const binary = fileURLToPath(new URL("../../bin/bidui.mjs", import.meta.url));
const dir = values.dir ?? mkdtempSync(join(tmpdir(), "bidui-bench-trino-"));
const lake = join(dir, "lake");
mkdirSync(lake, { recursive: true });
const say = (text: string) => console.error(text);

interface Run {
	where: string;
	seconds: number;
	digest: string;
}

const city = await makeWorkspace(
	dir,
	Number(values.seed),
	Number(values.scale),
	say,
);

async function bidui(...args: string[]) {
	const ran = await measure([binary, ...args, "-w", city.dir]);
	if (ran.code !== 0 && ran.code !== 3)
		throw new Error(`bidui ${args.join(" ")} gave ${ran.code}\n${ran.err}`);
	return ran;
}

/** Runs the rules with nothing kept of them; the sources are loaded already. */
async function rulesOn(where: string, ...args: string[]): Promise<Run> {
	for (const made of ["models", "hits", "runs"])
		rmSync(join(city.dir, "store", made), { recursive: true, force: true });
	for (const made of ["leads", "out"])
		rmSync(join(city.dir, made), { recursive: true, force: true });
	const rules = values.rules === undefined ? [] : ["--rules", values.rules];
	const { seconds } = await bidui("run", ...rules, ...args);
	const { out } = await bidui("leads", "list", "--json");
	const { state } = JSON.parse(out) as { state: string };
	say(`${where}: ${seconds.toFixed(0)} s, ${state.slice(0, 12)}`);
	return { where, seconds, digest: state.slice(0, 12) };
}

const loaded = await bidui("load");
say(`loaded in ${loaded.seconds.toFixed(0)} s`);
const runs: Run[] = [await rulesOn("this machine (DuckDB, all cores)")];
const config = join(city.dir, "bidui.yaml");
const plain = readFileSync(config, "utf8");
const lakeSettings = (url: string) =>
	[
		"",
		"lake:",
		`  url: ${url}`,
		"  user: bidui",
		"  catalog: lake",
		"  location: local:///bidui",
		`  folder: ${JSON.stringify(join(lake, "bidui"))}`,
		"",
	].join("\n");

for (const workers of [1, 2]) {
	const cluster = await startCluster({
		workers,
		heap: values.heap,
		lake,
		core: (node) => (node === 0 ? undefined : node - 1),
	});
	try {
		writeFileSync(config, `${plain}${lakeSettings(cluster.url)}`);
		await bidui("lake", "publish");
		runs.push(
			await rulesOn(`${workers} worker(s), one core each`, "--engine", "trino"),
		);
	} finally {
		await cluster.stop();
	}
}

const [, one] = runs;
console.log(
	[
		`City of scale ${values.scale}, ${city.megabytes.toFixed(0)} MB of exports; ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB. Sources loaded before; models, rules, leads and reports are timed.`,
		"",
		"| where | seconds | speed-up over one worker | digest of the leads |",
		"|---|---|---|---|",
		...runs.map(
			({ where, seconds, digest }) =>
				`| ${where} | ${seconds.toFixed(1)} | ${((one?.seconds ?? 0) / seconds).toFixed(2)} | ${digest} |`,
		),
	].join("\n"),
);
if (values.dir === undefined) rmSync(dir, { recursive: true, force: true });
process.exit(new Set(runs.map(({ digest }) => digest)).size === 1 ? 0 : 1);

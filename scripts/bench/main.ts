import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { DuckDBInstance } from "@duckdb/node-api";
import { benchRuleTools } from "../bench-rules/bench.ts";
import { rulesMarkdown } from "../bench-rules/print.ts";
import { polars } from "./polars.ts";
import { type BiduiRun, bidui, type Yardstick, yardstick } from "./programs.ts";
import { type Bench, markdown, svg } from "./report.ts";
import { benchRules, writeRules } from "./rules.ts";
import { benchCounty, megabytes, write, writeRest } from "./workspace.ts";

const { values } = parseArgs({
	options: {
		scale: { type: "string", default: "0.02" },
		seed: { type: "string", default: "1" },
		/** Also writes the figures; a table and a picture go beside it. */
		json: { type: "string" },
		/** Where the county and the stores are made; a temporary folder without it. */
		dir: { type: "string" },
	},
});
const scale = Number(values.scale);
const seed = Number(values.seed);
if (!(scale > 0) || !Number.isInteger(seed)) {
	console.error(
		"usage: npm run bench -- [--scale 0.02] [--seed 1] [--json FILE] [--dir DIR]",
	);
	process.exit(2);
}

/** A day after the as-of date of the county. */
const LATER = "2026-07-01";

const say = (text: string) => console.error(text);
const dir = mkdtempSync(join(values.dir ?? tmpdir(), "bidui-bench-"));
try {
	say(`generating scale ${scale}`);
	const made = await benchCounty(seed, scale);
	const workspace = join(dir, "workspace");
	const sources = join(workspace, "sources");
	const store = join(dir, "yardstick");
	write(workspace, made.first);
	await writeRest(workspace, seed, scale, say);
	writeRules(workspace);

	say("yardstick");
	const mb = megabytes(sources);
	const whole = await yardstick(sources, store);
	say("bidui load");
	const load = await bidui(workspace, "load");
	say("bidui, the comparisons as rules");
	const ids = benchRules.map(({ id }) => id);
	const compared = await bidui(workspace, "run", ids);
	say("bidui, the shipped rules");
	const shipped = await bidui(workspace, "run");
	say("nothing changed");
	const still = await bidui(workspace, "run");
	say("only the as-of date moved");
	const dated = await bidui(workspace, "run", [], LATER);
	say("Polars");
	const other = await polars(sources, join(dir, "polars"), say);

	const night = async (files: typeof made.delta) => {
		write(workspace, files);
		const paths = files.map(({ path }) => path.slice("sources/".length));
		const byHand = await yardstick(sources, store, paths);
		return { byHand, ran: await bidui(workspace, "run", ids) };
	};
	say("night: a delta file");
	const delta = await night(made.delta);
	say("night: the register as a whole");
	const cumulative = await night(made.cumulative);

	const bench: Bench = {
		contract: "bidui/bench@1",
		machine: await machine(),
		county: {
			seed,
			scale,
			rows: whole.rows,
			mb,
		},
		stages: [
			{
				what: "load",
				yardstick: whole.load,
				bidui: load.seconds,
				...memory(whole, load),
			},
			{
				what: "fourteen comparisons",
				yardstick: total(whole.comparisons),
				bidui: total(compared.nodes),
				...memory(whole, compared),
			},
			{
				what: "shipped rules and models",
				bidui: total(shipped.nodes.filter(({ unchanged }) => !unchanged)),
				...memory(undefined, shipped),
			},
			{
				what: "night: a delta file",
				yardstick: delta.byHand.load + total(delta.byHand.comparisons),
				bidui: delta.ran.seconds,
				executed: executed(delta.ran),
				...memory(delta.byHand, delta.ran),
			},
			{
				what: "night: register re-exported",
				yardstick:
					cumulative.byHand.load + total(cumulative.byHand.comparisons),
				bidui: cumulative.ran.seconds,
				executed: executed(cumulative.ran),
				...memory(cumulative.byHand, cumulative.ran),
			},
			{
				what: "night: nothing changed",
				bidui: still.seconds,
				executed: executed(still),
				...memory(undefined, still),
			},
			{
				what: "night: only the as-of date moved",
				bidui: dated.seconds,
				executed: executed(dated),
				...memory(undefined, dated),
			},
		],
		...(other === undefined
			? {}
			: {
					polars: {
						version: other.version,
						load: other.load,
						comparisons: total(other.comparisons),
						...(other.peakMb === undefined ? {} : { mb: other.peakMb }),
					},
				}),
		comparisons: benchRules.map(({ id, name }, i) => ({
			what: name,
			yardstick: whole.comparisons[i]?.seconds ?? 0,
			yardstickRows: whole.comparisons[i]?.rows ?? 0,
			bidui: compared.nodes.find((node) => node.name === id)?.seconds ?? 0,
			leads: compared.leads[id] ?? 0,
			...(other === undefined
				? {}
				: { polars: other.comparisons[i]?.seconds ?? 0 }),
			...(other === undefined
				? {}
				: { polarsRows: other.comparisons[i]?.rows ?? 0 }),
		})),
		nodes: shipped.nodes.map(({ name, kind, seconds }) => ({
			name,
			kind,
			seconds,
		})),
		slowest: [...shipped.nodes]
			.sort((a, b) => b.seconds - a.seconds)
			.slice(0, 10)
			.map(({ name, kind, seconds }) => ({ name, kind, seconds })),
	};
	console.log(markdown(bench));
	// The two that clean nothing must agree. Rules see cleaned values, and find what is spelled otherwise.
	const apart = bench.comparisons.filter(
		({ yardstickRows, polarsRows }) =>
			polarsRows !== undefined && polarsRows !== yardstickRows,
	);
	for (const { what, yardstickRows, polarsRows } of apart)
		say(
			`results differ: ${what}: yardstick ${yardstickRows}, Polars ${polarsRows}`,
		);
	if (apart.length > 0) process.exitCode = 1;
	say("tools of rule authors, with 100 rules more");
	console.log(rulesMarkdown(await benchRuleTools(100)));
	if (values.json !== undefined) {
		const beside = values.json.replace(/\.json$/, "");
		writeFileSync(values.json, `${JSON.stringify(bench, null, "\t")}\n`);
		writeFileSync(`${beside}.md`, markdown(bench));
		writeFileSync(`${beside}.svg`, svg(bench));
	}
} finally {
	rmSync(dir, { recursive: true, force: true });
}

function total(parts: readonly { seconds: number }[]): number {
	return parts.reduce((sum, { seconds }) => sum + seconds, 0);
}

/** Rules and models that ran; the others' results still held. */
function executed({ nodes }: BiduiRun): number {
	return nodes.filter(({ unchanged }) => !unchanged).length;
}

function memory(byHand: Yardstick | undefined, ran: BiduiRun) {
	return {
		...(byHand?.peakMb === undefined ? {} : { yardstickMb: byHand.peakMb }),
		...(ran.peakMb === undefined ? {} : { biduiMb: ran.peakMb }),
	};
}

async function machine(): Promise<Bench["machine"]> {
	const db = await (await DuckDBInstance.create(":memory:")).connect();
	const version = (await db.runAndReadAll("SELECT version()")).getRows();
	return {
		cpu: cpus()[0]?.model ?? "?",
		cores: cpus().length,
		"memory GB": Math.round(totalmem() / 2 ** 30),
		platform: `${process.platform} ${process.arch}`,
		node: process.version,
		duckdb: String(version[0]?.[0]),
	};
}

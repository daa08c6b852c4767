import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { DuckDBInstance } from "@duckdb/node-api";
import { benchRuleTools } from "../bench-rules/bench.ts";
import { rulesMarkdown } from "../bench-rules/print.ts";
import { answersOf } from "./answers.ts";
import { nightsAfter } from "./nights.ts";
import { polars } from "./polars.ts";
import { type BiduiRun, bidui, together, yardstick } from "./programs.ts";
import { type Bench, markdown, type Stage, stageLine, svg } from "./report.ts";
import { benchRules, writeRules } from "./rules.ts";
import { makeWorkspace } from "./workspace.ts";

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

const say = (text: string) => console.error(text);
const dir = mkdtempSync(join(values.dir ?? tmpdir(), "bidui-bench-"));
try {
	say(`generating scale ${scale}`);
	const made = await makeWorkspace(dir, seed, scale, say);
	writeRules(made.dir);
	const store = join(dir, "yardstick");
	const ids = benchRules.map(({ id }) => id);

	const stages: Stage[] = [];
	const stage = (done: Stage) => {
		stages.push(done);
		say(stageLine(done));
	};
	say("yardstick");
	const byHand = await yardstick(made.sources, store);
	const load = await bidui(made.dir, "load");
	stage({ what: "load", yardstick: byHand.load, bidui: load.whole });
	const compared = await bidui(made.dir, "run", ids);
	stage({
		what: "fourteen comparisons",
		yardstick: together(byHand.comparisons),
		bidui: { ...compared.whole, ...compared.rules },
	});
	const answers = await answersOf(made.dir, store, compared, benchRules);
	say("Polars");
	const other = await polars(made.sources, join(dir, "polars"), store, say);
	await nightsAfter(made, store, stage);
	const shipped = await bidui(made.dir, "run");
	stage({
		what: "shipped rules and models",
		bidui: { ...shipped.whole, ...shipped.rules },
		executed: executed(shipped),
	});
	const still = await bidui(made.dir, "run");
	stage({
		what: "shipped rules, nothing changed",
		bidui: still.whole,
		executed: executed(still),
	});
	const dated = await bidui(made.dir, "run", [], "2026-07-01");
	stage({
		what: "shipped rules, only the as-of date moved",
		bidui: dated.whole,
		executed: executed(dated),
	});

	const bench: Bench = {
		contract: "bidui/bench@2",
		machine: await machine(),
		county: { seed, scale, rows: byHand.rows, mb: made.megabytes },
		stages,
		...(other === undefined ? {} : { polars: other.summary }),
		comparisons: benchRules.map(({ id, name }) => ({
			what: name,
			yardstick: byHand.comparisons.find((one) => one.name === name)?.seconds,
			bidui: compared.nodes.find((node) => node.name === id)?.seconds,
			polars: other?.comparisons.find((one) => one.name === name)?.seconds,
			polarsAgrees: other?.agrees.get(name),
			...answers.get(name),
		})),
		nodes: shipped.nodes.map(({ name, kind, seconds }) => ({
			name,
			kind,
			seconds,
		})),
	};
	console.log(markdown(bench));
	say("tools of rule authors, on 100 copies of rules");
	console.log(rulesMarkdown(await benchRuleTools(100)));
	if (values.json !== undefined) {
		const beside = values.json.replace(/\.json$/, "");
		writeFileSync(values.json, `${JSON.stringify(bench, null, "\t")}\n`);
		writeFileSync(`${beside}.md`, markdown(bench));
		writeFileSync(`${beside}.svg`, svg(bench));
	}
	const wrong = bench.comparisons.filter(
		({ verdict, polarsAgrees }) =>
			verdict === undefined ||
			verdict === "unexplained" ||
			polarsAgrees === false,
	);
	for (const { what } of wrong) say(`answers differ: ${what}`);
	if (wrong.length > 0) process.exitCode = 1;
} finally {
	rmSync(dir, { recursive: true, force: true });
}

/** Rules and models that ran; the others' results still held. */
function executed({ nodes }: BiduiRun): number {
	return nodes.filter(({ unchanged }) => !unchanged).length;
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

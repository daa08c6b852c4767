import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { DuckDBInstance } from "@duckdb/node-api";
import { writePopulation } from "./population.ts";
import { type Line, ofCeiling, precision, recall, score } from "./score.ts";
import { ruleId, writeWorkspace } from "./workspace.ts";

const { values } = parseArgs({
	options: {
		residents: { type: "string", default: "1000000" },
		cadres: { type: "string", default: "12000" },
		seed: { type: "string", default: "1" },
		/** One or several multipliers of the errors. */
		errors: { type: "string", default: "1,3" },
		/** Also writes the lines. */
		json: { type: "string" },
		/** Where the workspaces are made; a temporary folder without it. */
		dir: { type: "string" },
	},
});
const binary = fileURLToPath(new URL("../../bin/bidui.mjs", import.meta.url));
const say = (text: string) => console.error(text);

/** One population through the real binary. */
async function measured(errors: number): Promise<Line[]> {
	const dir = mkdtempSync(join(values.dir ?? tmpdir(), "bidui-link-"));
	const db = await (await DuckDBInstance.create(":memory:")).connect();
	try {
		say(`errors ${errors}: population`);
		const spec = {
			seed: Number(values.seed),
			residents: Number(values.residents),
			cadres: Number(values.cadres),
			errors,
		};
		await writePopulation(db, spec, join(dir, "sources"));
		writeWorkspace(dir);
		say(`errors ${errors}: bidui`);
		const from = performance.now();
		const ran = spawnSync(
			process.execPath,
			[binary, "run", "--workspace", dir, "--rules", ruleId, "--json"],
			{ encoding: "utf8", maxBuffer: 1 << 28 },
		);
		if (ran.status !== 0) throw new Error(ran.stderr);
		say(
			`errors ${errors}: ${((performance.now() - from) / 1000).toFixed(0)} s, loading and all`,
		);
		const models = join(dir, "store", "models", "relative_resolved");
		const [file] = readdirSync(models);
		// The first record below the heading is row 2.
		await db.run(`CREATE OR REPLACE TABLE resolved AS
			SELECT split_part(claim, '#', 2)::BIGINT - 1 AS n, kin_id, decision, tier FROM read_parquet('${join(models, file ?? "")}')`);
		return await score(db);
	} finally {
		db.closeSync();
		if (values.dir === undefined) rmSync(dir, { recursive: true, force: true });
	}
}

const all: { errors: number; lines: Line[] }[] = [];
for (const errors of values.errors.split(",").map(Number))
	all.push({ errors, lines: await measured(errors) });

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
console.log(
	`${Number(values.residents).toLocaleString("en")} residents, seed ${values.seed}; a fifth of the relatives in no register, no relative's number in any family table\n`,
);
console.log(
	"| errors | method | what is known | claims | in a register | unique there | resolved | precision | recall | of the ceiling |\n|---|---|---|---|---|---|---|---|---|---|",
);
for (const { errors, lines } of all)
	for (const line of lines)
		console.log(
			`| ${errors} | ${line.method} | ${line.features} | ${line.claims} | ${line.present} | ${line.unique} | ${line.resolved} | ${percent(precision(line))} | ${percent(recall(line))} | ${percent(ofCeiling(line))} |`,
		);
if (values.json !== undefined)
	writeFileSync(values.json, `${JSON.stringify(all, null, "\t")}\n`);

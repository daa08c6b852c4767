import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { splink } from "../link-bench/splink.ts";
import { cost, costText } from "./cost.ts";
import { writePopulation } from "./population.ts";
import {
	type Line,
	makeRegister,
	ofCeiling,
	precision,
	recall,
	type Shares,
	score,
	shares,
	writeTables,
} from "./score.ts";
import { ruleId, writeWorkspace } from "./workspace.ts";

const { values } = parseArgs({
	options: {
		residents: { type: "string", default: "1000000" },
		cadres: { type: "string", default: "12000" },
		seed: { type: "string", default: "1" },
		/** One or several multipliers of the errors. */
		errors: { type: "string", default: "1,3" },
		/** Splink on the same rows, in a Python environment in this folder. */
		splink: { type: "string" },
		/** Only what the walk from cadres to relatives costs in a city of so many residents. */
		cost: { type: "string" },
		/** Also writes the lines. */
		json: { type: "string" },
		/** Where the workspaces are made; a temporary folder without it. */
		dir: { type: "string" },
	},
});
const binary = fileURLToPath(new URL("../../bin/bidui.mjs", import.meta.url));
const say = (text: string) => console.error(text);

/** The best of Splink's candidates, where it is sure of him and of nobody else; what to call it. */
async function besides(
	db: DuckDBConnection,
	dir: string,
): Promise<string | undefined> {
	await db.run(
		"CREATE OR REPLACE TABLE other_linker (n BIGINT, kin_id VARCHAR)",
	);
	if (values.splink === undefined) return undefined;
	const [left, right, out] = ["claims.csv", "register.csv", "pairs.csv"].map(
		(name) => join(dir, name),
	) as [string, string, string];
	await writeTables(db, left, right);
	say("Splink");
	const ran = splink(
		{ left, right, out, columns: ["sex"] },
		values.splink,
		say,
	);
	if (ran === undefined) return undefined;
	say(`Splink: ${ran.seconds.toFixed(0)} s`);
	await db.run(`INSERT INTO other_linker SELECT a, max_by(b, p) FROM read_csv('${out}', header = true, types = {'b': 'VARCHAR'})
		WHERE p >= 0.95 GROUP BY a HAVING count(*) = 1`);
	return `Splink ${ran.version}`;
}

/** One population through the real binary. */
async function measured(
	errors: number,
): Promise<{ lines: Line[]; shares: Shares }> {
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
		await makeRegister(db);
		const lines = await score(db, await besides(db, dir));
		return { lines, shares: await shares(db) };
	} finally {
		db.closeSync();
		if (values.dir === undefined) rmSync(dir, { recursive: true, force: true });
	}
}

async function accuracy(): Promise<void> {
	const all: { errors: number; lines: Line[]; shares: Shares }[] = [];
	for (const errors of values.errors.split(",").map(Number))
		all.push({ errors, ...(await measured(errors)) });

	const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
	for (const { errors, shares: of } of all)
		console.log(
			`errors ${errors}: ${of.residents.toLocaleString("en")} residents, ${of.claims.toLocaleString("en")} relatives stated, none with a number; of them ${percent(of.bare)} with name and month of birth only, ${percent(of.absent)} in no register`,
		);
	console.log("");
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
}

if (values.cost !== undefined)
	console.log(costText(await cost(Number(values.cost))));
else await accuracy();

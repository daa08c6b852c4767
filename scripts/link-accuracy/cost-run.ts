import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import {
	explainSelect,
	localNodes,
	type SandboxJob,
} from "../../src/engine/index.ts";
import {
	bindParameters,
	boundPieces,
	defaultParameters,
	LATEST,
	REACHED,
} from "../../src/rules/index.ts";
import { makeByRounds } from "../../src/run/iterate.ts";
import { inputsOf, shippedRules } from "../link-bench/product.ts";

/** Runs kin_walk and kin_path, as they ship, over what cost.ts made in a folder; prints JSON. */
const folder = process.argv[2] ?? "";
const set = shippedRules();
const files = new Map(
	["kin_link", "kin_focus"].map((name) => [
		name,
		join(folder, `${name}.parquet`),
	]),
);
const db = await (await DuckDBInstance.create(":memory:")).connect();
for (const name of ["kin_chain", "kin_class", "kin_title"]) {
	const list = set.lists.get(name);
	if (list === undefined) throw new Error(`no list ${name}`);
	const file = join(folder, `${name}.parquet`);
	const values = list.rows
		.map(
			(row) =>
				`(${row.map((cell) => (cell === null ? "NULL" : `'${String(cell)}'`)).join(", ")})`,
		)
		.join(", ");
	await db.run(
		`COPY (SELECT ${list.columns.map(({ name: column, type }) => `CAST(${column} AS ${type}) AS ${column}`).join(", ")} FROM (VALUES ${values}) AS l(${list.columns.map((column) => column.name).join(", ")})) TO '${file}' (FORMAT parquet)`,
	);
	files.set(name, file);
}
const nodes = localNodes();
const modelOf = (name: string) => {
	const model = set.models.get(name);
	if (model === undefined) throw new Error(`no model ${name}`);
	const parameters = defaultParameters(model, "2026-06-30");
	const bind = (sql: string) => bindParameters(sql, parameters);
	const job: SandboxJob = {
		sql: bind(model.sql),
		inputs: inputsOf(model, set, files),
		limits: { memory: "8GB", threads: 2, spillDir: folder },
		timeoutMs: 3_600_000,
	};
	return { model, bind, job };
};

const from = performance.now();
const used = process.cpuUsage();
const walk = modelOf("kin_walk");
const pieces = boundPieces(walk.model, walk.bind);
if (pieces === undefined) throw new Error("kin_walk has no rounds");
const walked = join(folder, "kin_walk.parquet");
const unfinished = await makeByRounds(
	nodes,
	walk.model,
	pieces,
	walk.job,
	walked,
);
if (unfinished !== undefined) throw new Error(unfinished.message);
files.set("kin_walk", walked);
const path = modelOf("kin_path");
const { rows: relatives } = await nodes.make(
	path.job,
	join(folder, "kin_path.parquet"),
);
const seconds = (performance.now() - from) / 1000;
const { user, system } = process.cpuUsage(used);
const cpu = (user + system) / 1e6;

const rounds = (
	await db.runAndReadAll(
		`SELECT count(*)::INTEGER AS n FROM '${walked}' GROUP BY steps ORDER BY steps`,
	)
)
	.getRowObjects()
	.map(({ n }) => Number(n));
const columns = walk.model.header.columns.map(({ name, type }) => ({
	name,
	type: type as SandboxJob["inputs"][number]["columns"][number]["type"],
}));
// The plan is told by running it: the first round's rows are enough for that.
const first = join(folder, "first.parquet");
await db.run(
	`COPY (SELECT * FROM '${walked}' WHERE steps = 1) TO '${first}' (FORMAT parquet)`,
);
const plan = await explainSelect({
	...walk.job,
	sql: pieces.step,
	inputs: [
		...walk.job.inputs,
		{ name: LATEST, columns, files: [first] },
		{ name: REACHED, columns, files: [walked] },
	],
});
const joins: Record<string, number> = {};
for (const [kind] of plan.matchAll(/\b[A-Z_]+_(?:JOIN|PRODUCT)\b/g))
	joins[kind] = (joins[kind] ?? 0) + 1;
console.log(JSON.stringify({ rounds, relatives, joins, seconds, cpu }));

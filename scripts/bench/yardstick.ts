/**
 * The yardstick: what somebody would write by hand in DuckDB, with no check at all. Every CSV is read
 * as text with row numbers into zstd Parquet; then the fourteen comparisons of comparisons.ts. Nobody tunes it down.
 *
 * tsx yardstick.ts SOURCES STORE [--night CHANGED_FILE…]: all of it, or a night on which these files came.
 * Prints what it took, and rows, as JSON; the keys that each comparison found go to STORE/keys.
 */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { comparisons, tablesOf } from "./comparisons.ts";

const [sources = "", store = "", night, ...changed] = process.argv.slice(2);
const keys = join(store, "keys");
mkdirSync(keys, { recursive: true });
const instance = await DuckDBInstance.create(":memory:", {
	threads: "2",
	preserve_insertion_order: "false",
});
const db = await instance.connect();
/** Seconds, seconds of the processor, and the most memory held so far in MB. */
const measured = async (work: () => Promise<unknown>) => {
	const from = performance.now();
	const before = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(before);
	return {
		seconds: (performance.now() - from) / 1000,
		cpu: (user + system) / 1e6,
		mb: Math.round(process.resourceUsage().maxRSS / 1024),
	};
};

const files = readdirSync(sources, { recursive: true, encoding: "utf8" })
	.filter((path) => path.endsWith(".csv"))
	.sort();
const parquet = (path: string) =>
	join(store, `${path.replaceAll("/", "·")}.parquet`);
let loaded = 0;
const load = await measured(async () => {
	for (const path of night === undefined ? files : changed) {
		const copied = await db.runAndReadAll(
			`COPY (SELECT row_number() OVER () AS _row, * FROM read_csv('${join(sources, path)}',
				all_varchar = true, header = true, delim = ',', quote = '"', escape = '"'))
			TO '${parquet(path)}' (FORMAT parquet, COMPRESSION zstd)`,
		);
		loaded += Number(copied.getRows()[0]?.[0] ?? 0);
	}
});

const touched = new Set<string>();
for (const [table, own] of Object.entries(tablesOf(files))) {
	if (own.some((path) => changed.includes(path))) touched.add(table);
	await db.run(
		`CREATE VIEW ${table} AS SELECT * FROM read_parquet([${own.map((path) => `'${parquet(path)}'`).join(", ")}], union_by_name = true)`,
	);
}

const results = [];
for (const [name, { reads, sql }] of Object.entries(comparisons)) {
	if (night !== undefined && !reads.some((table) => touched.has(table)))
		continue;
	let found = new Set<unknown>();
	const took = await measured(async () => {
		const answer = await db.runAndReadAll(sql);
		found = new Set(answer.getRows().map(([key]) => key));
	});
	found.delete(null);
	writeFileSync(join(keys, `${name}.txt`), [...found].sort().join("\n"));
	results.push({ name, ...took, rows: found.size });
}
console.log(JSON.stringify({ load, rows: loaded, comparisons: results }));

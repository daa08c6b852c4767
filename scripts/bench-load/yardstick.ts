/** One turn of the yardstick: CSV, PARQUET. Prints {seconds, cpu, megabytes}. */
import { DuckDBInstance } from "@duckdb/node-api";

const [csv = "", parquet = ""] = process.argv.slice(2);
const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
const connection = await instance.connect();
const before = process.cpuUsage();
const started = performance.now();
await connection.run(
	`COPY (SELECT row_number() OVER () AS _row, * FROM read_csv('${csv}', all_varchar = true, header = true)) TO '${parquet}' (FORMAT parquet, COMPRESSION zstd)`,
);
const { user, system } = process.cpuUsage(before);
console.log(
	JSON.stringify({
		seconds: (performance.now() - started) / 1000,
		cpu: (user + system) / 1e6,
		megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
	}),
);

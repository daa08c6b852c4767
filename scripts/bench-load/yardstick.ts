/** One turn of the yardstick: every CSV of a FOLDER to Parquet beside it. Prints {seconds, cpu, megabytes}. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { printTurn } from "./turn.ts";

const [folder = ""] = process.argv.slice(2);
const files = readdirSync(folder).filter((name) => name.endsWith(".csv"));
const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
const connection = await instance.connect();
await printTurn(async () => {
	for (const name of files.sort()) {
		const csv = join(folder, name);
		await connection.run(
			`COPY (SELECT row_number() OVER () AS _row, * FROM read_csv('${csv}', all_varchar = true, header = true)) TO '${csv}.parquet' (FORMAT parquet, COMPRESSION zstd)`,
		);
	}
	return undefined;
});

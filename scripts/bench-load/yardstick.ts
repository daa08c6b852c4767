/** One turn of the yardstick: every CSV of a FOLDER to Parquet beside it [--stages]. Prints {seconds, cpu, megabytes}. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { byStage } from "./stages.ts";
import { printTurn } from "./turn.ts";

const [folder = "", stages] = process.argv.slice(2);
const files = readdirSync(folder).filter((name) => name.endsWith(".csv"));
const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
const connection = await instance.connect();

async function read(): Promise<undefined> {
	for (const name of files.sort()) {
		const csv = join(folder, name);
		await connection.run(
			`COPY (SELECT row_number() OVER () AS _row, * FROM read_csv('${csv}', all_varchar = true, header = true)) TO '${csv}.parquet' (FORMAT parquet, COMPRESSION zstd)`,
		);
	}
}

await printTurn(async () =>
	stages === undefined ? read() : { stages: await byStage(read) },
);

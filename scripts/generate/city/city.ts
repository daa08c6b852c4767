import {
	createReadStream,
	createWriteStream,
	mkdirSync,
	renameSync,
	rmSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import iconv from "iconv-lite";
import type { SourceNote } from "../exports/desk.ts";
import { prepare } from "./prepare.ts";
import { cityTables } from "./tables.ts";

export interface CitySpec {
	seed: number;
	residents: number;
	/** All in UTF-8. */
	plain?: boolean;
	say(text: string): void;
}

/** How the workspace declares the city's files. */
export const cityNotes: readonly SourceNote[] = cityTables.map(
	({ id, path, dataset, from }) => ({ id, path, dataset, from }),
);

/** Writes the rows of the city beyond the county below `sources/`, by DuckDB, table after table. */
export async function writeCity(
	sources: string,
	{ seed, residents, plain, say }: CitySpec,
): Promise<void> {
	const spill = join(sources, ".spill");
	const instance = await DuckDBInstance.create(":memory:", {
		threads: "2",
		memory_limit: "6GB",
		temp_directory: spill,
		// Integer division and the order of rows are part of what makes the bytes the same.
		preserve_insertion_order: "true",
	});
	const db = await instance.connect();
	try {
		for (const sql of prepare(seed, Math.floor(residents / 8)))
			await db.run(sql);
		for (const { path, encoding, sql } of cityTables) {
			const from = performance.now();
			const to = join(sources, path);
			mkdirSync(dirname(to), { recursive: true });
			await db.run(
				`COPY (${sql}) TO '${to}' (FORMAT csv, HEADER true, DELIMITER ',')`,
			);
			if (encoding === "gb18030" && !plain) await recode(to);
			say(`${path}: ${((performance.now() - from) / 1000).toFixed(1)} s`);
		}
	} finally {
		db.closeSync();
		instance.closeSync();
		rmSync(spill, { recursive: true, force: true });
	}
}

async function recode(path: string): Promise<void> {
	const half = `${path}.part`;
	await pipeline(
		createReadStream(path),
		iconv.decodeStream("utf8"),
		iconv.encodeStream("gb18030"),
		createWriteStream(half),
	);
	renameSync(half, path);
}

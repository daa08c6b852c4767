import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Address } from "./truth.ts";

/** A line of a snapshot, as far as scoring reads it (docs/contracts/snapshot.md). */
interface SnapshotLine {
	type: string;
	key: string;
	file: string;
	sheet?: string;
}

/**
 * Where the rows stand that a load left in quarantine: of each part of the newest snapshot, from
 * `store/quarantine/<key>.parquet` (docs/contracts/part.md). A row with several faults counts once.
 */
export async function quarantinedRows(workspace: string): Promise<Address[]> {
	const store = join(workspace, "store");
	const newest = readdirSync(join(store, "snapshots")).sort().at(-1);
	if (newest === undefined) return [];
	const parts = readFileSync(join(store, "snapshots", newest), "utf8")
		.trimEnd()
		.split("\n")
		.slice(1)
		.map((line) => JSON.parse(line) as SnapshotLine)
		.filter(({ type }) => type === "part");
	const instance = await DuckDBInstance.create(":memory:");
	const db = await instance.connect();
	try {
		const found: Address[] = [];
		for (const { key, file, sheet = null } of parts) {
			const path = join(store, "quarantine", `${key}.parquet`);
			if (!existsSync(path)) continue;
			const reader = await db.runAndReadAll(
				`SELECT DISTINCT _row::INTEGER FROM read_parquet('${path.replaceAll("'", "''")}') ORDER BY 1`,
			);
			for (const [row] of reader.getRows())
				found.push({ file, sheet, row: Number(row) });
		}
		return found;
	} finally {
		db.closeSync();
		instance.closeSync();
	}
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import {
	type Engine,
	identifier,
	literal,
	pathLiteral,
} from "../engine/index.ts";
import type { List } from "../lists/index.ts";
import type { Store } from "../store/index.ts";
import type { Made } from "./inputs.ts";

const ROWS_AT_ONCE = 500;

function cell(value: string | number | boolean | null, type: string): string {
	return value === null ? "NULL" : `CAST(${literal(String(value))} AS ${type})`;
}

/** Writes a list as Parquet under its fingerprint, so that SQL reads it like any other table. */
export async function publishList(
	list: List,
	store: Store,
	engine: Engine,
	staging: string,
): Promise<Made> {
	const file = store.resultPath("lists", list.name, list.fingerprint);
	if (existsSync(file)) return { file, key: list.fingerprint, narrowed: [] };
	const table = identifier(`list_${list.name}`);
	await engine.execute(
		`CREATE OR REPLACE TEMP TABLE ${table} (${list.columns
			.map((column) => `${identifier(column.name)} ${column.type}`)
			.join(", ")})`,
	);
	for (let at = 0; at < list.rows.length; at += ROWS_AT_ONCE)
		await engine.execute(
			`INSERT INTO ${table} VALUES ${list.rows
				.slice(at, at + ROWS_AT_ONCE)
				.map(
					(row) =>
						`(${row.map((value, i) => cell(value, list.columns[i]?.type ?? "VARCHAR")).join(", ")})`,
				)
				.join(", ")}`,
		);
	const temporary = join(staging, `${list.name}.parquet`);
	await engine.execute(
		`COPY ${table} TO ${pathLiteral(temporary)} (FORMAT parquet, COMPRESSION zstd)`,
	);
	store.publishResult(temporary, file);
	return { file, key: list.fingerprint, narrowed: [] };
}

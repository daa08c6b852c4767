import type { DuckDBConnection } from "@duckdb/node-api";
import { type Parsed, parseSelect } from "./ast.ts";
import { duckdb } from "./binding.ts";

let shared: Promise<DuckDBConnection> | undefined;

async function connect(): Promise<DuckDBConnection> {
	const instance = await duckdb().DuckDBInstance.create(":memory:", {
		memory_limit: "256MB",
		threads: "1",
		temp_directory: "",
		autoinstall_known_extensions: "false",
		autoload_known_extensions: "false",
		enable_external_access: "false",
		lock_configuration: "true",
	});
	return instance.connect();
}

/** The connection that parses for the whole process: parsing keeps no state. */
export function parserConnection(): Promise<DuckDBConnection> {
	shared ??= connect();
	return shared;
}

/**
 * Parses SELECT statements without running or binding anything.
 */
export async function parseSql(sql: string): Promise<Parsed> {
	return parseSelect(await parserConnection(), sql);
}

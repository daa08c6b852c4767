import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { Engine, Limits, QueryResult, Row } from "../types.ts";
import { duckdb } from "./binding.ts";
import { toValue } from "./values.ts";

/** Settings of every instance: nothing is downloaded, limits hold, spilling only where allowed. */
export function instanceSettings(limits: Limits): Record<string, string> {
	return {
		memory_limit: limits.memory,
		threads: String(limits.threads),
		autoinstall_known_extensions: "false",
		autoload_known_extensions: "false",
		temp_directory: limits.spillDir?.replaceAll("\\", "/") ?? "",
	};
}

/**
 * Bounds the spill folder. Given when the instance is made the setting shows but does not hold
 * (1.5.5: 380 MB were spilled under a limit of 1 MB), so it is set on a connection.
 */
export async function limitSpill(
	connection: DuckDBConnection,
	limits: Limits,
): Promise<void> {
	if (limits.spillDir !== undefined && limits.spillMegabytes !== undefined)
		await connection.run(
			`SET max_temp_directory_size = '${limits.spillMegabytes}MB'`,
		);
}

/** Reads a statement's rows in the engine's value forms. */
export async function readAll(
	connection: DuckDBConnection,
	sql: string,
): Promise<QueryResult> {
	const reader = await connection.runAndReadAll(sql);
	const names = reader.deduplicatedColumnNames();
	const types = reader.columnTypes().map((type) => type.toString());
	return {
		columns: names.map((name, i) => ({ name, type: types[i] ?? "" })),
		rows: reader.getRows().map((row) => {
			const record: Row = {};
			names.forEach((name, i) => {
				record[name] = toValue(row[i] ?? null);
			});
			return record;
		}),
	};
}

/**
 * Opens an in-memory DuckDB for the host's own statements.
 * Session: integer division and an ordered result, as rules see them.
 */
export async function openDuckdb(limits: Limits): Promise<Engine> {
	const instance = await duckdb().DuckDBInstance.create(
		":memory:",
		instanceSettings(limits),
	);
	try {
		return await session(instance, limits, () => instance.closeSync());
	} catch (error) {
		instance.closeSync();
		throw error;
	}
}

async function session(
	instance: DuckDBInstance,
	limits: Limits,
	closed: () => void,
): Promise<Engine> {
	const connection = await instance.connect();
	await limitSpill(connection, limits);
	return {
		query: (sql) => readAll(connection, sql),
		async execute(sql) {
			await connection.run(sql);
		},
		async *stream(sql) {
			const result = await connection.stream(sql);
			const names = result.deduplicatedColumnNames();
			for await (const rows of result.yieldRows())
				yield rows.map((row) => {
					const record: Row = {};
					names.forEach((name, i) => {
						record[name] = toValue(row[i] ?? null);
					});
					return record;
				});
		},
		session: () => session(instance, limits, () => {}),
		close() {
			connection.closeSync();
			closed();
		},
	};
}

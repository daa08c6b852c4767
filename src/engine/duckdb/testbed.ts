import type {
	DuckDBConnection,
	DuckDBPreparedStatement,
} from "@duckdb/node-api";
import { identifier, literal } from "../sql-text.ts";
import type { Column, QueryResult, Value } from "../types.ts";
import { sandboxError } from "./failures.ts";
import { type Locked, openLocked } from "./locked.ts";
import { columnsOf, prepareSingleSelect } from "./single-select.ts";
import { withStopwatch } from "./stopwatch.ts";
import { refuseForeignTables } from "./tables.ts";
import { toValue } from "./values.ts";

/** A small table given by its rows. */
export interface InlineTable {
	name: string;
	columns: readonly Column[];
	/** Values in the order of the columns, in the engine's value forms. */
	rows: readonly (readonly Value[])[];
}

export interface TestbedOptions {
	memory?: string | undefined;
	/** Milliseconds that one statement may take. */
	timeoutMs?: number | undefined;
}

const INSERT_BATCH = 500;

/** A value as a literal that its column's type takes without loss. */
function valueLiteral(value: Value): string {
	if (value === null) return "NULL";
	if (typeof value === "boolean") return value ? "true" : "false";
	return literal(String(value));
}

/**
 * A locked in-memory DuckDB with the prelude, for SQL over small inline tables:
 * types of results. Nothing on disk can be reached.
 * One testbed serves many texts: `reset` drops the tables and keeps the prelude.
 */
export class Testbed {
	readonly #locked: Locked;
	readonly #timeoutMs: number;
	readonly #tables = new Set<string>();
	readonly #checked = new Set<string>();

	private constructor(locked: Locked, timeoutMs: number) {
		this.#locked = locked;
		this.#timeoutMs = timeoutMs;
	}

	static async open(options: TestbedOptions = {}): Promise<Testbed> {
		const locked = await openLocked({
			limits: { memory: options.memory ?? "1GB", threads: 1 },
			paths: [],
			prepare: [],
		});
		return new Testbed(locked, options.timeoutMs ?? 60_000);
	}

	/**
	 * Makes a table of typed columns with the given rows.
	 * @throws SandboxError (sql) when a value does not fit its column or the name is taken
	 */
	async createTable(
		name: string,
		columns: readonly Column[],
		rows: readonly (readonly Value[])[] = [],
	): Promise<void> {
		await this.#run(async (connection) => {
			const declared = columns.map((c) => `${identifier(c.name)} ${c.type}`);
			await connection.run(
				`CREATE TABLE ${identifier(name)} (${declared.join(", ")})`,
			);
			this.#tables.add(name);
			for (let at = 0; at < rows.length; at += INSERT_BATCH) {
				const values = rows
					.slice(at, at + INSERT_BATCH)
					.map(
						(row) =>
							`(${columns.map((c, i) => `CAST(${valueLiteral(row[i] ?? null)} AS ${c.type})`).join(", ")})`,
					);
				await connection.run(
					`INSERT INTO ${identifier(name)} VALUES ${values.join(", ")}`,
				);
			}
		});
	}

	/**
	 * Runs one SELECT over the tables of the testbed.
	 * @throws SandboxError (sql, timeout, memory)
	 */
	async select(sql: string): Promise<QueryResult> {
		return this.#run(() =>
			this.#prepared(sql, async (prepared) => {
				const columns = columnsOf(prepared);
				const reader = await prepared.runAndReadAll();
				const names = reader.deduplicatedColumnNames();
				const rows = reader
					.getRows()
					.map((row) =>
						Object.fromEntries(
							names.map((name, i) => [name, toValue(row[i] ?? null)]),
						),
					);
				return { columns, rows };
			}),
		);
	}

	/**
	 * Names and DuckDB types of what a SELECT gives, without running it.
	 * @throws SandboxError (sql) when it does not bind
	 */
	async describe(sql: string): Promise<QueryResult["columns"]> {
		return this.#run(() =>
			this.#prepared(sql, async (prepared) => columnsOf(prepared)),
		);
	}

	/** Drops one table. */
	async drop(name: string): Promise<void> {
		await this.#run(async (connection) => {
			await connection.run(`DROP TABLE ${identifier(name)}`);
			this.#tables.delete(name);
		});
	}

	/** Drops every table; the next test starts from nothing. */
	async reset(): Promise<void> {
		const drops = [...this.#tables].map(
			(name) => `DROP TABLE IF EXISTS ${identifier(name)};`,
		);
		this.#tables.clear();
		if (drops.length > 0)
			await this.#run(async (connection) => {
				await connection.run(drops.join("\n"));
			});
	}

	close(): void {
		this.#locked.close();
	}

	/** Prepares a SELECT for some work. A statement that is left alone would keep its dropped tables in memory. */
	async #prepared<Result>(
		sql: string,
		work: (prepared: DuckDBPreparedStatement) => Promise<Result>,
	): Promise<Result> {
		const { connection } = this.#locked;
		const prepared = await prepareSingleSelect(connection, sql);
		try {
			const tables = [...this.#tables].sort();
			const checked = `${tables.join(" ")}\n${sql}`;
			// What a text reads does not change from test to test.
			if (!this.#checked.has(checked)) {
				await refuseForeignTables(connection, sql, tables);
				this.#checked.add(checked);
			}
			return await work(prepared);
		} finally {
			prepared.destroySync();
		}
	}

	async #run<Result>(
		work: (connection: DuckDBConnection) => Promise<Result>,
	): Promise<Result> {
		const { connection } = this.#locked;
		try {
			return await withStopwatch(
				connection,
				{ timeoutMs: this.#timeoutMs },
				() => work(connection),
			);
		} catch (error) {
			throw sandboxError(error);
		}
	}
}

/**
 * Runs one SELECT over inline tables in a testbed of its own.
 * @throws SandboxError (sql, timeout, memory)
 */
export async function runSelectOnRows(job: {
	sql: string;
	tables: readonly InlineTable[];
	options?: TestbedOptions;
}): Promise<QueryResult> {
	const testbed = await Testbed.open(job.options);
	try {
		for (const table of job.tables)
			await testbed.createTable(table.name, table.columns, table.rows);
		return await testbed.select(job.sql);
	} finally {
		testbed.close();
	}
}

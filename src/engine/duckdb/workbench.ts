import type {
	DuckDBConnection,
	DuckDBPreparedStatement,
} from "@duckdb/node-api";
import type { Bench, Seat, ShownTable, TypedTable } from "../bench.ts";
import { identifier } from "../sql-text.ts";
import {
	type Column,
	type QueryResult,
	type Row,
	SandboxError,
	type Value,
} from "../types.ts";
import { sandboxError } from "./failures.ts";
import { type Locked, openLocked } from "./locked.ts";
import { columnsOf, prepareSingleSelect } from "./single-select.ts";
import { withStopwatch } from "./stopwatch.ts";
import { refuseForeignTables } from "./tables.ts";
import { toValue } from "./values.ts";

export interface WorkbenchOptions {
	memory?: string | undefined;
	/** Milliseconds that one statement may take. */
	timeoutMs?: number | undefined;
}

/** Plans that one seat keeps: mutants of a rule come by the hundred, each with a plan of its own. */
const MOST_PLANS = 500;

/**
 * A plan that was made while a table held other rows must not know of them: with its statistics
 * DuckDB (1.5.5) finds no NULL in a column that had none when the statement was prepared.
 */
const PLANS_WITHOUT_ROWS = "statistics_propagation";

/** The table below the views: its name is none that a rule can declare. */
function shelf(name: string): string {
	return identifier(`rows of ${name}`);
}

/**
 * A locked in-memory DuckDB with the prelude for the tests of rules. The tables stand as long as the
 * workbench does and only their rows change, so that a text is planned once however often it runs:
 * planning takes longer than running over a few rows. Nothing on disk can be reached.
 */
class Workbench implements Bench {
	readonly #locked: Locked;
	readonly #timeoutMs: number;
	readonly #columns: ReadonlyMap<string, readonly Column[]>;
	/** What lies on each table; a table that was never filled is empty. */
	readonly #lies = new Map<string, unknown>();
	readonly #seats = new Map<string, PlannedSeat>();

	private constructor(
		locked: Locked,
		timeoutMs: number,
		columns: ReadonlyMap<string, readonly Column[]>,
	) {
		this.#locked = locked;
		this.#timeoutMs = timeoutMs;
		this.#columns = columns;
	}

	/** Opens a workbench with these tables, all empty. */
	static async open(
		tables: readonly TypedTable[],
		options: WorkbenchOptions = {},
	): Promise<Workbench> {
		const locked = await openLocked({
			limits: { memory: options.memory ?? "1GB", threads: 1 },
			settings: { disabled_optimizers: PLANS_WITHOUT_ROWS },
			paths: [],
			prepare: tables.map(
				({ name, columns }) =>
					`CREATE TABLE ${shelf(name)} (${columns.map((c) => `${identifier(c.name)} ${c.type}`).join(", ")});`,
			),
		});
		return new Workbench(
			locked,
			options.timeoutMs ?? 60_000,
			new Map(tables.map(({ name, columns }) => [name, columns])),
		);
	}

	/** Asked for again with the same tables it is the same one, with the plans that it has made. */
	async seat(tables: readonly ShownTable[]): Promise<PlannedSeat> {
		const key = JSON.stringify(
			tables.map(({ name, of, columns }) => [
				name,
				of,
				columns.map((c) => c.name),
			]),
		);
		const known = this.#seats.get(key);
		if (known !== undefined) return known;
		const connection = await this.#locked.connect();
		const made = new PlannedSeat(
			connection,
			tables.map(({ name }) => name),
			this.#timeoutMs,
		);
		this.#seats.set(key, made);
		const views = tables.map(
			({ name, of = name, columns }) =>
				`CREATE TEMP VIEW ${identifier(name)} AS SELECT ${columns.map((c) => identifier(c.name)).join(", ")} FROM memory.main.${shelf(of)};`,
		);
		if (views.length > 0) await connection.run(views.join("\n"));
		return made;
	}

	async lay(name: string, rows: readonly Row[], what: unknown): Promise<void> {
		const before = this.#lies.get(name);
		if (before === what && what !== undefined) return;
		const columns = this.#columns.get(name) ?? [];
		const { connection } = this.#locked;
		this.#lies.delete(name);
		try {
			if (before !== undefined)
				await connection.run(`DELETE FROM ${shelf(name)}`);
			if (rows.length === 0) return;
			// Whatever becomes of the rows, the table is not empty.
			this.#lies.set(name, {});
			await append(connection, name, columns, rows);
			this.#lies.set(name, what ?? {});
		} catch (error) {
			throw sandboxError(error);
		}
	}

	async close(): Promise<void> {
		for (const seat of this.#seats.values()) seat.close();
		this.#locked.close();
	}
}

/** The values as texts, which the engine casts to the type of their column. */
async function append(
	connection: DuckDBConnection,
	name: string,
	columns: readonly Column[],
	rows: readonly Row[],
): Promise<void> {
	const appender = await connection.createAppender(`rows of ${name}`);
	try {
		for (const row of rows) {
			for (const column of columns) {
				const value: Value = row[column.name] ?? null;
				if (value === null) appender.appendNull();
				else appender.appendVarchar(String(value));
			}
			appender.endRow();
		}
		appender.flushSync();
	} finally {
		appender.closeSync();
	}
}

/** What a node sees of a workbench. */
class PlannedSeat implements Seat {
	readonly #connection: DuckDBConnection;
	readonly #tables: readonly string[];
	readonly #timeoutMs: number;
	readonly #plans = new Map<string, DuckDBPreparedStatement>();

	constructor(
		connection: DuckDBConnection,
		tables: readonly string[],
		timeoutMs: number,
	) {
		this.#connection = connection;
		this.#tables = tables;
		this.#timeoutMs = timeoutMs;
	}

	async select(sql: string): Promise<QueryResult> {
		return this.#run(async () => {
			const prepared = await this.#plan(sql);
			const reader = await prepared.runAndReadAll();
			const names = reader.deduplicatedColumnNames();
			return {
				columns: columnsOf(prepared),
				rows: reader
					.getRows()
					.map((row) =>
						Object.fromEntries(
							names.map((name, i) => [name, toValue(row[i] ?? null)]),
						),
					),
			};
		});
	}

	async check(sql: string): Promise<void> {
		await this.#run(() => this.#plan(sql));
	}

	forget(): void {
		for (const plan of this.#plans.values()) plan.destroySync();
		this.#plans.clear();
	}

	close(): void {
		this.forget();
		this.#connection.closeSync();
	}

	async #plan(sql: string): Promise<DuckDBPreparedStatement> {
		const known = this.#plans.get(sql);
		if (known !== undefined) return known;
		const prepared = await prepareSingleSelect(this.#connection, sql);
		try {
			await refuseForeignTables(this.#connection, sql, this.#tables);
		} catch (error) {
			prepared.destroySync();
			throw error;
		}
		if (this.#plans.size >= MOST_PLANS) this.forget();
		this.#plans.set(sql, prepared);
		return prepared;
	}

	async #run<Result>(work: () => Promise<Result>): Promise<Result> {
		try {
			return await withStopwatch(
				this.#connection,
				{ timeoutMs: this.#timeoutMs },
				work,
			);
		} catch (error) {
			throw error instanceof SandboxError ? error : sandboxError(error);
		}
	}
}

/** Opens a bench on this machine. */
export function openLocalBench(
	tables: readonly TypedTable[],
	options?: WorkbenchOptions,
): Promise<Bench> {
	return Workbench.open(tables, options);
}

import type { Column, QueryResult, Row } from "./types.ts";

/** A table by its name and its typed columns. */
export interface TypedTable {
	name: string;
	columns: readonly Column[];
}

/** A table as a seat shows it. */
export interface ShownTable extends TypedTable {
	/** The table of the bench whose rows it shows, when that has another name. */
	of?: string | undefined;
}

/** What a node sees of a bench. */
export interface Seat {
	/**
	 * Runs one SELECT over the rows that lie there.
	 * @throws SandboxError (sql, timeout, memory, engine)
	 */
	select(sql: string): Promise<QueryResult>;
	/**
	 * Plans a SELECT without running it.
	 * @throws SandboxError (sql) when it does not bind
	 */
	check(sql: string): Promise<void>;
	/** Gives up the plans: what is asked for again is planned again. */
	forget(): void;
}

/** Where the tests of rules run: tables of few rows, which change from test to test. */
export interface Bench {
	/** The place from which SQL reads: just these columns of these tables, under their names. */
	seat(tables: readonly ShownTable[]): Promise<Seat>;
	/**
	 * Puts rows on a table in place of those that lie there.
	 * @param what stands for the rows: where the same lies there already, nothing is done
	 * @throws SandboxError (sql) when a value does not fit its column
	 */
	lay(name: string, rows: readonly Row[], what: unknown): Promise<void>;
	close(): Promise<void>;
}

/** Opens a bench with these tables, all empty. */
export type OpenBench = (tables: readonly TypedTable[]) => Promise<Bench>;

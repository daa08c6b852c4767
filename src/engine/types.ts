import type { ColumnType } from "../datasets/index.ts";

/**
 * A value as it leaves an engine: DECIMAL as text with its digits, DATE as 2026-06-30,
 * TIMESTAMP as 2026-06-30 08:00:00, BIGINT as a number (refused beyond 2^53).
 */
export type Value = null | string | number | boolean;
export type Row = Record<string, Value>;

export interface Column {
	name: string;
	type: ColumnType;
}

export interface QueryResult {
	columns: { name: string; type: string }[];
	rows: Row[];
}

/** Bounds of one engine instance. */
export interface Limits {
	/** As DuckDB writes it: 4GB, 512MB. */
	memory: string;
	threads: number;
	/** Folder for spilling; without one nothing spills. */
	spillDir?: string | undefined;
	spillMegabytes?: number | undefined;
}

/**
 * A trusted connection for the host's own statements (loading, reading the store).
 * Text of rules never runs here; see runInSandbox.
 */
export interface Engine {
	/** Runs one statement and gives all its rows. */
	query(sql: string): Promise<QueryResult>;
	/** Runs one statement for its effect. */
	execute(sql: string): Promise<void>;
	/** Gives rows in chunks, for results too large to hold. */
	stream(sql: string): AsyncGenerator<Row[]>;
	/** Another session of the same engine: memory and threads are shared, temporary tables are its own. */
	session(): Promise<Engine>;
	close(): void;
}

/** A table that sandboxed SQL may read: exactly these columns of exactly these files. */
export interface SandboxInput {
	name: string;
	columns: Column[];
	/** Absolute paths of Parquet files; none is an empty table. */
	files: string[];
}

export interface SandboxJob {
	/** One SELECT that passed the linter, parameters already typed literals. */
	sql: string;
	inputs: SandboxInput[];
	limits: Limits;
	/** Milliseconds; the query is cancelled when they are over. */
	timeoutMs: number;
	signal?: AbortSignal | undefined;
	/** Rows that may come back; one more is an error. */
	maxRows?: number | undefined;
}

export type SandboxFailure =
	| "timeout"
	| "memory"
	| "spill"
	| "rows"
	| "cancelled"
	| "sql"
	| "input-changed"
	/** The engine itself failed: it cannot be reached, or lost a part of itself. */
	| "engine";

/** Where in the statement, both from 1. */
export interface SqlPlace {
	line: number;
	column: number;
}

export class SandboxError extends Error {
	readonly reason: SandboxFailure;
	/** Where the engine says that the fault is, if it does. */
	readonly place: SqlPlace | undefined;

	constructor(reason: SandboxFailure, message: string, place?: SqlPlace) {
		super(message);
		this.name = "SandboxError";
		this.reason = reason;
		this.place = place;
	}
}

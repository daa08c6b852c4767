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
	/** Told from time to time how many bytes of memory the job holds; an engine elsewhere does not tell. */
	onMemory?: ((bytes: number) => void) | undefined;
}

/** What a node wrote: its rows are counted, its columns are as Parquet holds them. */
export interface WrittenResult {
	rows: number;
	columns: QueryResult["columns"];
}

/** What an engine for models and rules can do. Stages ask for these, never for an engine's name. */
export interface Capabilities {
	/** What it makes are files of this machine that stand from one run to the next. */
	keepsResults: boolean;
	/** It tells a plan with the rows and the time of each step. */
	explains: boolean;
	/** It sees only the declared columns of the declared inputs, whatever the SQL says. */
	isolates: boolean;
}

/** Where models and rules run. Every method throws SandboxError with the reason. */
export interface NodeEngine {
	/** Name and version, as duckdb-1.5.5: part of the key of everything that it makes. */
	readonly version: string;
	readonly can: Capabilities;
	/** How many jobs it takes at a time; undefined where this machine's cores and memory decide. */
	readonly places: number | undefined;
	/** Runs one SELECT and gives its columns and rows, in the engine's value forms. */
	select(job: SandboxJob): Promise<QueryResult>;
	/**
	 * Runs one SELECT and keeps its rows where later jobs can read them: as inputs with this file.
	 * @param file absolute path; there is a file only with an engine that keeps results
	 */
	make(job: SandboxJob, file: string): Promise<WrittenResult>;
	/** Runs one SELECT and writes its rows to a Parquet file of this machine, in an order that rows decide. */
	fetch(job: SandboxJob, file: string): Promise<WrittenResult>;
	/** The plan of a SELECT that ran, as text; "" with an engine that does not explain. */
	explain(job: SandboxJob): Promise<string>;
	/** Takes away what the engine holds for this run. */
	close(): Promise<void>;
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

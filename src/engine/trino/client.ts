import { SandboxError } from "../types.ts";
import type { PageColumn } from "./page.ts";
import {
	type TrinoServer,
	type TrinoSettings,
	trinoServer,
} from "./settings.ts";
import { pages, type StatementOptions } from "./statement.ts";
import { rowReader, type TrinoValue } from "./values.ts";

export interface TrinoRows {
	columns: PageColumn[];
	rows: TrinoValue[][];
}

/** A client of one Trino server. It holds no connection: nothing has to be closed. */
export class TrinoClient {
	readonly #server: TrinoServer;

	/** @throws as trinoServer does */
	constructor(settings: TrinoSettings) {
		this.#server = trinoServer(settings);
	}

	/**
	 * Runs a statement and gives its rows in chunks as they come.
	 * @throws as pages does; SandboxError sql for a value that cannot be held without loss
	 */
	async *stream(
		sql: string,
		options?: StatementOptions,
	): AsyncGenerator<TrinoRows> {
		let columns: PageColumn[] = [];
		let read: ReturnType<typeof rowReader> | undefined;
		for await (const page of pages(this.#server, sql, options)) {
			if (page.columns !== undefined && read === undefined) {
				columns = page.columns;
				read = rowReader(columns);
				yield { columns, rows: [] };
			}
			if (page.data === undefined || read === undefined) continue;
			try {
				yield { columns, rows: page.data.map(read) };
			} catch (error) {
				throw new SandboxError("sql", (error as Error).message);
			}
		}
	}

	/** Runs a statement and gives all its rows. */
	async query(sql: string, options?: StatementOptions): Promise<TrinoRows> {
		let columns: PageColumn[] = [];
		const rows: TrinoValue[][] = [];
		for await (const chunk of this.stream(sql, options)) {
			columns = chunk.columns;
			for (const row of chunk.rows) rows.push(row);
		}
		return { columns, rows };
	}

	/** Runs a statement for its effect. @returns the rows that it wrote, where Trino counts them */
	async execute(sql: string, options?: StatementOptions): Promise<number> {
		let written = 0;
		for await (const page of pages(this.#server, sql, options))
			written = page.updateCount ?? written;
		return written;
	}
}

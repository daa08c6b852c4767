import type { Bench, OpenBench, Seat, ShownTable } from "../bench.ts";
import type { RemoteOptions } from "../remote.ts";
import { identifier } from "../sql-text.ts";
import type { Column, QueryResult, Row } from "../types.ts";
import { TrinoClient } from "./client.ts";
import { over } from "./relations.ts";
import { Scratch, valueLiteral } from "./scratch.ts";
import { inSteps } from "./steps.ts";
import { storedTypeOf, toValue } from "./types.ts";

/** Rows up to this number go along with each statement; more, as those of lists, become a table once. */
const FEW = 200;

const TIMEOUT_MS = 120_000;

function inline(columns: readonly Column[], rows: readonly Row[]): string {
	const names = columns.map(({ name }) => identifier(name)).join(", ");
	const typed = (row: Row | undefined) =>
		columns
			.map(
				({ name, type }) =>
					`CAST(${valueLiteral(row?.[name], type)} AS ${type})`,
			)
			.join(", ");
	// An empty VALUES is no table: a row that is taken away again gives the types.
	const lines = rows.length === 0 ? [undefined] : rows;
	const none = rows.length === 0 ? " WHERE false" : "";
	return `SELECT ${names} FROM (VALUES ${lines.map((row) => `(${typed(row)})`).join(", ")}) AS given (${names})${none}`;
}

/**
 * Opens benches on a cluster, for the tests of rules: rows travel in the statements, models come back
 * as rows. All of them share one scratch schema, which goes with the last bench.
 */
export async function trinoBenches(
	options: Omit<RemoteOptions, "tables" | "places" | "host">,
): Promise<{ open: OpenBench; close(): Promise<void> }> {
	const client = new TrinoClient(options.settings);
	const scratch = await Scratch.open(
		client,
		options.catalog,
		options.owner,
		options.run,
	);
	const bounds = { timeoutMs: TIMEOUT_MS };
	/** Rows that became a table, by what stands for them. */
	const uploaded = new Map<string, Promise<string>>();

	const open: OpenBench = async (tables) => {
		const columnsOf = new Map(tables.map((each) => [each.name, each.columns]));
		const lies = new Map<string, { rows: readonly Row[]; what: unknown }>();

		const source = async ({ name, of = name, columns }: ShownTable) => {
			const { rows = [], what } = lies.get(of) ?? {};
			if (rows.length <= FEW || what === undefined)
				return inline(columns, rows);
			const key = `${of} ${String(what)}`;
			const table =
				uploaded.get(key) ??
				scratch.upload(of, columnsOf.get(of) ?? columns, rows);
			uploaded.set(key, table);
			return `SELECT ${columns.map((column) => identifier(column.name)).join(", ")} FROM ${await table}`;
		};

		const seat = async (shown: readonly ShownTable[]): Promise<Seat> => {
			const select = async (sql: string): Promise<QueryResult> => {
				const sources = new Map<string, string>();
				for (const table of shown) sources.set(table.name, await source(table));
				const { columns: found, rows } = await inSteps(
					sql,
					sources,
					(seen, text) => client.query(over(seen, text), bounds),
					async (name, statement) => {
						const table = scratch.next(name);
						await client.execute(
							`CREATE TABLE ${table} AS ${statement}`,
							bounds,
						);
						return table;
					},
				);
				const columns = found.map((column) => ({
					name: column.name,
					type: storedTypeOf(column),
				}));
				return {
					columns,
					rows: rows.map((values) =>
						Object.fromEntries(
							columns.map(({ name, type }, i) => [
								name,
								toValue(values[i] ?? null, type),
							]),
						),
					),
				};
			};
			return {
				select,
				async check(sql) {
					await select(`SELECT * FROM (${sql}\n) LIMIT 0`);
				},
				forget() {},
			};
		};
		const bench: Bench = {
			seat,
			async lay(name, rows, what) {
				lies.set(name, { rows, what });
			},
			close: () => Promise.resolve(),
		};
		return bench;
	};
	return { open, close: () => scratch.drop() };
}

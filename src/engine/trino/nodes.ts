import { basename } from "node:path";
import type { RemoteOptions } from "../remote.ts";
import { identifier, pathLiteral } from "../sql-text.ts";
import {
	type Column,
	type NodeEngine,
	type QueryResult,
	type Row,
	SandboxError,
	type SandboxInput,
	type SandboxJob,
} from "../types.ts";
import { TrinoClient } from "./client.ts";
import { keepRows } from "./keep.ts";
import { over, type Sources, sourcesOf } from "./relations.ts";
import { Scratch } from "./scratch.ts";
import { inSteps } from "./steps.ts";
import { storedTypeOf, toValue } from "./types.ts";

/** The place of a failure in the rule's own text: the first line is ours (see overInputs). */
function inRule(error: unknown): unknown {
	if (error instanceof SandboxError && error.place !== undefined)
		return new SandboxError(error.reason, error.message, {
			line: Math.max(1, error.place.line - 1),
			column: error.place.column,
		});
	return error;
}

/**
 * Trino as the place where models and rules run. Datasets are tables of the lake; models and lists
 * become tables of a scratch schema that is dropped at the close; hits come back to this machine.
 * @throws SandboxError when the cluster cannot be reached or refuses the scratch schema
 */
export async function trinoNodes(options: RemoteOptions): Promise<NodeEngine> {
	const { host } = options;
	const client = new TrinoClient(options.settings);
	const { rows } = await client.query("SELECT version()");
	const scratch = await Scratch.open(
		client,
		options.catalog,
		options.owner,
		options.run,
	);
	/** Files of this machine, real ones and those that only have a name → tables that hold their rows. */
	const held = new Map<string, Promise<string>>();

	const uploaded = async (
		input: SandboxInput,
		file: string,
	): Promise<string> => {
		const own = await host.session();
		try {
			const result = await own.query(
				`SELECT * FROM read_parquet(${pathLiteral(file)})`,
			);
			const columns = result.columns as Column[];
			return await scratch.upload(input.name, columns, result.rows);
		} finally {
			own.close();
		}
	};
	const tablesOf = async (input: SandboxInput): Promise<string[]> => {
		const dataset = options.tables.get(input.name);
		if (dataset !== undefined) return input.files.length === 0 ? [] : [dataset];
		const tables: string[] = [];
		for (const file of input.files) {
			const table = held.get(file) ?? uploaded(input, file);
			held.set(file, table);
			tables.push(await table);
		}
		return tables;
	};
	const readable = async (job: SandboxJob): Promise<Sources> => {
		const tables = new Map<string, string[]>();
		for (const input of job.inputs)
			tables.set(input.name, await tablesOf(input));
		return sourcesOf(job.inputs, ({ name }) => tables.get(name) ?? []);
	};
	const bounds = ({ timeoutMs, signal }: SandboxJob) => ({ timeoutMs, signal });

	/** Runs a job's SELECT, whole or in steps. */
	const runJob = async <Result>(
		job: SandboxJob,
		run: (sources: Sources, sql: string) => Promise<Result>,
	): Promise<Result> => {
		try {
			return await inSteps(
				job.sql,
				await readable(job),
				run,
				async (name, statement) => {
					const table = scratch.next(name);
					await client.execute(
						`CREATE TABLE ${table} AS ${statement}`,
						bounds(job),
					);
					return table;
				},
			);
		} catch (error) {
			throw inRule(error);
		}
	};

	const select = (job: SandboxJob): Promise<QueryResult> =>
		runJob(job, async (sources, sql) => {
			let columns: { name: string; type: Column["type"] }[] = [];
			const found: Row[] = [];
			for await (const chunk of client.stream(
				over(sources, sql),
				bounds(job),
			)) {
				if (columns.length === 0)
					columns = chunk.columns.map((column) => ({
						name: column.name,
						type: storedTypeOf(column),
					}));
				for (const values of chunk.rows) {
					const row: Row = {};
					columns.forEach(({ name, type }, i) => {
						row[name] = toValue(values[i] ?? null, type);
					});
					found.push(row);
				}
				if (job.maxRows !== undefined && found.length > job.maxRows)
					throw new SandboxError("rows", `结果超过 ${job.maxRows} 行`);
			}
			return { columns, rows: found };
		});

	return {
		version: `trino-${String(rows[0]?.[0])}`,
		places: options.places,
		can: { keepsResults: false, explains: false, isolates: false },
		select,
		make: (job, file) =>
			runJob(job, async (sources, sql) => {
				// Without a row: its columns decide the types of the table, as they decide those of a file.
				const { columns: found } = await client.query(
					`${over(sources, sql)} LIMIT 0`,
					bounds(job),
				);
				const columns = found.map((column) => ({
					name: column.name,
					type: storedTypeOf(column),
				}));
				const list = columns
					.map(
						({ name, type }) =>
							`CAST(${identifier(name)} AS ${type}) AS ${identifier(name)}`,
					)
					.join(", ");
				const table = scratch.next(basename(file));
				const rows = await client.execute(
					`CREATE TABLE ${table} AS ${over(sources, sql, list)}`,
					bounds(job),
				);
				held.set(file, Promise.resolve(table));
				return { rows, columns };
			}),
		async fetch(job, file) {
			const result = await select(job);
			// Jobs run side by side, and a session runs one statement at a time.
			const own = await host.session();
			try {
				await keepRows(own, result, file);
			} finally {
				own.close();
			}
			return { rows: result.rows.length, columns: result.columns };
		},
		explain: () => Promise.resolve(""),
		close: () => scratch.drop(),
	};
}

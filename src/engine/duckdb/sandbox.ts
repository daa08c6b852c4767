import { rmSync } from "node:fs";
import type { DuckDBPreparedStatement } from "@duckdb/node-api";
import { pathLiteral, withoutSemicolon } from "../sql-text.ts";
import {
	type QueryResult,
	type Row,
	SandboxError,
	type SandboxJob,
	type WrittenResult,
} from "../types.ts";
import { duckdb } from "./binding.ts";
import { sandboxError } from "./failures.ts";
import { compareStates, createView, readStates } from "./inputs.ts";
import { type Locked, openLocked } from "./locked.ts";
import { watchMemory } from "./memory-watch.ts";
import { columnsOf, prepareSingleSelect } from "./single-select.ts";
import { withStopwatch } from "./stopwatch.ts";
import { storedColumns } from "./storable.ts";
import { refuseForeignTables } from "./tables.ts";
import { toValue } from "./values.ts";

function tooManyRows(maxRows: number): SandboxError {
	return new SandboxError("rows", `结果超过 ${maxRows} 行`);
}

/** Opens the sandbox of a job, runs work in it, and looks at the inputs afterwards. */
async function inSandbox<Result>(
	job: SandboxJob,
	output: string | undefined,
	work: (sandbox: Locked) => Promise<Result>,
): Promise<Result> {
	const inputFiles = job.inputs.flatMap((input) => input.files);
	if (output !== undefined && inputFiles.includes(output))
		throw new SandboxError("sql", `不能写到输入文件：${output}`);
	const before = readStates(job.inputs);
	let sandbox: Locked | undefined;
	try {
		sandbox = await openLocked({
			limits: job.limits,
			paths: output === undefined ? inputFiles : [...inputFiles, output],
			prepare: job.inputs.map(createView),
		});
		const { connection } = sandbox;
		const opened = sandbox;
		return await withStopwatch(connection, job, () =>
			watched(opened, job, work),
		);
	} catch (error) {
		throw sandboxError(error);
	} finally {
		sandbox?.close();
		compareStates(before);
	}
}

/** Does the work, and tells of its memory where somebody wants to know. */
async function watched<Result>(
	sandbox: Locked,
	{ onMemory }: SandboxJob,
	work: (sandbox: Locked) => Promise<Result>,
): Promise<Result> {
	if (onMemory === undefined) return work(sandbox);
	const beside = await sandbox.connect();
	const stop = watchMemory(beside, onMemory);
	try {
		return await work(sandbox);
	} finally {
		await stop();
		beside.closeSync();
	}
}

/** Prepares the job's SELECT after every check that needs no run. */
async function prepareJob(
	job: SandboxJob,
	{ connection }: Locked,
): Promise<DuckDBPreparedStatement> {
	const prepared = await prepareSingleSelect(connection, job.sql);
	await refuseForeignTables(
		connection,
		job.sql,
		job.inputs.map((input) => input.name),
	);
	return prepared;
}

/**
 * Runs one SELECT in a fresh locked DuckDB that shows only the declared columns
 * of the declared inputs (design decision 7).
 * @returns its columns and rows, in the engine's value forms
 * @throws SandboxError with the reason: a limit, a cancellation, wrong SQL, a changed input
 */
export function runSelect(job: SandboxJob): Promise<QueryResult> {
	return inSandbox(job, undefined, async (sandbox) => {
		const prepared = await prepareJob(job, sandbox);
		const columns = columnsOf(prepared);
		const result = await prepared.stream();
		const names = result.deduplicatedColumnNames();
		const rows: Row[] = [];
		for await (const chunk of result.yieldRows()) {
			for (const values of chunk) {
				const row: Row = {};
				names.forEach((name, i) => {
					row[name] = toValue(values[i] ?? null);
				});
				rows.push(row);
			}
			if (job.maxRows !== undefined && rows.length > job.maxRows)
				throw tooManyRows(job.maxRows);
		}
		return { columns, rows };
	});
}

/**
 * Runs one SELECT in the same sandbox and tells how: DuckDB's plan with the rows and the time of each step.
 * @throws SandboxError as runSelect does
 */
export function explainSelect(job: SandboxJob): Promise<string> {
	return inSandbox(job, undefined, async (sandbox) => {
		await prepareJob(job, sandbox);
		const explain = await sandbox.connection.extractStatements(
			`EXPLAIN ANALYZE ${withoutSemicolon(job.sql)}`,
		);
		const statement = await explain.prepare(0);
		if (
			explain.count !== 1 ||
			statement.statementType !== duckdb().StatementType.EXPLAIN
		)
			throw new SandboxError("sql", "应当正好是一条 SELECT");
		const result = await statement.runAndReadAll();
		return result
			.getRows()
			.map((row) => String(row[1]))
			.join("\n");
	});
}

/**
 * Runs one SELECT like runSelect and writes its rows, ordered by all columns,
 * to a zstd Parquet file: the same rows give the same bytes. Narrow integers are stored as BIGINT.
 * @param outputPath absolute; a file that exists is replaced, and none is left after a failure
 * @throws SandboxError as runSelect does
 */
export async function runToParquet(
	job: SandboxJob,
	outputPath: string,
): Promise<WrittenResult> {
	try {
		return await inSandbox(job, outputPath, async (sandbox) => {
			const found = columnsOf(await prepareJob(job, sandbox));
			const { columns, list } = storedColumns(found);
			const copy = await sandbox.connection.extractStatements(
				`COPY (SELECT ${list} FROM (\n${withoutSemicolon(job.sql)}\n) ORDER BY ALL) TO ${pathLiteral(outputPath)} (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)`,
			);
			const statement = await copy.prepare(0);
			if (
				copy.count !== 1 ||
				statement.statementType !== duckdb().StatementType.COPY
			)
				throw new SandboxError("sql", "应当正好是一条 SELECT");
			const result = await statement.runAndReadAll();
			const rows = Number(result.getRows()[0]?.[0] ?? 0);
			if (job.maxRows !== undefined && rows > job.maxRows)
				throw tooManyRows(job.maxRows);
			return { rows, columns };
		});
	} catch (error) {
		rmSync(outputPath, { force: true });
		throw error;
	}
}

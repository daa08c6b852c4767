import { mkdirSync, rmSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { elapsed, monotonic, sha256File } from "../base/index.ts";
import type { Correction } from "../corrections/index.ts";
import {
	type Dataset,
	normaliseHeading,
	spellingsOf,
} from "../datasets/index.ts";
import type { Engine } from "../engine/index.ts";
import { fail, type Place, type Problem, problem } from "../errors/index.ts";
import type { Part, SnapshotPart, StagedPart } from "../store/index.ts";
import type { Source } from "../workspace/index.ts";
import { findHeading } from "./header/find.ts";
import { partKey, readsRegions } from "./key.ts";
import { mappingErrors } from "./mapping.ts";
import { readerOf } from "./readers/index.ts";
import type { RawTable } from "./readers/types.ts";
import { isDiskFull, refuse, shortReason, toProblems } from "./refusal.ts";
import { unstack } from "./stack.ts";
import { loadTable, widthOf } from "./table/load-table.ts";
import { storeRaw } from "./table/raw.ts";
import type { LoadRequest, SourceOutcome } from "./types.ts";

/** One file of a source. */
export interface FileJob {
	request: LoadRequest;
	engine: Engine;
	/** The engine's table of known regions, made when it is first asked for. */
	regions: () => Promise<string | undefined>;
	source: Source;
	dataset: Dataset;
	/** Below sources/, with forward slashes. */
	file: string;
	scratch: string;
	/** The corrections that may concern a sheet of the file, or the file where it has none. */
	corrections: (sheet: string | undefined) => readonly Correction[];
	/** The parts that the current snapshot has for this file. */
	before: readonly SnapshotPart[];
	/** Content that was seen already in this load: sha256 and dataset, by the file that had it. */
	seen: Map<string, string>;
	/** Runs a step after the same step of every file before this one: the first file that has a content counts. */
	inOrder: <Result>(step: () => Result) => Promise<Result>;
}

const NOTHING = {
	read: 0,
	loaded: 0,
	quarantined: 0,
	decoration: 0,
	corrected: 0,
	reasons: {},
};

function outcomeOf(
	job: FileJob,
	status: SourceOutcome["status"],
	part: Part | undefined,
	problems: Problem[],
	sheet?: string,
): SourceOutcome {
	return {
		source: job.source.id,
		dataset: job.dataset.name,
		file: job.file,
		...(sheet === undefined ? {} : { sheet }),
		status,
		...(part === undefined
			? NOTHING
			: {
					...part.counts,
					corrected: part.corrections?.loaded ?? 0,
					reasons: part.reasons,
					part,
				}),
		problems,
	};
}

/** What changes when a file is written to: its size and the time of the last change. */
async function version(path: string): Promise<string> {
	const { size, mtimeNs, ino } = await stat(path, { bigint: true });
	return `${size} ${mtimeNs} ${ino}`;
}

function keyOf(
	job: FileJob,
	sha256: string,
	sheet: string | undefined,
): string {
	return partKey(
		job.source,
		job.dataset,
		job.request.lists,
		{ sha256, sheet },
		job.corrections(sheet),
	);
}

/** The parts of the file that still hold, when all that the snapshot has of it do. */
function unchanged(job: FileJob, sha256: string): Part[] | undefined {
	const { before, request } = job;
	const parts = before.map((line) => {
		const part = request.store.part(line.dataset, line.key);
		const key = keyOf(job, sha256, line.sheet);
		return part !== undefined && key === line.key ? part : undefined;
	});
	return parts.length > 0 && parts.every((part) => part !== undefined)
		? parts
		: undefined;
}

/** Why a sheet was passed over, in a few words. */
function skipped(
	at: Place,
	sheet: string,
	problems: readonly Problem[],
): Problem {
	return problem(
		"sheet-skipped",
		{ ...at, sheet },
		{ reason: problems.map((item) => item.message).join("；") },
	);
}

/** Loads the tables of one opened file. */
async function loadTables(
	job: FileJob,
	sha256: string,
	bytes: number,
	fileVersion: string,
): Promise<SourceOutcome[]> {
	const { request, engine, source, dataset, scratch } = job;
	const at: Place = { file: job.file };
	const path = join(request.workspace.sources, ...job.file.split("/"));
	const known = new Set(
		dataset.columns.flatMap((column) =>
			spellingsOf(column).map((spelling) => normaliseHeading(spelling).key),
		),
	);
	for (const heading of Object.values(source.columns))
		known.add(normaliseHeading(heading).key);

	const outcomes: SourceOutcome[] = [];
	/** Sheets that did not fit, with what kept them out. */
	const misfits: { sheet: string | undefined; problems: Problem[] }[] = [];
	const hidden: Problem[] = [];
	const reader = await readerOf({ path, at });
	const tables = reader.read({
		path,
		source,
		scratch,
		at,
		engine,
		knownHeading: (heading) => known.has(normaliseHeading(heading).key),
		known: (sheet) => {
			const partOf = (name: string | undefined) =>
				request.store.part(dataset.name, keyOf(job, sha256, name));
			const names = (partOf(sheet)?.stack ?? [sheet]).map(
				(name) => name ?? undefined,
			);
			const parts = names.map(partOf);
			if (!parts.every((part) => part !== undefined)) return false;
			parts.forEach((part, i) => {
				outcomes.push(outcomeOf(job, "unchanged", part, [], names[i]));
			});
			return true;
		},
	});
	for await (const table of tables) {
		request.signal?.throwIfAborted();
		if (!("stage" in table)) {
			hidden.push(
				problem(
					"sheet-skipped",
					{ ...at, sheet: table.sheet },
					{ reason: table.reason },
				),
			);
			continue;
		}
		const place =
			table.sheet === undefined ? at : { ...at, sheet: table.sheet };
		const outcome = await offer(job, table, place, sha256, bytes, fileVersion);
		if ("misfit" in outcome)
			misfits.push({ sheet: table.sheet, problems: outcome.misfit });
		else outcomes.push(...outcome);
	}
	if (outcomes.length === 0) {
		const blank = misfits.every(({ problems }) => problems.length === 0);
		if (blank) refuse("file-empty", at);
		const best = misfits
			.filter(({ problems }) => problems.length > 0)
			.sort((a, b) => rank(a.problems) - rank(b.problems))[0];
		outcomes.push(
			outcomeOf(job, "refused", undefined, best?.problems ?? [], best?.sheet),
		);
	} else
		outcomes[0]?.problems.push(
			...misfits
				.filter(({ problems }) => problems.length > 0)
				.map(({ sheet, problems }) => skipped(at, sheet ?? "", problems)),
		);
	outcomes[0]?.problems.push(...hidden);
	return outcomes;
}

/** A table with headings that miss a column says more than one without headings. */
function rank(problems: readonly Problem[]): number {
	return problems.some((item) => item.code === "heading-not-found") ? 1 : 0;
}

/** Loads a table when its headings fit; a sheet may hold several under one another. */
async function offer(
	job: FileJob,
	table: RawTable,
	at: Place,
	sha256: string,
	bytes: number,
	fileVersion: string,
): Promise<SourceOutcome[] | { misfit: Problem[] }> {
	const { request, source, dataset, scratch } = job;
	const empty = table.head.every((item) =>
		item.cells.every((cell) => cell.trim() === ""),
	);
	if (empty && table.keys === undefined) return { misfit: [] };
	const heading = findHeading(
		table,
		dataset,
		source.columns,
		source.header_row,
	);
	const errors = mappingErrors(table, heading, dataset, source, at);
	if (errors.length > 0 || heading === undefined) return { misfit: errors };
	const { engine } = job;
	const width = widthOf(table, heading);
	const whole = await storeRaw(
		engine,
		await table.stage(width),
		join(scratch, "raw.parquet"),
	);
	request.signal?.throwIfAborted();
	const stack = await unstack(
		{ engine, dataset, source, scratch, at },
		table,
		heading,
		whole,
		width,
	);
	const staged: { part: StagedPart; warnings: Problem[]; seconds: number }[] =
		[];
	for (const [i, item] of stack.tables.entries()) {
		const started = monotonic();
		const folder = i === 0 ? scratch : join(scratch, `table${i}`);
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		const { sheet } = item.table;
		const { staged: part, warnings } = await loadTable(
			{
				engine,
				store: request.store,
				source,
				dataset,
				lists: request.lists,
				regions: dataset.columns.some((column) => readsRegions(column.kind))
					? await job.regions()
					: undefined,
				corrections: job.corrections(sheet),
				sha256,
				bytes,
				scratch: folder,
				at: sheet === undefined ? at : { ...at, sheet },
				signal: request.signal,
			},
			item.table,
			item.found,
			item.raw,
			width,
			item.stack,
		);
		staged.push({ part, warnings, seconds: elapsed(started) / 1000 });
	}
	staged[0]?.warnings.push(
		...(table.warnings ?? []),
		...stack.misfits.map(({ row, problems }) =>
			problem(
				"table-skipped",
				{ ...at, row },
				{ reason: problems.map((item) => item.message).join("；") },
			),
		),
	);
	const path = join(request.workspace.sources, ...job.file.split("/"));
	if ((await version(path)) !== fileVersion) refuse("source-changed", at);
	for (const { part } of staged) await request.store.publishPart(part);
	return staged.map(({ part, warnings, seconds }) => ({
		...outcomeOf(job, "loaded", part.manifest, warnings, part.manifest.sheet),
		seconds,
	}));
}

/**
 * Loads one file. Never throws for what is wrong with the file; throws when the load is cancelled or
 * the disk is full.
 * A file is taken whole: when one of its sheets is refused, all are.
 */
export async function loadFile(job: FileJob): Promise<SourceOutcome[]> {
	const { request, dataset, file, seen } = job;
	const at: Place = { file };
	const started = monotonic();
	const path = join(request.workspace.sources, ...file.split("/"));
	try {
		mkdirSync(job.scratch, { recursive: true, mode: 0o700 });
		const { size } = await stat(path);
		const fileVersion = await version(path);
		if (size === 0) refuse("file-empty", at);
		const sha256 = await sha256File(path);
		const content = `${dataset.name}\n${job.source.sheet ?? ""}\n${sha256}`;
		const other = await job.inOrder(() => {
			const first = seen.get(content);
			if (first === undefined) seen.set(content, file);
			return first;
		});
		if (other !== undefined)
			return [
				outcomeOf(job, "duplicate", undefined, [
					problem("file-duplicate", at, { other }),
				]),
			];
		const parts = unchanged(job, sha256);
		const outcomes =
			parts === undefined
				? await loadTables(job, sha256, size, fileVersion)
				: parts.map((part) =>
						outcomeOf(job, "unchanged", part, [], part.sheet),
					);
		for (const outcome of outcomes) outcome.seconds ??= elapsed(started) / 1000;
		return outcomes;
	} catch (error) {
		if (request.signal?.aborted === true) throw error;
		// A full disk is no fault of this file: the load ends, and nothing becomes current.
		if (isDiskFull(error))
			fail("disk-full", at, { reason: shortReason(error) });
		return [
			{
				...outcomeOf(job, "refused", undefined, toProblems(error, at)),
				seconds: elapsed(started) / 1000,
			},
		];
	} finally {
		rmSync(job.scratch, { recursive: true, force: true });
	}
}

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { elapsed, monotonic } from "../../base/index.ts";
import { type Place, type Problem, problem } from "../../errors/index.ts";
import type { StagedPart } from "../../store/index.ts";
import { findHeading } from "../header/find.ts";
import { readsRegions } from "../key.ts";
import { mappingErrors } from "../mapping.ts";
import type { RawTable } from "../readers/types.ts";
import { refuse } from "../refusal.ts";
import { unstack } from "../stack.ts";
import { loadTable, widthOf } from "../table/load-table.ts";
import { storeRaw } from "../table/raw.ts";
import type { SourceOutcome } from "../types.ts";
import {
	type FileJob,
	type OpenedFile,
	outcomeOf,
	pathOf,
	version,
} from "./job.ts";

/** Loads a table when its headings fit; a sheet may hold several under one another. */
export async function offer(
	job: FileJob,
	table: RawTable,
	at: Place,
	opened: OpenedFile,
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
				sha256: opened.sha256,
				bytes: opened.bytes,
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
	if ((await version(pathOf(job))) !== opened.version)
		refuse("source-changed", at);
	for (const { part } of staged) await request.store.publishPart(part);
	return staged.map(({ part, warnings, seconds }) => ({
		...outcomeOf(job, "loaded", part.manifest, warnings, part.manifest.sheet),
		seconds,
	}));
}

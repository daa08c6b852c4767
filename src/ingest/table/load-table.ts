import { join } from "node:path";
import { sha256File } from "../../base/index.ts";
import {
	type Engine,
	engineVersion,
	identifier,
	pathLiteral,
} from "../../engine/index.ts";
import type { Problem } from "../../errors/index.ts";
import {
	PART_CONTRACT,
	type Part,
	type StagedPart,
} from "../../store/index.ts";
import { fillDown } from "../fill.ts";
import type { FoundHeading } from "../header/find.ts";
import { partKey, sourceAddress } from "../key.ts";
import { NORMALISER_VERSION } from "../normalise/index.ts";
import { normalQuery } from "../normalise/query.ts";
import { type RawTable, sheetFormats } from "../readers/types.ts";
import { splitPeople, wholeRecords } from "../split.ts";
import { accountForRows } from "./account.ts";
import { setAside } from "./aside.ts";
import { mappedColumns, planColumns } from "./columns.ts";
import { countFatal, writeCompanions } from "./companions.ts";
import {
	applyCorrections,
	countCorrected,
	outdatedWarnings,
} from "./corrections.ts";
import { describeColumns, headingsOf } from "./describe.ts";
import { findAll, quarantineFaults } from "./findings.ts";
import { copy, one, record, type TableJob } from "./job.ts";
import { lookAtPart } from "./part-look.ts";
import { profile } from "./profile.ts";
import type { RawPart } from "./raw.ts";
import { inRowOrder } from "./row-order.ts";
import { totalRows } from "./totals.ts";
import { tableWarnings } from "./warnings.ts";

/** How many cells of a record the raw part keeps. */
export function widthOf(table: RawTable, found: FoundHeading): number {
	return Math.max(
		found.headings.length,
		table.width ?? 0,
		...(sheetFormats.has(table.format)
			? table.head.map((item) => item.cells.length)
			: []),
	);
}

/** How many records the rows of a part come from. */
async function recordsOf(engine: Engine, part: string): Promise<number> {
	return Number(
		(await one(engine, `SELECT count(DISTINCT _row) AS n FROM ${part}`)).n,
	);
}

/**
 * Loads one table whose headings fit, from its raw part: checks, normalised part, quarantine, quality,
 * totals, duplicates, accounting. The files lie in the scratch folder; nothing is published.
 * @param width how many cells of a record the raw part has
 * @param stack the names of all tables of a sheet that has several
 * @returns the staged part and warnings. Throws Refusal.
 */
export async function loadTable(
	job: TableJob,
	table: RawTable,
	found: FoundHeading,
	{ path: rawPath, staged: stagedTable, present }: RawPart,
	width: number,
	stack?: readonly (string | null)[],
): Promise<{ staged: StagedPart; warnings: Problem[] }> {
	const { engine, dataset, source, scratch, at, signal } = job;
	const file = { sha256: job.sha256, sheet: table.sheet };
	const src = sourceAddress(dataset, file);
	const mapped = mappedColumns(dataset, found);
	const written = join(scratch, "part.parquet");

	const corrections = await applyCorrections(
		engine,
		`read_parquet(${pathLiteral(rawPath)})`,
		headingsOf(found, width),
		job.corrections,
	);
	const { raw } = corrections;

	const { rows: records, classes } = await setAside(
		engine,
		raw,
		dataset,
		found,
		width,
		stagedTable.ragged,
		present,
	);
	const people = await splitPeople(engine, dataset, mapped, records);
	if (people.mismatched > 0) classes.set("unsplit", people.mismatched);
	const facts = await profile(job, mapped, people.rows);
	const columns = await planColumns(
		job,
		mapped,
		facts,
		found.units,
		people.rows,
	);
	const { rows, ordered } = await fillDown(
		{ engine, source, table, scratch, at },
		raw,
		people.rows,
		facts.blank,
	);
	signal?.throwIfAborted();

	const select = normalQuery(dataset, columns).part(rows, src);
	const order = [
		"_row",
		...(people.split ? dataset.split.map(identifier) : []),
	];
	await copy(
		engine,
		ordered && corrections.corrected === undefined
			? await inRowOrder(engine, select, facts.rows, order, written)
			: `${select} ORDER BY ${order.join(", ")}`,
		written,
	);
	signal?.throwIfAborted();

	const partPath = people.split
		? await wholeRecords(
				engine,
				rows,
				{ relation: `read_parquet(${pathLiteral(written)})`, path: written },
				join(scratch, "whole.parquet"),
			)
		: written;
	const part = `read_parquet(${pathLiteral(partPath)})`;
	const look = await lookAtPart(engine, dataset, mapped, part);
	const some =
		(await findAll(job, facts, columns, rows, part, look)) +
			(await quarantineFaults(engine, raw, stagedTable, width, classes)) >
		0;
	signal?.throwIfAborted();
	const { quarantined, reasons } = await countFatal(engine, some);
	const account = accountForRows(
		at,
		stagedTable,
		present,
		look.rows,
		people.split ? look.rows - (await recordsOf(engine, part)) : 0,
		quarantined,
		classes,
	);
	const { files, quality } = await writeCompanions(
		engine,
		scratch,
		some,
		quarantined,
		corrections.corrected,
	);
	const corrected = await countCorrected(engine, corrections, part);
	const manifest: Part = {
		contract: PART_CONTRACT,
		dataset: dataset.name,
		key: partKey(source, dataset, job.lists, file, job.corrections),
		src,
		...(table.sheet === undefined ? {} : { sheet: table.sheet }),
		sha256: job.sha256,
		bytes: job.bytes,
		format: table.format,
		...(stack === undefined ? {} : { stack: [...stack] }),
		...(table.encoding === undefined ? {} : { encoding: table.encoding }),
		...(table.delimiter === undefined ? {} : { delimiter: table.delimiter }),
		...describeColumns(job, mapped, found, facts.percents, width),
		counts: account.counts,
		decorations: record(account.decorations),
		reasons: record(reasons),
		quality,
		totals: await totalRows(job, mapped, columns, raw, part, classes),
		...(corrected === undefined ? {} : { corrections: corrected }),
		duplicates: look.duplicates,
		medians: look.medians,
		digest: await sha256File(partPath),
		normaliser: NORMALISER_VERSION,
		engine: engineVersion(),
	};
	return {
		staged: {
			manifest,
			part: partPath,
			companions: { raw: rawPath, ...files },
		},
		warnings: [
			...tableWarnings(found, dataset, manifest, facts.accepted, at),
			...outdatedWarnings(corrections, at),
		],
	};
}

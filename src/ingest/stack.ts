import { join } from "node:path";
import { pathLiteral } from "../engine/index.ts";
import type { Problem } from "../errors/index.ts";
import type { FoundHeading } from "./header/find.ts";
import { cellNames, type RawTable } from "./readers/types.ts";
import { refuse } from "./refusal.ts";
import {
	type Beginning,
	beginnings,
	LEAST,
	type StackJob,
} from "./stack-begins.ts";
import { copy, one } from "./table/job.ts";
import type { RawPart } from "./table/raw.ts";

/** One table of a sheet, with its own headings. */
export interface StackedTable {
	table: RawTable;
	found: FoundHeading;
	raw: RawPart;
	/** Names of all tables of the sheet that are loaded, when there are several. */
	stack?: (string | null)[];
}

export interface Stack {
	tables: StackedTable[];
	/** Tables whose headings miss something: what it is, and in which row they stand. */
	misfits: { row: number; problems: Problem[] }[];
}

/** The name of the n-th table of a sheet, from 1. */
export function tableName(
	sheet: string | undefined,
	n: number,
): string | undefined {
	if (n === 1) return sheet;
	return sheet === undefined ? `第 ${n} 张表` : `${sheet}（第 ${n} 张表）`;
}

/** Whether any row between two beginnings could be data. */
async function holdsData(
	{ engine }: StackJob,
	raw: RawPart,
	width: number,
	after: number,
	before: number,
): Promise<boolean> {
	const cells = cellNames(width).join(", ");
	const { n } = await one(
		engine,
		`SELECT count(*) AS n FROM read_parquet(${pathLiteral(raw.path)}) WHERE _row > ${after} AND _row < ${before} AND len(list_filter([${cells}], x -> x IS NOT NULL)) >= ${LEAST}`,
	);
	return Number(n) > 0;
}

/**
 * Takes a sheet apart in which several tables stand under one another, each with headings of its own.
 * A repeated page heading begins no table. Rows keep their numbers.
 * @param main the headings that fit best
 * @param raw the records of the whole sheet
 */
export async function unstack(
	job: StackJob,
	table: RawTable,
	main: FoundHeading,
	raw: RawPart,
	width: number,
): Promise<Stack> {
	const whole: Stack = { tables: [{ table, found: main, raw }], misfits: [] };
	if (table.keys !== undefined || job.source.header_row !== undefined)
		return whole;
	const found = await beginnings(job, table, main, raw, width);
	const kept: Beginning[] = [];
	for (const [i, item] of found.entries()) {
		const next = found[i + 1];
		if (
			next !== undefined &&
			item.found !== main &&
			!(await holdsData(job, raw, width, item.found.row, next.from))
		)
			continue;
		kept.push(item);
	}
	if (kept.length < 2) return whole;
	if (raw.present + raw.staged.blankTail !== raw.staged.records)
		refuse("accounting-mismatch", job.at, {
			read: raw.staged.records,
			loaded: raw.present,
			quarantined: 0,
			decoration: raw.staged.blankTail,
		});
	const stack: Stack = { tables: [], misfits: [] };
	const names: (string | null)[] = [];
	for (const [i, { from, found: heading, problems }] of kept.entries()) {
		const until = kept[i + 1]?.from;
		if (problems.length > 0) {
			stack.misfits.push({ row: heading.row, problems });
			continue;
		}
		const path = join(job.scratch, `raw${i}.parquet`);
		const present = await copy(
			job.engine,
			`SELECT * FROM read_parquet(${pathLiteral(raw.path)}) WHERE _row >= ${i === 0 ? 0 : from}${until === undefined ? "" : ` AND _row < ${until}`}`,
			path,
		);
		const blankTail = until === undefined ? raw.staged.blankTail : 0;
		const sheet = tableName(table.sheet, stack.tables.length + 1);
		names.push(sheet ?? null);
		const { sheet: _, ...others } = table;
		stack.tables.push({
			table: sheet === undefined ? others : { ...others, sheet },
			found: heading,
			raw: {
				path,
				present,
				staged: { ...raw.staged, records: present + blankTail, blankTail },
			},
			stack: names,
		});
	}
	return stack;
}

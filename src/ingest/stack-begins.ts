import {
	type Dataset,
	normaliseHeading,
	spellingsOf,
} from "../datasets/index.ts";
import { type Engine, literal, pathLiteral } from "../engine/index.ts";
import type { Place, Problem } from "../errors/index.ts";
import type { Source } from "../workspace/index.ts";
import { type FoundHeading, findHeading } from "./header/find.ts";
import { mappingErrors } from "./mapping.ts";
import { cellNames, type RawRecord, type RawTable } from "./readers/types.ts";
import { fewRows } from "./table/few.ts";
import type { RawPart } from "./table/raw.ts";

/** A row with so many headings of the dataset is a heading row. */
export const LEAST = 2;
/** Below the first headings a row must be headings for the greater part. */
const SHARE = 0.5;
/** Rows above a heading row that may be its titles or its upper headings. */
const ABOVE = 5;
/** Rows that end the table before, whatever stands below them. */
const FOOT = /^[\s\p{Z}]*(合|小|总|共)[\s\p{Z}]*计|^(制表|填表|审核|本页)/u;
/** Every part of a page heading that is not a name. */
const REMARK = "[\\s\\x{3000}\\x{A0}]+|[(（\\[【].*?[)）\\]】]";

/** What taking a sheet apart needs. */
export interface StackJob {
	engine: Engine;
	dataset: Dataset;
	source: Source;
	scratch: string;
	at: Place;
}

async function records(
	engine: Engine,
	raw: RawPart,
	width: number,
	where: string,
): Promise<RawRecord[]> {
	const cells = cellNames(width);
	const { rows } = await engine.query(
		`SELECT _row, ${cells.join(", ")} FROM read_parquet(${pathLiteral(raw.path)}) WHERE ${where} ORDER BY _row`,
	);
	return rows.map((row) => ({
		row: Number(row._row),
		cells: cells.map((name) => String(row[name] ?? "")),
	}));
}

/** Rows of which several cells are headings of the dataset. Data rows are passed over by one long cell. */
async function headingRows(
	{ engine, dataset, source }: StackJob,
	raw: RawPart,
	width: number,
	found: FoundHeading,
): Promise<number[]> {
	const known = [
		...new Set(
			[
				...dataset.columns.flatMap(spellingsOf),
				...Object.values(source.columns),
			].map((text) => normaliseHeading(text).key),
		),
	];
	const longest = Math.max(...known.map((text) => text.length)) + 16;
	const identifying = found.map.mapping
		.filter(({ column }) => dataset.identify_by.includes(column))
		.map(({ position }) => `c${position}`);
	// An identity number or a day is no heading: asked of short cells only, since a pattern is dear.
	const short =
		identifying.length === 0
			? ""
			: `CASE WHEN ${identifying
					.map((name) => `(${name} IS NULL OR length(${name}) <= ${longest})`)
					.join(" AND ")} THEN ${identifying
					.map(
						(name) =>
							`NOT coalesce(regexp_matches(${name}, '[0-9]{6}'), false)`,
					)
					.join(" AND ")} ELSE false END`;
	const list = `[${known.map(literal).join(", ")}]`;
	const matches = `len(list_filter([${cellNames(width).join(", ")}], x -> x IS NOT NULL AND list_contains(${list}, regexp_replace(lower(x), '${REMARK}', '', 'g'))))`;
	const all = `read_parquet(${pathLiteral(raw.path)})`;
	const among =
		short === ""
			? all
			: `(SELECT * FROM ${await fewRows(engine, all, raw.present, short, "heading_rows")} WHERE ${short})`;
	const { rows } = await engine.query(
		`SELECT _row FROM ${among} WHERE ${matches} >= ${LEAST} ORDER BY _row`,
	);
	return rows.map((row) => Number(row._row));
}

const filled = (record: RawRecord) =>
	record.cells.filter((cell) => cell.trim() !== "");

const sameMapping = (a: FoundHeading, b: FoundHeading) =>
	a.map.mapping.length === b.map.mapping.length &&
	a.map.mapping.every((item) =>
		b.map.mapping.some(
			(other) =>
				other.column === item.column &&
				other.position === item.position &&
				other.unit === item.unit,
		),
	);

/** Heading rows in a row belong to one table. */
function groups(rows: readonly number[]): number[][] {
	const list: number[][] = [];
	for (const row of rows) {
		const last = list.at(-1);
		if (last?.at(-1) === row - 1) last.push(row);
		else list.push([row]);
	}
	return list;
}

/** Where one of several tables of a sheet begins. */
export interface Beginning {
	/** The first row that belongs to the table: a title, or its headings. */
	from: number;
	found: FoundHeading;
	problems: Problem[];
}

/** Where the tables of a sheet begin, the topmost first; one when the sheet has no further headings. */
export async function beginnings(
	job: StackJob,
	table: RawTable,
	main: FoundHeading,
	raw: RawPart,
	width: number,
): Promise<Beginning[]> {
	const { engine, dataset, source, at } = job;
	const rows = await headingRows(job, raw, width, main);
	const list: Beginning[] = [];
	const stretches = groups(rows);
	// With no other headings than those that were found there is nothing to take apart.
	if (
		stretches.every(
			(group) => (group[0] ?? 0) <= main.row && (group.at(-1) ?? 0) >= main.row,
		)
	)
		return [{ from: main.row, found: main, problems: [] }];
	for (const group of stretches) {
		const first = group[0] ?? 0;
		const last = group.at(-1) ?? first;
		const window = await records(
			engine,
			raw,
			width,
			`_row BETWEEN ${first - ABOVE} AND ${last}`,
		);
		const isMain = first <= main.row && last >= main.row;
		const found = isMain
			? main
			: findHeading(
					{ ...table, head: window.filter(({ row }) => row >= first - 2) },
					dataset,
					source.columns,
				);
		if (found === undefined) continue;
		const before = list.at(-1);
		if (before !== undefined && sameMapping(before.found, found)) continue;
		const problems = isMain
			? []
			: mappingErrors(table, found, dataset, source, at);
		const share =
			found.map.mapping.length /
			Math.max(1, found.headings.filter((text) => text.trim() !== "").length);
		// What stands above the best headings is a table only when nothing is wrong with it.
		if (problems.length > 0 && (last < main.row || share < SHARE)) continue;
		let from = found.row - Math.max(0, found.rows.length - 1);
		for (const record of window.filter(({ row }) => row < from).reverse()) {
			const cells = filled(record);
			if (cells.length > 1 || FOOT.test(cells[0] ?? "")) break;
			from = record.row;
		}
		list.push({ from, found, problems });
	}
	return list;
}

import {
	type Dataset,
	type HeadingMap,
	mapHeadings,
	unitOf,
} from "../../datasets/index.ts";
import type { RawRecord, RawTable } from "../readers/types.ts";
import { joinHeadings } from "./join.ts";

/** The headings of a table and how they fit the dataset. */
export interface FoundHeading {
	/** Record number of the (last) heading row; 0 when the format names its columns itself. */
	row: number;
	/** One text a column; of headings in several rows their texts together. */
	headings: string[];
	/** The heading rows as they stand in the file. */
	rows: string[][];
	map: HeadingMap;
	/** Titles and notes above the headings, as their texts. */
	titles: string[];
	/** Units that they state for the whole table (单位：万元). */
	units: string[];
}

/** A row with fewer headings than this is a title. */
const LEAST = 2;

function texts(record: RawRecord): string[] {
	return record.cells.map((cell) => cell.trim());
}

const UNIT_NOTE = /单位[::]([^()]+)/g;

/** The units that a title states: （金额单位：万元，面积单位：亩）. */
function statedUnits(title: string): string[] {
	const folded = title.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
	return [...folded.matchAll(UNIT_NOTE)].flatMap(([, list]) =>
		(list ?? "").split(/[,、;/和]/).flatMap((text) => {
			const unit = unitOf(text.replace(/^.*[::]/, ""));
			return unit === undefined ? [] : [unit];
		}),
	);
}

/** How well a row does as headings: what it maps, less for required columns that it lacks. */
function score(map: HeadingMap): number {
	return map.mapping.length - map.missing.length / 100;
}

/** Heading rows that belong together; more than this is a form, not a table. */
const MOST_ROWS = 3;

interface Candidate {
	/** The heading rows, the uppermost first. */
	records: readonly RawRecord[];
	headings: string[];
	map: HeadingMap;
	score: number;
}

/**
 * Finds the headings of a table: the row of its head in which the most headings fit the dataset,
 * the first of equals, with the rows above it when together they say more. Titles, notes and blank
 * rows above do not fit anything.
 * @param row the (last) row where the source says that the headings are
 * @returns undefined when no row has enough headings
 */
export function findHeading(
	table: RawTable,
	dataset: Dataset,
	overrides: Readonly<Record<string, string>>,
	row?: number,
): FoundHeading | undefined {
	if (table.keys !== undefined)
		return {
			row: 0,
			headings: table.keys,
			rows: [],
			map: mapHeadings(dataset, table.keys, overrides),
			titles: [],
			units: [],
		};
	const least = Math.min(LEAST, dataset.columns.length);
	let best: Candidate | undefined;
	const consider = (records: readonly RawRecord[], headings: string[]) => {
		const map = mapHeadings(dataset, headings, overrides);
		if (row === undefined && map.mapping.length < least) return;
		const found = score(map);
		// Rows are only joined for the sake of a further column.
		const lead = records.length > 1 ? 0.5 : 0;
		if (best === undefined || found > best.score + lead)
			best = { records, headings, map, score: found };
	};
	const possible = (record: RawRecord) =>
		row === undefined || record.row === row;
	for (const record of table.head)
		if (possible(record)) consider([record], record.cells);
	for (let rows = 2; rows <= MOST_ROWS; rows++)
		for (let last = rows - 1; last < table.head.length; last++) {
			const records = table.head.slice(last - rows + 1, last + 1);
			const [first, ...others] = records;
			if (first === undefined || !possible(others.at(-1) ?? first)) continue;
			consider(
				records,
				others.reduce(
					(upper, { cells }) => joinHeadings(dataset, overrides, upper, cells),
					first.cells,
				),
			);
		}
	return best === undefined ? undefined : foundHeading(table, best);
}

function foundHeading(table: RawTable, best: Candidate): FoundHeading {
	const { records, headings, map } = best;
	const first = records[0]?.row ?? 0;
	const titles = table.head
		.filter((other) => other.row < first)
		.flatMap(texts)
		.filter((text) => text !== "");
	return {
		row: records.at(-1)?.row ?? 0,
		headings,
		rows: records.map(({ cells }) => cells),
		map,
		titles,
		units: titles.flatMap(statedUnits),
	};
}

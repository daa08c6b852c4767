import {
	type Dataset,
	type HeadingMap,
	mapHeadings,
	unitOf,
} from "../../datasets/index.ts";
import type { RawRecord, RawTable } from "../readers/types.ts";

/** The headings of a table and how they fit the dataset. */
export interface FoundHeading {
	/** Record number of the (last) heading row; 0 when the format names its columns itself. */
	row: number;
	headings: string[];
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

/**
 * Finds the heading row of a table: the row of its head in which the most headings fit the dataset,
 * the first of equals. Titles, notes and blank rows above it do not fit anything.
 * @param row the row where the source says that the headings are
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
			map: mapHeadings(dataset, table.keys, overrides),
			titles: [],
			units: [],
		};
	const least = Math.min(LEAST, dataset.columns.length);
	let best: { record: RawRecord; map: HeadingMap; score: number } | undefined;
	for (const record of table.head) {
		if (row !== undefined && record.row !== row) continue;
		const map = mapHeadings(dataset, record.cells, overrides);
		const found = score(map);
		if (row === undefined && map.mapping.length < least) continue;
		if (best === undefined || found > best.score)
			best = { record, map, score: found };
	}
	if (best === undefined) return undefined;
	const { record, map } = best;
	const titles = table.head
		.filter((other) => other.row < record.row)
		.flatMap(texts)
		.filter((text) => text !== "");
	return {
		row: record.row,
		headings: record.cells,
		map,
		titles,
		units: titles.flatMap(statedUnits),
	};
}

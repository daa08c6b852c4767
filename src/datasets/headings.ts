import type { Dataset, DatasetColumn } from "./schema.ts";
import { factorOf, storedUnit, unitOf } from "./units.ts";

/** A heading as it is compared: without white space, remarks in brackets and ornaments. */
export interface NormalHeading {
	key: string;
	/** The unit that the heading names: 金额（万元） → 万元. */
	unit?: string;
}

const BRACKETS = /[([{〔【<《「]([^)\]}〕】>》」]*)[)\]}〕】>》」]/g;
const ORNAMENTS = /^[*★☆#:：、.。"'“”]+|[*★☆:：、,，.。"'“”]+$/g;
const TRAILING_UNIT = /[/_\-－](\S{1,6})$/;

/** So many texts are remembered: the files of a source, and the rows of a head, repeat each other's. */
const REMEMBERED = 20_000;
const remembered = new Map<string, NormalHeading>();

/**
 * Brings a heading to the form in which headings are compared: NFKC, no white space or line breaks,
 * bracketed remarks dropped, the unit of a bracket kept apart.
 */
export function normaliseHeading(text: string): NormalHeading {
	let normal = remembered.get(text);
	if (normal === undefined) {
		if (remembered.size >= REMEMBERED) remembered.clear();
		normal = normalised(text);
		remembered.set(text, normal);
	}
	return normal;
}

function normalised(text: string): NormalHeading {
	const folded = text
		.normalize("NFKC")
		.replace(/[\s\p{Cf}]+/gu, "")
		.toLowerCase();
	let unit: string | undefined;
	let key = folded.replace(BRACKETS, (_, remark: string) => {
		unit ??= unitOf(remark);
		return "";
	});
	key = key.replace(ORNAMENTS, "");
	const trailing = TRAILING_UNIT.exec(key);
	if (trailing?.[1] !== undefined) {
		const named = unitOf(trailing[1]);
		if (named !== undefined) {
			unit ??= named;
			key = key.slice(0, trailing.index);
		}
	}
	return unit === undefined ? { key } : { key, unit };
}

/** Every heading that stands for a column, in order of preference, with the column's own names first. */
export function spellingsOf(column: DatasetColumn): string[] {
	return [column.name, ...column.headers];
}

/** A heading of the file that feeds a column of the dataset. */
export interface MappedColumn {
	column: string;
	/** As the file spells it. */
	heading: string;
	/** From 1. */
	position: number;
	/** The unit that the heading names. */
	unit?: string;
}

/** How the headings of a file fit a dataset. */
export interface HeadingMap {
	mapping: MappedColumn[];
	/** Headings that no column takes, blank ones left out. */
	unmapped: { heading: string; position: number }[];
	/** Columns that several headings fit; the first of them was taken. */
	ambiguous: { column: string; headings: string[] }[];
	/** Required columns that the file does not have. */
	missing: DatasetColumn[];
	/** Nothing that could name the row: none of identify_by is there. */
	unidentified: boolean;
	/** Overrides that name a heading that the file does not have. */
	unused: { column: string; heading: string }[];
}

interface Candidate {
	heading: string;
	position: number;
	unit?: string;
	/** How well it fits; the smallest wins. */
	rank: number;
}

interface Fit {
	column: DatasetColumn;
	rank: number;
}

/** Column and preference by normalised heading; titles count only where no heading claims them. */
function synonymTable(dataset: Dataset): Map<string, Fit> {
	const table = new Map<string, Fit>();
	for (const column of dataset.columns)
		spellingsOf(column).forEach((spelling, rank) => {
			const { key } = normaliseHeading(spelling);
			if (!table.has(key)) table.set(key, { column, rank });
		});
	for (const column of dataset.columns) {
		const { key } = normaliseHeading(column.title);
		if (!table.has(key))
			table.set(key, { column, rank: spellingsOf(column).length });
	}
	return table;
}

const tables = new WeakMap<Dataset, Map<string, Fit>>();

function synonyms(dataset: Dataset): Map<string, Fit> {
	let table = tables.get(dataset);
	if (table === undefined) {
		table = synonymTable(dataset);
		tables.set(dataset, table);
	}
	return table;
}

function overrideRank(
	overrides: Readonly<Record<string, string>>,
	heading: string,
	key: string,
): { column: string; rank: number } | undefined {
	for (const [column, wanted] of Object.entries(overrides)) {
		if (wanted.trim() === heading.trim()) return { column, rank: -2 };
		if (normaliseHeading(wanted).key === key) return { column, rank: -1 };
	}
	return undefined;
}

/** The column that one heading feeds, as mapHeadings has it; undefined for none. */
function columnOf(
	table: ReadonlyMap<string, Fit>,
	overrides: Readonly<Record<string, string>>,
	heading: string,
	key: string,
): { column: string; rank: number } | undefined {
	const override = overrideRank(overrides, heading, key);
	if (override !== undefined) return override;
	const fit = table.get(key);
	return fit === undefined || fit.column.name in overrides
		? undefined
		: { column: fit.column.name, rank: fit.rank };
}

/** Whether a heading feeds a column of a dataset. */
export function fitsColumn(
	dataset: Dataset,
	heading: string,
	overrides: Readonly<Record<string, string>> = {},
): boolean {
	if (heading.trim() === "") return false;
	const { key } = normaliseHeading(heading);
	const found = columnOf(synonyms(dataset), overrides, heading, key);
	return dataset.columns.some(({ name }) => name === found?.column);
}

/**
 * Fits the headings of a file to the columns of a dataset: by the source's overrides, then by
 * canonical name, synonym and title. A column with several candidates takes the preferred one.
 * @param headings one text a column of the file; blank where there is none
 * @param overrides column of the dataset: heading in the file
 */
export function mapHeadings(
	dataset: Dataset,
	headings: readonly string[],
	overrides: Readonly<Record<string, string>> = {},
): HeadingMap {
	const table = synonyms(dataset);
	const candidates = new Map<string, Candidate[]>();
	const unmapped: HeadingMap["unmapped"] = [];
	headings.forEach((heading, index) => {
		if (heading.trim() === "") return;
		const normal = normaliseHeading(heading);
		const found = columnOf(table, overrides, heading, normal.key);
		const position = index + 1;
		if (found === undefined) {
			unmapped.push({ heading, position });
			return;
		}
		const { column, rank } = found;
		const list = candidates.get(column) ?? [];
		list.push({
			heading,
			position,
			rank,
			...(normal.unit === undefined ? {} : { unit: normal.unit }),
		});
		candidates.set(column, list);
	});

	const mapping: MappedColumn[] = [];
	const ambiguous: HeadingMap["ambiguous"] = [];
	for (const column of dataset.columns) {
		const list = candidates.get(column.name);
		if (list === undefined) continue;
		const stored = storedUnit(column);
		const foreign = (item: Candidate) =>
			item.unit !== undefined &&
			(item.unit !== stored || factorOf(item.unit, column) === undefined)
				? 1
				: 0;
		list.sort(
			(a, b) =>
				a.rank - b.rank || foreign(a) - foreign(b) || a.position - b.position,
		);
		const [best, ...others] = list;
		if (best === undefined) continue;
		mapping.push({
			column: column.name,
			heading: best.heading,
			position: best.position,
			...(best.unit === undefined ? {} : { unit: best.unit }),
		});
		// An override is a decision: what else would fit is then merely not mapped.
		if (others.length > 0 && best.rank >= 0)
			ambiguous.push({
				column: column.name,
				headings: list.map((item) => item.heading),
			});
		for (const { heading, position } of others)
			unmapped.push({ heading, position });
	}
	unmapped.sort((a, b) => a.position - b.position);

	const mapped = new Set(mapping.map((item) => item.column));
	return {
		mapping,
		unmapped,
		ambiguous,
		missing: dataset.columns.filter(
			(column) => column.required && !mapped.has(column.name),
		),
		unidentified:
			dataset.identify_by.length > 0 &&
			!dataset.identify_by.some((name) => mapped.has(name)),
		unused: Object.entries(overrides)
			.filter(([column]) => !mapped.has(column))
			.map(([column, heading]) => ({ column, heading })),
	};
}

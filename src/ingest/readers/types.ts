import type { Engine } from "../../engine/index.ts";
import type { Place, Problem } from "../../errors/index.ts";
import type { Source } from "../../workspace/index.ts";
import type { MergedCells } from "./xlsx-merges.ts";

/** How many records are looked at for headings. */
export const HEAD_RECORDS = 60;

/** A record as the file has it; blank cells are empty texts. */
export interface RawRecord {
	/** The record number: the row as Excel shows it; for text files every record counts, from 1. */
	row: number;
	cells: string[];
}

/** A table where DuckDB can read it. */
export interface StagedTable {
	/**
	 * A SELECT of every record in order: `_row` BIGINT, `_line` BIGINT (the physical line where it
	 * differs from `_row`), `_fields` BIGINT (fields of the record; NULL where all have the width,
	 * -1 for a record that could not be taken apart), `_rest` VARCHAR (what is beyond the width),
	 * c1 … cN VARCHAR (NULL where blank).
	 */
	sql: string;
	/** Records counted by the reader's own scanner, not by the engine. */
	records: number;
	/** Blank records at the end that the SELECT leaves out. */
	blankTail: number;
	/** Records of another width are faults (CSV), not blank cells (Excel). */
	ragged: boolean;
	/** Between the cells when a record is shown as one text. */
	joint: string;
	/** Says in the words of the format why the engine cannot read it, where the engine reads the file itself. */
	unreadable?: (error: unknown) => never;
	/** A slower way to the same records, for when the engine does not read what the scanner counted. */
	fallback?: () => Promise<StagedTable>;
}

export type TableFormat =
	| "csv"
	| "xlsx"
	| "xls"
	| "ods"
	| "ndjson"
	| "json"
	| "parquet";

/** Formats of spreadsheets: a row has as many cells as it likes. */
export const sheetFormats: ReadonlySet<TableFormat> = new Set([
	"xlsx",
	"xls",
	"ods",
]);

/** One table of a file, before its headings are known. */
export interface RawTable {
	format: TableFormat;
	sheet?: string;
	encoding?: string;
	delimiter?: string;
	/** The first records, for finding the headings. */
	head: RawRecord[];
	/** What a person should hear of the sheet as it was read. */
	warnings?: readonly Problem[];
	/** Cells of the widest record, where the format says so. */
	width?: number;
	/** Headings that the format itself names (keys); there is no heading row then. */
	keys?: string[];
	/**
	 * Puts all records where DuckDB can read them.
	 * @param width how many cells make c1 … cN
	 */
	stage(width: number): Promise<StagedTable>;
	/**
	 * Cells that the file itself shows as one with the cells below them; missing where the format has
	 * no such thing. Only asked for when it matters.
	 * @param columns positions from 1
	 */
	merged?(columns: ReadonlySet<number>): AsyncIterable<MergedCells>;
}

/** A sheet that is not offered, and why. */
export interface SkippedSheet {
	sheet: string;
	reason: string;
}

/** What a reader is given. */
export interface ReadRequest {
	/** Absolute path of the file. */
	path: string;
	source: Source;
	/** A folder for temporary files of this file alone. */
	scratch: string;
	/** Where findings lie. */
	at: Place;
	engine: Engine;
	/** Headings that the dataset knows, normalised; what a delimiter is judged by. */
	knownHeading: (heading: string) => boolean;
	/** Leaves a sheet out before it is read, when its part exists. */
	known: (sheet: string | undefined) => boolean;
}

/**
 * One format. A reader gives the tables of a file one by one; each is staged, or passed over,
 * before the next is asked for. Throws Refusal.
 */
export interface Reader {
	format: TableFormat | "zip" | "gz";
	read(request: ReadRequest): AsyncGenerator<RawTable | SkippedSheet>;
}

/** Finds the reader of a file; what is inside an archive is read by it again. */
export type FindReader = (
	request: Pick<ReadRequest, "path" | "at">,
) => Promise<Reader>;

/** A sheet that says it is wider was formatted to the edge. */
const WIDEST = 64;

/** The width of a sheet as a table states it, where it is that of a table. */
export function usualWidth(columns: number | undefined): { width?: number } {
	return columns === undefined || columns > WIDEST ? {} : { width: columns };
}

/** The names of the cells in a staged table. */
export function cellNames(width: number): string[] {
	return Array.from({ length: width }, (_, i) => `c${i + 1}`);
}

import { parse } from "csv-parse/sync";
import { HEAD_RECORDS, type RawRecord } from "./types.ts";

/** Delimiters of real exports, the likeliest first; the last ones are those of databases' unloads. */
const DELIMITERS = [",", "\t", ";", "|", "^", "~", "#", "!", "\u0001"];

/** csv-parse as every irregular file is read: nothing is trimmed, skipped or converted. */
export const PARSE_OPTIONS = {
	relax_column_count: true,
	relax_quotes: true,
	skip_empty_lines: false,
	record_delimiter: ["\r\n", "\n", "\r"],
};

/** The records at the head of a text, under a delimiter. */
export function headRecords(text: string, delimiter: string): RawRecord[] {
	let rows: string[][];
	try {
		rows = parse(text, { ...PARSE_OPTIONS, delimiter, to: HEAD_RECORDS });
	} catch {
		// A quote that the cut left open: whole lines are still good enough to judge by.
		rows = text
			.split(/\r\n|\n|\r/)
			.slice(0, HEAD_RECORDS)
			.map((line) => line.split(delimiter));
	}
	return rows.map((cells, i) => ({ row: i + 1, cells }));
}

/**
 * Chooses the delimiter of a text: the one under which the most headings of the dataset are found
 * in one record, then the one under which the most records have the same number of fields.
 */
export function chooseDelimiter(
	text: string,
	knownHeading: (heading: string) => boolean,
): string {
	let best: { delimiter: string; headings: number; even: number } | undefined;
	// Under a delimiter that the text has nowhere every record is one cell: one of them stands for all.
	const candidates = DELIMITERS.filter((delimiter) => text.includes(delimiter));
	const absent = DELIMITERS.find((delimiter) => !text.includes(delimiter));
	for (const delimiter of DELIMITERS.filter(
		(item) => candidates.includes(item) || item === absent,
	)) {
		const records = headRecords(text, delimiter);
		const widths = new Map<number, number>();
		let headings = 0;
		for (const { cells } of records) {
			if (cells.length > 1)
				widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
			headings = Math.max(headings, cells.filter(knownHeading).length);
		}
		const even = Math.max(0, ...widths.values());
		if (
			best === undefined ||
			headings > best.headings ||
			(headings === best.headings && even > best.even)
		)
			best = { delimiter, headings, even };
	}
	return best?.delimiter ?? ",";
}

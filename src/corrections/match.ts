import type { Correction } from "./schema.ts";

/** A table of a source: a file, or a sheet of it. */
export interface TableAddress {
	source: string;
	file: string;
	sheet?: string | undefined;
}

/**
 * The corrections that may concern a table; whether they do, the text of the row decides.
 * A file that was sent again under another name takes over the corrections of the one that is gone, where
 * the source is a single file: among several it would not be known which one follows it.
 * @param files the files that the source has now
 */
export function correctionsFor(
	corrections: readonly Correction[],
	table: TableAddress,
	files: readonly string[],
): Correction[] {
	return corrections.filter(
		(item) =>
			item.source === table.source &&
			item.sheet === table.sheet &&
			(item.file === table.file ||
				(files.length === 1 && !files.includes(item.file))),
	);
}

import type { SourceNote } from "../../exports/desk.ts";

/** One file of the city: what DuckDB selects, in the order in which it is written. */
export interface CityFile {
	path: string;
	encoding: "utf-8" | "gb18030";
	sql: string;
}

/** One source of the workspace: a file, or several under one glob. */
export interface CityTable extends Omit<SourceNote, "encoding" | "delimiter"> {
	files: CityFile[];
	/** Written again also where it is there already. */
	always?: boolean;
	/** Small enough for a spreadsheet. */
	small?: boolean;
}

/** A source of one file; more may come later where its path is a glob. */
export function single(
	note: Omit<CityTable, "files">,
	encoding: CityFile["encoding"],
	sql: string,
): CityTable {
	return {
		...note,
		files: [{ path: note.path.replace("*", ""), encoding, sql }],
	};
}

import { readFileSync, writeFileSync } from "node:fs";
import { readXlsx, writeXlsx } from "hucre/xlsx";

/** Columns of a correction form before the cells of the source. */
export const LEADING = 6;

/**
 * Fills in a correction form as a person would, with a spreadsheet library.
 * @param change is given each row of the first source sheet as texts, to be changed in place
 * @returns the heading row and the rows, as filled in
 */
export async function fill(
	file: string,
	change: (row: string[]) => void,
): Promise<string[][]> {
	const { sheets } = await readXlsx(readFileSync(file));
	const texts = sheets.map((sheet) => ({
		name: sheet.name,
		rows: sheet.rows.map((row) => row.map((value) => String(value ?? ""))),
	}));
	const rows = texts[1]?.rows ?? [];
	rows.slice(1).forEach(change);
	writeFileSync(file, await writeXlsx({ sheets: texts }));
	return rows;
}

import type { Sheet } from "./sheet.ts";

/** The name that a file has when every file is UTF-8 CSV; also of a glob. */
export function plainPath(path: string): string {
	return path.endsWith(".csv") ? path : `${path}.csv`;
}

/** The sheets as one table: headings, then rows; no titles, totals, notes or merged cells. */
export function plainSheet(sheets: readonly Sheet[]): Sheet {
	const [first] = sheets;
	if (!first) throw new Error("a file without sheets");
	for (const { lines, merges } of sheets)
		for (const { row, column, toRow } of merges)
			for (let at = row + 1; at <= toRow; at++) {
				const cells = lines[at]?.cells;
				if (cells) cells[column] = lines[row]?.cells[column] ?? null;
			}
	const headings = first.lines.find(({ cells }) => (cells[1] ?? null) !== null);
	return {
		name: first.name,
		merges: [],
		lines: [
			...(headings ? [headings] : []),
			...sheets.flatMap(({ lines }) => lines.filter(({ records }) => records)),
		],
	};
}

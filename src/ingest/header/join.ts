import { type Dataset, fitsColumn } from "../../datasets/index.ts";

/** A heading that spans several columns names each of them: its text is carried to their right. */
function carried(upper: readonly string[], lower: readonly string[]): string[] {
	let text = "";
	return lower.map((below, i) => {
		const own = upper[i] ?? "";
		// Above a blank cell it is a heading of its own, which spans rows and not columns.
		if (own !== "") text = below === "" ? "" : own;
		return text;
	});
}

/**
 * The headings of two rows as one row. A column is called by both texts where the dataset knows them
 * together (家庭 over 人口), by the lower one where it knows that and no column before has it, by
 * the upper one above a blank cell.
 */
export function joinHeadings(
	dataset: Dataset,
	overrides: Readonly<Record<string, string>>,
	upperRow: readonly string[],
	lowerRow: readonly string[],
): string[] {
	const width = Math.max(upperRow.length, lowerRow.length);
	const at = (row: readonly string[], i: number) => (row[i] ?? "").trim();
	const upper = Array.from({ length: width }, (_, i) => at(upperRow, i));
	const lower = Array.from({ length: width }, (_, i) => at(lowerRow, i));
	const above = carried(upper, lower);
	const fits = (heading: string) => fitsColumn(dataset, heading, overrides);
	const taken = new Set<string>();
	return lower.map((text, i) => {
		if (text === "") return upper[i] ?? "";
		const both = `${above[i] ?? ""}${text}`;
		if (both === text || fits(both)) return both;
		if (taken.has(text) || !fits(text)) return both;
		taken.add(text);
		return text;
	});
}

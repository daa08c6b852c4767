import { fingerprint } from "../base/index.ts";

/**
 * The digest by which a correction knows the row that it was made for: the headings and the text of the row
 * as the file has them. Another text, or the same under other headings, is another row.
 * @param cells null where blank, as many as there are headings
 * @param rest what stands beyond the headings
 */
export function originalOf(
	headings: readonly string[],
	cells: readonly (string | null)[],
	rest: string | null,
): string {
	return fingerprint([headings, cells, rest]).slice(0, 16);
}

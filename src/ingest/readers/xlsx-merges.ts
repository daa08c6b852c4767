import { columnNumber } from "../archive/vet.ts";
import { ZipFile } from "../archive/zip.ts";

/** Cells of one column that a sheet shows as one; rows from 1, both inclusive. */
export interface MergedCells {
	position: number;
	first: number;
	last: number;
}

const SMALL_PART = 8 << 20;
/** A sheet unpacked; beyond it the workbook is made to fill the disk. */
const LARGEST_SHEET = 8 * 2 ** 30;
/** Longer than any mergeCell element. */
const CARRY = 256;
const MERGE =
	/<(?:\w+:)?mergeCell\s[^<>]*?\bref\s*=\s*["']\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})["']/g;
const ENTITIES: Record<string, string> = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: '"',
	apos: "'",
};

function unescapeXml(text: string): string {
	return text.replace(
		/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
		(whole, hex?: string, decimal?: string, name?: string) =>
			name !== undefined
				? (ENTITIES[name] ?? whole)
				: String.fromCodePoint(
						Number.parseInt(hex ?? decimal ?? "", hex === undefined ? 10 : 16),
					),
	);
}

function attribute(element: string, name: string): string | undefined {
	const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(
		element,
	);
	const text = found?.[1] ?? found?.[2];
	return text === undefined ? undefined : unescapeXml(text);
}

/** The archive's name of the part that holds a sheet. */
export async function sheetPart(
	zip: ZipFile,
	sheet: string,
): Promise<string | undefined> {
	const workbook = (await zip.text("xl/workbook.xml", SMALL_PART)) ?? "";
	const element = (workbook.match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? []).find(
		(item) => attribute(item, "name") === sheet,
	);
	const id = element && attribute(element, "\\w+:id");
	const links =
		(await zip.text("xl/_rels/workbook.xml.rels", SMALL_PART)) ?? "";
	const link = (links.match(/<(?:\w+:)?Relationship\s[^>]*>/g) ?? []).find(
		(item) => attribute(item, "Id") === id,
	);
	const target = link && attribute(link, "Target");
	if (id === undefined || target === undefined) return undefined;
	return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

/**
 * The cells of a sheet that are merged downwards, read from the sheet as a stream: the library's
 * streaming reader passes them over, and its other reader holds the whole sheet.
 * @param columns the positions that matter, from 1; a merge counts in the column that holds its value
 */
export async function* mergedDown(
	path: string,
	sheet: string,
	columns: ReadonlySet<number>,
): AsyncGenerator<MergedCells> {
	const zip = await ZipFile.open(path);
	try {
		const name = await sheetPart(zip, sheet);
		const entry = zip.entries.find((item) => item.name === name);
		if (entry === undefined) return;
		let carry = "";
		for await (const bytes of zip.stream(entry, LARGEST_SHEET)) {
			// Element names and references are ASCII in every encoding that workbooks use.
			const text = carry + bytes.toString("latin1");
			let end = 0;
			for (const found of text.matchAll(MERGE)) {
				end = found.index + found[0].length;
				const position = columnNumber(found[1] ?? "");
				const first = Number(found[2]);
				const last = Number(found[4]);
				if (last > first && columns.has(position))
					yield { position, first, last };
			}
			carry = text.slice(Math.max(end, text.length - CARRY));
		}
	} finally {
		await zip.close();
	}
}

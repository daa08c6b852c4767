import { closeSync, openSync, readSync } from "node:fs";
import { ZipFile } from "./zip.ts";

/** As many rows as a sheet has in Excel. */
export const mostRows = 1_048_576;

/** The name of the only sheet. */
export const onlySheet = "Sheet1";

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const office = "http://schemas.openxmlformats.org";
const parts: readonly (readonly [name: string, text: string])[] = [
	[
		"[Content_Types].xml",
		`${xml}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
	],
	[
		"_rels/.rels",
		`${xml}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
	],
	[
		"xl/workbook.xml",
		`${xml}<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"><sheets><sheet name="${onlySheet}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
	],
	[
		"xl/_rels/workbook.xml.rels",
		`${xml}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
	],
];
const before = `${xml}<worksheet xmlns="${office}/spreadsheetml/2006/main"><sheetData>`;
const after = "</sheetData></worksheet>";

/** A block is packed by itself, so that a sheet of any size needs no more memory. */
const block = 1 << 20;

/**
 * A workbook of one sheet out of a file of its rows, as XML (`<row>…</row>`): the same to the byte for the same rows.
 * @returns its size
 */
export function packSheet(rows: string, to: string): number {
	const zip = new ZipFile(to);
	for (const [name, text] of parts) zip.add(name, [Buffer.from(text, "utf8")]);
	zip.add("xl/worksheets/sheet1.xml", sheet(rows));
	return zip.close();
}

function* sheet(rows: string): Generator<Uint8Array> {
	yield Buffer.from(before, "utf8");
	const from = openSync(rows, "r");
	try {
		const buffer = Buffer.allocUnsafe(block);
		for (;;) {
			const got = readSync(from, buffer, 0, block, null);
			if (got === 0) break;
			yield buffer.subarray(0, got);
		}
	} finally {
		closeSync(from);
	}
	yield Buffer.from(after, "utf8");
}

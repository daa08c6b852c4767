import iconv from "iconv-lite";
import type { Cell, Line } from "./sheet.ts";

export interface TextFormat {
	delimiter: "," | "\t";
	encoding: "utf-8" | "utf-8 with BOM" | "utf-16 with BOM" | "gb18030";
}

/** A delimited file with CRLF, as Windows programs write it. */
export function delimited(
	lines: readonly Line[],
	format: TextFormat,
): Uint8Array {
	const text = lines
		.map(({ cells }) =>
			// A blank row is an empty line in a text file.
			cells.every((cell) => cell === null)
				? ""
				: cells
						.map((cell) => field(cell, format.delimiter))
						.join(format.delimiter),
		)
		.map((line) => `${line}\r\n`)
		.join("");
	if (format.encoding === "gb18030") return iconv.encode(text, "gb18030");
	if (format.encoding === "utf-16 with BOM")
		return Buffer.from(`\uFEFF${text}`, "utf16le");
	return Buffer.from(
		format.encoding === "utf-8 with BOM" ? `\uFEFF${text}` : text,
		"utf8",
	);
}

function field(cell: Cell, delimiter: string): string {
	const text = cell === null ? "" : String(cell);
	if (delimiter === "\t") return text.replace(/[\t\r\n]/g, " ");
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One JSON object a line, under the headings; what is empty is left out. */
export function ndjson(
	headings: readonly string[],
	lines: readonly Line[],
): Uint8Array {
	const text = lines
		.map(({ cells }) => {
			const object: Record<string, Cell> = {};
			headings.forEach((heading, i) => {
				const cell = cells[i] ?? null;
				if (cell !== null) object[heading] = cell;
			});
			return `${JSON.stringify(object)}\n`;
		})
		.join("");
	return Buffer.from(text, "utf8");
}

import { rmSync } from "node:fs";
import type { DuckDBConnection } from "@duckdb/node-api";
import { packSheet } from "../files/sheet-file.ts";

/** Writes what a SELECT gives as a workbook of one sheet, all cells as text; DuckDB makes the rows of its XML. */
export async function writeSheet(
	db: DuckDBConnection,
	sql: string,
	to: string,
): Promise<{ rows: number; bytes: number }> {
	const described = await db.runAndReadAll(`DESCRIBE ${sql}`);
	const names = described
		.getRowObjectsJson()
		.map(({ column_name: name }) => String(name));
	const cell = (i: number, value: string) =>
		`coalesce('<c r="${letter(i)}' || r || '" t="inlineStr"><is><t xml:space="preserve">' || replace(replace(replace(${value}, '&', '&amp;'), '<', '&lt;'), '>', '&gt;') || '</t></is></c>', '')`;
	const row = (cells: readonly string[]) =>
		`'<row r="' || r || '">' || ${cells.join(" || ")} || '</row>'`;
	const headings = row(
		names.map((name, i) => cell(i, `'${name.replaceAll("'", "''")}'`)),
	);
	const values = row(
		names.map((name, i) => cell(i, `"${name.replaceAll('"', '""')}"::VARCHAR`)),
	);
	const half = `${to}.rows`;
	try {
		// Quotes and delimiters that never occur: each line is one text as it is.
		const result = await db.run(
			`COPY (SELECT ${headings} FROM (SELECT 1 AS r) UNION ALL SELECT ${values} FROM (SELECT *, row_number() OVER () + 1 AS r FROM (${sql})))
			TO '${half}' (FORMAT csv, HEADER false, DELIMITER '\x01', QUOTE '')`,
		);
		return { rows: result.rowsChanged - 1, bytes: packSheet(half, to) };
	} finally {
		rmSync(half, { force: true });
	}
}

/** A, B, … */
function letter(i: number): string {
	return String.fromCharCode(65 + i);
}

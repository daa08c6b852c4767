import { rmSync, writeFileSync } from "node:fs";
import { identifier, pathLiteral } from "../sql-text.ts";
import type { Engine, QueryResult, Row } from "../types.ts";

/**
 * Writes rows that came over the wire to a zstd Parquet file, ordered by all columns, as the local
 * engine writes its own: the same rows give the same bytes.
 * @param host the engine of this machine
 */
export async function keepRows(
	host: Engine,
	{ columns, rows }: QueryResult,
	file: string,
): Promise<void> {
	const texts = `${file}.rows`;
	const line = (row: Row) =>
		JSON.stringify(
			Object.fromEntries(
				columns.map(({ name }, i) => {
					const value = row[name] ?? null;
					return [`c${i}`, value === null ? null : String(value)];
				}),
			),
		);
	const select = columns
		.map(({ name, type }, i) => `CAST(c${i} AS ${type}) AS ${identifier(name)}`)
		.join(", ");
	const fields = columns.map((_, i) => `c${i}: 'VARCHAR'`).join(", ");
	try {
		writeFileSync(texts, rows.map((row) => `${line(row)}\n`).join(""));
		await host.execute(
			`COPY (SELECT ${select} FROM read_json(${pathLiteral(texts)}, format = 'newline_delimited', columns = {${fields}}) ORDER BY ALL) TO ${pathLiteral(file)} (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)`,
		);
	} finally {
		rmSync(texts, { force: true });
	}
}

import { type Engine, identifier, pathLiteral } from "../engine/index.ts";

/** SQL of a fingerprint of what a row says in some columns; equal rows have equal ones. */
export function rowHash(columns: readonly string[]): string {
	return `hash(${columns.map(identifier).join(", ")})`;
}

/** SQL of a fingerprint of the natural key of a row: NULL where nothing names the row. */
export function keyHash(key: readonly string[]): string {
	if (key.length === 0) return "CAST(NULL AS UBIGINT)";
	const texts = key.map((name) => `CAST(${identifier(name)} AS VARCHAR)`);
	return `CASE WHEN coalesce(${texts.join(", ")}) IS NULL THEN NULL ELSE ${rowHash(key)} END`;
}

/** The columns of a part with their types, its address left out. */
export async function partColumns(
	engine: Engine,
	path: string,
): Promise<Map<string, string>> {
	const { rows } = await engine.query(
		`DESCRIBE SELECT * FROM read_parquet(${pathLiteral(path)})`,
	);
	return new Map(
		rows
			.map((row) => [String(row.column_name), String(row.column_type)] as const)
			.filter(([name]) => name !== "_src" && name !== "_row"),
	);
}

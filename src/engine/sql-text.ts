/** A text as an SQL literal. */
export function literal(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}

/** A name as a quoted SQL identifier. */
export function identifier(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}

/** A path as DuckDB takes it on every platform: forward slashes. */
export function pathLiteral(path: string): string {
	return literal(path.replaceAll("\\", "/"));
}

/** A list of paths as a DuckDB list literal. */
export function pathList(paths: readonly string[]): string {
	return `[${paths.map(pathLiteral).join(", ")}]`;
}

const pieces =
	/'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|;|[^'";\-/]+|[-/]/g;

/** Without the semicolon that may close a statement: it does not go into parentheses. */
export function withoutSemicolon(sql: string): string {
	return sql.replace(pieces, (piece) => (piece === ";" ? "" : piece));
}

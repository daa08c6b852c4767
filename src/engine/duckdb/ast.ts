import type { DuckDBConnection } from "@duckdb/node-api";

/** A node of DuckDB's serialised parse tree: its fields by their names there. */
export interface AstNode {
	[field: string]: AstValue;
}
export type AstValue =
	| null
	| boolean
	| number
	| string
	| AstNode
	| AstValue[]
	| undefined;

/** What the parser made of a text: its tree, or why it is wrong and where (byte offset). */
export type Parsed =
	| { statements: AstNode[] }
	| { message: string; position: number | undefined };

/**
 * Parses SELECT statements; the tree has byte offsets (query_location).
 * Other statements and syntax errors come back as a message.
 */
export async function parseSelect(
	connection: DuckDBConnection,
	sql: string,
): Promise<Parsed> {
	const reader = await connection.runAndReadAll(
		"SELECT json_serialize_sql($1::VARCHAR, skip_null := true, skip_empty := true, skip_default := true)",
		[sql],
	);
	const answer = JSON.parse(String(reader.getRows()[0]?.[0])) as AstNode;
	if (answer.error === true) {
		const position = Number(answer.position);
		return {
			message: String(answer.error_message),
			position: Number.isNaN(position) ? undefined : position,
		};
	}
	return { statements: answer.statements as AstNode[] };
}

/** Calls a visitor for every object of a tree, parents first. */
export function walk(value: AstValue, visit: (node: AstNode) => void): void {
	if (value === null || typeof value !== "object") return;
	if (Array.isArray(value)) {
		for (const item of value) walk(item, visit);
		return;
	}
	visit(value);
	for (const child of Object.values(value)) walk(child, visit);
}

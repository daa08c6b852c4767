import type { AstNode } from "./ast.ts";
import { parserConnection } from "./parser.ts";

/** What the serialised tree says where a node has no place in the text: more than a number holds. */
const NO_PLACE = /18446744073709551615/g;

/**
 * The whole parse tree of one text, every field included, so that it can be printed again.
 * Nodes without a place have query_location 0.
 * @returns undefined when the text does not parse
 */
export async function parseTree(sql: string): Promise<AstNode | undefined> {
	const reader = await (await parserConnection()).runAndReadAll(
		"SELECT json_serialize_sql($1::VARCHAR)",
		[sql],
	);
	const tree = JSON.parse(
		String(reader.getRows()[0]?.[0]).replace(NO_PLACE, "0"),
	) as AstNode;
	return tree.error === true ? undefined : tree;
}

/** The SQL of a tree that parseTree gave, changed or not. */
export async function printTree(tree: AstNode): Promise<string> {
	const reader = await (await parserConnection()).runAndReadAll(
		"SELECT json_deserialize_sql($1::VARCHAR::JSON)",
		[JSON.stringify(tree)],
	);
	return String(reader.getRows()[0]?.[0]);
}

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

/** Stands before a whole double in the text of a tree, until it gets its point. */
const WHOLE_DOUBLE = "\0double ";
const markedDouble = /"\\u0000double (-?\d+)"/g;

/** The text of a tree. JSON.stringify writes the double 1.0 as 1, which is read as an integer and refused. */
function textOf(tree: AstNode): string {
	return JSON.stringify(tree, (_, part) =>
		part?.type?.id === "DOUBLE" && Number.isSafeInteger(part.value)
			? { ...part, value: `${WHOLE_DOUBLE}${part.value}` }
			: part,
	).replace(markedDouble, "$1.0");
}

/** The SQL of a tree that parseTree gave, changed or not. */
export async function printTree(tree: AstNode): Promise<string> {
	const reader = await (await parserConnection()).runAndReadAll(
		"SELECT json_deserialize_sql($1::VARCHAR::JSON)",
		[textOf(tree)],
	);
	return String(reader.getRows()[0]?.[0]);
}

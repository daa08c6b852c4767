import type { AstNode } from "../../engine/index.ts";
import { node, nodes } from "../lint/tree/context.ts";

/** One thing that a SELECT reads. */
export interface Relation {
	alias: string;
	/** What it is called: an input or a name of WITH; undefined for a query in place. */
	name: string | undefined;
	/** The tree of FROM that stands for it alone. */
	tree: AstNode;
	/** A query in place. */
	query: AstNode | undefined;
}

/** What FROM joins so far, with the relation that came last and on what. */
export interface Prefix {
	tree: AstNode;
	last: Relation;
	/** Conditions of the last join, when it is one that drops rows. */
	on: AstNode[];
}

/** The names of WITH of a query with their queries, in the order of the text. */
export function namedQueries(query: AstNode): Map<string, AstNode> {
	const entries = nodes(node(query.cte_map)?.map);
	return new Map(
		entries.flatMap((entry): [string, AstNode][] => {
			const inner = node(node(node(entry.value)?.query)?.node);
			return inner === undefined ? [] : [[String(entry.key), inner]];
		}),
	);
}

/** The conditions that AND puts together. */
export function conjuncts(condition: unknown): AstNode[] {
	const tree = node(condition as AstNode);
	if (tree === undefined) return [];
	return tree.type === "CONJUNCTION_AND"
		? nodes(tree.children).flatMap(conjuncts)
		: [tree];
}

function relationOf(tree: AstNode): Relation | undefined {
	const alias = String(tree.alias ?? "");
	if (tree.type === "BASE_TABLE") {
		const name = String(tree.table_name);
		return { alias: alias || name, name, tree, query: undefined };
	}
	const query = node(node(tree.subquery)?.node);
	return tree.type === "SUBQUERY" && query !== undefined
		? { alias, name: undefined, tree, query }
		: undefined;
}

/** A join that keeps only rows with a match on both sides, or those of its left side. */
const dropping = new Set(["INNER", "SEMI", "RIGHT"]);

/**
 * FROM as it grows join by join, from left to right.
 * @returns undefined where it is built otherwise (joins in parentheses, functions in FROM)
 */
export function prefixesOf(from: AstNode): Prefix[] | undefined {
	if (from.type !== "JOIN") {
		const last = relationOf(from);
		return last === undefined ? undefined : [{ tree: from, last, on: [] }];
	}
	const [left, right] = [node(from.left), node(from.right)];
	if (left === undefined || right === undefined) return undefined;
	const before = prefixesOf(left);
	const last = relationOf(right);
	if (before === undefined || last === undefined) return undefined;
	return [
		...before,
		{
			tree: from,
			last,
			on: dropping.has(String(from.join_type)) ? conjuncts(from.condition) : [],
		},
	];
}

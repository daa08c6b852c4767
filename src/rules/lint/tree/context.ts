import type { AstNode, AstValue } from "../../../engine/index.ts";
import type { ErrorCode } from "../../../errors/index.ts";
import type { Findings } from "../findings.ts";
import type { Source } from "../source.ts";

/** What every part of the tree check shares: the text, the findings, the place it is at. */
export class Context {
	readonly source: Source;
	readonly #findings: Findings;
	#byte = 0;

	constructor(source: Source, findings: Findings) {
		this.source = source;
		this.#findings = findings;
	}

	/** Runs a check of a node; findings inside point at it or at the nearest node with a place. */
	at<Result>(node: AstNode, check: () => Result): Result {
		const before = this.#byte;
		if (typeof node.query_location === "number")
			this.#byte = node.query_location;
		try {
			return check();
		} finally {
			this.#byte = before;
		}
	}

	get byte(): number {
		return this.#byte;
	}

	report(code: ErrorCode, values: Record<string, string | number> = {}): void {
		this.#findings.add(code, this.source.spot(this.#byte), values);
	}
}

export function nodes(value: AstValue): AstNode[] {
	return Array.isArray(value) ? (value as AstNode[]) : [];
}

export function node(value: AstValue): AstNode | undefined {
	return value !== null && typeof value === "object" && !Array.isArray(value)
		? value
		: undefined;
}

export function text(value: AstValue): string {
	return typeof value === "string" ? value : "";
}

/** The text of a string literal; the tree leaves out an empty one. */
export function literalText(item: AstNode): string | undefined {
	const value = node(item.value);
	if (item.class !== "CONSTANT" || node(value?.type)?.id !== "VARCHAR")
		return undefined;
	return text(value?.value);
}

/** Fields that say nothing about meaning. */
const silent = new Set(["class", "type", "alias", "query_location"]);

/** Fields of each kind of node that the subset uses; another one is a construct outside it. */
const fields: Readonly<Record<string, readonly string[]>> = {
	SELECT_NODE: [
		"modifiers",
		"cte_map",
		"select_list",
		"from_table",
		"where_clause",
		"group_expressions",
		"group_sets",
		"aggregate_handling",
		"having",
	],
	SET_OPERATION_NODE: [
		"modifiers",
		"cte_map",
		"setop_type",
		"left",
		"right",
		"setop_all",
	],
	BASE_TABLE: ["table_name", "column_name_alias"],
	SUBQUERY_TABLE: ["subquery", "column_name_alias"],
	EXPRESSION_LIST: ["values", "column_name_alias", "expected_names"],
	TABLE_FUNCTION: ["function", "column_name_alias", "with_ordinality"],
	JOIN: [
		"left",
		"right",
		"condition",
		"join_type",
		"ref_type",
		"using_columns",
	],
	COLUMN_REF: ["column_names"],
	CONSTANT: ["value"],
	CAST: ["child", "cast_type", "try_cast"],
	COMPARISON: ["left", "right"],
	CONJUNCTION: ["children"],
	OPERATOR: ["children"],
	BETWEEN: ["input", "lower", "upper"],
	CASE: ["case_checks", "else_expr"],
	STAR: ["relation_name"],
	SUBQUERY: ["subquery_type", "subquery", "child", "comparison_type"],
	FUNCTION: [
		"function_name",
		"schema",
		"children",
		"filter",
		"order_bys",
		"distinct",
		"is_operator",
	],
	WINDOW: [
		"function_name",
		"schema",
		"children",
		"partitions",
		"orders",
		"start",
		"end",
		"start_expr",
		"end_expr",
		"offset_expr",
		"default_expr",
	],
};

/**
 * Reports fields that the subset does not know: whatever a new DuckDB adds is refused, not ignored.
 * @returns false when there was one
 */
export function checkFields(
	context: Context,
	kind: string,
	item: AstNode,
): boolean {
	const allowed = fields[kind];
	if (allowed === undefined) {
		context.report("sql-construct", { what: kind });
		return false;
	}
	const strange = Object.keys(item).filter(
		(field) => !silent.has(field) && !allowed.includes(field),
	);
	for (const field of strange)
		context.report("sql-construct", { what: `${kind}.${field}` });
	return strange.length === 0;
}

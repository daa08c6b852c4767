import type { AstNode } from "../../../engine/index.ts";
import { oddLiterals } from "../data/cast-types.ts";
import {
	any,
	boolean,
	date,
	decimal,
	double,
	integer,
	type Type,
	timestamp,
	typeName,
	varbinary,
	varchar,
} from "../types.ts";
import { type Context, literalText, node, text } from "./context.ts";

/** DuckDB's names of the types that a CAST may name (the spelling is checked in the tokens). */
const targets: Readonly<Record<string, Type>> = {
	BOOLEAN: boolean,
	TINYINT: integer,
	SMALLINT: integer,
	INTEGER: integer,
	BIGINT: integer,
	DOUBLE: double,
	VARCHAR: varchar,
	BLOB: varbinary,
	DATE: date,
	TIMESTAMP: timestamp,
};

function target(item: AstNode): Type {
	const type = node(item.cast_type);
	if (type?.id === "DECIMAL")
		return decimal(Number(node(type.type_info)?.scale ?? 0));
	return targets[text(type?.id)] ?? any;
}

/** A literal that the two engines read differently. */
function oddLiteral(child: AstNode, to: Type): string | undefined {
	const content = literalText(child);
	if (content === undefined) return undefined;
	return oddLiterals[to.kind]?.some((odd) => odd.test(content))
		? content
		: undefined;
}

/** Whether the digits of a DOUBLE were settled before it becomes a decimal or an integer. */
function isRounded(child: AstNode, to: Type): boolean {
	const name = text(child.function_name);
	if (to.kind === "integer")
		return ["round", "floor", "ceil", "ceiling", "truncate"].includes(name);
	return to.kind === "decimal" && name === "round";
}

/** Casts of a DOUBLE that mean something else on each engine. */
function checkDouble(context: Context, child: AstNode, to: Type): void {
	if (to.kind === "varchar" || !isRounded(child, to))
		if (["varchar", "integer", "decimal"].includes(to.kind))
			context.report("sql-cast-double", { type: typeName(to) });
}

/** Checks a CAST or TRY_CAST; also what DATE '…' and true, false become in the tree. */
export function checkCast(
	context: Context,
	item: AstNode,
	check: (child: AstNode | undefined) => Type,
): Type {
	const child = node(item.child);
	const to = target(item);
	const from = check(child);
	if (child === undefined) return to;
	if (text(node(item.cast_type)?.id) === "INTERVAL")
		context.report("sql-interval");
	const odd = oddLiteral(child, to);
	if (odd !== undefined)
		context.report("sql-cast-literal", { text: odd, type: typeName(to) });
	if (from.kind === "double") checkDouble(context, child, to);
	return to;
}

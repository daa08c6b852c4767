import type { AstNode } from "../../../engine/index.ts";
import { reservedWords } from "../data/reserved-words.ts";
import type { ParameterType } from "../parameters.ts";
import {
	any,
	array,
	boolean,
	common,
	date,
	decimal,
	double,
	integer,
	isOpen,
	row,
	type Type,
	timestamp,
	typeName,
	unknown,
	varbinary,
	varchar,
} from "../types.ts";
import { checkCall, checkWindow } from "./calls.ts";
import { checkCast } from "./casts.ts";
import { type Context, checkFields, node, nodes, text } from "./context.ts";
import { type Surroundings, subqueryTypes } from "./query.ts";
import type { Scope } from "./scope.ts";

const parameterTypes: Record<ParameterType, Type> = {
	integer,
	decimal: any,
	date,
	boolean,
	text: varchar,
};

const constantTypes: Readonly<Record<string, Type>> = {
	NULL: unknown,
	BOOLEAN: boolean,
	INTEGER: integer,
	BIGINT: integer,
	HUGEINT: integer,
	DOUBLE: double,
	VARCHAR: varchar,
	BLOB: varbinary,
	DATE: date,
	TIMESTAMP: timestamp,
};

/** The type of a literal. */
function constantType(item: AstNode): Type {
	const type = node(node(item.value)?.type);
	if (type?.id === "DECIMAL")
		return decimal(Number(node(type.type_info)?.scale ?? 0));
	return constantTypes[text(type?.id)] ?? any;
}

function columnType(context: Context, item: AstNode, scope: Scope): Type {
	const path = (Array.isArray(item.column_names) ? item.column_names : []).map(
		(part) => text(part),
	);
	const name = path.join(".");
	if (path.length > 2) {
		context.report("sql-name-qualified", { name });
		return any;
	}
	const found = scope.find(path.map((part) => part.toLowerCase()));
	if (found.kind === "type") return found.type;
	if (found.kind === "merged") context.report("sql-using-qualified", { name });
	else if (reservedWords.has(name.toLowerCase())) return any;
	else if (path.length === 1 && scope.aliases.has(name.toLowerCase()))
		context.report("sql-alias-reuse", { name });
	else
		context.report("sql-column-unknown", {
			name,
			known: scope.known().slice(0, 30).join("、"),
		});
	return any;
}

/** Reports two types that Trino will not compare. */
function compare(context: Context, left: Type, right: Type): void {
	if (common(left, right) === undefined)
		context.report("sql-compare-types", {
			left: typeName(left),
			right: typeName(right),
		});
}

/** The common type of values of which one is chosen. */
function branches(
	context: Context,
	what: string,
	types: readonly Type[],
): Type {
	let result: Type = unknown;
	for (const type of types) {
		const next = common(result, type);
		if (next === undefined) {
			context.report("sql-branch-types", {
				what,
				left: typeName(result),
				right: typeName(type),
			});
			return any;
		}
		result = next;
	}
	return result;
}

/** Checks an expression that decides: WHERE, ON, HAVING, WHEN, FILTER. */
export function checkCondition(
	context: Context,
	item: AstNode,
	scope: Scope,
	around: Surroundings,
): void {
	const type = checkExpression(context, item, scope, around);
	if (!isOpen(type) && type.kind !== "boolean")
		context.at(item, () =>
			context.report("sql-condition-type", { found: typeName(type) }),
		);
}

type Check = (
	context: Context,
	item: AstNode,
	check: (child: AstNode | undefined) => Type,
	scope: Scope,
	around: Surroundings,
) => Type;

/** Operators by the parser's names. */
const operators: Readonly<Record<string, Check>> = {
	OPERATOR_NOT: (_, item, check) => {
		nodes(item.children).map(check);
		return boolean;
	},
	OPERATOR_IS_NULL: (_, item, check) => {
		nodes(item.children).map(check);
		return boolean;
	},
	OPERATOR_IS_NOT_NULL: (_, item, check) => {
		nodes(item.children).map(check);
		return boolean;
	},
	OPERATOR_COALESCE: (context, item, check) =>
		branches(context, "coalesce", nodes(item.children).map(check)),
	OPERATOR_TRY: (_, item, check) => check(nodes(item.children)[0]),
	COMPARE_IN: (context, item, check) => {
		const [first = any, ...rest] = nodes(item.children).map(check);
		for (const type of rest) compare(context, first, type);
		return boolean;
	},
	ARRAY_CONSTRUCTOR: (context, item, check) =>
		array(branches(context, "array", nodes(item.children).map(check))),
	ARRAY_EXTRACT: (context, item, check) => {
		nodes(item.children).map(check);
		context.report("sql-bracket");
		return any;
	},
	ARRAY_SLICE: (context, item, check) => {
		nodes(item.children).map(check);
		context.report("sql-bracket");
		return any;
	},
	STRUCT_EXTRACT: (context, item, check) => {
		nodes(item.children).map(check);
		context.report("sql-name-qualified", { name: "(…)." });
		return any;
	},
	GROUPING_FUNCTION: (_, item, check) => {
		nodes(item.children).map(check);
		return integer;
	},
};

/** Expressions by the parser's classes. */
const classes: Readonly<Record<string, Check>> = {
	COLUMN_REF: (context, item, _, scope) => columnType(context, item, scope),
	CONSTANT: (context, item) => {
		const parameter = context.source.parameterAt(context.byte);
		if (parameter)
			return parameter.type === undefined
				? any
				: parameterTypes[parameter.type];
		return constantType(item);
	},
	CAST: (context, item, check) => checkCast(context, item, check),
	COMPARISON: (context, item, check) => {
		const left = check(node(item.left));
		compare(context, left, check(node(item.right)));
		return boolean;
	},
	CONJUNCTION: (context, item, check) => {
		for (const child of nodes(item.children)) {
			const type = check(child);
			if (!isOpen(type) && type.kind !== "boolean")
				context.report("sql-condition-type", { found: typeName(type) });
		}
		return boolean;
	},
	BETWEEN: (context, item, check) => {
		const input = check(node(item.input));
		compare(context, input, check(node(item.lower)));
		compare(context, input, check(node(item.upper)));
		return boolean;
	},
	CASE: (context, item, check, scope, around) => {
		const results: Type[] = [];
		for (const branch of nodes(item.case_checks)) {
			const when = node(branch.when_expr);
			if (when) checkCondition(context, when, scope, around);
			results.push(check(node(branch.then_expr)));
		}
		results.push(check(node(item.else_expr)));
		return branches(context, "case", results);
	},
	OPERATOR: (context, item, check, scope, around) => {
		const kind = text(item.type).replace("COMPARE_NOT_IN", "COMPARE_IN");
		const operator = operators[kind];
		if (operator) return operator(context, item, check, scope, around);
		context.report("sql-construct", { what: kind });
		return any;
	},
	SUBQUERY: (context, item, check, scope, around) => {
		const types = subqueryTypes(context, item, scope, around);
		switch (item.subquery_type) {
			case "SCALAR":
				return types?.[0] ?? any;
			case "ANY": {
				const child = check(node(item.child));
				const inner =
					types === undefined
						? any
						: types.length === 1
							? (types[0] ?? any)
							: row(types);
				compare(context, child, inner);
				return boolean;
			}
			default:
				return boolean;
		}
	},
	FUNCTION: checkCall,
	WINDOW: checkWindow,
	LAMBDA: (context) => {
		context.report("sql-lambda");
		return any;
	},
	STAR: (context) => {
		context.report("sql-star-list");
		return any;
	},
};

/**
 * Checks an expression and everything in it.
 * @returns its type in Trino, as far as it is followed
 */
export function checkExpression(
	context: Context,
	item: AstNode,
	scope: Scope,
	around: Surroundings,
): Type {
	return context.at(item, () => {
		const kind = text(item.class);
		const check = classes[kind];
		if (check === undefined) {
			context.report("sql-construct", { what: kind });
			return any;
		}
		if (kind !== "LAMBDA" && kind !== "STAR") checkFields(context, kind, item);
		return check(
			context,
			item,
			(child) =>
				child === undefined
					? any
					: checkExpression(context, child, scope, around),
			scope,
			around,
		);
	});
}

import type { AstNode, AstValue } from "../../../engine/index.ts";
import {
	any,
	common,
	integer,
	type Type,
	typeName,
	unknown,
} from "../types.ts";
import { type Context, checkFields, node, nodes, text } from "./context.ts";
import { checkCondition, checkExpression } from "./expression.ts";
import { type Field, type Relation, Scope } from "./scope.ts";

/** Tables by name: inputs with their columns (undefined when not known), and what WITH adds. */
export type Tables = ReadonlyMap<string, readonly Field[] | undefined>;

/** Where a query stands: the tables it may name, and the query around it. */
export interface Surroundings {
	tables: Tables;
	/** When inputs are not known every table name is let pass. */
	open: boolean;
	outer: Scope | undefined;
}

function subquery(item: AstNode): AstNode | undefined {
	return node(node(item.subquery)?.node);
}

function rename(
	fields: readonly Field[] | undefined,
	names: AstValue,
): readonly Field[] | undefined {
	if (!Array.isArray(names) || names.length === 0) return fields;
	return names.map((name, i) => ({
		name: text(name).toLowerCase(),
		type: fields?.[i]?.type ?? any,
	}));
}

/** WITH: each name is known to the ones behind it and to the query. */
function withTables(
	context: Context,
	query: AstNode,
	around: Surroundings,
): Tables {
	const tables = new Map(around.tables);
	for (const entry of nodes(node(query.cte_map)?.map)) {
		const value = node(entry.value);
		const inner = node(node(value?.query)?.node);
		if (inner === undefined) continue;
		if (text(value?.materialized) !== "CTE_MATERIALIZE_DEFAULT")
			context.report("sql-materialized");
		const fields = checkQuery(context, inner, { ...around, tables });
		tables.set(text(entry.key).toLowerCase(), rename(fields, value?.aliases));
	}
	return tables;
}

function checkModifiers(
	context: Context,
	query: AstNode,
	scope: Scope,
	fields: readonly Field[] | undefined,
	around: Surroundings,
): void {
	const modifiers = nodes(query.modifiers);
	// ORDER BY sees the names of the select list first, then the columns of FROM.
	const ordering = new Scope(scope);
	ordering.relations.push({
		name: undefined,
		fields: fields ?? undefined,
		merged: new Set(),
	});
	for (const modifier of modifiers)
		switch (modifier.type) {
			case "ORDER_MODIFIER":
				for (const order of nodes(modifier.orders)) {
					const expression = node(order.expression);
					if (expression?.class === "STAR") context.report("sql-all-columns");
					else if (expression)
						checkExpression(context, expression, ordering, around);
				}
				break;
			case "LIMIT_MODIFIER":
				if (!modifiers.some(({ type }) => type === "ORDER_MODIFIER")) {
					const limit = node(modifier.limit) ?? node(modifier.offset);
					if (limit) context.at(limit, () => context.report("sql-limit-order"));
				}
				break;
			case "DISTINCT_MODIFIER":
				if (nodes(modifier.distinct_on_targets).length > 0)
					context.report("sql-distinct-on");
				break;
			case "LIMIT_PERCENT_MODIFIER":
				context.report("sql-limit-percent");
				break;
			default:
				context.report("sql-construct", { what: text(modifier.type) });
		}
}

/** The columns of `*` or `t.*`; undefined when a table's are not known. */
function expandStar(item: AstNode, scope: Scope): Field[] | undefined {
	const wanted = text(item.relation_name).toLowerCase();
	const relations =
		wanted === ""
			? scope.relations
			: scope.relations.filter(({ name }) => name === wanted);
	const fields: Field[] = [];
	for (const relation of relations) {
		if (relation.fields === undefined) return undefined;
		fields.push(...relation.fields);
	}
	return fields;
}

function checkSelect(
	context: Context,
	query: AstNode,
	around: Surroundings,
): readonly Field[] | undefined {
	const scope = new Scope(around.outer);
	const items = nodes(query.select_list);
	const from = node(query.from_table);
	if (from) checkFrom(context, from, scope, around);
	scope.aliases = new Set(
		items.map(({ alias }) => text(alias).toLowerCase()).filter(Boolean),
	);
	const condition = node(query.where_clause);
	if (condition) checkCondition(context, condition, scope, around);
	for (const item of nodes(query.group_expressions))
		if (item.class !== "CONSTANT")
			checkExpression(context, item, scope, around);
	const having = node(query.having);
	if (having) checkCondition(context, having, scope, around);
	if (query.aggregate_handling !== "STANDARD_HANDLING")
		context.report("sql-all-columns");

	let fields: Field[] | undefined = [];
	for (const item of items) {
		if (item.class === "STAR") {
			const expanded = context.at(item, () => {
				checkFields(context, "STAR", item);
				return expandStar(item, scope);
			});
			fields = expanded === undefined ? undefined : fields?.concat(expanded);
			continue;
		}
		const type = checkExpression(context, item, scope, around);
		const path = Array.isArray(item.column_names)
			? item.column_names
			: undefined;
		const name = text(item.alias) || text(path?.at(-1));
		fields?.push({ name: name === "" ? undefined : name.toLowerCase(), type });
	}
	checkModifiers(context, query, scope, fields, around);
	return fields;
}

const setOperations = new Set(["UNION", "EXCEPT", "INTERSECT"]);

function checkSetOperation(
	context: Context,
	query: AstNode,
	around: Surroundings,
): readonly Field[] | undefined {
	const kind = text(query.setop_type);
	if (!setOperations.has(kind)) context.report("sql-by-name");
	const [left, right] = [node(query.left), node(query.right)];
	const a = left && checkQuery(context, left, around);
	const b = right && checkQuery(context, right, around);
	const fields =
		a?.map((field, i) => ({
			name: field.name,
			type: merge(context, kind, field.type, b?.[i]?.type ?? any),
		})) ?? undefined;
	const scope = new Scope(undefined);
	checkModifiers(context, query, scope, fields, around);
	return fields;
}

/** The common type of two branches, or a finding that there is none. */
function merge(context: Context, what: string, a: Type, b: Type): Type {
	const type = common(a, b);
	if (type !== undefined) return type;
	context.report("sql-branch-types", {
		what,
		left: typeName(a),
		right: typeName(b),
	});
	return any;
}

/**
 * Checks a query and what is in it.
 * @returns its columns; undefined when a `*` stands over columns that are not known
 */
export function checkQuery(
	context: Context,
	query: AstNode,
	around: Surroundings,
): readonly Field[] | undefined {
	const kind = text(query.type);
	if (kind === "RECURSIVE_CTE_NODE") {
		context.report("sql-recursive");
		return undefined;
	}
	if (!checkFields(context, kind, query)) return undefined;
	const inner = { ...around, tables: withTables(context, query, around) };
	return kind === "SELECT_NODE"
		? checkSelect(context, query, inner)
		: checkSetOperation(context, query, inner);
}

function relation(
	item: AstNode,
	fields: readonly Field[] | undefined,
	name = text(item.alias),
): Relation {
	return {
		name: name === "" ? undefined : name.toLowerCase(),
		fields: rename(fields, item.column_name_alias),
		merged: new Set(),
	};
}

function checkBaseTable(
	context: Context,
	item: AstNode,
	scope: Scope,
	around: Surroundings,
): void {
	const name = text(item.table_name);
	const path = [item.catalog_name, item.schema_name].map(text).filter(Boolean);
	const key = name.toLowerCase();
	if (path.length > 0) {
		context.report("sql-table-qualified", { name: [...path, name].join(".") });
	} else {
		checkFields(context, "BASE_TABLE", item);
		if (
			!around.tables.has(key) &&
			!(around.open && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name))
		)
			context.report("sql-table-unknown", {
				name,
				known: [...around.tables.keys()].join("、"),
			});
	}
	scope.relations.push(
		relation(item, around.tables.get(key), text(item.alias) || name),
	);
}

function checkUnnest(
	context: Context,
	item: AstNode,
	scope: Scope,
	around: Surroundings,
): void {
	checkFields(context, "TABLE_FUNCTION", item);
	const call = node(item.function);
	const name = text(call?.function_name).toLowerCase();
	if (call === undefined || name !== "unnest") {
		context.report("sql-table-function", { name });
		return;
	}
	const fields: Field[] = nodes(call.children).map((child) => {
		const type = checkExpression(context, child, scope, around);
		if (type.kind !== "array" && type.kind !== "any")
			context.report("sql-argument-type", {
				name: "unnest",
				position: 1,
				expected: "数组",
				found: typeName(type),
			});
		return {
			name: undefined,
			type: type.kind === "array" ? type.element : any,
		};
	});
	if (fields.length !== 1)
		context.report("sql-function-arity", {
			name: "unnest",
			expected: 1,
			found: fields.length,
		});
	if (item.with_ordinality === "WITH_ORDINALITY")
		fields.push({ name: "ordinality", type: integer });
	scope.relations.push(relation(item, fields));
}

function checkValues(
	context: Context,
	item: AstNode,
	scope: Scope,
	around: Surroundings,
): void {
	checkFields(context, "EXPRESSION_LIST", item);
	const rows = Array.isArray(item.values) ? item.values : [];
	let types: Type[] | undefined;
	for (const cells of rows) {
		const found = nodes(cells).map((cell) =>
			checkExpression(context, cell, new Scope(around.outer), around),
		);
		types =
			types?.map((type, i) =>
				merge(context, "VALUES", type, found[i] ?? any),
			) ?? found;
	}
	scope.relations.push(
		relation(
			item,
			(types ?? []).map((type, i) => {
				if (type === unknown) context.report("sql-untyped-null");
				return { name: `_col${i}`, type };
			}),
		),
	);
}

function checkJoin(
	context: Context,
	item: AstNode,
	scope: Scope,
	around: Surroundings,
): void {
	checkFields(context, "JOIN", item);
	const kind = text(item.ref_type);
	if (kind === "NATURAL") context.report("sql-natural-join");
	else if (!["REGULAR", "CROSS"].includes(kind))
		context.report("sql-join-kind");
	if (
		!["INNER", "LEFT", "RIGHT", "OUTER", "FULL", ""].includes(
			text(item.join_type),
		)
	)
		context.report("sql-join-kind");
	const start = scope.relations.length;
	for (const side of [node(item.left), node(item.right)])
		if (side) checkFrom(context, side, scope, around);
	const using = (
		Array.isArray(item.using_columns) ? item.using_columns : []
	).map((name) => text(name).toLowerCase());
	if (using.length > 0) mergeColumns(scope, start, using);
	const condition = node(item.condition);
	if (condition) checkCondition(context, condition, scope, around);
}

/** USING leaves one column of each name, without a table. */
function mergeColumns(
	scope: Scope,
	start: number,
	using: readonly string[],
): void {
	const joined = scope.relations.splice(start);
	const fields = using.map((name) => ({
		name,
		type:
			joined
				.flatMap((table) => table.fields ?? [])
				.find((field) => field.name === name)?.type ?? any,
	}));
	scope.relations.push({ name: undefined, fields, merged: new Set() });
	for (const table of joined)
		scope.relations.push({
			...table,
			fields: table.fields?.filter(
				({ name }) => name === undefined || !using.includes(name),
			),
			merged: new Set([...table.merged, ...using]),
		});
}

function checkFrom(
	context: Context,
	item: AstNode,
	scope: Scope,
	around: Surroundings,
): void {
	context.at(item, () => {
		switch (item.type) {
			case "EMPTY":
				return;
			case "BASE_TABLE":
				return checkBaseTable(context, item, scope, around);
			case "TABLE_FUNCTION":
				return checkUnnest(context, item, scope, around);
			case "EXPRESSION_LIST":
				return checkValues(context, item, scope, around);
			case "JOIN":
				return checkJoin(context, item, scope, around);
			case "SUBQUERY": {
				checkFields(context, "SUBQUERY_TABLE", item);
				const query = subquery(item);
				// DuckDB lets every subquery see the tables before it, Trino only where LATERAL is written.
				const outer = new Scope(around.outer);
				if (context.source.mentions("lateral"))
					outer.relations.push(...scope.relations);
				const fields =
					query && checkQuery(context, query, { ...around, outer });
				scope.relations.push(relation(item, fields));
				return;
			}
			case "SHOW_REF":
				return context.report("sql-statement");
			case "PIVOT":
				return context.report("sql-pivot");
			default:
				return context.report("sql-construct", { what: text(item.type) });
		}
	});
}

/** The type of a subquery's only column, and of each of several. */
export function subqueryTypes(
	context: Context,
	item: AstNode,
	scope: Scope,
	around: Surroundings,
): Type[] | undefined {
	const query = subquery(item);
	const fields =
		query && checkQuery(context, query, { ...around, outer: scope });
	return fields?.map(({ type }) => type);
}

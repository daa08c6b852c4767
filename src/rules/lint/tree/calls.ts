import type { AstNode } from "../../../engine/index.ts";
import { type FunctionEntry, functions } from "../data/functions.ts";
import { refusedFunctions } from "../data/refused-functions.ts";
import { any, interval, isOpen, row, type Type, typeName } from "../types.ts";
import { accepts, resultType } from "./arguments.ts";
import { type Context, node, nodes, text } from "./context.ts";
import { checkCondition, checkExpression } from "./expression.ts";
import { checkLiteral } from "./literals.ts";
import { checkOperator, isOperator } from "./operators.ts";
import type { Surroundings } from "./query.ts";
import type { Scope } from "./scope.ts";

type CheckChild = (child: AstNode | undefined) => Type;

/** Functions that the parser makes of INTERVAL '1' month. */
const intervalMakers =
	/^to_(days|weeks|months|quarters|years|hours|minutes|seconds|milliseconds|microseconds|decades|centuries|millennia)$/;

function isInterval(item: AstNode | undefined): boolean {
	return intervalMakers.test(text(item?.function_name));
}

function report(context: Context, name: string): Type {
	if (name === "unnest") context.report("sql-select-unnest");
	else if (intervalMakers.test(name)) context.report("sql-interval");
	else if (refusedFunctions[name] !== undefined)
		context.report("sql-function-refused", {
			name,
			instead: refusedFunctions[name] ?? "",
		});
	else context.report("sql-function-unknown", { name });
	return any;
}

/** Checks number, types and literal forms of arguments. */
function checkArguments(
	context: Context,
	name: string,
	entry: FunctionEntry,
	children: readonly AstNode[],
	check: CheckChild,
): Type[] {
	const least = entry.takes.length - (entry.optional ?? 0);
	const most = entry.most ?? entry.takes.length;
	if (children.length < least || children.length > most)
		context.report("sql-function-arity", {
			name,
			expected: least === most ? least : `${least}–${most}`,
			found: children.length,
		});
	return children.map((child, i) => {
		const takes = entry.takes[Math.min(i, entry.takes.length - 1)] ?? "any";
		// The step of a sequence of dates is the one place for an interval.
		if (name === "sequence" && i === 2 && isInterval(child)) return interval;
		if (text(child.alias) !== "")
			context.report("sql-operator", {
				operator: ":=",
				instead: "按位置写参数",
			});
		const type = check(child);
		const expected = accepts(takes, type);
		if (expected !== undefined)
			context.at(child, () =>
				context.report("sql-argument-type", {
					name,
					position: i + 1,
					expected,
					found: typeName(type),
				}),
			);
		context.at(child, () => checkLiteral(context, name, takes, child, i));
		return type;
	});
}

/** Checks what is particular to single functions. */
function checkParticular(
	context: Context,
	name: string,
	types: readonly Type[],
): void {
	if (name === "avg" && types[0]?.kind === "decimal")
		context.report("sql-avg-decimal");
	if (name === "concat" && types.some(({ kind }) => kind === "unknown"))
		context.report("sql-untyped-null");
}

function checkPlace(
	context: Context,
	name: string,
	why: string,
	instead: string,
): void {
	context.report("sql-function-place", { name, why, instead });
}

/** Checks a call that is not a window: scalar functions, operators, aggregates. */
export function checkCall(
	context: Context,
	item: AstNode,
	check: CheckChild,
	scope: Scope,
	around: Surroundings,
): Type {
	const name = text(item.function_name).toLowerCase();
	const children = nodes(item.children);
	if (item.is_operator === true || isOperator(name))
		return checkOperator(context, name, children, check);
	if (name === "row") return row(children.map(check));
	const schema = text(item.schema);
	if (item.catalog !== undefined || (schema !== "" && schema !== "main"))
		context.report("sql-name-qualified", { name: `${schema}.${name}` });
	const entry = functions.get(name);
	if (entry === undefined) {
		if (!isInterval(item)) children.map(check);
		return report(context, name);
	}
	const types = checkArguments(context, name, entry, children, check);
	checkParticular(context, name, types);
	const filter = node(item.filter);
	if (filter) checkCondition(context, filter, scope, around);
	const orders = nodes(node(item.order_bys)?.orders);
	for (const order of orders) {
		const expression = node(order.expression);
		if (expression) checkExpression(context, expression, scope, around);
	}
	const special =
		filter !== undefined || orders.length > 0 || item.distinct === true;
	if (entry.role === "window")
		checkPlace(context, name, "缺 OVER", `写 ${name}(…) over (… order by …)。`);
	if (special && (entry.role !== "aggregate" || entry.bare))
		checkPlace(
			context,
			name,
			"不能带 FILTER、DISTINCT 或 ORDER BY",
			"条件写进 case when，或用 bool_and、count(distinct x)。",
		);
	if (entry.role === "aggregate" && entry.ordered && orders.length === 0)
		context.report("sql-array-order", { name });
	return resultType(entry.gives, types);
}

/** Checks a call with OVER. */
export function checkWindow(
	context: Context,
	item: AstNode,
	check: CheckChild,
	scope: Scope,
	around: Surroundings,
): Type {
	const name = text(item.function_name).toLowerCase();
	const entry = functions.get(name);
	const children = [
		...nodes(item.children),
		...[node(item.offset_expr), node(item.default_expr)].filter(
			(child) => child !== undefined,
		),
	];
	if (entry === undefined || entry.role === "scalar") {
		children.map(check);
		if (entry === undefined) return report(context, name);
		checkPlace(context, name, "不能带 OVER", "去掉 over (…)。");
		return any;
	}
	const types = checkArguments(context, name, entry, children, check);
	checkParticular(context, name, types);
	nodes(item.partitions).map(check);
	const orders = nodes(item.orders);
	for (const order of orders) {
		const expression = node(order.expression);
		if (expression) checkExpression(context, expression, scope, around);
	}
	for (const bound of [node(item.start_expr), node(item.end_expr)]) {
		const type = check(bound);
		if (!isOpen(type) && type.kind !== "integer")
			context.report("sql-interval");
	}
	if (entry.ordered && orders.length === 0)
		context.report("sql-array-order", { name });
	return resultType(entry.gives, types);
}

import type { AstNode } from "../../../engine/index.ts";
import {
	any,
	boolean,
	common,
	decimal,
	double,
	isNumeric,
	isOpen,
	type Type,
	typeName,
	varchar,
} from "../types.ts";
import type { Context } from "./context.ts";

type CheckChild = (child: AstNode | undefined) => Type;

interface Operator {
	fits: (type: Type) => boolean;
	gives: (types: readonly Type[]) => Type;
}

const scaleOf = (type: Type) => (type.kind === "decimal" ? type.scale : 0);

/** The type of arithmetic: DOUBLE wins, then DECIMAL with the digits that `digits` says. */
function arithmetic(digits: (scales: readonly number[]) => number): Operator {
	return {
		fits: isNumeric,
		gives: (types) => {
			if (types.some(isOpen)) return any;
			if (types.some(({ kind }) => kind === "double")) return double;
			if (types.some(({ kind }) => kind === "decimal"))
				return decimal(digits(types.map(scaleOf)));
			return types[0] ?? any;
		},
	};
}

const largest = arithmetic((scales) => Math.max(...scales));
const like: Operator = {
	fits: ({ kind }) => kind === "varchar",
	gives: () => boolean,
};

const operators: Readonly<Record<string, Operator>> = {
	"+": largest,
	"-": largest,
	"/": largest,
	"%": largest,
	"*": arithmetic((scales) => scales.reduce((a, b) => a + b, 0)),
	"~~": like,
	"!~~": like,
	like_escape: like,
	not_like_escape: like,
	"||": {
		fits: ({ kind }) => kind === "varchar" || kind === "array",
		gives: (types) => types.reduce((a, b) => common(a, b) ?? any, varchar),
	},
};

/** Whether the parser made a call of an operator that has no sign, such as LIKE … ESCAPE. */
export function isOperator(name: string): boolean {
	return name === "like_escape" || name === "not_like_escape";
}

const names: Readonly<Record<string, string>> = {
	"~~": "like",
	"!~~": "not like",
	like_escape: "like",
	not_like_escape: "not like",
};

/** Checks an operator: Trino has no implicit conversion to or from text, nor date arithmetic with numbers. */
export function checkOperator(
	context: Context,
	name: string,
	children: readonly AstNode[],
	check: CheckChild,
): Type {
	const types = children.map(check);
	const operator = operators[name];
	if (operator === undefined) {
		context.report("sql-operator", {
			operator: name,
			instead: "见 docs/portable-sql.md",
		});
		return any;
	}
	if (name === "||" && types.some(({ kind }) => kind === "unknown"))
		context.report("sql-untyped-null");
	const [left = any, right = left] = types;
	const wrong = types.some((type) => !isOpen(type) && !operator.fits(type));
	if (wrong || (name === "||" && common(left, right) === undefined))
		context.report("sql-operator-types", {
			operator: names[name] ?? name,
			left: typeName(left),
			right: typeName(right),
		});
	return operator.gives(types);
}

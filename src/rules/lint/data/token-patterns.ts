import type { ErrorCode } from "../../../errors/index.ts";

/**
 * Spellings that DuckDB's parse tree no longer shows, found in the tokens.
 * Each step of a pattern is a text (words in lower case), or several of which one must fit;
 * comments and white space do not count.
 */
export interface TokenPattern {
	code: ErrorCode;
	steps: readonly (string | readonly string[])[];
	values?: Readonly<Record<string, string>>;
}

/** Stands for any one token. */
export const anyToken = "…";

const operator = (text: string, instead: string): TokenPattern => ({
	code: "sql-operator",
	steps: [text],
	values: { operator: text, instead },
});

const construct = (
	code: ErrorCode,
	...steps: (string | readonly string[])[]
): TokenPattern => ({ code, steps });

const call = (name: string, instead: string): TokenPattern => ({
	code: "sql-function-refused",
	steps: [name, "("],
	values: { name, instead },
});

const truth = (steps: readonly string[]): TokenPattern => ({
	code: "sql-operator",
	steps,
	values: { operator: steps.join(" "), instead: "coalesce(x, false)" },
});

export const tokenPatterns: readonly TokenPattern[] = [
	construct("sql-cast-operator", "::"),
	construct("sql-ilike", "ilike"),
	construct("sql-similar-to", "similar", "to"),
	operator("//", "整数相除就是 /，或 floor(a / b)"),
	operator("**", "power(a, b)"),
	operator("^", "power(a, b)"),
	operator("~", "regexp_like(x, '…')"),
	operator("!~", "not regexp_like(x, '…')"),
	operator("~*", "regexp_like(x, '(?i)…')"),
	operator("!~*", "not regexp_like(x, '(?i)…')"),
	operator("~~", "like"),
	operator("!~~", "not like"),
	operator("~~*", "lower(x) like '…'"),
	operator("!~~*", "not lower(x) like '…'"),
	operator("~~~", "like"),
	operator("==", "="),
	operator("&", "bitwise_and(a, b)"),
	operator("|", "bitwise_or(a, b)"),
	operator("<<", "乘以 2 的幂"),
	operator(">>", "除以 2 的幂"),
	operator("&&", "arrays_overlap(a, b)"),
	operator("@>", "contains(a, x)"),
	operator("<@", "contains(a, x)"),
	operator("^@", "starts_with(x, y)"),
	operator("@", "abs(x)"),
	operator("!", "not"),
	operator("#", "写出列名"),
	operator("->>", "数据集没有 JSON 列；在装入时拆成列"),
	operator("<=>", "is not distinct from"),
	operator(":=", "按位置写参数"),
	operator("=>", "按位置写参数"),
	operator("?", "参数写 :name"),
	construct("sql-lambda", "->"),
	construct("sql-lambda", "lambda"),
	construct("sql-brace", "{"),
	construct("sql-qualify", "qualify"),
	construct("sql-star-list", "*", ["exclude", "except"], "("),
	construct("sql-star-list", "*", "replace", "("),
	construct("sql-star-list", "*", "rename", "("),
	construct("sql-star-list", "*", ["like", "ilike", "glob", "similar"]),
	construct("sql-star-list", "columns", "("),
	construct("sql-all-columns", "group", "by", "all"),
	construct("sql-all-columns", "order", "by", "all"),
	construct("sql-distinct-on", "distinct", "on"),
	construct(
		"sql-join-kind",
		["asof", "semi", "anti", "positional"],
		["join", "left"],
	),
	construct("sql-natural-join", "natural"),
	construct("sql-pivot", ["pivot", "unpivot", "pivot_wider", "pivot_longer"]),
	construct("sql-sample", "using", "sample"),
	construct("sql-sample", "tablesample"),
	construct("sql-recursive", "recursive"),
	construct("sql-materialized", "as", "materialized"),
	construct("sql-materialized", "as", "not", "materialized"),
	construct(
		"sql-by-name",
		["union", "all", "except", "intersect"],
		"by",
		"name",
	),
	construct("sql-between-symmetric", "between", "symmetric"),
	construct("sql-ignore-nulls", ["ignore", "respect"], "nulls"),
	construct("sql-within-group", "within", "group"),
	construct("sql-is-null", ["isnull", "notnull"]),
	construct("sql-glob", "glob"),
	construct("sql-clock", [
		"current_date",
		"current_time",
		"current_timestamp",
		"localtime",
		"localtimestamp",
	]),
	construct("sql-session", [
		"current_user",
		"session_user",
		"current_catalog",
		"current_schema",
		"current_role",
	]),
	construct("sql-at-time-zone", "at", "time", "zone"),
	construct("sql-offset-order", "limit", anyToken, "offset"),
	construct("sql-limit-percent", "limit", anyToken, ["%", "percent"]),
	construct("sql-limit-percent", "with", "ties"),
	construct("sql-collate", "collate"),
	// The parser gives these and a portable spelling the same tree.
	call("ifnull", "coalesce(x, y)"),
	call("date_part", "year(d)、month(d)、day(d)"),
	call("count_star", "count(*)"),
	...["true", "false", "unknown"].flatMap((value) => [
		truth(["is", value]),
		truth(["is", "not", value]),
	]),
	construct("sql-array-subquery", "array", "("),
];

/** Types that a CAST may name; each means the same on both engines. */
export const castTypes: readonly RegExp[] = [
	/^boolean$/,
	/^(tinyint|smallint|int|integer|bigint)$/,
	/^double( precision)?$/,
	/^decimal\(\d{1,2},\d{1,2}\)$/,
	/^(varchar|varbinary)$/,
	/^(date|timestamp)$/,
];

/** What to write instead of a type that is refused. */
export const castTypeHints: readonly (readonly [RegExp, string])[] = [
	[
		/^(text|string|char|bpchar|varchar\(.*|char\(.*)/,
		"varchar（截断用 substr）",
	],
	[/^(numeric|dec)\b/, "decimal(18,2)"],
	[/^decimal/, "decimal(18,2)，写明位数和小数位"],
	[
		/^(hugeint|int8|long|u?bigint|uinteger|usmallint|utinyint|uhugeint)$/,
		"bigint",
	],
	[/^(int4|int2|int1|short|signed)$/, "integer"],
	[/^(real|float|float4|float8)/, "double"],
	[/^(datetime|timestamp.*|timestamptz)/, "timestamp"],
	[/^(bool|logical)$/, "boolean"],
	[/^(array|.*\[)/, "空数组用 slice(array[值], 1, 0)；不写数组类型的 CAST"],
];

/**
 * Texts that the two engines read differently when they are cast; seen only where they are literals.
 * By the family of the target type.
 */
export const oddLiterals: Readonly<Record<string, readonly RegExp[]>> = {
	// 12.7 and 1e3 are integers to DuckDB; full-width digits are to Trino.
	integer: [/\d\.|\.\d|\d[eE]/, /[０-９]/],
	decimal: [/^\s|\s$/, /[０-９]/],
	double: [/[０-９]/],
	date: [/[/:.]/, /[０-９]/],
	timestamp: [/[/]/, /[０-９]/, /(Z|UTC|[+-]\d{2}:?\d{2})$/],
	boolean: [/^\s*(yes|no|y|n|on|off)\s*$/i],
};

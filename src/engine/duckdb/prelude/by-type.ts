/**
 * What an expression is, as a constant that DuckDB works out while it binds.
 * (Typed macro overloads cannot do this: DuckDB does not know the type of an
 * argument with an aggregate in it and takes the first overload.)
 */
export function kindOf(expression: string): string {
	const type = `typeof(${expression})`;
	return `CASE WHEN starts_with(${type}, 'DECIMAL') THEN 'exact' WHEN ${type} IN ('DOUBLE', 'FLOAT') THEN 'double' ELSE 'integer' END`;
}

/** Digits of an exact number's type: those of DECIMAL(p,s), or what the integer type may hold. */
export function widthOf(expression: string): string {
	const type = `typeof(${expression})`;
	return `CASE WHEN starts_with(${type}, 'DECIMAL') THEN CAST(system.main.regexp_extract(${type}, '[0-9]+') AS INTEGER) WHEN ${type} IN ('TINYINT', 'SMALLINT', 'INTEGER') THEN 10 ELSE 19 END`;
}

/**
 * An expression whose type and value are those of the branch that a constant key names.
 * The field of a struct is chosen while binding, so branches need no common type;
 * the guards keep the others from being computed.
 */
export function choose(
	key: string,
	branches: Readonly<Record<string, string>>,
): string {
	const fields = Object.entries(branches).map(
		([name, body]) =>
			`'${name}': CASE WHEN ${key} = '${name}' THEN ${body} END`,
	);
	return `struct_extract({${fields.join(", ")}}, ${key})`;
}

/**
 * An INTEGER that fails when it is computed, and only then.
 * Not error(): that one is volatile, which TRY refuses and the optimizer steps around.
 */
export function raise(message: string): string {
	return `CAST('${message}' AS INTEGER)`;
}

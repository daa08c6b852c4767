/**
 * Tools for macros whose result depends on the types of their arguments.
 *
 * Typed overloads of macros cannot do this: DuckDB does not know the type of an argument
 * with an aggregate in it and takes the first overload. What works is `typeof`, which is a
 * constant while DuckDB binds, and `struct_extract`, which chooses its field while DuckDB binds.
 */

/** The name of bound values: no rule uses it, so it hides none of a rule's tables or columns. */
export const BOUND = "bidui_bound";

/** A bound value by its name. */
const bound = (body: string) => body.replaceAll(/\br\.(?=[a-z])/g, `${BOUND}.`);

/**
 * Binds values to names, so that an argument is written into the body once however often it is used.
 * A macro is text: without this, nested calls grow exponentially.
 * @param values expression of each name; the body says `r.name`, which stands for the bound value
 */
export function bind(
	values: Readonly<Record<string, string>>,
	body: string,
): string {
	const fields = Object.entries(values).map(
		([name, value]) => `'${name}': ${bound(value)}`,
	);
	return `list_extract(list_transform([{${fields.join(", ")}}], lambda ${BOUND}: ${bound(body)}), 1)`;
}

/** What a number is, as a constant: DEC, DOU, or INT for all else. */
function kindOf(number: string): string {
	return `coalesce(nullif(system.main.regexp_extract(typeof(${number}), '^(DEC|DOU)'), ''), 'INT')`;
}

/**
 * An expression whose type and value are those of the branch for the type of a number.
 * The guards keep the other branches from being computed.
 */
export function byKind(
	number: string,
	branches: { integer: string; double: string; decimal: string },
): string {
	const key = kindOf(number);
	const fields = [
		["INT", branches.integer],
		["DOU", branches.double],
		["DEC", branches.decimal],
	].map(
		([name, body]) =>
			`'${name}': CASE WHEN ${key} = '${name}' THEN ${body} END`,
	);
	return `struct_extract({${fields.join(", ")}}, ${key})`;
}

/** 10 to a power that counts down from `digits` by the scale of a DECIMAL, in its type: a constant. */
export function powerOfTen(digits: number, decimal: string): string {
	return `cast_to_type(pow(10, ${digits} - CAST(system.main.regexp_extract(typeof(${decimal}), '([0-9]+)\\)', 1) AS INTEGER)), ${decimal})`;
}

/**
 * An INTEGER that fails when it is computed, and only then.
 * Not error(): that one is volatile, which TRY refuses and the optimizer steps around.
 */
export function raise(message: string): string {
	return `CAST('${message}' AS INTEGER)`;
}

import { type Macro, macro, overloaded } from "./macro.ts";

/**
 * A DECIMAL converts to FLOAT by itself and a DOUBLE does not:
 * a helper whose last parameter is FLOAT in one overload and open in the other
 * tells exact numbers from approximate ones, which no other overload can.
 */
const exactTag = "t FLOAT";
const anyTag = "t";

/** Digits after the point that a quotient keeps before it is rounded to its scale. */
const QUOTIENT_DIGITS = 10;
const POWER = `1${"0".repeat(QUOTIENT_DIGITS)}`;

/** A decimal's value times 10^10 as a HUGEINT, without passing through DOUBLE. */
const scaled = (x: string) =>
	`(CAST(trunc(${x}) AS HUGEINT) * ${POWER} + CAST((${x} - trunc(${x})) * CAST(${POWER} AS DECIMAL(11,0)) AS HUGEINT))`;

export const arithmetic: readonly Macro[] = [
	macro("bidui_scaled_", ["x"], scaled("x")),
	overloaded(
		"bidui_divide_",
		[
			["a", "b", exactTag],
			// Truncated at ten digits and rounded from there: a truncated quotient never crosses a half.
			`CASE WHEN b = 0 THEN error('Division by zero') ELSE cast_to_type(CAST(bidui_scaled_(a) * ${POWER} // bidui_scaled_(b) AS DECIMAL(38,0)) * CAST(0.0000000001 AS DECIMAL(11,10)), a + b + CAST(0 AS DECIMAL(38,0))) END`,
		],
		[["a", "b", anyTag], `system.main."/"(a, b)`],
	),
	overloaded(
		"/",
		[
			["a BIGINT", "b BIGINT"],
			`CASE WHEN b = 0 THEN error('Division by zero') ELSE a // b END`,
		],
		[
			["a HUGEINT", "b HUGEINT"],
			`CASE WHEN b = 0 THEN error('Division by zero') ELSE a // b END`,
		],
		[["a", "b"], `bidui_divide_(a, b, a + b)`],
	),
	macro("truncate", ["x"], "trunc(x)"),
	macro("infinity", [], "CAST('Infinity' AS DOUBLE)"),
	macro("is_nan", ["x"], "isnan(CAST(x AS DOUBLE))"),
	macro("is_infinite", ["x"], "isinf(CAST(x AS DOUBLE))"),
	macro("bitwise_and", ["a", "b"], "CAST(a AS BIGINT) & CAST(b AS BIGINT)"),
	macro("bitwise_or", ["a", "b"], "CAST(a AS BIGINT) | CAST(b AS BIGINT)"),
	macro("bitwise_xor", ["a", "b"], "xor(CAST(a AS BIGINT), CAST(b AS BIGINT))"),
];

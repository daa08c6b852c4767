import { choose, kindOf, raise, widthOf } from "./by-type.ts";
import { type Macro, macro, overloaded } from "./macro.ts";

/** 10^10: the digits that a quotient keeps before it is rounded to its scale. */
const POWER = "10000000000";

/** DuckDB's own multiplication: a bare * in a body would be the macro again. */
const times = (a: string, b: string) => `system.main."*"(${a}, ${b})`;

/** A decimal times 10^10 as a HUGEINT, without passing through DOUBLE. */
const scaled = (x: string) =>
	`CAST(${times(`CAST(${x} AS DECIMAL(27,10))`, `CAST(${POWER} AS DECIMAL(11,0))`)} AS HUGEINT)`;

/** Widens a decimal to 38 digits and keeps its scale. */
const WIDE_ZERO = "CAST(0 AS DECIMAL(38,0))";

const divisionByZero = raise("Division by zero");

/** Native multiplication where the digits of both fit into 64 bits. */
const NATIVE_WIDTH = 18;

export const arithmetic: readonly Macro[] = [
	macro(
		"bidui_divide_",
		["a", "b", "kind"],
		choose("kind", {
			integer: `CASE WHEN b = 0 THEN ${divisionByZero} ELSE a // b END`,
			double: `system.main."/"(CAST(a AS DOUBLE), CAST(b AS DOUBLE))`,
			// Truncated at ten digits and rounded from there: a truncated quotient never crosses a half.
			exact: `CASE WHEN b = 0 THEN ${divisionByZero} ELSE cast_to_type(${times(`CAST(${times(scaled("a"), POWER)} // ${scaled("b")} AS DECIMAL(38,0))`, "CAST(0.0000000001 AS DECIMAL(11,10))")}, a + b + ${WIDE_ZERO}) END`,
		}),
	),
	macro("/", ["a", "b"], `bidui_divide_(a, b, ${kindOf("a + b")})`),
	macro(
		"bidui_modulus_",
		["a", "b", "kind"],
		`CASE WHEN kind <> 'double' AND b = 0 THEN ${divisionByZero} ELSE system.main."%"(a, b) END`,
	),
	macro("%", ["a", "b"], `bidui_modulus_(a, b, ${kindOf("a + b")})`),
	macro("mod", ["a", "b"], "a % b"),
	macro(
		"bidui_multiply_",
		["a", "b", "kind"],
		choose("kind", {
			plain: times("a", "b"),
			wide: times(`a + ${WIDE_ZERO}`, "b"),
		}),
	),
	macro(
		"*",
		["a", "b"],
		`bidui_multiply_(a, b, CASE WHEN (starts_with(typeof(a), 'DECIMAL') AND typeof(b) NOT IN ('DOUBLE', 'FLOAT') OR starts_with(typeof(b), 'DECIMAL') AND typeof(a) NOT IN ('DOUBLE', 'FLOAT')) AND ${widthOf("a")} + ${widthOf("b")} > ${NATIVE_WIDTH} THEN 'wide' ELSE 'plain' END)`,
	),
	macro(
		"bidui_round_",
		["x", "n", "kind"],
		choose("kind", {
			integer: "system.main.round(x, n)",
			exact: `cast_to_type(system.main.round(x, n), x + ${WIDE_ZERO})`,
			// Half up on the shortest decimal text of the number, which twelve digits hold.
			double:
				"CASE WHEN abs(x) < 1e15 THEN CAST(system.main.round(CAST(x AS DECIMAL(38,12)), n) AS DOUBLE) ELSE x END",
		}),
	),
	overloaded(
		"round",
		[["x"], "system.main.round(x)"],
		[["x", "n"], `bidui_round_(x, n, ${kindOf("x")})`],
	),
	macro(
		"bidui_sign_",
		["x", "kind"],
		choose("kind", {
			integer: "system.main.sign(x)",
			exact: "CAST(system.main.sign(x) AS DECIMAL(1,0))",
			double: "CAST(system.main.sign(x) AS DOUBLE)",
		}),
	),
	macro("sign", ["x"], `bidui_sign_(x, ${kindOf("x")})`),
	macro("truncate", ["x"], "trunc(x)"),
	macro("infinity", [], "CAST('Infinity' AS DOUBLE)"),
	macro("nan", [], "CAST('NaN' AS DOUBLE)"),
	macro("is_nan", ["x"], "isnan(CAST(x AS DOUBLE))"),
	macro("is_infinite", ["x"], "isinf(CAST(x AS DOUBLE))"),
	macro("is_finite", ["x"], "isfinite(CAST(x AS DOUBLE))"),
	macro("bitwise_and", ["a", "b"], "CAST(a AS BIGINT) & CAST(b AS BIGINT)"),
	macro("bitwise_or", ["a", "b"], "CAST(a AS BIGINT) | CAST(b AS BIGINT)"),
	macro("bitwise_xor", ["a", "b"], "xor(CAST(a AS BIGINT), CAST(b AS BIGINT))"),
	macro(
		"width_bucket",
		["x", "low", "high", "n"],
		`CASE WHEN x < low THEN 0 WHEN x >= high THEN CAST(n AS BIGINT) + 1 ELSE CAST(floor(system.main."/"(${times("CAST(n AS DOUBLE)", "(CAST(x AS DOUBLE) - CAST(low AS DOUBLE))")}, CAST(high AS DOUBLE) - CAST(low AS DOUBLE))) AS BIGINT) + 1 END`,
	),
];

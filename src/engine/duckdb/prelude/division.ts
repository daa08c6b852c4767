import { bind, byKind, powerOfTen, raise } from "./by-type.ts";
import { type Macro, macro } from "./macro.ts";

/** DuckDB's own division: a bare / in a body would be the macro again. */
const over = (a: string, b: string) => `system.main."/"(${a}, ${b})`;

/** A DECIMAL of 38 digits with the larger scale of both: the type of the quotient, as in Trino. */
const TYPE = "r.a + r.b + CAST(0 AS DECIMAL(38,0))";

/** The unit of the last digit of the quotient. */
const UNIT = powerOfTen(0, TYPE);

/** Beyond this many units a DOUBLE cannot tell neighbours apart. */
const TRUSTED = powerOfTen(15, TYPE);

/** The quotient of the absolute values as DOUBLE finds it: at most one unit wrong when trusted. */
const near = `cast_to_type(${over("CAST(abs(r.a) AS DOUBLE)", "CAST(abs(r.b) AS DOUBLE)")}, ${TYPE})`;

/** Twice what is left; the right quotient leaves less than half a unit, or half of it downwards. */
const rest = `2 * (abs(r.a) - r.q * abs(r.b))`;

const corrected = `CASE WHEN ${rest} >= abs(r.b) * ${UNIT} THEN r.q + ${UNIT} WHEN ${rest} < -(abs(r.b) * ${UNIT}) THEN r.q - ${UNIT} ELSE r.q END`;

/** Digits that a long quotient keeps before it is rounded; a truncated one never crosses a half. */
const POWER = "10000000000";
const scaled = (x: string) =>
	`CAST(CAST(abs(${x}) AS DECIMAL(27,10)) * CAST(${POWER} AS DECIMAL(11,0)) AS HUGEINT)`;

/** Long division of integers: right at every size, and slow because HUGEINT division is. */
const long = `cast_to_type(CAST(${scaled("r.a")} * ${POWER} // ${scaled("r.b")} AS DECIMAL(38,0)) * CAST(0.0000000001 AS DECIMAL(11,10)), ${TYPE})`;

const magnitude = bind(
	{ a: "r.a", b: "r.b", q: near },
	`CASE WHEN r.q < ${TRUSTED} THEN ${corrected} ELSE ${long} END`,
);

const divisionByZero = raise("Division by zero");

/**
 * Division as in Trino: integers give integers, decimals keep the larger scale and round half up,
 * and only doubles may be divided by zero.
 */
export const division: readonly Macro[] = [
	macro(
		"/",
		["a", "b"],
		bind(
			{ a: "a", b: "b" },
			byKind("r.a + r.b", {
				integer: `CASE WHEN r.b = 0 THEN ${divisionByZero} ELSE r.a // r.b END`,
				double: over("CAST(r.a AS DOUBLE)", "CAST(r.b AS DOUBLE)"),
				decimal: `CASE WHEN r.b = 0 THEN ${divisionByZero} WHEN (r.a < 0) <> (r.b < 0) THEN -(${magnitude}) ELSE ${magnitude} END`,
			}),
		),
	),
	macro(
		"%",
		["a", "b"],
		`CASE WHEN b = 0 THEN ${divisionByZero} ELSE system.main."%"(a, b) END`,
	),
	macro(
		"mod",
		["a", "b"],
		`CASE WHEN b = 0 THEN ${divisionByZero} ELSE system.main."%"(a, b) END`,
	),
];

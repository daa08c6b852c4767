import { bind, byKind } from "./by-type.ts";
import { type Macro, macro, overloaded } from "./macro.ts";

/** Digits that hold the shortest decimal text of a DOUBLE below 10^15. */
const SHORTEST = "DECIMAL(38,12)";

export const arithmetic: readonly Macro[] = [
	overloaded(
		"round",
		[["x"], "system.main.round(x)"],
		[
			["x", "n"],
			bind(
				{ x: "x" },
				byKind("r.x", {
					integer: "system.main.round(r.x, n)",
					decimal:
						"cast_to_type(system.main.round(r.x, n), r.x + CAST(0 AS DECIMAL(38,0)))",
					// Half up on the decimal text of the number, as Trino does: 2.675 becomes 2.68.
					double: `CASE WHEN abs(r.x) < 1e15 THEN CAST(system.main.round(CAST(r.x AS ${SHORTEST}), n) AS DOUBLE) ELSE r.x END`,
				}),
			),
		],
	),
	macro(
		"sign",
		["x"],
		bind(
			{ x: "x" },
			byKind("r.x", {
				integer: "system.main.sign(r.x)",
				decimal: "CAST(system.main.sign(r.x) AS DECIMAL(1,0))",
				double: "CAST(system.main.sign(r.x) AS DOUBLE)",
			}),
		),
	),
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
		`CASE WHEN x < low THEN 0 WHEN x >= high THEN CAST(n AS BIGINT) + 1 ELSE CAST(floor(CAST(n AS DOUBLE) * system.main."/"(CAST(x AS DOUBLE) - CAST(low AS DOUBLE), CAST(high AS DOUBLE) - CAST(low AS DOUBLE))) AS BIGINT) + 1 END`,
	),
];

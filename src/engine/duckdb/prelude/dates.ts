import { type Macro, macro } from "./macro.ts";

/** The units that Trino knows; the linter admits only these. */
const units = [
	"millisecond",
	"second",
	"minute",
	"hour",
	"day",
	"week",
	"month",
	"quarter",
	"year",
];

/** One of the unit, as an interval. */
const step = `CASE lower(unit) ${units
	.map((unit) => `WHEN '${unit}' THEN INTERVAL 1 ${unit}`)
	.join(" ")} END`;

export const dates: readonly Macro[] = [
	macro("date_diff", ["unit", "a", "b"], "date_sub(unit, a, b)"),
	macro(
		"date_add",
		["unit", "n", "d"],
		`cast_to_type(d + CAST(n AS BIGINT) * ${step}, d)`,
	),
	macro(
		"date_trunc",
		["unit", "d"],
		"cast_to_type(system.main.date_trunc(unit, d), d)",
	),
	macro("last_day_of_month", ["d"], "last_day(d)"),
	macro("day_of_week", ["d"], "isodow(d)"),
	macro("dow", ["d"], "isodow(d)"),
	macro("day_of_month", ["d"], "day(d)"),
	macro("day_of_year", ["d"], "dayofyear(d)"),
	macro("doy", ["d"], "dayofyear(d)"),
	macro("week_of_year", ["d"], "week(d)"),
	macro("year_of_week", ["d"], "isoyear(d)"),
	macro("yow", ["d"], "isoyear(d)"),
	macro("from_iso8601_date", ["t"], "CAST(t AS DATE)"),
	macro("date", ["t"], "CAST(t AS DATE)"),
	macro("date_format", ["d", "format"], "strftime(d, format)"),
	macro("date_parse", ["t", "format"], "strptime(t, format)"),
];

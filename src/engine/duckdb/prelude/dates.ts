import { type Macro, macro } from "./macro.ts";

/** DuckDB's interval of n of each unit that Trino knows; the linter admits only these. */
const intervals: Readonly<Record<string, string>> = {
	millisecond: "to_milliseconds(CAST(n AS BIGINT))",
	second: "to_seconds(CAST(n AS BIGINT))",
	minute: "to_minutes(CAST(n AS BIGINT))",
	hour: "to_hours(CAST(n AS BIGINT))",
	day: "to_days(CAST(n AS INTEGER))",
	week: "to_weeks(CAST(n AS INTEGER))",
	month: "to_months(CAST(n AS INTEGER))",
	quarter: "to_quarters(CAST(n AS INTEGER))",
	year: "to_years(CAST(n AS INTEGER))",
};

const step = `CASE lower(unit) ${Object.entries(intervals)
	.map(([unit, interval]) => `WHEN '${unit}' THEN ${interval}`)
	.join(" ")} END`;

export const dates: readonly Macro[] = [
	macro("date_diff", ["unit", "a", "b"], "date_sub(unit, a, b)"),
	macro(
		"date_add",
		["unit", "n", "d"],
		`cast_to_type(system.main."+"(d, ${step}), d)`,
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

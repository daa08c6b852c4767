import { type Macro, macro, overloaded } from "./macro.ts";

/** Trino's units of date arithmetic; DuckDB knows further ones and plurals. */
const UNITS = ["day", "week", "month", "quarter", "year"];
const TIME_UNITS = ["millisecond", "second", "minute", "hour", ...UNITS];

const unitOr = (units: readonly string[], expression: string) =>
	`CASE WHEN lower(unit) IN (${units.map((unit) => `'${unit}'`).join(", ")}) THEN ${expression} ELSE error('unknown unit') END`;

const step = `CASE lower(unit) ${[
	["millisecond", "to_milliseconds(CAST(n AS BIGINT))"],
	["second", "to_seconds(CAST(n AS BIGINT))"],
	["minute", "to_minutes(CAST(n AS BIGINT))"],
	["hour", "to_hours(CAST(n AS BIGINT))"],
	["day", "to_days(CAST(n AS INTEGER))"],
	["week", "to_weeks(CAST(n AS INTEGER))"],
	["month", "to_months(CAST(n AS INTEGER))"],
	["quarter", "to_quarters(CAST(n AS INTEGER))"],
	["year", "to_years(CAST(n AS INTEGER))"],
]
	.map(([unit, interval]) => `WHEN '${unit}' THEN ${interval}`)
	.join(" ")} END`;

export const dates: readonly Macro[] = [
	overloaded(
		"date_diff",
		[["unit", "a DATE", "b DATE"], unitOr(UNITS, "date_sub(unit, a, b)")],
		[
			["unit", "a TIMESTAMP", "b TIMESTAMP"],
			unitOr(TIME_UNITS, "date_sub(unit, a, b)"),
		],
	),
	overloaded(
		"date_add",
		[
			["unit", "n", "d DATE"],
			unitOr(UNITS, `CAST(system.main."+"(d, ${step}) AS DATE)`),
		],
		[
			["unit", "n", "d TIMESTAMP"],
			unitOr(TIME_UNITS, `system.main."+"(d, ${step})`),
		],
	),
	overloaded(
		"date_trunc",
		[
			["unit", "d DATE"],
			unitOr(UNITS, "CAST(system.main.date_trunc(unit, d) AS DATE)"),
		],
		[
			["unit", "d TIMESTAMP"],
			unitOr(TIME_UNITS, "system.main.date_trunc(unit, d)"),
		],
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

/** What an argument must be; a trailing ? may be left out. */
export type Takes =
	| "any"
	| "text"
	| "integer"
	| "number"
	| "boolean"
	| "date"
	| "moment" // date or timestamp
	| "moment or text"
	| "array"
	| "text or array"
	| "binary"
	| "unit" // a literal: day, month, ...
	| "pattern" // a literal regular expression
	| "replacement" // a literal replacement of a regular expression
	| "format" // a literal date format
	| "interval";

/** How the result's type follows from the arguments. */
export type Gives =
	| "integer"
	| "double"
	| "text"
	| "boolean"
	| "date"
	| "timestamp"
	| "binary"
	| "texts"
	| "same" // as the first argument
	| "common" // what all arguments widen to
	| "whole" // as the first argument, without digits after the point
	| "element" // of the first argument, an array
	| "array" // of the first argument
	| "sequence"
	| "last moment" // as the last argument
	| "sum";

export interface FunctionEntry {
	role: "scalar" | "aggregate" | "window";
	takes: readonly Takes[];
	/** How many of `takes` may be left out, from the end. */
	optional?: number;
	/** The last of `takes` may come this often in all. */
	most?: number;
	gives: Gives;
	/** A macro stands behind it, which cannot pass on FILTER, DISTINCT or ORDER BY. */
	bare?: boolean;
	/** The result depends on the order of rows: ORDER BY must be written. */
	ordered?: boolean;
	family: string;
}

type Short = Omit<FunctionEntry, "family" | "role">;

function family(
	name: string,
	role: FunctionEntry["role"],
	entries: Record<string, Short>,
): [string, FunctionEntry][] {
	return Object.entries(entries).map(([key, entry]) => [
		key,
		{ ...entry, role, family: name },
	]);
}

const takesNumber = (gives: Gives): Short => ({ takes: ["number"], gives });
const takesDate = (gives: Gives): Short => ({ takes: ["moment"], gives });
const takesText = (gives: Gives): Short => ({ takes: ["text"], gives });

/**
 * Every function of the portable subset. What is not here is refused.
 * Names are as DuckDB's parser gives them (substring for substring(x from 1), count_star for count(*)).
 */
export const functions: ReadonlyMap<string, FunctionEntry> = new Map([
	...family("numbers", "scalar", {
		abs: takesNumber("same"),
		sign: takesNumber("same"),
		ceil: takesNumber("whole"),
		ceiling: takesNumber("whole"),
		floor: takesNumber("whole"),
		truncate: takesNumber("whole"),
		round: { takes: ["number", "integer"], optional: 1, gives: "same" },
		mod: { takes: ["number", "number"], gives: "common" },
		power: { takes: ["number", "number"], gives: "double" },
		pow: { takes: ["number", "number"], gives: "double" },
		sqrt: takesNumber("double"),
		cbrt: takesNumber("double"),
		exp: takesNumber("double"),
		ln: takesNumber("double"),
		log2: takesNumber("double"),
		log10: takesNumber("double"),
		pi: { takes: [], gives: "double" },
		infinity: { takes: [], gives: "double" },
		nan: { takes: [], gives: "double" },
		is_nan: takesNumber("boolean"),
		is_infinite: takesNumber("boolean"),
		is_finite: takesNumber("boolean"),
		bitwise_and: { takes: ["integer", "integer"], gives: "integer" },
		bitwise_or: { takes: ["integer", "integer"], gives: "integer" },
		bitwise_xor: { takes: ["integer", "integer"], gives: "integer" },
		width_bucket: {
			takes: ["number", "number", "number", "integer"],
			gives: "integer",
		},
	}),
	...family("comparison", "scalar", {
		greatest: { takes: ["any", "any"], most: 6, gives: "common" },
		least: { takes: ["any", "any"], most: 6, gives: "common" },
		nullif: { takes: ["any", "any"], gives: "same" },
	}),
	...family("dates", "scalar", {
		date_diff: { takes: ["unit", "moment", "moment"], gives: "integer" },
		date_add: { takes: ["unit", "integer", "moment"], gives: "last moment" },
		date_trunc: { takes: ["unit", "moment"], gives: "last moment" },
		date: { takes: ["moment or text"], gives: "date" },
		from_iso8601_date: takesText("date"),
		last_day_of_month: takesDate("date"),
		year: takesDate("integer"),
		quarter: takesDate("integer"),
		month: takesDate("integer"),
		week: takesDate("integer"),
		week_of_year: takesDate("integer"),
		year_of_week: takesDate("integer"),
		yow: takesDate("integer"),
		day: takesDate("integer"),
		day_of_month: takesDate("integer"),
		day_of_week: takesDate("integer"),
		dow: takesDate("integer"),
		day_of_year: takesDate("integer"),
		doy: takesDate("integer"),
		hour: takesDate("integer"),
		minute: takesDate("integer"),
		second: takesDate("integer"),
		date_part: { takes: ["unit", "moment"], gives: "integer" },
		date_format: { takes: ["moment", "format"], gives: "text" },
		date_parse: { takes: ["text", "format"], gives: "timestamp" },
	}),
	...family("strings", "scalar", {
		length: takesText("integer"),
		lower: takesText("text"),
		upper: takesText("text"),
		reverse: takesText("text"),
		trim: takesText("text"),
		ltrim: takesText("text"),
		rtrim: takesText("text"),
		substr: {
			takes: ["text", "integer", "integer"],
			optional: 1,
			gives: "text",
		},
		substring: {
			takes: ["text", "integer", "integer"],
			optional: 1,
			gives: "text",
		},
		strpos: { takes: ["text", "text"], gives: "integer" },
		position: { takes: ["text", "text"], gives: "integer" },
		starts_with: { takes: ["text", "text"], gives: "boolean" },
		replace: { takes: ["text", "text", "text"], optional: 1, gives: "text" },
		translate: { takes: ["text", "text", "text"], gives: "text" },
		lpad: { takes: ["text", "integer", "text"], gives: "text" },
		rpad: { takes: ["text", "integer", "text"], gives: "text" },
		split: { takes: ["text", "text"], gives: "texts" },
		split_part: { takes: ["text", "text", "integer"], gives: "text" },
		concat: {
			takes: ["text or array", "text or array"],
			most: 8,
			gives: "common",
		},
		chr: { takes: ["integer"], gives: "text" },
		levenshtein_distance: { takes: ["text", "text"], gives: "integer" },
		hamming_distance: { takes: ["text", "text"], gives: "integer" },
	}),
	...family("regular expressions", "scalar", {
		regexp_like: { takes: ["text", "pattern"], gives: "boolean" },
		regexp_extract: {
			takes: ["text", "pattern", "integer"],
			optional: 1,
			gives: "text",
		},
		regexp_extract_all: {
			takes: ["text", "pattern", "integer"],
			optional: 1,
			gives: "texts",
		},
		regexp_replace: {
			takes: ["text", "pattern", "replacement"],
			optional: 1,
			gives: "text",
		},
		regexp_split: { takes: ["text", "pattern"], gives: "texts" },
		regexp_count: { takes: ["text", "pattern"], gives: "integer" },
	}),
	...family("arrays", "scalar", {
		cardinality: { takes: ["array"], gives: "integer" },
		contains: { takes: ["array", "any"], gives: "boolean" },
		element_at: { takes: ["array", "integer"], gives: "element" },
		array_join: {
			takes: ["array", "text", "text"],
			optional: 1,
			gives: "text",
		},
		array_distinct: { takes: ["array"], gives: "same" },
		array_sort: { takes: ["array"], gives: "same" },
		array_max: { takes: ["array"], gives: "element" },
		array_min: { takes: ["array"], gives: "element" },
		array_position: { takes: ["array", "any"], gives: "integer" },
		array_remove: { takes: ["array", "any"], gives: "same" },
		array_intersect: { takes: ["array", "array"], gives: "same" },
		array_union: { takes: ["array", "array"], gives: "same" },
		array_except: { takes: ["array", "array"], gives: "same" },
		arrays_overlap: { takes: ["array", "array"], gives: "boolean" },
		slice: { takes: ["array", "integer", "integer"], gives: "same" },
		sequence: { takes: ["any", "any", "any"], optional: 1, gives: "sequence" },
	}),
	...family("binary", "scalar", {
		to_utf8: takesText("binary"),
		from_utf8: { takes: ["binary"], gives: "text" },
		to_hex: { takes: ["binary"], gives: "text" },
		md5: { takes: ["binary"], gives: "binary" },
		sha256: { takes: ["binary"], gives: "binary" },
	}),
	...family("aggregates", "aggregate", {
		count: { takes: ["any"], optional: 1, gives: "integer" },
		count_star: { takes: [], gives: "integer" },
		count_if: { takes: ["boolean"], gives: "integer", bare: true },
		sum: takesNumber("sum"),
		avg: takesNumber("double"),
		min: { takes: ["any"], gives: "same" },
		max: { takes: ["any"], gives: "same" },
		min_by: { takes: ["any", "any", "integer"], optional: 1, gives: "same" },
		max_by: { takes: ["any", "any", "integer"], optional: 1, gives: "same" },
		bool_and: { takes: ["boolean"], gives: "boolean" },
		bool_or: { takes: ["boolean"], gives: "boolean" },
		every: { takes: ["boolean"], gives: "boolean", bare: true },
		array_agg: { takes: ["any"], gives: "array", ordered: true },
		approx_distinct: { takes: ["any"], gives: "integer", bare: true },
		stddev: takesNumber("double"),
		stddev_samp: takesNumber("double"),
		stddev_pop: takesNumber("double"),
		variance: takesNumber("double"),
		var_samp: takesNumber("double"),
		var_pop: takesNumber("double"),
		kurtosis: takesNumber("double"),
		geometric_mean: takesNumber("double"),
		corr: { takes: ["number", "number"], gives: "double" },
		covar_pop: { takes: ["number", "number"], gives: "double" },
		covar_samp: { takes: ["number", "number"], gives: "double" },
		regr_slope: { takes: ["number", "number"], gives: "double" },
		regr_intercept: { takes: ["number", "number"], gives: "double" },
	}),
	...family("windows", "window", {
		row_number: { takes: [], gives: "integer", ordered: true },
		rank: { takes: [], gives: "integer", ordered: true },
		dense_rank: { takes: [], gives: "integer", ordered: true },
		percent_rank: { takes: [], gives: "double", ordered: true },
		cume_dist: { takes: [], gives: "double", ordered: true },
		ntile: { takes: ["integer"], gives: "integer", ordered: true },
		lag: {
			takes: ["any", "integer", "any"],
			optional: 2,
			gives: "same",
			ordered: true,
		},
		lead: {
			takes: ["any", "integer", "any"],
			optional: 2,
			gives: "same",
			ordered: true,
		},
		first_value: { takes: ["any"], gives: "same", ordered: true },
		last_value: { takes: ["any"], gives: "same", ordered: true },
		nth_value: { takes: ["any", "integer"], gives: "same", ordered: true },
	}),
]);

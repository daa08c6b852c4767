import { full } from "./fold.ts";

const YEAR = "(1[89][0-9]{2}|2[01][0-9]{2}|9999|0000)";

/** Days that some month has; 00 says that the day is not known. */
const DAY = "(0?[1-9]|[12][0-9]|3[01])";
const DAY2 = "(0[1-9]|[12][0-9]|3[01])";

/** A spelling of a date: a pattern for the whole text, its ISO day, how exact it is. */
interface Spelling {
	id: string;
	pattern: string;
	iso: (text: string) => string;
	precision: "day" | "month" | "year";
	/** The year has two digits; which century it is in depends on the column. */
	short?: boolean;
	/** What is to be said when a month column is written so. */
	month?: string;
}

const parts = (text: string, pattern: string, template: string) =>
	`regexp_replace(${text}, '^${pattern}$', '${template}')`;

function spelling(
	id: string,
	pattern: string,
	template: string,
	precision: Spelling["precision"],
	month?: string,
): Spelling {
	return {
		id,
		pattern,
		iso: (text) => parts(text, pattern, template),
		precision,
		...(month === undefined ? {} : { month }),
	};
}

/**
 * Years of two digits from here on are of the last century in every column: exports tell of nothing that
 * will be. The others are of this one, except in columns of births, where they may be of either.
 */
const LAST_CENTURY = "[4-9][0-9]";

function shortYear(
	id: string,
	pattern: string,
	template: string,
	precision: Spelling["precision"],
): Spelling {
	return {
		id,
		pattern,
		iso: (text) =>
			`CASE WHEN regexp_matches(${text}, '^${LAST_CENTURY}') THEN '19' ELSE '20' END || ${parts(text, pattern, template)}`,
		precision,
		short: true,
	};
}

/** Every spelling that is understood, the commonest first. White space is gone and width folded. */
const spellings: readonly Spelling[] = [
	spelling("iso", `${YEAR}-([0-9]{2})-${DAY2}`, "\\1-\\2-\\3", "day"),
	spelling(
		"parted",
		`${YEAR}[-/.年_]([0-9]{1,2})[-/.月_]${DAY}[日号]?`,
		"\\1-\\2-\\3",
		"day",
	),
	spelling("digits", `${YEAR}([0-9]{2})${DAY2}`, "\\1-\\2-\\3", "day"),
	spelling(
		"named-month",
		`([0-9]{1,2})-([0-9]{1,2})月-?${YEAR}`,
		"\\3-\\2-\\1",
		"day",
	),
	spelling(
		"day-zero",
		`${YEAR}[-/.年]?(0[1-9]|1[0-2])[-/.月]?00日?`,
		"\\1-\\2-01",
		"month",
	),
	spelling("month-zero", `${YEAR}[-/.年]?00[-/.月]?00日?`, "\\1-01-01", "year"),
	spelling("month", `${YEAR}[-/.年_]([0-9]{1,2})月?份?`, "\\1-\\2-01", "month"),
	spelling("month-digits", `${YEAR}([0-9]{2})`, "\\1-\\2-01", "month"),
	spelling(
		"month-range",
		`${YEAR}[-/.年]([0-9]{1,2})月?[-~—～至到]+(?:[0-9]{4}[-/.年])?[0-9]{1,2}月?份?`,
		"\\1-\\2-01",
		"month",
		"month-range",
	),
	...[1, 2, 3, 4].map((quarter) =>
		spelling(
			`quarter-${quarter}`,
			`${YEAR}年?第?(?:${quarter}季度?|Q${quarter})`,
			`\\1-${String(3 * quarter - 2).padStart(2, "0")}-01`,
			"month",
			"month-range",
		),
	),
	spelling("half-1", `${YEAR}年?上半年`, "\\1-01-01", "month", "month-range"),
	spelling("half-2", `${YEAR}年?下半年`, "\\1-07-01", "month", "month-range"),
	// The tenth lunar month ends before the winter solstice: up to it the year is that of the calendar.
	spelling(
		"lunar",
		`[农阴夏]历${YEAR}年?(?:闰?(?:正|[1-9]|10)月.*)?`,
		"\\1-01-01",
		"year",
	),
	spelling("year", `${YEAR}年?度?`, "\\1-01-01", "year", "month-year-only"),
	shortYear(
		"short",
		`([0-9]{2})[-/.年_]([0-9]{1,2})[-/.月_]${DAY}[日号]?`,
		"\\1-\\2-\\3",
		"day",
	),
	shortYear(
		"short-digits",
		`([0-9]{2})(0[1-9]|1[0-2])${DAY2}`,
		"\\1-\\2-\\3",
		"day",
	),
	shortYear(
		"short-month",
		"([0-9]{2})(?:\\.|年)(0?[1-9]|1[0-2])月?份?",
		"\\1-\\2-01",
		"month",
	),
];

/** Days since 1899-12-30, as Excel counts them from March 1900 on. */
const SERIAL = "[1-9][0-9]{4}(\\.[0-9]+)?";
/** SQL of the ISO day that a text of a shape spells. */
export const isoOf = (text: string, shape: string) =>
	spellings
		.filter((item) => item.id !== "iso")
		.map((item) => `WHEN '${item.id}' THEN ${item.iso(text)}`)
		.join(" ")
		.replace(/^/, `CASE ${shape} WHEN 'iso' THEN ${text} `)
		.concat(" END");

/** SQL of the spelling that a text has, `serial` for a day of Excel, NULL for none. */
export const shapeOf = (text: string) =>
	`CASE ${spellings.map((item) => `WHEN ${full(text, item.pattern)} THEN '${item.id}'`).join(" ")} WHEN ${full(text, SERIAL)} THEN 'serial' END`;

/** SQL that picks a word by the spelling. */
export const choose = (
	shape: string,
	pick: (item: Spelling) => string | undefined,
	otherwise: string,
) => {
	const cases = spellings
		.map((item) => [item.id, pick(item)] as const)
		.filter(([, text]) => text !== undefined)
		.map(([id, text]) => `WHEN '${id}' THEN '${text}'`);
	return cases.length === 0
		? otherwise
		: `CASE ${shape} ${cases.join(" ")} ELSE ${otherwise} END`;
};

/** SQL of whether a text of a shape has a year of two digits, and whether it tells of no century by itself. */
export const shortOf = (shape: string) =>
	`coalesce(${shape} IN (${spellings
		.filter((item) => item.short)
		.map((item) => `'${item.id}'`)
		.join(", ")}), false)`;
export const eitherCentury = (text: string, shape: string) =>
	`(${shortOf(shape)} AND NOT regexp_matches(${text}, '^${LAST_CENTURY}'))`;

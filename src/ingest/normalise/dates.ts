import {
	dropPlaceholder,
	foldWidth,
	full,
	INVISIBLE_RANGES,
	isOneOf,
	placeholderFinding,
	unwrap,
} from "./fold.ts";
import type { ColumnPlan, Normaliser } from "./types.ts";
import { chineseDigits, openDates } from "./words.ts";

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
];

/** Days since 1899-12-30, as Excel counts them from March 1900 on. */
const SERIAL = "[1-9][0-9]{4}(\\.[0-9]+)?";
const TIME =
	"[ T]*(上午|下午|AM|PM)?[ ]*([0-9]{1,2})[:时]([0-9]{1,2})([:分]([0-9]{1,2})([.][0-9]+)?)?[秒分]?[ ]*(AM|PM|Z|[+-][0-9]{2}:?[0-9]{2})?$";

/** Chinese numerals as digits, years of the Republic as years; days of the week dropped. */
function arabic(text: string): string {
	const digits = `translate(regexp_replace(${text}, '[(（]?(星期|周)[一二三四五六日天][)）]?', '', 'g'), '${chineseDigits.from}', '${chineseDigits.to}')`;
	const tens = [
		["([1-9])十([1-9])", "\\1\\2"],
		["([1-9])十", "\\10"],
		["十([1-9])", "1\\1"],
		["十", "10"],
	].reduce(
		(sql, [from, to]) => `regexp_replace(${sql}, '${from}', '${to}', 'g')`,
		digits,
	);
	return `CASE WHEN regexp_matches(${text}, '[〇零○一二三四五六七八九十元]') THEN ${tens} ELSE ${text} END`;
}

/** Years of the Republic of China, which began in 1912. */
function commonEra(text: string): string {
	return `CASE WHEN starts_with(${text}, '民国') THEN CAST(1911 + try_cast(regexp_extract(${text}, '^民国([0-9]{1,2})年', 1) AS INTEGER) AS VARCHAR) || regexp_replace(${text}, '^民国[0-9]{1,2}', '') ELSE ${text} END`;
}

/** Text in upper case, width folded, white space as single spaces. */
function cleaned(raw: string): string {
	return `trim(regexp_replace(regexp_replace(upper(${foldWidth(raw)}), '[''"]', '', 'g'), '[${INVISIBLE_RANGES}]+', ' ', 'g'))`;
}

const FAR = "9999[-/.年]?(12|1)?[-/.月]?(31|1)?日?|2[2-9][0-9]{2}[-/.年].*";
const ZERO =
	"(1900[-/.年]0?1[-/.月]0{1,2}日?|0000.*|1899[-/.年]12[-/.月]3[01]日?|0+(\\.0+)?)";
/** A time without a day, as a cell that was formatted as one shows 0. */
const MIDNIGHT = "0{1,2}:00(:00)?";

const isoOf = (text: string, shape: string) =>
	spellings
		.filter((item) => item.id !== "iso")
		.map((item) => `WHEN '${item.id}' THEN ${item.iso(text)}`)
		.join(" ")
		.replace(/^/, `CASE ${shape} WHEN 'iso' THEN ${text} `)
		.concat(" END");

const shapeOf = (text: string) =>
	`CASE ${spellings.map((item) => `WHEN ${full(text, item.pattern)} THEN '${item.id}'`).join(" ")} WHEN ${full(text, SERIAL)} THEN 'serial' END`;

const choose = (
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

/** The steps that every kind of date shares: s text, t text without placeholders, d its day part, h shape, y day. */
function daySteps(i: number): (readonly [string, string])[] {
	const r = `r${i}`;
	return [
		[`u${i}`, unwrap(r)],
		[
			`s${i}`,
			`CASE WHEN ${r} IS NULL OR ${full(r, "[12][0-9]{3}-[0-9]{2}-[0-9]{2}")} THEN ${r} ELSE ${cleaned(`u${i}`)} END`,
		],
		[`t${i}`, dropPlaceholder(`s${i}`)],
		[`a${i}`, arabic(`t${i}`)],
		[`e${i}`, commonEra(`a${i}`)],
		[
			`d${i}`,
			`CASE WHEN length(e${i}) = 10 THEN e${i} ELSE replace(regexp_replace(e${i}, '${TIME}', ''), ' ', '') END`,
		],
		[
			`h${i}`,
			`CASE WHEN ${isOneOf(`d${i}`, openDates)} OR ${full(`d${i}`, FAR)} THEN 'open' WHEN ${full(`d${i}`, ZERO)} OR ${full(`e${i}`, MIDNIGHT)} THEN 'zero' ELSE ${shapeOf(`d${i}`)} END`,
		],
		[
			`y${i}`,
			`CASE h${i} WHEN 'serial' THEN DATE '1899-12-30' + CAST(floor(try_cast(d${i} AS DOUBLE)) AS INTEGER) ELSE try_cast(${isoOf(`d${i}`, `h${i}`)} AS DATE) END`,
		],
	];
}

function dateFinding(i: number, more = ""): string {
	return `CASE WHEN t${i} IS NULL THEN ${placeholderFinding(`r${i}`)} WHEN h${i} = 'open' THEN 'date-open' WHEN h${i} = 'zero' THEN 'date-zero' WHEN y${i} IS NULL THEN 'date-unreadable' WHEN h${i} = 'lunar' THEN 'date-lunar'${more} END`;
}

/** Plain forms: ISO days of years that no open or empty date has; ISO months; ISO moments. */
export const ISO_DAY =
	"(19[0-9]{2}|20[0-9]{2})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
export const ISO_MONTH = "(19[0-9]{2}|20[0-9]{2})-?(0[1-9]|1[0-2])";
export const ISO_MOMENT = `${ISO_DAY} ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]`;

/** A column of ISO days: only days that no month has are left to find. */
function plainDay(i: number, text = `r${i}`): ColumnPlan {
	return {
		steps: [[`y${i}`, `try_cast(${text} AS DATE)`]],
		value: `y${i}`,
		finding: `CASE WHEN y${i} IS NULL AND r${i} IS NOT NULL THEN 'date-unreadable' END`,
	};
}

/** Days, with how exact they are (day, month, year); the first day of what is not exact. */
export const date: Normaliser = ({ index: i, plain }) =>
	plain
		? {
				...plainDay(i),
				companions: {
					_precision: `CASE WHEN y${i} IS NULL THEN NULL ELSE 'day' END`,
				},
			}
		: {
				steps: daySteps(i),
				value: `y${i}`,
				companions: {
					_precision: `CASE WHEN y${i} IS NULL THEN NULL ELSE ${choose(
						`h${i}`,
						(item) => (item.precision === "day" ? undefined : item.precision),
						"'day'",
					)} END`,
				},
				finding: dateFinding(i),
			};

/** Months: the first day of the month. */
export const month: Normaliser = ({ index: i, plain }) =>
	plain
		? plainDay(i, `substr(r${i}, 1, 4) || '-' || right(r${i}, 2) || '-01'`)
		: {
				steps: daySteps(i),
				value: `CAST(date_trunc('month', y${i}) AS DATE)`,
				finding: dateFinding(
					i,
					` ELSE ${choose(`h${i}`, (item) => item.month, "NULL")}`,
				),
			};

const COMPACT_TIME = "(1[89]|20|21)[0-9]{2}[0-9]{2}[0-9]{2}[0-9]{4}([0-9]{2})?";

/** Moments without a zone; a day alone is its first moment. */
export const timestamp: Normaliser = ({ index: i, plain }) => {
	const r = `r${i}`;
	if (plain)
		return {
			steps: [[`v${i}`, `try_cast(${r} AS TIMESTAMP)`]],
			value: `v${i}`,
			finding: `CASE WHEN v${i} IS NULL AND ${r} IS NOT NULL THEN 'time-unreadable' END`,
		};
	const hit = (group: number) => `regexp_extract(t${i}, '${TIME}', ${group})`;
	const hour = `CAST(coalesce(try_cast(${hit(2)} AS INTEGER), 0) AS INTEGER)`;
	const evening = `(${hit(1)} IN ('下午', 'PM') OR ${hit(7)} = 'PM') AND ${hour} < 12`;
	const midnight = `(${hit(1)} IN ('上午', 'AM') OR ${hit(7)} = 'AM') AND ${hour} = 12`;
	const inRange = `${hour} < 24 AND coalesce(try_cast(${hit(3)} AS INTEGER), 0) < 60 AND coalesce(try_cast(${hit(5)} AS INTEGER), 0) < 60`;
	const seconds = `(${hour} + CASE WHEN ${evening} THEN 12 WHEN ${midnight} THEN -12 ELSE 0 END) * 3600 + coalesce(try_cast(${hit(3)} AS INTEGER), 0) * 60 + coalesce(try_cast(${hit(5)} AS INTEGER), 0)`;
	const serialSeconds = `CAST(round((try_cast(d${i} AS DOUBLE) % 1) * 86400) AS INTEGER)`;
	const compact = `try_strptime(rpad(t${i}, 14, '0'), '%Y%m%d%H%M%S')`;
	const [unwrapped, first, ...rest] = daySteps(i);
	return {
		steps: [
			unwrapped ?? [`u${i}`, r],
			[
				first?.[0] ?? `s${i}`,
				`CASE WHEN ${r} IS NULL OR ${full(r, "[12][0-9]{3}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}")} THEN ${r} ELSE ${cleaned(`u${i}`)} END`,
			],
			...rest,
			[
				`v${i}`,
				`CASE WHEN ${full(`t${i}`, "[12][0-9]{3}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}")} THEN try_cast(t${i} AS TIMESTAMP) WHEN ${full(`t${i}`, COMPACT_TIME)} THEN ${compact} WHEN h${i} = 'serial' THEN CAST(y${i} AS TIMESTAMP) + to_seconds(${serialSeconds}) WHEN y${i} IS NOT NULL AND ${inRange} THEN CAST(y${i} AS TIMESTAMP) + to_seconds(${seconds}) END`,
			],
		],
		value: `v${i}`,
		finding: `CASE WHEN v${i} IS NOT NULL THEN NULL WHEN t${i} IS NULL THEN ${placeholderFinding(r)} WHEN h${i} = 'open' THEN 'date-open' WHEN h${i} = 'zero' THEN 'date-zero' ELSE 'time-unreadable' END`,
	};
};

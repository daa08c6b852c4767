import {
	choose,
	eitherCentury,
	isoOf,
	shapeOf,
	shortOf,
} from "./date-spellings.ts";
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

/** Whether a column has days of births, which lie in two centuries. */
const ofBirths = ({ name }: { name: string }) => name.includes("birth");

/** The steps that every kind of date shares: s text, t text without placeholders, d its day part, h shape, y day. */
function daySteps(i: number, births: boolean): (readonly [string, string])[] {
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
			`CASE ${births ? `WHEN ${eitherCentury(`d${i}`, `h${i}`)} THEN NULL ` : ""}WHEN h${i} = 'serial' THEN DATE '1899-12-30' + CAST(floor(try_cast(d${i} AS DOUBLE)) AS INTEGER) ELSE try_cast(${isoOf(`d${i}`, `h${i}`)} AS DATE) END`,
		],
	];
}

function dateFinding(i: number, births: boolean, more = ""): string {
	return `CASE WHEN t${i} IS NULL THEN ${placeholderFinding(`r${i}`)} WHEN h${i} = 'open' THEN 'date-open' WHEN h${i} = 'zero' THEN 'date-zero' ${births ? `WHEN ${eitherCentury(`d${i}`, `h${i}`)} THEN 'date-century' ` : ""}WHEN y${i} IS NULL THEN 'date-unreadable' WHEN h${i} = 'lunar' THEN 'date-lunar' WHEN ${shortOf(`h${i}`)} THEN 'date-short-year'${more} END`;
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
export const date: Normaliser = ({ index: i, plain, column }) =>
	plain
		? {
				...plainDay(i),
				companions: {
					_precision: `CASE WHEN y${i} IS NULL THEN NULL ELSE 'day' END`,
				},
			}
		: {
				steps: daySteps(i, ofBirths(column)),
				value: `y${i}`,
				companions: {
					_precision: `CASE WHEN y${i} IS NULL THEN NULL ELSE ${choose(
						`h${i}`,
						(item) => (item.precision === "day" ? undefined : item.precision),
						"'day'",
					)} END`,
				},
				finding: dateFinding(i, ofBirths(column)),
			};

/** Months: the first day of the month. */
export const month: Normaliser = ({ index: i, plain, column }) =>
	plain
		? plainDay(i, `substr(r${i}, 1, 4) || '-' || right(r${i}, 2) || '-01'`)
		: {
				steps: daySteps(i, ofBirths(column)),
				value: `CAST(date_trunc('month', y${i}) AS DATE)`,
				finding: dateFinding(
					i,
					ofBirths(column),
					` ELSE ${choose(`h${i}`, (item) => item.month, "NULL")}`,
				),
			};

const COMPACT_TIME = "(1[89]|20|21)[0-9]{2}[0-9]{2}[0-9]{2}[0-9]{4}([0-9]{2})?";

/** Moments without a zone; a day alone is its first moment. */
export const timestamp: Normaliser = ({ index: i, plain, column }) => {
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
	const [unwrapped, first, ...rest] = daySteps(i, ofBirths(column));
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

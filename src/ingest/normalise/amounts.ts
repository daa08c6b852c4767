import type { DatasetColumn, Factor } from "../../datasets/index.ts";
import { unitsFor } from "../../datasets/index.ts";
import { literal } from "../../engine/index.ts";
import {
	dropPlaceholder,
	foldWidth,
	full,
	INVISIBLE_RANGES,
	placeholderFinding,
	unwrap,
} from "./fold.ts";
import type { ColumnPlan, Normaliser } from "./types.ts";
import { countWords } from "./words.ts";

/** A plain number, which needs no cleaning. */
export const PLAIN = "-?[0-9]{1,15}(\\.[0-9]{1,8})?";
const NUMBER = "-?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(E[+-]?[0-9]+)?";
const GROUPED = "-?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]*)?";

/** Upper-case text of a number, without spaces, currency signs and quotes; negative as a leading minus. */
function cleaned(raw: string): string {
	const bare = `regexp_replace(translate(upper(${foldWidth(raw)}), '−–—﹣', '----'), '[${INVISIBLE_RANGES}''"￥¥$]|人民币|RMB|CNY|整$', '', 'g')`;
	return `regexp_replace(${bare}, '^(-?)[(（](.+)[)）]$|^([^-].*)-$', '-\\2\\3')`;
}

function times(number: string, factor: Factor): string {
	if (factor.multiply === factor.divide) return number;
	const product = `${number} * CAST(${factor.multiply} AS DECIMAL(10,0))`;
	if (factor.divide === "1") return product;
	// A quotient of decimals is a double here; 15 digits are more than an area has.
	return `round(CAST(${product} AS DOUBLE) / ${factor.divide}, 6)`;
}

/** Digits that a decimal of each type has before its point. */
const WHOLE_DIGITS: Readonly<Record<string, number>> = {
	"DECIMAL(18,2)": 16,
	"DECIMAL(12,4)": 8,
};

/**
 * A plain number times a factor. A power of ten is an exponent to the text: exact, and ten times as
 * fast as a product of long decimals. Texts that could exceed the type take the product, since the
 * cast of an exponent does not look.
 */
function plainTimes(raw: string, factor: Factor, type: string): string {
	const product = `try_cast(${times(`try_cast(${raw} AS DECIMAL(26,8))`, factor)} AS ${type})`;
	const zeros = /^10*$/.test(factor.multiply) ? factor.multiply.length - 1 : 0;
	const longest = (WHOLE_DIGITS[type] ?? 0) - zeros;
	return factor.divide !== "1" || zeros === 0 || longest <= 0
		? product
		: `CASE WHEN strlen(${raw}) <= ${longest} THEN try_cast(${raw} || 'e${zeros}' AS ${type}) ELSE ${product} END`;
}

/**
 * Decimal numbers with a unit. A unit written in the cell wins over the one of the heading.
 * Steps: s the text, t the text without placeholders, u its unit, n its digits, v the value.
 */
function decimal(
	index: number,
	column: DatasetColumn,
	factor: Factor,
	type: string,
	code: string,
	plain: boolean,
): ColumnPlan {
	const i = index;
	const r = `r${i}`;
	const exact = factor.multiply === factor.divide;
	if (plain)
		return {
			steps: [
				[
					`v${i}`,
					exact ? `try_cast(${r} AS ${type})` : plainTimes(r, factor, type),
				],
			],
			value: `v${i}`,
			finding: `CASE WHEN v${i} IS NULL AND ${r} IS NOT NULL THEN '${code}' END`,
		};
	const units = unitsFor(column);
	const spellings = units.flatMap((unit) => [...unit.spellings]);
	const longestFirst = spellings
		.map((spelling) => spelling.toUpperCase())
		.sort((a, b) => b.length - a.length);
	const suffix =
		longestFirst.length === 0
			? "''"
			: `regexp_extract(t${i}, '(${longestFirst.join("|")})$')`;
	const number = `try_cast(n${i} AS DECIMAL(26,8))`;
	const cases = units
		.map(
			({ spellings: names, factor: own }) =>
				`WHEN u${i} IN (${names.map((spelling) => literal(spelling.toUpperCase())).join(", ")}) THEN try_cast(${times(number, own)} AS ${type})`,
		)
		.join(" ");
	const bare = exact
		? `try_cast(n${i} AS ${type})`
		: `try_cast(${times(number, factor)} AS ${type})`;
	return {
		steps: [
			[`w${i}`, unwrap(r)],
			[
				`s${i}`,
				`CASE WHEN ${r} IS NULL OR ${full(r, PLAIN)} THEN ${r} ELSE ${cleaned(`w${i}`)} END`,
			],
			[`t${i}`, dropPlaceholder(`s${i}`)],
			[`u${i}`, `CASE WHEN ${full(`t${i}`, PLAIN)} THEN '' ELSE ${suffix} END`],
			[
				`b${i}`,
				`CASE WHEN u${i} = '' THEN t${i} ELSE left(t${i}, length(t${i}) - length(u${i})) END`,
			],
			[
				`n${i}`,
				`CASE WHEN ${full(`b${i}`, NUMBER)} THEN b${i} WHEN ${full(`b${i}`, GROUPED)} THEN replace(b${i}, ',', '') END`,
			],
			[
				`v${i}`,
				cases === "" ? bare : `CASE WHEN u${i} = '' THEN ${bare} ${cases} END`,
			],
		],
		value: `v${i}`,
		finding: `CASE WHEN v${i} IS NOT NULL THEN NULL WHEN t${i} IS NULL THEN ${placeholderFinding(r)} ELSE '${code}' END`,
	};
}

/** Money, stored in yuan: thousands separators, signs, brackets and units (万元, 1.2万) understood. */
export const money: Normaliser = ({ index, column, factor, plain }) =>
	decimal(index, column, factor, "DECIMAL(18,2)", "money-unreadable", plain);

/** Area, stored in the unit of the column. */
export const area: Normaliser = ({ index, column, factor, plain }) =>
	decimal(index, column, factor, "DECIMAL(12,4)", "area-unreadable", plain);

/** Numbers without a fixed unit. */
export const number: Normaliser = ({ index, column, factor, plain }) =>
	decimal(index, column, factor, "DOUBLE", "number-unreadable", plain);

/** Shares of one: 12.5% and, in a column of percents, 12.5 are 0.125. */
export const ratio: Normaliser = ({ index: i, percent }) => {
	const r = `r${i}`;
	const value = `try_cast(regexp_replace(t${i}, '[%‰]$', '') AS DECIMAL(18,8))`;
	return {
		steps: [
			[`w${i}`, unwrap(r)],
			[`s${i}`, cleaned(`w${i}`)],
			[`t${i}`, dropPlaceholder(`s${i}`)],
			[
				`v${i}`,
				`CASE WHEN ends_with(t${i}, '%') THEN try_cast(${value} / 100 AS DECIMAL(9,6)) WHEN ends_with(t${i}, '‰') THEN try_cast(${value} / 1000 AS DECIMAL(9,6)) WHEN ${full(`t${i}`, NUMBER)} THEN try_cast(${percent ? `${value} / 100` : value} AS DECIMAL(9,6)) END`,
			],
		],
		value: `v${i}`,
		finding: `CASE WHEN v${i} IS NOT NULL THEN NULL WHEN t${i} IS NULL THEN ${placeholderFinding(r)} ELSE 'ratio-unreadable' END`,
	};
};

export const INTEGER = "-?[0-9]{1,18}";

/** Whole numbers; words after a count (3人) are dropped, 3.0 is 3, 3.5 is not whole. */
export const integer: Normaliser = ({ index: i, plain }) => {
	const r = `r${i}`;
	if (plain)
		return {
			steps: [[`v${i}`, `try_cast(${r} AS BIGINT)`]],
			value: `v${i}`,
			finding: `CASE WHEN v${i} IS NULL AND ${r} IS NOT NULL THEN 'integer-unreadable' END`,
		};
	return {
		steps: [
			[`w${i}`, unwrap(r)],
			[
				`s${i}`,
				`CASE WHEN ${r} IS NULL OR ${full(r, INTEGER)} THEN ${r} ELSE regexp_replace(${cleaned(`w${i}`)}, '${countWords}度?$', '') END`,
			],
			[`t${i}`, dropPlaceholder(`s${i}`)],
			[
				`v${i}`,
				`CASE WHEN ${full(`t${i}`, "[+-]?[0-9]{1,18}")} THEN try_cast(t${i} AS BIGINT) WHEN ${full(`t${i}`, "-?[0-9]+\\.0*")} THEN try_cast(split_part(t${i}, '.', 1) AS BIGINT) WHEN ${full(`t${i}`, GROUPED)} AND NOT contains(t${i}, '.') THEN try_cast(replace(t${i}, ',', '') AS BIGINT) END`,
			],
		],
		value: `v${i}`,
		finding: `CASE WHEN v${i} IS NOT NULL THEN NULL WHEN t${i} IS NULL THEN ${placeholderFinding(r)} ELSE 'integer-unreadable' END`,
	};
};

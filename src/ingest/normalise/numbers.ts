import { MOST_ZEROS } from "../checks/zeros.ts";
import {
	dropPlaceholder,
	foldWidth,
	full,
	INVISIBLE_RANGES,
	orNull,
	placeholderFinding,
	squeeze,
	unwrap,
} from "./fold.ts";
import type { Normaliser } from "./types.ts";

/** Says of a number that is a little shorter than most of its column that zeros may be missing. */
function zerosLost(text: string, usual: number | undefined): string {
	return usual === undefined
		? ""
		: ` WHEN length(${text}) BETWEEN ${usual - MOST_ZEROS} AND ${usual - 1} AND ${full(text, "[0-9]+")} THEN 'zeros-lost'`;
}

/**
 * Codes: white space dropped, full-width folded; where the dataset lists spellings, the code that
 * the spelling stands for.
 */
export const code: Normaliser = ({ index: i, plain, codeOf, usual }) => {
	const r = `r${i}`;
	const steps = [
		[`u${i}`, plain ? r : unwrap(r)],
		[`s${i}`, plain ? r : squeeze(foldWidth(`u${i}`))],
		[`t${i}`, dropPlaceholder(`s${i}`)],
	] as const;
	const nothing = `WHEN t${i} IS NULL THEN ${placeholderFinding(r)}`;
	if (codeOf === undefined)
		return {
			steps,
			value: `t${i}`,
			finding: `CASE ${nothing}${zerosLost(`t${i}`, usual)} END`,
		};
	return {
		// A spelling may itself look like a placeholder (无), so it is looked up before those are dropped.
		steps,
		value: codeOf(`upper(s${i})`),
		finding: `CASE WHEN value${i} IS NOT NULL THEN NULL ${nothing} ELSE 'code-unknown' END`,
	};
};

/** Administrative division codes: digits; the zeros that only fill up twelve digits are dropped. */
export const region: Normaliser = ({ index: i, plain, regionTable }) => {
	const r = `r${i}`;
	const value = `CASE WHEN ${full(`t${i}`, "[0-9]{6}000000|[0-9]{6}0{3}")} THEN substr(t${i}, 1, 6) WHEN ${full(`t${i}`, "[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12}")} THEN t${i} END`;
	const known =
		regionTable === undefined
			? ""
			: ` WHEN length(v${i}) >= 6 AND substr(v${i}, 1, 6) NOT IN (SELECT code FROM ${regionTable}) THEN 'region-unknown'`;
	return {
		steps: [
			[`u${i}`, plain ? r : unwrap(r)],
			[`s${i}`, plain ? r : squeeze(foldWidth(`u${i}`))],
			[`p${i}`, plain ? r : `regexp_replace(s${i}, '[''"]+|\\.0+$', '', 'g')`],
			[`t${i}`, plain ? r : dropPlaceholder(`p${i}`)],
			[`v${i}`, value],
		],
		value: `v${i}`,
		finding: `CASE WHEN t${i} IS NULL THEN ${placeholderFinding(r)} WHEN v${i} IS NULL THEN 'region-unreadable'${known} END`,
	};
};

export const MOBILE = "1[3-9][0-9]{9}";

/** Telephone numbers: digits; +86 dropped from mobiles; of several in a cell the first. */
export const phone: Normaliser = ({ index: i, plain }) => {
	const r = `r${i}`;
	const s = `s${i}`;
	const several = "1[3-9][0-9]{9}[^0-9]+[0-9]{7,}";
	return {
		steps: [
			[`u${i}`, plain ? r : unwrap(r)],
			[
				s,
				plain
					? r
					: `CASE WHEN ${r} IS NULL OR ${full(r, MOBILE)} THEN ${r} ELSE ${foldWidth(`u${i}`)} END`,
			],
			[
				`m${i}`,
				plain
					? "false"
					: `length(${s}) > 11 AND regexp_matches(${s}, '${several}')`,
			],
			[
				`t${i}`,
				plain
					? r
					: orNull(
							`CASE WHEN m${i} THEN regexp_extract(${s}, '1[3-9][0-9]{9}') ELSE regexp_replace(regexp_replace(${s}, '[^0-9]+', '', 'g'), '^(0086|86)(1[3-9][0-9]{9})$', '\\2') END`,
						),
			],
		],
		value: `t${i}`,
		finding: plain
			? "CAST(NULL AS VARCHAR)"
			: `CASE WHEN t${i} IS NULL THEN ${placeholderFinding(r)} WHEN m${i} THEN 'phone-several' WHEN NOT ${full(`t${i}`, "1[3-9][0-9]{9}|0[0-9]{9,11}|[2-9][0-9]{6,7}|[48]00[0-9]{7}")} THEN 'phone-shape' END`,
	};
};

export const ACCOUNT = "[0-9]{8,24}";

/** Numbers of bank cards of China UnionPay; passbooks and accounts of companies have no check digit. */
export function isCard(sql: string): string {
	return full(sql, "62[0-9]{14,17}");
}

/** Whether the digits of a text hold under Luhn (ISO/IEC 7812-1). */
export function luhnHolds(sql: string): string {
	const digit = `CAST(substr(${sql}, length(${sql}) - i + 1, 1) AS INTEGER)`;
	return `list_sum(list_transform(range(1, length(${sql}) + 1), i -> CASE WHEN i % 2 = 0 THEN ${digit} * 2 - CASE WHEN ${digit} > 4 THEN 9 ELSE 0 END ELSE ${digit} END)) % 10 = 0`;
}

/** Bank accounts: digits, and letters of a few banks, as text. */
export const account: Normaliser = ({
	index: i,
	plain,
	damaged,
	luhn,
	usual,
}) => {
	const r = `r${i}`;
	return {
		steps: [
			[`u${i}`, plain ? r : unwrap(r)],
			[
				`s${i}`,
				plain
					? r
					: `CASE WHEN ${r} IS NULL OR ${full(r, ACCOUNT)} THEN ${r} ELSE regexp_replace(upper(${foldWidth(`u${i}`)}), '[${INVISIBLE_RANGES}''"“”‘’\`=,，;；。、:：_-]+', '', 'g') END`,
			],
			[`t${i}`, dropPlaceholder(`s${i}`)],
			[
				`v${i}`,
				damaged === undefined
					? `t${i}`
					: `CASE WHEN ${full(`t${i}`, damaged)} THEN NULL ELSE t${i} END`,
			],
		],
		value: `v${i}`,
		finding: plain
			? "CAST(NULL AS VARCHAR)"
			: `CASE WHEN t${i} IS NULL THEN ${placeholderFinding(r)} WHEN v${i} IS NULL THEN 'account-damaged' WHEN contains(t${i}, '*') THEN 'account-masked' WHEN NOT ${full(`t${i}`, "[0-9A-Z]{8,34}")} THEN 'account-shape'${zerosLost(`t${i}`, usual)}${luhn === true ? ` WHEN ${isCard(`t${i}`)} AND NOT ${luhnHolds(`t${i}`)} THEN 'account-luhn'` : ""} END`,
	};
};

/** The province is any one character: the sample's is fictitious, and military plates have others. */
export const PLATE =
	"[一-鿿][A-HJ-NP-Z]([A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]|[A-HJK][A-HJ-NP-Z0-9][0-9]{4}|[0-9]{5}[A-HJK])|[一-鿿][0-9]{7}";

/** Number plates (GA 36; of tractors, seven digits): upper case, no separators. */
export const plate: Normaliser = ({ index: i, plain }) => {
	const r = `r${i}`;
	return {
		steps: [
			[`u${i}`, plain ? r : unwrap(r)],
			[
				`s${i}`,
				plain
					? r
					: `regexp_replace(upper(${foldWidth(`u${i}`)}), '[${INVISIBLE_RANGES}·•.．_-]+', '', 'g')`,
			],
			[`t${i}`, dropPlaceholder(`s${i}`)],
		],
		value: `t${i}`,
		finding: `CASE WHEN t${i} IS NULL THEN ${placeholderFinding(r)} WHEN NOT ${full(`t${i}`, PLATE)} THEN 'plate-shape' END`,
	};
};

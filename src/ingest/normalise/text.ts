import {
	dropPlaceholder,
	foldAlphanumeric,
	foldName,
	foldWidth,
	full,
	HAN,
	holdsText,
	INVISIBLE_RANGES,
	isOneOf,
	orNull,
	placeholderFinding,
	squeeze,
	tidy,
	unwrap,
} from "./fold.ts";
import type { Normaliser } from "./types.ts";
import {
	addressPlaceholders,
	devicePlaceholders,
	falseWords,
	missingGlyph,
	trueWords,
} from "./words.ts";

/** Texts that databases write for NULL; free text keeps every other placeholder as it stands. */
const NULL_WORDS = ["NULL", "null", "\\N", "(NULL)", "(null)"];

/** Free text: white space tidied, full-width letters and digits folded. */
export const text: Normaliser = ({ index: i, plain }) => ({
	steps: [
		[`s${i}`, plain ? `r${i}` : orNull(tidy(foldAlphanumeric(`r${i}`)))],
		[
			`t${i}`,
			`CASE WHEN ${isOneOf(`s${i}`, NULL_WORDS)} THEN NULL ELSE s${i} END`,
		],
	],
	value: `t${i}`,
});

const DOTS = "·•‧∙⋅・･．.●。ᐧ";

/**
 * Names of people: NFKC, remarks in brackets dropped, the middle dot of minority names unified to
 * U+00B7, no spaces inside Chinese names.
 */
export const name: Normaliser = ({ index: i, plain }) => {
	const r = `r${i}`;
	const bare = `regexp_replace(${foldName(`u${i}`)}, '[(（\\[【〔<《].*?[)）\\]】〕>》]|[''"“”‘’\`*]', '', 'g')`;
	const dotted = `regexp_replace(regexp_replace(${bare}, '([${HAN}])\\s*[${DOTS}]+\\s*([${HAN}])', '\\1·\\2', 'g'), '([${HAN}])\\s*[${DOTS}]+\\s*([${HAN}])', '\\1·\\2', 'g')`;
	return {
		steps: [
			[`u${i}`, plain ? r : unwrap(r)],
			[
				`s${i}`,
				plain
					? r
					: `CASE WHEN ${r} IS NULL OR NOT regexp_matches(${r}, '[^一-鿿]') THEN ${r} ELSE ${dotted} END`,
			],
			[
				`p${i}`,
				plain
					? r
					: `CASE WHEN s${i} = ${r} AND NOT regexp_matches(s${i}, '[^一-鿿]') THEN s${i} WHEN regexp_matches(s${i}, '[${HAN}]') THEN regexp_replace(${squeeze(`s${i}`)}, '[、,，;；/\\\\]+$', '') ELSE upper(${tidy(`s${i}`)}) END`,
			],
			[`t${i}`, dropPlaceholder(`p${i}`)],
		],
		value: `t${i}`,
		finding: `CASE WHEN t${i} IS NULL THEN ${placeholderFinding(r)} ${plain ? "" : `WHEN regexp_matches(t${i}, '${missingGlyph}') THEN 'missing-glyph'`} END`,
	};
};

/** Names of units and companies: NFKC, brackets full-width, no white space. */
export const org: Normaliser = ({ index: i, plain }) => {
	const r = `r${i}`;
	const folded = `translate(${squeeze(foldName(`u${i}`))}, '()[]【】〔〕', '（）（）（）（）')`;
	return {
		steps: [
			[`u${i}`, plain ? r : unwrap(r)],
			[
				`s${i}`,
				plain
					? r
					: `CASE WHEN ${r} IS NULL OR NOT regexp_matches(${r}, '[^一-鿿（）]') THEN ${r} ELSE upper(${folded}) END`,
			],
			[`t${i}`, dropPlaceholder(`s${i}`)],
		],
		value: `t${i}`,
		finding: `CASE WHEN t${i} IS NULL THEN ${placeholderFinding(r)} END`,
	};
};

/**
 * Codes: white space dropped, full-width folded; where the dataset lists spellings, the code that
 * the spelling stands for.
 */
export const code: Normaliser = ({ index: i, plain, codeOf }) => {
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
			finding: `CASE ${nothing} END`,
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
export const account: Normaliser = ({ index: i, plain, damaged, luhn }) => {
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
			: `CASE WHEN t${i} IS NULL THEN ${placeholderFinding(r)} WHEN v${i} IS NULL THEN 'account-damaged' WHEN contains(t${i}, '*') THEN 'account-masked' WHEN NOT ${full(`t${i}`, "[0-9A-Z]{8,34}")} THEN 'account-shape'${luhn === true ? ` WHEN ${isCard(`t${i}`)} AND NOT ${luhnHolds(`t${i}`)} THEN 'account-luhn'` : ""} END`,
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

/** Marks of machines (MAC, disk and CPU serials): upper case, no separators; programs' fillers are NULL. */
export const device: Normaliser = ({ index: i, plain }) => {
	const r = `r${i}`;
	return {
		steps: [
			[`u${i}`, plain ? r : unwrap(r)],
			[
				`s${i}`,
				plain
					? r
					: `regexp_replace(upper(${foldWidth(`u${i}`)}), '[${INVISIBLE_RANGES}:：._/\\\\-]+', '', 'g')`,
			],
			[
				`t${i}`,
				`CASE WHEN ${isOneOf(`s${i}`, devicePlaceholders)} OR ${full(`s${i}`, "0+|F+|X+")} THEN NULL ELSE ${dropPlaceholder(`s${i}`)} END`,
			],
		],
		value: `t${i}`,
		finding: `CASE WHEN t${i} IS NULL AND ${holdsText(r)} THEN 'device-placeholder' END`,
	};
};

const OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
const IPV4 = `${OCTET}(\\.${OCTET}){3}`;
const IPV6 = "[0-9a-f]{0,4}(:[0-9a-f]{0,4}){2,7}";

/** Network addresses: IPv4 without port, IPv6 in lower case; loopback and empty ones are NULL. */
export const ip: Normaliser = ({ index: i }) => {
	const r = `r${i}`;
	const bare = `regexp_replace(${squeeze(`lower(${foldWidth(`u${i}`)})`)}, '^([0-9.]+):[0-9]{1,5}$', '\\1')`;
	return {
		steps: [
			[`u${i}`, unwrap(r)],
			[`s${i}`, bare],
			[
				`t${i}`,
				`CASE WHEN ${isOneOf(`s${i}`, addressPlaceholders)} THEN NULL WHEN ${full(`s${i}`, IPV4)} OR ${full(`s${i}`, IPV6)} THEN s${i} END`,
			],
			[`p${i}`, dropPlaceholder(`upper(s${i})`)],
		],
		value: `t${i}`,
		finding: `CASE WHEN t${i} IS NOT NULL THEN NULL WHEN p${i} IS NULL OR ${isOneOf(`s${i}`, addressPlaceholders)} THEN ${placeholderFinding(r)} ELSE 'ip-unreadable' END`,
	};
};

/** Yes and no. */
export const boolean: Normaliser = ({ index: i }) => {
	const r = `r${i}`;
	const s = `s${i}`;
	return {
		steps: [
			[`u${i}`, unwrap(r)],
			[s, squeeze(`upper(${foldWidth(`u${i}`)})`)],
			[
				`v${i}`,
				`CASE WHEN ${isOneOf(s, trueWords)} THEN true WHEN ${isOneOf(s, falseWords)} THEN false END`,
			],
			[`t${i}`, dropPlaceholder(s)],
		],
		value: `v${i}`,
		finding: `CASE WHEN v${i} IS NOT NULL THEN NULL WHEN t${i} IS NULL THEN ${placeholderFinding(r)} ELSE 'boolean-unreadable' END`,
	};
};

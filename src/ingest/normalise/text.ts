import {
	dropPlaceholder,
	foldAlphanumeric,
	foldName,
	foldWidth,
	HAN,
	isOneOf,
	orNull,
	placeholderFinding,
	squeeze,
	tidy,
	unwrap,
} from "./fold.ts";
import type { Normaliser } from "./types.ts";
import { falseWords, missingGlyph, trueWords } from "./words.ts";

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

import {
	dropPlaceholder,
	foldWidth,
	full,
	INVISIBLE_RANGES,
	placeholderFinding,
	unwrap,
} from "./fold.ts";
import type { Normaliser } from "./types.ts";

export const EIGHTEEN = "[1-9][0-9]{16}[0-9X]";
/** Letters that people and scanners put for digits, and the other way round at the end. */
const LOOKALIKES = { from: "OoQIl|", to: "000111" };
const CROSSES = { from: "×✕ΧХχх*", to: "XXXXXXX" };

/** A number without the spaces, quotes and punctuation that come around and inside it. */
function bare(unwrapped: string): string {
	return `regexp_replace(upper(${foldWidth(unwrapped)}), '[${INVISIBLE_RANGES}''"“”‘’\`=,，;；。、.:：_-]+', '', 'g')`;
}

/**
 * Documents of other kinds, as they are written without spaces: the travel permits of residents of Hong
 * Kong and Macao, and of Taiwan, passports, permanent residence cards of foreigners (old, and of 18
 * digits), military and police documents.
 */
const DOCUMENTS = {
	"document-hong-kong": "[HM][0-9]{8}([0-9]{2})?",
	"document-taiwan": "[0-9]{8}|[A-Z][0-9]{9}",
	"document-passport": "[A-Z]{1,2}[0-9]{7,8}",
	"document-foreigner": "[A-Z]{3}[0-9]{12}|9[0-9]{16}[0-9X]",
	"document-military": ".*[军警士兵文].*字?第?[0-9]{4,}号?",
};
const OTHER_DOCUMENTS = Object.values(DOCUMENTS).join("|");

/** The finding that names the kind of another document. */
function documentKind(text: string): string {
	const cases = Object.entries(DOCUMENTS).map(
		([finding, pattern]) => `WHEN ${full(text, pattern)} THEN '${finding}'`,
	);
	return `CASE ${cases.join(" ")} END`;
}

/**
 * The check character of GB 11643-1999 from its first 17 digits as a BIGINT.
 * The weights are powers of two (mod 11), so the weighted sum of the digits is
 * n - 4 * Σ 2^i * (n // 10^i), doubled: sixteen divisions, no digit is taken apart.
 */
export function citizenCheck(n: string): string {
	const terms = Array.from(
		{ length: 16 },
		(_, k) => `${2 ** (k + 1)} * (${n} // ${10n ** BigInt(k + 1)})`,
	);
	return `substr('10X98765432', CAST(1 + (2 * (${n} - 4 * (${terms.join(" + ")}))) % 11 AS INTEGER), 1)`;
}

/**
 * Citizen identity numbers (GB 11643-1999). Value: 18 characters where that can be had, else the
 * text as it came, without spaces and prefixes. Companion: ok, upgraded (15 digits given 19 and a
 * check character), other (another document, or a number that begins with 9), damaged (in a column
 * that the workspace accepts with what Excel did to it), bad.
 */
export const citizenId: Normaliser = ({
	index: i,
	plain,
	regionTable,
	damaged,
}) => {
	const r = `r${i}`;
	const t = `t${i}`;
	const a = `a${i}`;
	const n = `n${i}`;
	const k = `k${i}`;
	const look = `translate(translate(${t}, '${LOOKALIKES.from}', '${LOOKALIKES.to}'), '${CROSSES.from.slice(0, -1)}', '${CROSSES.to.slice(0, -1)}')`;
	const slow = `regexp_replace(${bare(`u${i}`)}, '^(中华人民共和国)?(公民|居民)*(身份证?|证件|护照|通行证|回乡证|台胞证|SFZ|ID)(号码|号|件号|H|HM)?', '')`;
	const upgradable = `${full(t, "[1-9][0-9]{14}")} AND substr(${t}, 13, 3) NOT IN ('996', '997', '998', '999')`;
	const day = `try_strptime(substr(${a}, 7, 8), '%Y%m%d')`;
	const value = `CASE ${k} WHEN 'upgraded' THEN ${a} || c${i} WHEN 'bad' THEN ${t} WHEN 'damaged' THEN ${t} ELSE coalesce(${a}, ${t}) END`;
	const others = plain
		? ""
		: `WHEN ${full(t, OTHER_DOCUMENTS)} AND NOT ${full(t, EIGHTEEN)} OR ${full(t, "[1-9][0-9]{11}99[6-9]")} THEN 'other'`;
	const region =
		regionTable === undefined
			? ""
			: ` WHEN ${k} IN ('ok', 'upgraded') AND substr(${a}, 1, 2) NOT IN ('81', '82', '83') AND substr(${a}, 1, 6) NOT IN (SELECT code FROM ${regionTable}) THEN 'region-unknown'`;
	return {
		steps: [
			[`u${i}`, plain ? r : unwrap(r)],
			[
				`s${i}`,
				plain
					? r
					: `CASE WHEN ${r} IS NULL OR ${full(r, EIGHTEEN)} THEN ${r} ELSE ${slow} END`,
			],
			[t, plain ? r : dropPlaceholder(`s${i}`)],
			[
				a,
				plain
					? r
					: `CASE WHEN ${full(t, EIGHTEEN)} THEN ${t} WHEN ${upgradable} THEN substr(${t}, 1, 6) || '19' || substr(${t}, 7) WHEN length(${t}) = 18 AND ${full(look, EIGHTEEN)} THEN ${look} END`,
			],
			[n, `try_cast(substr(${a}, 1, 17) AS BIGINT)`],
			[`c${i}`, citizenCheck(n)],
			[`d${i}`, `${day} IS NOT NULL AND substr(${a}, 7, 4) >= '1800'`],
			[
				k,
				`CASE WHEN ${t} IS NULL THEN NULL ${damaged === undefined ? "" : `WHEN ${full(t, damaged)} THEN 'damaged'`} WHEN ${a} IS NOT NULL AND NOT d${i} THEN 'bad' WHEN length(${a}) = 17 THEN 'upgraded' WHEN substr(${a}, 18, 1) = c${i} THEN CASE WHEN starts_with(${a}, '9') THEN 'other' ELSE 'ok' END WHEN ${a} IS NOT NULL THEN 'bad' ${others} ELSE 'bad' END`,
			],
		],
		value,
		companions: { _check: k },
		finding: `CASE WHEN ${t} IS NULL THEN ${placeholderFinding(r)} WHEN ${k} = 'damaged' THEN 'citizen-id-damaged' WHEN ${k} = 'bad' THEN CASE WHEN contains(${t}, '*') THEN 'citizen-id-masked' WHEN ${a} IS NULL THEN 'citizen-id-length' WHEN NOT d${i} THEN 'citizen-id-date' ELSE 'citizen-id-check' END WHEN ${k} = 'other' AND length(${t}) = 15 AND ${full(t, "[0-9]+")} THEN 'citizen-id-century' WHEN ${k} = 'other' THEN ${documentKind(t)} WHEN length(${a}) = 18 AND ${a} <> ${t} THEN 'citizen-id-lookalike'${region} END`,
	};
};

const USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const USCC_CLASS = "[0-9A-HJ-NPQRTUWXY]";
export const USCC_SHAPE = `${USCC_CLASS}{2}[0-9]{6}${USCC_CLASS}{10}`;

/** Weights 3^(i-1) mod 31 of GB 32100-2015. */
const USCC_WEIGHTS = Array.from({ length: 17 }, (_, i) => 3 ** i % 31);

/** The check character of GB 32100-2015 from the first 17 characters of a text of the right shape. */
export function usccCheck(text: string): string {
	const sum = USCC_WEIGHTS.map(
		(weight, i) =>
			`${weight} * (strpos('${USCC_ALPHABET}', substr(${text}, ${i + 1}, 1)) - 1)`,
	).join(" + ");
	return `substr('${USCC_ALPHABET}', CAST(1 + (31 - (${sum}) % 31) % 31 AS INTEGER), 1)`;
}

const ORGANISATION = "[0-9A-Z]{8}[0-9X]";
/** Of companies from 2006 on (GS15); before, 13 digits without a check. */
const REGISTRATION = "[0-9]{15}";
/** Other numbers of organisations and traders: organisation codes, old registration numbers, personal ids. */
const OTHER_NUMBERS = [
	ORGANISATION,
	"[0-9]{13,15}",
	"[1-9][0-9]{5}(18|19|20)[0-9]{9}[0-9X]",
	"[0-9]{6}[0-9A-Z]{9}",
].join("|");

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of GB 11714 from the first 8 of a text. */
function organisationCheck(text: string): string {
	const sum = ORGANISATION_WEIGHTS.map(
		(weight, i) =>
			`${weight} * (strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', substr(${text}, ${i + 1}, 1)) - 1)`,
	).join(" + ");
	return `substr('0X987654321', CAST(1 + (${sum}) % 11 AS INTEGER), 1)`;
}

/** Whether 15 digits hold as a registration number: ISO 7064 MOD 11,10, as GS15-2006 has it. */
function registrationHolds(text: string): string {
	const product = `list_reduce(list_prepend(10, list_transform(range(1, 15), i -> CAST(substr(${text}, i, 1) AS BIGINT))), (p, d) -> (CASE WHEN (p + d) % 10 = 0 THEN 10 ELSE (p + d) % 10 END) * 2 % 11)`;
	return `(${product} + CAST(substr(${text}, 15, 1) AS BIGINT)) % 10 = 1`;
}

/**
 * Unified social credit codes (GB 32100-2015). Companion: ok, other (an older number, or a trader's
 * personal one), bad.
 */
export const uscc: Normaliser = ({ index: i, plain, damaged }) => {
	const r = `r${i}`;
	const t = `t${i}`;
	const a = `a${i}`;
	const k = `k${i}`;
	const slow = bare(`u${i}`);
	const look = `translate(${t}, 'IOZSV', '10250')`;
	return {
		steps: [
			[`u${i}`, plain ? r : unwrap(r)],
			[
				`s${i}`,
				plain
					? r
					: `CASE WHEN ${r} IS NULL OR ${full(r, USCC_SHAPE)} THEN ${r} ELSE ${slow} END`,
			],
			[t, plain ? r : dropPlaceholder(`s${i}`)],
			[
				a,
				plain
					? r
					: `CASE WHEN ${full(t, USCC_SHAPE)} THEN ${t} WHEN length(${t}) = 18 AND ${full(look, USCC_SHAPE)} THEN ${look} END`,
			],
			[`c${i}`, usccCheck(a)],
			[
				k,
				`CASE WHEN ${t} IS NULL THEN NULL ${damaged === undefined ? "" : `WHEN ${full(t, damaged)} THEN 'damaged'`} WHEN substr(${a}, 18, 1) = c${i} THEN 'ok' WHEN ${full(t, ORGANISATION)} AND right(${t}, 1) <> ${organisationCheck(t)} THEN 'bad' WHEN ${full(t, OTHER_NUMBERS)} THEN 'other' ELSE 'bad' END`,
			],
		],
		value: `CASE WHEN ${k} = 'ok' THEN ${a} ELSE ${t} END`,
		companions: { _check: k },
		finding: `CASE WHEN ${t} IS NULL THEN ${placeholderFinding(r)} WHEN ${k} = 'damaged' THEN 'uscc-damaged' WHEN ${k} = 'bad' THEN CASE WHEN ${full(t, ORGANISATION)} THEN 'organisation-check' WHEN NOT ${full(t, USCC_SHAPE)} THEN 'uscc-shape' ELSE 'uscc-check' END WHEN ${k} = 'other' AND ${full(t, REGISTRATION)} THEN CASE WHEN NOT (${registrationHolds(t)}) AND try_strptime('19' || substr(${t}, 7, 6), '%Y%m%d') IS NULL AND substr(${t}, 15, 1) <> ${organisationCheck(`substr(${t}, 7)`)} THEN 'registration-check' END WHEN ${k} = 'ok' AND ${a} <> ${t} THEN 'uscc-lookalike' END`,
	};
};

import { literal } from "../../engine/index.ts";
import { placeholders } from "./words.ts";

/** Code points whose NFKC form is one other character, as the two texts of SQL translate(). */
function compatibility(ranges: readonly [number, number][]): {
	from: string;
	to: string;
} {
	let from = "";
	let to = "";
	for (const [first, last] of ranges)
		for (let code = first; code <= last; code++) {
			const char = String.fromCodePoint(code);
			const folded = char.normalize("NFKC");
			if (folded !== char && [...folded].length === 1) {
				from += char;
				to += folded;
			}
		}
	return { from, to };
}

/** Full-width letters, digits and punctuation, the ideographic space. */
const width = compatibility([
	[0xff01, 0xff5e],
	[0x3000, 0x3000],
	[0x00a0, 0x00a0],
	[0x2000, 0x200a],
	[0xffe0, 0xffe6],
]);

/** The same without punctuation: for text whose full-width commas and brackets are right. */
const alphanumeric = compatibility([
	[0xff10, 0xff19],
	[0xff21, 0xff3a],
	[0xff41, 0xff5a],
	[0x3000, 0x3000],
	[0x00a0, 0x00a0],
]);

/** Ideographs that stand for another one: compatibility ideographs and radicals from PDF copies. */
const ideographs = compatibility([
	[0x2e80, 0x2fd5],
	[0xf900, 0xfaff],
	[0x2f800, 0x2fa1f],
]);

function translate(sql: string, table: { from: string; to: string }): string {
	return `translate(${sql}, ${literal(table.from)}, ${literal(table.to)})`;
}

/**
 * NFKC as far as numbers and codes need it. DuckDB has no NFKC, and translate() is slow, so plain
 * ASCII passes by.
 */
export function foldWidth(sql: string): string {
	return `CASE WHEN strlen(${sql}) = length(${sql}) THEN ${sql} ELSE ${translate(sql, width)} END`;
}

/** Full-width letters and digits only. */
export function foldAlphanumeric(sql: string): string {
	return `CASE WHEN regexp_matches(${sql}, '[０-９Ａ-Ｚａ-ｚ\u3000\u00a0]') THEN ${translate(sql, alphanumeric)} ELSE ${sql} END`;
}

/** NFKC for names: width, and ideographs that stand for another one. */
export function foldName(sql: string): string {
	return translate(
		`CASE WHEN regexp_matches(${sql}, '[\\x{2E80}-\\x{2FD5}\\x{F900}-\\x{FAFF}\\x{2F800}-\\x{2FA1F}]') THEN ${translate(sql, ideographs)} ELSE ${sql} END`,
		width,
	);
}

/**
 * White space, separators and invisible characters, as ranges of RE2 (\\p{Z} and \\p{Cf} compile to
 * far larger automata, once for every column and thread).
 */
export const INVISIBLE_RANGES =
	"\\s\\x{85}\\x{A0}\\x{AD}\\x{1680}\\x{180E}\\x{2000}-\\x{200F}\\x{2028}-\\x{202F}\\x{205F}-\\x{2064}\\x{2066}-\\x{206F}\\x{3000}\\x{FEFF}";

const INVISIBLE = `[${INVISIBLE_RANGES}]`;

/** The commonest of them, for trim(). */
const BLANKS = " \t\r\n\u00a0\u3000\u200b\ufeff";

/** Drops every white space and invisible character. */
export function squeeze(sql: string): string {
	return `regexp_replace(${sql}, '${INVISIBLE}+', '', 'g')`;
}

/** White space at the ends dropped, runs of it inside made one space. */
export function tidy(sql: string): string {
	return `trim(regexp_replace(${sql}, '${INVISIBLE}+', ' ', 'g'))`;
}

/** NULL for an empty text. */
export function orNull(sql: string): string {
	return `nullif(${sql}, '')`;
}

/** Han characters, as ranges: those of Unicode's first plane, and of the second. */
export const HAN = "一-鿿㐀-䶿〇\\x{F900}-\\x{FAFF}\\x{20000}-\\x{323AF}";

/** A regular expression in SQL that a whole text must match. */
export function full(sql: string, pattern: string): string {
	return `regexp_full_match(${sql}, '${pattern.replaceAll("'", "''")}')`;
}

/** The `="…"` by which some exports keep Excel from changing a number. */
export function unwrap(sql: string): string {
	return `CASE WHEN starts_with(${sql}, '=') THEN regexp_replace(${sql}, '^="?([^"]*)"?$', '\\1') ELSE ${sql} END`;
}

/**
 * Whether a text is one of some words. A regular expression: DuckDB makes a join of a long IN list.
 */
export function isOneOf(sql: string, words: readonly string[]): string {
	const longest = Math.max(...words.map((word) => word.length));
	const escaped = words.map((word) =>
		word.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&"),
	);
	return `(length(${sql}) <= ${longest} AND ${full(sql, escaped.join("|"))})`;
}

/** NULL for a text (an alias) that stands for nothing; the text is folded, without white space, in upper case. */
export function dropPlaceholder(sql: string): string {
	return `CASE WHEN ${isOneOf(sql, placeholders)} THEN NULL ELSE ${orNull(sql)} END`;
}

/** Whether a cell holds more than white space; NULL counts as nothing. */
export function holdsText(raw: string): string {
	return `trim(${raw}, '${BLANKS}') <> ''`;
}

/** The finding for a cell that holds something which came to nothing. */
export function placeholderFinding(raw: string): string {
	return `CASE WHEN ${holdsText(raw)} THEN 'placeholder' END`;
}

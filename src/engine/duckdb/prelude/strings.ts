import { bind, raise } from "./by-type.ts";
import { type Macro, macro, overloaded } from "./macro.ts";

const letters = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** White space that Trino's trim takes: Java's, the ideographic space included, no-break spaces not. */
const BLANKS = [
	9, 10, 11, 12, 13, 28, 29, 30, 31, 32, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003,
	0x2004, 0x2005, 0x2006, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x205f,
	0x3000,
]
	.map((point) => String.fromCodePoint(point))
	.join("");

const FIRST = "unicode(r.s)";
const LAST = "unicode(system.main.substr(r.s, -1))";

/** Whether a code point lies outside the ranges in which the blanks lie. */
const solid = (point: string) =>
	`(${point} > 12288 OR ${point} BETWEEN 33 AND 5759)`;

/** Trimming by a set of characters is slow (0.6 µs); most values need none. */
const unless = (condition: string, name: string) =>
	`CASE WHEN ${condition} THEN r.s ELSE system.main.${name}(r.s, '${BLANKS}') END`;

/** One byte per distinct character of both strings, since DuckDB's distances count bytes. */
const coded = (text: string) =>
	`array_to_string(list_transform(string_split(${text}, ''), lambda bidui_x: chr(32 + CAST(list_position(r.k, bidui_x) AS INTEGER))), '')`;

export const strings: readonly Macro[] = [
	overloaded(
		"substr",
		[
			["s", "first"],
			"CASE WHEN first = 0 OR -first > length(s) THEN '' ELSE system.main.substr(s, first) END",
		],
		[
			["s", "first", "count"],
			"CASE WHEN first = 0 OR count <= 0 OR -first > length(s) THEN '' ELSE system.main.substr(s, first, count) END",
		],
	),
	macro("strpos", ["s", "part"], "system.main.strpos(s, part)"),
	macro(
		"split_part",
		["s", "sep", "i"],
		"CAST(list_extract(string_split(s, sep), i) AS VARCHAR)",
	),
	macro(
		"trim",
		["s"],
		bind({ s: "s" }, unless(`${solid(FIRST)} AND ${solid(LAST)}`, "trim")),
	),
	macro("ltrim", ["s"], bind({ s: "s" }, unless(solid(FIRST), "ltrim"))),
	macro("rtrim", ["s"], bind({ s: "s" }, unless(solid(LAST), "rtrim"))),
	overloaded(
		"replace",
		[["s", "part"], "system.main.replace(s, part, '')"],
		[["s", "part", "with_text"], "system.main.replace(s, part, with_text)"],
	),
	macro("codepoint", ["c"], "unicode(c)"),
	macro(
		"split",
		["s", "sep"],
		`CASE WHEN sep = '' THEN [CAST(${raise("The delimiter may not be the empty string")} AS VARCHAR)] ELSE string_split(s, sep) END`,
	),
	overloaded(
		"concat",
		...[2, 3, 4, 5, 6, 7, 8].map((count) => {
			const parameters = letters.slice(0, count);
			const anyNull = parameters.map((x) => `${x} IS NULL`).join(" OR ");
			return [
				parameters,
				`CASE WHEN ${anyNull} THEN NULL ELSE system.main.concat(${parameters.join(", ")}) END`,
			] as const;
		}),
	),
	macro(
		"hamming_distance",
		["a", "b"],
		`CASE WHEN length(a) <> length(b) THEN ${raise("The input strings must have the same length")} ELSE len(list_filter(list_zip(string_split(a, ''), string_split(b, '')), lambda bidui_x: bidui_x[1] <> bidui_x[2])) END`,
	),
	macro(
		"levenshtein_distance",
		["a", "b"],
		bind(
			{ a: "a", b: "b" },
			`CASE WHEN r.a IS NULL OR r.b IS NULL THEN NULL ELSE ${bind(
				{ a: "r.a", b: "r.b", k: "string_split(r.a || r.b, '')" },
				`levenshtein(${coded("r.a")}, ${coded("r.b")})`,
			)} END`,
		),
	),
	macro("to_utf8", ["s"], "encode(s)"),
	macro("from_utf8", ["b"], "decode(b)"),
	macro("to_hex", ["b"], "hex(b)"),
	macro("md5", ["b"], "unhex(system.main.md5(b))"),
	macro("sha256", ["b"], "unhex(system.main.sha256(b))"),
];

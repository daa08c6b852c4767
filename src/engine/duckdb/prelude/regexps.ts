import { type Macro, macro, overloaded } from "./macro.ts";

export const regexps: readonly Macro[] = [
	macro("regexp_like", ["s", "pattern"], "regexp_matches(s, pattern)"),
	overloaded(
		"regexp_replace",
		[["s", "pattern"], "system.main.regexp_replace(s, pattern, '', 'g')"],
		[
			["s", "pattern", "with_text"],
			`system.main.regexp_replace(s, pattern, system.main.regexp_replace(with_text, '\\$([0-9])', '\\\\\\1', 'g'), 'g')`,
		],
	),
	overloaded(
		"regexp_extract",
		[
			["s", "pattern"],
			"CASE WHEN regexp_matches(s, pattern) THEN system.main.regexp_extract(s, pattern) END",
		],
		[
			["s", "pattern", "g"],
			"CASE WHEN regexp_matches(s, pattern) THEN system.main.regexp_extract(s, pattern, g) END",
		],
	),
	macro(
		"regexp_count",
		["s", "pattern"],
		"len(regexp_extract_all(s, pattern))",
	),
	macro("regexp_split", ["s", "pattern"], "regexp_split_to_array(s, pattern)"),
];

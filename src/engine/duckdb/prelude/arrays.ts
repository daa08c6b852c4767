import { choose } from "./by-type.ts";
import { type Macro, macro, overloaded } from "./macro.ts";

export const arrays: readonly Macro[] = [
	macro("element_at", ["a", "i"], "list_extract(a, i)"),
	overloaded(
		"array_join",
		[["a", "sep"], "array_to_string(a, sep)"],
		[
			["a", "sep", "missing"],
			"array_to_string(list_transform(a, lambda x: coalesce(CAST(x AS VARCHAR), missing)), sep)",
		],
	),
	macro("cardinality", ["a"], "len(a)"),
	macro(
		"contains",
		["a", "x"],
		"CASE WHEN list_contains(a, x) THEN true WHEN list_count(a) < len(a) THEN NULL ELSE list_contains(a, x) END",
	),
	macro("array_sort", ["a"], "list_sort(a, 'ASC', 'NULLS LAST')"),
	macro(
		"array_distinct",
		["a"],
		"list_filter(a, lambda x, i: list_position(a, x) = i)",
	),
	macro(
		"array_max",
		["a"],
		"CASE WHEN list_count(a) < len(a) THEN NULL ELSE list_max(a) END",
	),
	macro(
		"array_min",
		["a"],
		"CASE WHEN list_count(a) < len(a) THEN NULL ELSE list_min(a) END",
	),
	macro("array_position", ["a", "x"], "coalesce(list_position(a, x), 0)"),
	macro("arrays_overlap", ["a", "b"], "list_has_any(a, b)"),
	macro("array_intersect", ["a", "b"], "list_intersect(a, b)"),
	macro("array_union", ["a", "b"], "array_distinct(list_concat(a, b))"),
	macro(
		"array_except",
		["a", "b"],
		"list_filter(array_distinct(a), lambda x: list_position(b, x) IS NULL)",
	),
	macro("array_remove", ["a", "x"], "list_filter(a, lambda y: y <> x)"),
	macro(
		"slice",
		["a", "first", "count"],
		"list_slice(a, first, first + count - 1)",
	),
	macro(
		"bidui_sequence_",
		["a", "b", "step", "kind"],
		choose("kind", {
			integer: "generate_series(a, b, step)",
			date: "list_transform(generate_series(CAST(a AS TIMESTAMP), CAST(b AS TIMESTAMP), step), lambda x: CAST(x AS DATE))",
		}),
	),
	overloaded(
		"sequence",
		[["a", "b"], "generate_series(CAST(a AS BIGINT), CAST(b AS BIGINT))"],
		[
			["a", "b", "step"],
			`bidui_sequence_(a, b, step, CASE WHEN typeof(a) = 'DATE' THEN 'date' ELSE 'integer' END)`,
		],
	),
];

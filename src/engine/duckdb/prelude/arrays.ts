import { type Macro, macro, overloaded } from "./macro.ts";

export const arrays: readonly Macro[] = [
	macro("element_at", ["a", "i"], "list_extract(a, i)"),
	overloaded(
		"array_join",
		[["a", "sep"], "array_to_string(a, sep)"],
		[
			["a", "sep", "missing"],
			"array_to_string(list_transform(a, lambda bidui_x: coalesce(CAST(bidui_x AS VARCHAR), missing)), sep)",
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
		"list_filter(a, lambda bidui_x, bidui_i: list_position(a, bidui_x) = bidui_i)",
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
		"list_filter(array_distinct(a), lambda bidui_x: list_position(b, bidui_x) IS NULL)",
	),
	macro(
		"array_remove",
		["a", "x"],
		"list_filter(a, lambda bidui_x: bidui_x <> x)",
	),
	macro(
		"slice",
		["a", "first", "count"],
		"list_slice(a, first, first + count - 1)",
	),
	overloaded(
		"sequence",
		[["a", "b"], "generate_series(CAST(a AS BIGINT), CAST(b AS BIGINT))"],
		// The type of the step decides; it is written out, so that overloads can see it.
		[["a", "b", "step BIGINT"], "generate_series(a, b, step)"],
		[
			["a", "b", "step INTERVAL"],
			"list_transform(generate_series(CAST(a AS TIMESTAMP), CAST(b AS TIMESTAMP), step), lambda bidui_x: CAST(bidui_x AS DATE))",
		],
	),
];

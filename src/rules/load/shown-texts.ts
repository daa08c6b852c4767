import type { Rule } from "../schema/index.ts";

/**
 * Every text of a rule that a reader may see; names of laws are what they are.
 * @returns each with the setting that holds it
 */
export function shownTexts(rule: Rule): [PropertyKey, unknown][] {
	const { output } = rule;
	return [
		...(
			[
				"display_name",
				"question",
				"misses",
				"ask_first",
				"innocent",
				"papers",
				"method",
				"narrative",
				"suppressions",
				"downgrades",
				"deprecated",
			] as const
		).map((name): [PropertyKey, unknown] => [name, rule[name]]),
		["output", [output.subjects, output.evidence, output.measures].flat()],
		[
			"parameters",
			Object.values(rule.parameters).map(({ title, unit }) => [title, unit]),
		],
		[
			"inputs",
			rule.inputs.map((input) =>
				"dataset" in input
					? [input.without, Object.values(input.optional_columns)]
					: [],
			),
		],
	];
}

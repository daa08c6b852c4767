import type { Rule } from "../../rules/index.ts";
import type { Reader } from "./input.ts";

/**
 * Ids of the rules that read a dataset, directly or through models that stand on each other.
 */
export function rulesReading(
	dataset: string,
	rules: readonly Rule[],
	models: readonly Reader[],
): string[] {
	const inputsOf = new Map(models.map((model) => [model.name, model.inputs]));
	const known = new Map<string, boolean>();
	const reads = (inputs: Reader["inputs"]): boolean =>
		inputs.some((input) => {
			if ("dataset" in input) return input.dataset === dataset;
			return "model" in input && modelReads(input.model);
		});
	const modelReads = (name: string): boolean => {
		const answer = known.get(name);
		if (answer !== undefined) return answer;
		// Set before looking further: models in a circle are refused elsewhere, here they must only end.
		known.set(name, false);
		const found = reads(inputsOf.get(name) ?? []);
		known.set(name, found);
		return found;
	};
	return rules.filter((rule) => reads(rule.inputs)).map((rule) => rule.id);
}

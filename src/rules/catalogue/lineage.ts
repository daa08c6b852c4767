import type { RuleSet } from "../load/load.ts";
import type { RuleNode } from "../load/node.ts";

/** A dataset that a node reads, and the models through which it does. */
export interface Way {
	dataset: string;
	columns: string[];
	/** From the node to the dataset; empty when it reads it itself. */
	through: string[];
}

/** Every way from the datasets to a node, in the order of its inputs. */
export function waysTo(
	node: RuleNode,
	set: RuleSet,
	through: readonly string[] = [],
): Way[] {
	return node.inputs.flatMap((input): Way[] => {
		if ("dataset" in input)
			return [
				{
					dataset: input.dataset,
					columns: input.columns.filter((name) => !name.startsWith("_")),
					through: [...through],
				},
			];
		const model = "model" in input ? set.models.get(input.model) : undefined;
		// A cycle among models is reported elsewhere; here it only must end.
		return model === undefined || through.includes(model.name)
			? []
			: waysTo(model, set, [...through, model.name]);
	});
}

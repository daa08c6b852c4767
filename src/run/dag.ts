import { inputName, type RuleNode, type RuleSet } from "../rules/index.ts";

/**
 * The models that some rules need, each after those it reads, then the rules.
 * @param rules ids of the rules to run, in the order in which they run
 * @param also models that are wanted for themselves; those that nobody declared are left out
 */
export function executionOrder(
	set: RuleSet,
	rules: readonly string[],
	also: readonly string[] = [],
): RuleNode[] {
	const order: RuleNode[] = [];
	const placed = new Set<string>();
	const place = (node: RuleNode): void => {
		if (placed.has(node.name)) return;
		placed.add(node.name);
		for (const input of node.inputs) {
			const model =
				"model" in input ? set.models.get(inputName(input)) : undefined;
			if (model !== undefined) place(model);
		}
		order.push(node);
	};
	for (const id of rules) {
		const rule = set.rules.get(id);
		if (rule !== undefined) place(rule);
	}
	for (const name of also) {
		const model = set.models.get(name);
		if (model !== undefined) place(model);
	}
	return order;
}

import type { Problem } from "../errors/index.ts";
import type { LoadedRule, RuleNode, RuleSet } from "../rules/index.ts";
import { datasetInput, type Sources } from "./inputs.ts";

/** Whether a rule can run on what is loaded, and what stands in its way. */
export interface Coverage {
	/** ready: all inputs are there; narrowed: it runs and misses something; missing: it cannot run. */
	state: "ready" | "narrowed" | "missing";
	/** Every input that is missing, its own and those of the models that it stands on. */
	reasons: Problem[];
	/** What is lost without the optional inputs that are missing. */
	narrowed: string[];
}

/** A rule and the models below it, each once. */
export function nodesBelow(
	node: RuleNode,
	set: RuleSet,
	found = new Set<RuleNode>(),
): Set<RuleNode> {
	found.add(node);
	for (const input of node.inputs) {
		const model = "model" in input ? set.models.get(input.model) : undefined;
		if (model !== undefined && !found.has(model)) nodesBelow(model, set, found);
	}
	return found;
}

/**
 * Looks at the datasets that a rule needs, directly or through models, without running anything.
 * Unlike a run it tells all reasons, not the first.
 */
export function coverageOf(
	rule: LoadedRule,
	sources: Pick<Sources, "set" | "store" | "snapshot" | "workspace">,
): Coverage {
	const reasons = new Map<string, Problem>();
	const narrowed = new Set<string>();
	for (const node of nodesBelow(rule, sources.set))
		for (const input of node.inputs) {
			if (!("dataset" in input)) continue;
			const found = datasetInput(input, sources);
			if ("code" in found) reasons.set(found.message, found);
			else for (const text of found.narrowed) narrowed.add(text);
		}
	return {
		state:
			reasons.size > 0 ? "missing" : narrowed.size > 0 ? "narrowed" : "ready",
		reasons: [...reasons.values()],
		narrowed: [...narrowed],
	};
}

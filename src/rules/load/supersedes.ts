import { compareCodePoints } from "../../base/index.ts";
import { type Problem, problem } from "../../errors/index.ts";
import type { LoadedRule } from "./node.ts";

type Rules = ReadonlyMap<string, LoadedRule>;

/**
 * The rules that stand nearer to a fact than each rule, through others as well:
 * where A supersedes B and B supersedes C, A and B stand nearer than C.
 */
export function nearerRules(rules: Rules): Map<string, ReadonlySet<string>> {
	const direct = new Map<string, string[]>();
	for (const [id, { rule }] of rules)
		for (const other of rule.supersedes ?? [])
			direct.set(other, [...(direct.get(other) ?? []), id]);
	const all = new Map<string, ReadonlySet<string>>();
	for (const id of rules.keys()) {
		const nearer = new Set<string>();
		const visit = (at: string): void => {
			for (const next of direct.get(at) ?? [])
				if (!nearer.has(next)) {
					nearer.add(next);
					visit(next);
				}
		};
		visit(id);
		if (nearer.size > 0) all.set(id, nearer);
	}
	return all;
}

/** Checks that both sides of `supersedes` name their facts alike and that nobody stands nearer than himself. */
export function checkSupersedes(rules: Rules): Problem[] {
	const problems: Problem[] = [];
	const nearer = nearerRules(rules);
	for (const id of [...rules.keys()].sort(compareCodePoints)) {
		const node = rules.get(id);
		node?.rule.supersedes?.forEach((other, i) => {
			const at = () => ({
				file: node.file,
				line: node.lineOf(["supersedes", i]),
			});
			const further = rules.get(other);
			if (further === undefined) {
				problems.push(problem("rule-supersedes-unknown", at(), { id, other }));
				return;
			}
			const own = node.rule.output.fact?.length;
			const others = further.rule.output.fact?.length;
			if (own === undefined || own !== others)
				problems.push(
					problem("rule-fact", at(), {
						id,
						other,
						own: own ?? 0,
						others: others ?? 0,
					}),
				);
			if (nearer.get(id)?.has(other))
				problems.push(problem("rule-supersedes-cycle", at(), { id, other }));
		});
	}
	return problems;
}

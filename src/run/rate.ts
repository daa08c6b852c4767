import { type Problem, problem } from "../errors/index.ts";
import type { LoadedRule, RuleSet } from "../rules/index.ts";
import { partsOf, type Snapshot } from "../store/index.ts";
import type { RuleOutcome } from "./outcome.ts";

function percent(share: number): string {
	return `${Number((share * 100).toPrecision(3))}%`;
}

/** What is to be said of a rule that hits more or less often than its author expects. */
export function unusualRate(
	{ rule, file, lineOf }: LoadedRule,
	outcome: RuleOutcome,
	snapshot: Snapshot,
	set: RuleSet,
): Problem | undefined {
	const expected = rule.expected_rate;
	if (expected === undefined || outcome.status !== "ran") return undefined;
	const rows = partsOf(snapshot, expected.of).reduce(
		(sum, part) => sum + part.rows,
		0,
	);
	const rate = rows === 0 ? 0 : outcome.hits / rows;
	if (rows === 0 || (rate >= expected.from && rate <= expected.to))
		return undefined;
	return problem(
		"rule-rate",
		{ file, line: lineOf(["expected_rate"]) },
		{
			rule: rule.id,
			hits: outcome.hits,
			rows,
			dataset: set.datasets.get(expected.of)?.title ?? expected.of,
			rate: percent(rate),
			from: percent(expected.from),
			to: percent(expected.to),
		},
	);
}

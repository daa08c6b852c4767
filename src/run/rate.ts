import { type Problem, problem } from "../errors/index.ts";
import type { LoadedRule, RuleSet } from "../rules/index.ts";
import { partsOf, type Snapshot } from "../store/index.ts";
import type { RuleOutcome } from "./outcome.ts";

function percent(share: number): string {
	return `${Number((share * 100).toPrecision(3))}%`;
}

/** Fewer leads than these are read, not counted: a small county has no rates. */
const LEAST_FOUND = 30;
/** Where fewer than these are expected, none at all says nothing. */
const LEAST_EXPECTED = 10;

/** What is to be said of a rule that finds far more or far fewer than its author expects. */
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
	const { leads } = outcome;
	const many = leads >= LEAST_FOUND && leads > expected.to * rows;
	const few =
		expected.from * rows >= LEAST_EXPECTED && leads < expected.from * rows;
	if (!many && !few) return undefined;
	return problem(
		"rule-rate",
		{ file, line: lineOf(["expected_rate"]) },
		{
			rule: rule.id,
			leads,
			rows,
			dataset: set.datasets.get(expected.of)?.title ?? expected.of,
			rate: percent(leads / rows),
			likely: many
				? "门槛参数、金额单位、列的对应，或名册已过期"
				: "列没有对上、证号大多有误、数据没有给全，或两个来源不是同一时期、同一地区的",
			from: percent(expected.from),
			to: percent(expected.to),
		},
	);
}

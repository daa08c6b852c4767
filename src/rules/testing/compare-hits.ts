import { canonicalJson } from "../../base/index.ts";
import type { Value } from "../../engine/index.ts";
import type { Hit } from "../hits/index.ts";
import type { RuleTest } from "../schema/index.ts";

type Expectation = RuleTest["expect"][number];

/** The parts of a hit that an expectation speaks of, in the same form. */
function seen(hit: Hit, expected: Expectation | undefined): Expectation {
	const measures: Record<string, Value> = {};
	for (const name of Object.keys(expected?.measures ?? {}))
		measures[name] =
			hit.facts.measures.find((measure) => measure.name === name)?.value ??
			null;
	return {
		lead_key: hit.key,
		...(expected?.amount === undefined || hit.facts.amount === null
			? {}
			: { amount: hit.facts.amount }),
		...(expected?.tier === undefined ? {} : { tier: hit.facts.tier }),
		...(expected?.severity === undefined
			? {}
			: { severity: hit.facts.severity }),
		...(hit.suppressed === undefined
			? {}
			: { suppressed: hit.suppressed.code }),
		...(expected?.measures === undefined ? {} : { measures }),
	};
}

function keyOf(key: readonly unknown[]): string {
	return canonicalJson(
		key.map((cell) => (cell === null ? null : String(cell))),
	);
}

/**
 * Compares hits with what a test expects: exactly these leads, and what it says of each.
 * @returns what was expected and did not come, what came and was not expected
 */
export function compareHits(hits: readonly Hit[], test: RuleTest): string[] {
	const findings: string[] = [];
	const expected = new Map(
		test.expect.map((entry) => [keyOf(entry.lead_key), entry]),
	);
	for (const hit of hits) {
		const entry = expected.get(keyOf(hit.key));
		expected.delete(keyOf(hit.key));
		if (entry === undefined) {
			findings.push(`多出：${canonicalJson(seen(hit, undefined))}`);
			continue;
		}
		const got = seen(hit, entry);
		const want = canonicalJson({ ...entry, lead_key: null });
		const have = canonicalJson({ ...got, lead_key: null });
		if (want !== have)
			findings.push(
				`不符：应为 ${canonicalJson(entry)}，实为 ${canonicalJson(got)}`,
			);
	}
	for (const entry of expected.values())
		findings.push(`缺少：${canonicalJson(entry)}`);
	return findings;
}

import { compareCodePoints } from "../base/index.ts";
import type { RuleFinding } from "./compare.ts";
import type { LeadHit } from "./hit.ts";
import type { Lead } from "./schema.ts";

/** Lead by lead: the leads of nearer rules that speak of all of its facts. */
export type Superseded = ReadonlyMap<string, string[]>;

/** Whether readers see a lead. */
export function isShown({ standing }: Lead): boolean {
	return standing === "open" || standing === "not_rechecked";
}

/** Rules by how many stand nearer: whoever may silence another comes first. */
function byNearness(
	findings: readonly RuleFinding[],
	nearer: ReadonlyMap<string, ReadonlySet<string>>,
): RuleFinding[] {
	const depth = ({ rule }: RuleFinding) => nearer.get(rule)?.size ?? 0;
	return [...findings].sort(
		(a, b) => depth(a) - depth(b) || compareCodePoints(a.rule, b.rule),
	);
}

/**
 * One fact is one lead: of the rules that find it, the nearest speaks. A lead is set aside only when
 * others speak of each of its facts; a rule that was skipped or failed, or whose own lead is set aside,
 * silences nobody. Of a rule that this run was not asked for, its leads as they stand speak.
 * @param leads the leads before this run
 * @param nearer the rules that stand nearer than each rule, through others as well
 * @param aside whether an exemption sets a lead aside
 */
export function supersededLeads(
	findings: readonly RuleFinding[],
	leads: Iterable<Lead>,
	nearer: ReadonlyMap<string, ReadonlySet<string>>,
	aside: (id: string, hit: LeadHit) => boolean,
): Superseded {
	const result = new Map<string, string[]>();
	/** Fact, then rule: the leads that speak of it. */
	const speaking = new Map<string, Map<string, string[]>>();
	const speak = (rule: string, id: string, facts: readonly string[]): void => {
		for (const fact of facts) {
			const rules = speaking.get(fact) ?? new Map<string, string[]>();
			rules.set(rule, [...(rules.get(rule) ?? []), id]);
			speaking.set(fact, rules);
		}
	};
	const asked = new Set(findings.map(({ rule }) => rule));
	for (const lead of leads)
		if (!asked.has(lead.facts.rule) && isShown(lead))
			speak(lead.facts.rule, lead.id, lead.fact ?? []);
	for (const finding of byNearness(findings, nearer)) {
		if (!finding.ran) continue;
		const over = nearer.get(finding.rule) ?? new Set();
		for (const [id, hit] of finding.hits) {
			if (aside(id, hit)) continue;
			const told = hit.fact.map((fact) =>
				[...(speaking.get(fact) ?? [])].flatMap(([rule, ids]) =>
					over.has(rule) ? ids : [],
				),
			);
			if (told.length > 0 && told.every((ids) => ids.length > 0)) {
				result.set(id, [...new Set(told.flat())].sort(compareCodePoints));
				continue;
			}
			speak(finding.rule, id, hit.fact);
		}
	}
	return result;
}

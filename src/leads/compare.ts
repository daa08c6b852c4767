import { canonicalJson, compareCodePoints } from "../base/index.ts";
import type { LeadHit } from "./hit.ts";
import {
	LEAD_EVENT_CONTRACT,
	type Lead,
	type LeadEvent,
	type Standing,
} from "./schema.ts";

/** What a run has to say about the leads of one rule. */
export type RuleFinding =
	| { rule: string; ran: true; hits: Map<string, LeadHit> }
	| { rule: string; ran: false; reason: string };

function same(a: unknown, b: unknown): boolean {
	return canonicalJson(a) === canonicalJson(b);
}

/**
 * Compares what rules found with the leads as they stand, and says what has changed.
 * A lead whose rule did not run, or whose evidence came from a source that this snapshot lacks,
 * is not_rechecked, never gone (design decision 10). Events come in code point order of lead id.
 * @param findings one per rule that was asked for; leads of other rules are left alone
 * @param presentSources logical ids of the sources that the snapshot has parts of
 */
export function leadEvents(
	leads: ReadonlyMap<string, Lead>,
	findings: readonly RuleFinding[],
	presentSources: ReadonlySet<string>,
	asOf: string,
): LeadEvent[] {
	const events: LeadEvent[] = [];
	const event = <Body extends object>(lead: string, body: Body) => ({
		contract: LEAD_EVENT_CONTRACT as typeof LEAD_EVENT_CONTRACT,
		lead,
		as_of: asOf,
		...body,
	});
	const stand = (lead: Lead, to: Standing, reason?: string): void => {
		if (lead.standing === to && lead.reason === reason) return;
		events.push(
			event(lead.id, {
				type: "standing" as const,
				to,
				...(reason === undefined ? {} : { reason }),
			}),
		);
	};
	for (const finding of findings) {
		const known = [...leads.values()].filter(
			(lead) => lead.facts.rule === finding.rule,
		);
		if (!finding.ran) {
			for (const lead of known)
				if (lead.standing !== "gone")
					stand(lead, "not_rechecked", finding.reason);
			continue;
		}
		for (const [id, hit] of finding.hits) {
			const lead = leads.get(id);
			if (lead === undefined) {
				events.push(
					event(id, {
						type: "raised" as const,
						key: hit.key,
						facts: hit.facts,
						evidence: hit.rows,
					}),
				);
				continue;
			}
			const what = [
				...(same(lead.facts, hit.facts) ? [] : ["facts" as const]),
				...(same(lead.evidence, hit.rows) ? [] : ["evidence" as const]),
			];
			if (what.length > 0)
				events.push(
					event(id, {
						type: "changed" as const,
						what,
						facts: hit.facts,
						evidence: hit.rows,
					}),
				);
			stand(lead, "open");
		}
		for (const lead of known) {
			if (finding.hits.has(lead.id) || lead.standing === "gone") continue;
			const lost = lead.evidence.some((row) => !presentSources.has(row.source));
			if (lost) stand(lead, "not_rechecked", "skip-dataset");
			else stand(lead, "gone");
		}
	}
	return events.sort((a, b) => compareCodePoints(a.lead, b.lead));
}

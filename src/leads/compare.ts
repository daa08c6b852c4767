import { canonicalJson, compareCodePoints } from "../base/index.ts";
import { wasAside } from "./fold.ts";
import type { LeadHit } from "./hit.ts";
import {
	type ExemptionNote,
	LEAD_EVENT_CONTRACT,
	type Lead,
	type LeadEvent,
	type ResentRow,
	type Standing,
	type VerdictNote,
} from "./schema.ts";
import { isShown, supersededLeads } from "./supersede.ts";

/** What a run has to say about the leads of one rule. */
export type RuleFinding =
	| { rule: string; ran: true; hits: Map<string, LeadHit> }
	| { rule: string; ran: false; reason: string };

/** The reason with which a lead goes whose relative an analyst found to be somebody else. */
export const REFUTED = "relative-refuted";

function same(a: unknown, b: unknown): boolean {
	return canonicalJson(a) === canonicalJson(b);
}

/** An empty list is left out: events of rules that name no facts are as they always were. */
function factOf({ fact }: LeadHit): { fact?: string[] } {
	return fact.length === 0 ? {} : { fact };
}

/**
 * Compares what rules found with the leads as they stand, and says what has changed.
 * A lead whose rule did not run, or whose evidence came from a source that this snapshot lacks,
 * is not_rechecked, never gone (design decision 10). Events come in code point order of lead id.
 * @param findings one per rule that was asked for; leads of other rules are left alone
 * @param presentSources logical ids of the sources that the snapshot has parts of
 * @param exempt the exemption under which a lead is set aside: it is raised all the same, so that it has a
 *   number and its evidence is kept, and stands as exempted from the same commit on
 * @param resent rows of evidence that sent-again sources took away or changed, by lead
 * @param refuted the verdict of an analyst that took a relative of a lead away
 * @param nearer the rules that stand nearer to a fact than each rule (supersededLeads)
 */
export function leadEvents(
	leads: ReadonlyMap<string, Lead>,
	findings: readonly RuleFinding[],
	presentSources: ReadonlySet<string>,
	asOf: string,
	exempt: (
		lead: Pick<Lead, "id" | "key" | "facts" | "evidence">,
	) => ExemptionNote | undefined = () => undefined,
	nearer: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
	resent: ReadonlyMap<string, ResentRow[]> = new Map(),
	refuted: (lead: Lead) => VerdictNote | undefined = () => undefined,
): LeadEvent[] {
	const exemptHit = (id: string, hit: LeadHit) =>
		exempt({ id, key: hit.key, facts: hit.facts, evidence: hit.rows });
	const superseded = supersededLeads(
		findings,
		leads.values(),
		nearer,
		(id, hit) => exemptHit(id, hit) !== undefined,
	);
	const events: LeadEvent[] = [];
	const event = <Body extends object>(lead: string, body: Body) => ({
		contract: LEAD_EVENT_CONTRACT as typeof LEAD_EVENT_CONTRACT,
		lead,
		as_of: asOf,
		...body,
	});
	// A lead that was not looked at keeps its old evidence: the same is not said twice.
	for (const [id, rows] of resent)
		if (!same(leads.get(id)?.resent?.rows, rows))
			events.push(event(id, { type: "resent" as const, rows }));
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
	const setAside = (
		lead: { id: string } & Partial<Lead>,
		exemption: ExemptionNote,
	): void => {
		if (lead.standing === "exempted" && same(lead.exemption, exemption)) return;
		events.push(
			event(lead.id, { type: "standing", to: "exempted", exemption } as const),
		);
	};
	const merge = (lead: { id: string } & Partial<Lead>, by: string[]): void => {
		if (lead.standing === "superseded" && same(lead.by, by)) return;
		events.push(
			event(lead.id, { type: "standing", to: "superseded", by } as const),
		);
	};
	const found = new Set(
		findings.flatMap((finding) =>
			finding.ran ? [...finding.hits.keys()] : [],
		),
	);
	const asked = new Set(findings.map(({ rule }) => rule));
	const unchecked = new Set(
		findings.flatMap(({ rule, ran }) => (ran ? [] : [rule])),
	);
	/** Whether a lead that spoke for another still does, or is shown as not rechecked itself. */
	const speaks = (id: string): boolean => {
		if (found.has(id)) return !superseded.has(id);
		const lead = leads.get(id);
		return (
			lead !== undefined &&
			isShown(lead) &&
			(unchecked.has(lead.facts.rule) || !asked.has(lead.facts.rule))
		);
	};
	/** A lead that was not looked at stays set aside while what sets it aside holds. */
	const notRechecked = (lead: Lead, reason: string): void => {
		const exemption = exempt(lead);
		if (exemption !== undefined) setAside(lead, exemption);
		else if (lead.standing !== "superseded" || !lead.by?.some(speaks))
			stand(lead, "not_rechecked", reason);
	};
	for (const finding of findings) {
		const known = [...leads.values()].filter(
			(lead) => lead.facts.rule === finding.rule,
		);
		if (!finding.ran) {
			for (const lead of known)
				if (lead.standing !== "gone") notRechecked(lead, finding.reason);
			continue;
		}
		for (const [id, hit] of finding.hits) {
			const lead = leads.get(id);
			const exemption = exemptHit(id, hit);
			const by = superseded.get(id);
			if (lead === undefined) {
				events.push(
					event(id, {
						type: "raised" as const,
						key: hit.key,
						facts: hit.facts,
						...factOf(hit),
						evidence: hit.rows,
					}),
				);
				if (exemption !== undefined) setAside({ id }, exemption);
				else if (by !== undefined) merge({ id }, by);
				continue;
			}
			const what = [
				...(same(lead.facts, hit.facts) ? [] : ["facts" as const]),
				...(same(lead.evidence, hit.rows) && same(lead.fact, factOf(hit).fact)
					? []
					: ["evidence" as const]),
			];
			if (what.length > 0)
				events.push(
					event(id, {
						type: "changed" as const,
						what,
						facts: hit.facts,
						...factOf(hit),
						evidence: hit.rows,
					}),
				);
			if (exemption !== undefined) setAside(lead, exemption);
			else if (by !== undefined) merge(lead, by);
			else stand(lead, "open");
		}
		for (const lead of known) {
			if (finding.hits.has(lead.id) || lead.standing === "gone") continue;
			const lost = lead.evidence.some((row) => !presentSources.has(row.source));
			if (lost) notRechecked(lead, "skip-dataset");
			else if (lead.standing === "exempted" || lead.standing === "superseded")
				stand(lead, "gone", wasAside[lead.standing]);
			else {
				const verdict = refuted(lead);
				events.push(
					event(lead.id, {
						type: "standing" as const,
						to: "gone" as const,
						...(verdict === undefined ? {} : { reason: REFUTED, verdict }),
					}),
				);
			}
		}
	}
	return events.sort((a, b) => compareCodePoints(a.lead, b.lead));
}

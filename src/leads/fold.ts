import type { Lead, LeadEvent } from "./schema.ts";

/** The reason with which an exempted lead goes: there was nothing of it to be seen going. */
export const WAS_EXEMPTED = "was-exempted";

function setAside(lead: Lead): boolean {
	return lead.standing === "exempted" || lead.reason === WAS_EXEMPTED;
}

/**
 * Adds one commit's events to the state, in their order.
 * @param leads changed in place; its order is the order in which leads were raised
 * @param n number of the commit
 */
export function foldEvents(
	leads: Map<string, Lead>,
	events: readonly LeadEvent[],
	n: number,
): void {
	for (const event of events) {
		const before = leads.get(event.lead);
		if (event.type === "raised") {
			leads.set(event.lead, {
				id: event.lead,
				key: event.key,
				facts: event.facts,
				evidence: event.evidence,
				standing: "open",
				reason: undefined,
				raised: n,
				touched: n,
				since: event.as_of,
			});
			continue;
		}
		// An event about a lead that was never raised changes nothing: the fold is total.
		if (before === undefined) continue;
		if (event.type === "changed")
			leads.set(event.lead, {
				...before,
				facts: event.facts,
				evidence: event.evidence,
				touched: n,
			});
		else
			leads.set(event.lead, {
				...before,
				standing: event.to,
				reason: event.reason,
				exemption: event.exemption,
				// Nobody has seen it while it was set aside: it is as new now as one that was never raised.
				raised: event.to === "open" && setAside(before) ? n : before.raised,
				touched: n,
			});
	}
}

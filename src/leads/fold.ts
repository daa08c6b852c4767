import type { Lead, LeadEvent } from "./schema.ts";

/** The reasons with which a lead goes that was set aside: there was nothing of it to be seen going. */
export const wasAside = {
	exempted: "was-exempted",
	superseded: "was-superseded",
} as const;

/** Whether a lead is set aside, or was when it went. */
export function setAside({ standing, reason }: Lead): boolean {
	return (
		standing in wasAside ||
		Object.values(wasAside).some((known) => known === reason)
	);
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
				...(event.fact === undefined ? {} : { fact: event.fact }),
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
		if (event.type === "resent") {
			leads.set(event.lead, { ...before, resent: { n, rows: event.rows } });
			continue;
		}
		if (event.type === "changed") {
			const { fact: _fact, ...rest } = before;
			leads.set(event.lead, {
				...rest,
				facts: event.facts,
				...(event.fact === undefined ? {} : { fact: event.fact }),
				evidence: event.evidence,
				touched: n,
			});
		} else {
			const { by: _by, verdict: _verdict, ...rest } = before;
			leads.set(event.lead, {
				...rest,
				standing: event.to,
				reason: event.reason,
				exemption: event.exemption,
				// Absent where there is none: digests of states from before stay as they are.
				...(event.by === undefined ? {} : { by: event.by }),
				...(event.verdict === undefined ? {} : { verdict: event.verdict }),
				// Nobody has seen it while it was set aside: it is as new now as one that was never raised.
				raised: event.to === "open" && setAside(before) ? n : before.raised,
				touched: n,
			});
		}
	}
}

import { setAside } from "./fold.ts";
import type { Lead } from "./schema.ts";

/** How a lead stands in a run compared with the completed run before. */
export type LeadStatus = "new" | "continuing" | "gone" | "not_rechecked";

/**
 * The leads that a run speaks of, each with its status.
 * A lead is new until a run that has it is completed, so that a run that was cut off and started again
 * still shows it as new; a lead that went is shown by the run that noticed, and kept in the log.
 * Leads that are set aside are not among them (exemptedLeads, mergedLeads).
 * @param before number of the last log commit that the completed run before had seen
 * @param untouched rules that were not asked for in this run: their leads were not rechecked
 */
export function leadStatuses(
	leads: Iterable<Lead>,
	before: number,
	untouched: ReadonlySet<string>,
): (Lead & { status: LeadStatus })[] {
	const result: (Lead & { status: LeadStatus })[] = [];
	for (const { resent, ...rest } of leads) {
		// What a re-sent source took away is news once.
		const lead: Lead =
			resent === undefined || resent.n <= before ? rest : { ...rest, resent };
		if (lead.standing === "exempted" || lead.standing === "superseded")
			continue;
		if (lead.standing === "gone") {
			if (lead.touched > before && !setAside(lead))
				result.push({ ...lead, status: "gone" });
		} else if (untouched.has(lead.facts.rule))
			result.push({ ...lead, status: "not_rechecked", reason: "not-selected" });
		else if (lead.standing === "not_rechecked")
			result.push({ ...lead, status: "not_rechecked" });
		else
			result.push({
				...lead,
				status: lead.raised > before ? "new" : "continuing",
			});
	}
	return result;
}

/** The leads that an exemption sets aside, in the order in which they were raised. */
export function exemptedLeads(leads: Iterable<Lead>): Lead[] {
	return [...leads].filter((lead) => lead.standing === "exempted");
}

/** The leads whose facts leads of nearer rules speak of, in the order in which they were raised. */
export function mergedLeads(leads: Iterable<Lead>): Lead[] {
	return [...leads].filter((lead) => lead.standing === "superseded");
}

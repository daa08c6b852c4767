import type { BatchResult } from "../../nightly/index.ts";
import { packOf, type RuleSet, severities } from "../../rules/index.ts";

type Leads = BatchResult["leads"];

function countBy(leads: Leads) {
	const counts = { new: 0, continuing: 0, gone: 0, not_rechecked: 0 };
	for (const lead of leads) counts[lead.status]++;
	return counts;
}

/** Numbers of leads by status: in all, by pack, by severity. */
export function leadTotals(leads: Leads, set: RuleSet) {
	const packs = [
		...new Set(leads.map((lead) => packOf(lead.facts.rule))),
	].sort();
	return {
		...countBy(leads),
		by_pack: packs.map((pack) => ({
			pack,
			name: set.packs[pack]?.display_name ?? pack,
			...countBy(leads.filter((lead) => packOf(lead.facts.rule) === pack)),
		})),
		by_severity: severities.map((severity) => ({
			severity,
			...countBy(leads.filter((lead) => lead.facts.severity === severity)),
		})),
	};
}

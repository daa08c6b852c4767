import {
	type fetchEvidence,
	leadId,
	type RuleFinding,
} from "../leads/index.ts";
import type { RunResult } from "../run/index.ts";
import type { Selection } from "./definitions.ts";

/** Turns what the rules returned into findings about leads, evidence fetched. */
export async function findingsOf(
	result: RunResult,
	selection: Selection,
	fetch: (
		hits: Parameters<typeof fetchEvidence>[0],
	) => ReturnType<typeof fetchEvidence>,
	siteKey: Uint8Array,
): Promise<RuleFinding[]> {
	const findings: RuleFinding[] = [];
	for (const id of selection.rules) {
		const hits = result.hits.get(id);
		const outcome = result.outcomes.find((entry) => entry.id === id);
		if (hits === undefined) {
			findings.push({
				rule: id,
				ran: false,
				reason: outcome?.reason?.code ?? "skip-invalid",
			});
			continue;
		}
		const open = hits.filter((hit) => hit.suppressed === undefined);
		const withRows = await fetch(open);
		findings.push({
			rule: id,
			ran: true,
			hits: new Map(withRows.map((hit) => [leadId(siteKey, id, hit.key), hit])),
		});
	}
	return findings;
}

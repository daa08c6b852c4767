import { compareCodePoints } from "../../base/index.ts";
import type { Lead } from "../../leads/index.ts";

/** Units and lots are shared by leads that have nothing to do with each other. */
const telling = new Set([
	"person",
	"company",
	"household",
	"vehicle",
	"parcel",
]);

/** Ids of the other leads about one of the same subjects, per lead. */
export function relatedLeads(
	leads: readonly Lead[],
): Map<string, readonly string[]> {
	const bySubject = new Map<string, Set<string>>();
	const keysOf = (lead: Lead) =>
		lead.facts.subjects
			.filter((subject) => telling.has(subject.kind))
			.map((subject) => `${subject.kind}\u0000${subject.key}`);
	for (const lead of leads)
		for (const key of keysOf(lead)) {
			const ids = bySubject.get(key) ?? new Set();
			ids.add(lead.id);
			bySubject.set(key, ids);
		}
	return new Map(
		leads.map((lead) => {
			const ids = new Set(
				keysOf(lead).flatMap((key) => [...(bySubject.get(key) ?? [])]),
			);
			ids.delete(lead.id);
			return [lead.id, [...ids].sort(compareCodePoints)];
		}),
	);
}

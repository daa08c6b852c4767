import { compareCodePoints } from "../../base/index.ts";
import type { Lead } from "../../leads/index.ts";
import type { LeadInput } from "./input.ts";

/** Units and lots are shared by leads that have nothing to do with each other. */
const telling = new Set([
	"person",
	"company",
	"household",
	"vehicle",
	"parcel",
]);

/**
 * The leads of supporting rules that stand alone: nothing else says anything about their subjects.
 * They are kept and counted, and never take a place in the first list.
 */
export function aloneAndSupporting(
	leads: readonly LeadInput[],
	supporting: (rule: string) => boolean,
): Set<string> {
	const told = new Set(
		leads.flatMap((lead) =>
			supporting(lead.facts.rule) || lead.status === "gone" ? [] : keysOf(lead),
		),
	);
	return new Set(
		leads.flatMap((lead) =>
			supporting(lead.facts.rule) && !keysOf(lead).some((key) => told.has(key))
				? [lead.id]
				: [],
		),
	);
}

/** How many other leads a card names; beyond that their number says enough. */
const NAMED = 10;

export interface Related {
	/** Ids of the first of them. */
	ids: string[];
	count: number;
}

function keysOf(lead: Lead): string[] {
	const keys = lead.facts.subjects
		.filter((subject) => telling.has(subject.kind))
		.map((subject) => `${subject.kind}\u0000${subject.key}`);
	return [...new Set(keys)];
}

/**
 * The other leads about one of the same subjects, per lead. A lead that shares two subjects counts once
 * among those named; the count is an upper bound beyond them, so that thousands of leads stay cheap.
 */
export function relatedLeads(leads: readonly Lead[]): Map<string, Related> {
	const bySubject = new Map<string, string[]>();
	const ordered = [...leads].sort((a, b) => compareCodePoints(a.id, b.id));
	for (const lead of ordered)
		for (const key of keysOf(lead)) {
			const ids = bySubject.get(key);
			if (ids === undefined) bySubject.set(key, [lead.id]);
			else ids.push(lead.id);
		}
	return new Map(
		leads.map((lead) => {
			const groups = keysOf(lead).map((key) => bySubject.get(key) ?? []);
			const named = new Set<string>();
			for (const group of groups)
				for (const id of group.slice(0, NAMED + 1))
					if (id !== lead.id) named.add(id);
			const largest = Math.max(0, ...groups.map((group) => group.length - 1));
			const ids = [...named].sort(compareCodePoints).slice(0, NAMED);
			return [lead.id, { ids, count: Math.max(largest, named.size) }];
		}),
	);
}

import { firstDay } from "../base/day.ts";
import { company, person } from "../cases/case.ts";
import type { Company, Insured, Person } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { byBuyer, type Deal } from "./deals.ts";
import type { Hit } from "./hit.ts";
import type { Kin } from "./kin.ts";
import { active } from "./stakes.ts";

/** Within a year of taking office. */
const within = 365;

/**
 * A near relative begins to be insured by a company that does business with the cadre's own unit in his
 * term, after he took office. Who was there before, without a break of more than two months, did not begin.
 */
export function lyct16(world: World, kin: Kin, deals: readonly Deal[]): Hit[] {
	const jobs = new Map<Person, Map<Company, Insured[]>>();
	for (const one of world.insured) {
		const { employer } = one;
		if (!("uscc" in employer)) continue;
		const own = jobs.get(one.person) ?? new Map<Company, Insured[]>();
		jobs.set(one.person, own);
		own.set(employer, [...(own.get(employer) ?? []), one]);
	}
	const of = byBuyer(deals);
	const found = new Map<string, Hit>();
	for (const tenure of world.resumes) {
		const business = (of.get(tenure.unit.name) ?? []).filter(({ day }) =>
			active(tenure.from, tenure.to, day),
		);
		if (business.length === 0) continue;
		for (const relative of kin.ever(tenure.person).keys())
			for (const [employer, spells] of jobs.get(relative) ?? []) {
				const theirs = business.filter(({ supplier }) => supplier === employer);
				if (theirs.length === 0) continue;
				for (const begun of beginnings(spells)) {
					const day = firstDay(begun.from);
					if (!active(tenure.from, tenure.to, day)) continue;
					if (day - tenure.from > within) continue;
					if (kin.of(tenure.person, day).get(relative) !== "N") continue;
					const key = [tenure.person, relative]
						.map(({ id }) => id)
						.concat(employer.uscc)
						.join(" ");
					const hit = found.get(key) ?? {
						rule: "LYCT-16",
						subjects: [
							person("干部", tenure.person),
							person("亲属", relative),
							company("企业", employer),
						],
						rows: [],
						...(employer.ownership ? { suppressed: "F07" } : {}),
					};
					hit.rows.push(
						tenure,
						begun,
						...theirs.map(({ fact }) => fact),
						...kin.proof(tenure.person, relative, day),
					);
					found.set(key, hit);
				}
			}
	}
	return [...found.values()].map((hit) => ({
		...hit,
		rows: [...new Set(hit.rows)],
	}));
}

/** The first of each unbroken run of months. */
function beginnings(spells: readonly Insured[]): Insured[] {
	const sorted = [...spells].sort((a, b) => a.from - b.from);
	let until = Number.NEGATIVE_INFINITY;
	return sorted.filter(({ from, stop }) => {
		const begins = from > until + 2;
		until = Math.max(until, stop ?? Number.POSITIVE_INFINITY);
		return begins;
	});
}

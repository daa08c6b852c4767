import { company, lot } from "../cases/case.ts";
import type { Bid, Company, Lot } from "../world/records.ts";
import type { World } from "../world/world.ts";
import type { Hit } from "./hit.ts";

/** The bids that were there at the opening, by lot: rejected and revoked ones too, but not those taken back before it. */
export function bidsAtOpening(world: World): Map<Lot, Bid[]> {
	const byLot = new Map<Lot, Bid[]>();
	for (const bid of world.bids) {
		if (bid.status === "撤回") continue;
		const known = byLot.get(bid.lot);
		if (known) known.push(bid);
		else byLot.set(bid.lot, [bid]);
	}
	return byLot;
}

/** What companies wrote down in a lot, by lot and company. */
export function factsOf<F extends { lot: Lot; company: Company }>(
	facts: readonly F[],
): (bid: Bid) => readonly F[] {
	const known = new Map<Lot, Map<Company, F[]>>();
	for (const fact of facts) {
		const inLot = known.get(fact.lot) ?? new Map<Company, F[]>();
		known.set(fact.lot, inLot);
		const own = inLot.get(fact.company);
		if (own) own.push(fact);
		else inLot.set(fact.company, [fact]);
	}
	return (bid) => known.get(bid.lot)?.get(bid.company) ?? [];
}

/** Members of one consortium bid as one. */
export function partners(one: Bid, other: Bid): boolean {
	return (
		(one.consortium?.includes(other.company) ?? false) ||
		(other.consortium?.includes(one.company) ?? false)
	);
}

/** Every two bids of a lot. */
export function pairsOf(bids: readonly Bid[]): [Bid, Bid][] {
	return bids.flatMap((one, i) =>
		bids
			.slice(i + 1)
			.filter((other) => other.company !== one.company)
			.map((other): [Bid, Bid] => [one, other]),
	);
}

/** Two bidders of a lot who have something in common; set aside when they are partners. */
export function rivalHit(
	rule: string,
	one: Bid,
	other: Bid,
	rows: object[],
	suppressed?: string,
): Hit {
	const code = partners(one, other) ? "F16" : suppressed;
	return {
		rule,
		subjects: [
			lot(one.lot),
			company("投标人", one.company),
			company("投标人", other.company),
		],
		rows: [...rows, one, other],
		...(code === undefined ? {} : { suppressed: code }),
	};
}

/** So many bidders have in common only what stands in a public place. */
export const publicFrom = 21;

/** How many companies have used each value, in bids that were there at the opening. */
export function usersOf<F>(
	world: World,
	facts: (bid: Bid) => readonly F[],
	values: (fact: F) => readonly string[],
): (value: string) => number {
	const users = new Map<string, Set<Company>>();
	for (const bids of bidsAtOpening(world).values())
		for (const bid of bids)
			for (const value of facts(bid).flatMap(values)) {
				const known = users.get(value) ?? new Set();
				users.set(value, known.add(bid.company));
			}
	return (value) => users.get(value)?.size ?? 0;
}

import { company } from "../cases/case.ts";
import { county } from "../places/county.ts";
import type { Award, Bid, Company, Lot } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { bidsAtOpening, pairsOf, partners } from "./bids.ts";
import type { Hit } from "./hit.ts";

const enough = { together: 5, share: 0.5, lift: 3, won: 0.8 };

interface Pair {
	one: Company;
	other: Company;
	together: Set<Lot>;
}

/** Kind and place of a lot: firms are compared with what is usual there. */
const stratumOf = (lot: Lot) => `${lot.category} ${county.code}`;

/** How often a firm bid, in all and in each stratum. */
class Presence {
	readonly lots = new Set<Lot>();
	readonly byStratum = new Map<string, number>();

	add(lot: Lot): void {
		if (this.lots.has(lot)) return;
		this.lots.add(lot);
		const stratum = stratumOf(lot);
		this.byStratum.set(stratum, (this.byStratum.get(stratum) ?? 0) + 1);
	}
}

/** Groups of firms that meet in lots far more often than chance would have it, and win them. */
export function wbcb12(world: World): Hit[] {
	const lots = bidsAtOpening(world);
	const presence = new Map<Company, Presence>();
	const sizes = new Map<string, number>();
	const pairs = new Map<string, Pair>();
	for (const [lot, bids] of lots) {
		sizes.set(stratumOf(lot), (sizes.get(stratumOf(lot)) ?? 0) + 1);
		for (const bid of bids) {
			const known = presence.get(bid.company) ?? new Presence();
			known.add(lot);
			presence.set(bid.company, known);
		}
		for (const [a, b] of pairsOf(bids)) {
			if (partners(a, b)) continue;
			const [one, other] = [a.company, b.company].sort(byCode) as [
				Company,
				Company,
			];
			const key = `${one.uscc} ${other.uscc}`;
			const pair = pairs.get(key) ?? { one, other, together: new Set() };
			pair.together.add(lot);
			pairs.set(key, pair);
		}
	}
	const tied = [...pairs.values()].filter((pair) => {
		const [a, b] = [presence.get(pair.one), presence.get(pair.other)];
		if (!a || !b) return false;
		const met = pair.together.size;
		// By chance two firms meet in a stratum as their shares of its lots say.
		let chance = 0;
		for (const [stratum, own] of a.byStratum)
			chance +=
				(own * (b.byStratum.get(stratum) ?? 0)) / (sizes.get(stratum) ?? 1);
		return (
			met >= enough.together &&
			met / (a.lots.size + b.lots.size - met) >= enough.share &&
			met / chance >= enough.lift
		);
	});
	const awards = new Map<Lot, Award>(world.awards.map((one) => [one.lot, one]));
	return connected(tied).flatMap((group) => {
		const common = [...lots].flatMap(([lot, all]) => {
			const bids = all.filter((bid) => group.has(bid.company));
			return pairsOf(bids).some(([a, b]) => !partners(a, b))
				? [{ bids, award: awards.get(lot) }]
				: [];
		});
		const decided = common.filter(({ award }) => award !== undefined);
		const won = decided.filter(
			({ award }) => award !== undefined && group.has(award.company),
		);
		if (decided.length === 0 || won.length < enough.won * decided.length)
			return [];
		const [first] = [...group].sort(byCode);
		if (!first) return [];
		return [
			{
				rule: "WBCB-12",
				subjects: [company("投标人", first)],
				rows: common.flatMap(({ bids, award }): (Bid | Award)[] =>
					award ? [...bids, award] : bids,
				),
			},
		];
	});
}

function byCode(a: Company, b: Company): number {
	return a.uscc < b.uscc ? -1 : 1;
}

/** Who hangs together by pairs. */
function connected(pairs: readonly Pair[]): Set<Company>[] {
	const groups: Set<Company>[] = [];
	for (const { one, other } of pairs) {
		const touched = groups.filter(
			(group) => group.has(one) || group.has(other),
		);
		const merged = new Set([
			one,
			other,
			...touched.flatMap((group) => [...group]),
		]);
		for (const group of touched) groups.splice(groups.indexOf(group), 1);
		groups.push(merged);
	}
	return groups;
}

import { plusMonths } from "../base/day.ts";
import type { World } from "../world/world.ts";
import { relativesInBusiness } from "./business.ts";
import { byBuyer, type Deal } from "./deals.ts";
import type { Hit } from "./hit.ts";
import type { Kin } from "./kin.ts";
import type { Stakes } from "./stakes.ts";

/**
 * A relative's company, founded within twelve months of the day of taking office, did business with the unit
 * or one below it within 24 months of its founding (rulings, 时间).
 */
export function lyct10(
	world: World,
	kin: Kin,
	stakes: Stakes,
	deals: readonly Deal[],
): Hit[] {
	const own = byBuyer(deals);
	const below = new Map<string, Deal[]>();
	for (const deal of deals) {
		const parent = deal.buyer.parent?.name;
		if (parent === undefined) continue;
		const known = below.get(parent);
		if (known) known.push(deal);
		else below.set(parent, [deal]);
	}
	return relativesInBusiness(
		"LYCT-10",
		world,
		kin,
		stakes,
		["N", "S", "I"],
		({ unit, from }) =>
			[...(own.get(unit.name) ?? []), ...(below.get(unit.name) ?? [])].filter(
				({ supplier: { established }, day }) =>
					established >= from &&
					established < plusMonths(from, 12) &&
					day >= established &&
					day < plusMonths(established, 24),
			),
	);
}

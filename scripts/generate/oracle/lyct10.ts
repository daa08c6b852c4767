import { plusMonths } from "../base/day.ts";
import type { World } from "../world/world.ts";
import { Business, relativesBehind } from "./business.ts";
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
	const found = new Business("LYCT-10", kin, stakes);
	const own = byBuyer(deals);
	const below = new Map<string, Deal[]>();
	for (const deal of deals) {
		const parent = deal.buyer.parent?.name;
		if (parent === undefined) continue;
		const known = below.get(parent);
		if (known) known.push(deal);
		else below.set(parent, [deal]);
	}
	for (const tenure of world.resumes)
		for (const { supplier, day, fact } of [
			...(own.get(tenure.unit.name) ?? []),
			...(below.get(tenure.unit.name) ?? []),
		]) {
			const { established } = supplier;
			if (
				established < tenure.from ||
				established >= plusMonths(tenure.from, 12) ||
				day < established ||
				day >= plusMonths(established, 24)
			)
				continue;
			const behind = relativesBehind(
				kin,
				stakes,
				tenure.person,
				supplier,
				day,
			).filter(({ kinship }) => kinship !== "W");
			if (behind.length > 0) found.add({ tenure, supplier, day, fact }, behind);
		}
	return found.hits();
}

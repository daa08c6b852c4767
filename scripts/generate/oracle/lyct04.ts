import type { Day } from "../base/day.ts";
import type { World } from "../world/world.ts";
import { Business, relativesBehind } from "./business.ts";
import { byBuyer, type Deal } from "./deals.ts";
import type { Hit } from "./hit.ts";
import type { Kin } from "./kin.ts";
import type { Stakes } from "./stakes.ts";

/** Half a year before the term and after it (rulings, 时间: 前后各 180 日). */
const margin = 180;

/** A near relative or a child's spouse stands behind a company that the cadre's own unit does business with. */
export function lyct04(
	world: World,
	kin: Kin,
	stakes: Stakes,
	deals: readonly Deal[],
): Hit[] {
	const found = new Business("LYCT-04", kin, stakes);
	const of = byBuyer(deals);
	for (const tenure of world.resumes)
		for (const { supplier, day, fact } of of.get(tenure.unit.name) ?? []) {
			if (!near(tenure.from, tenure.to ?? world.asOf + 1, day)) continue;
			const behind = relativesBehind(
				kin,
				stakes,
				tenure.person,
				supplier,
				day,
			).filter(({ kinship }) => kinship === "N" || kinship === "S");
			if (behind.length > 0) found.add({ tenure, supplier, day, fact }, behind);
		}
	return found.hits();
}

function near(from: Day, to: Day, day: Day): boolean {
	return from - margin <= day && day < to + margin;
}

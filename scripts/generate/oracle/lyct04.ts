import type { Day } from "../base/day.ts";
import type { World } from "../world/world.ts";
import { relativesInBusiness } from "./business.ts";
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
	const of = byBuyer(deals);
	return relativesInBusiness(
		"LYCT-04",
		world,
		kin,
		stakes,
		["N", "S"],
		({ unit, from, to }) =>
			(of.get(unit.name) ?? []).filter(({ day }) =>
				near(from, to ?? world.asOf + 1, day),
			),
	);
}

function near(from: Day, to: Day, day: Day): boolean {
	return from - margin <= day && day < to + margin;
}

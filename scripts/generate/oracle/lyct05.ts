import type { Contract } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { relativesInBusiness } from "./business.ts";
import { byBuyer, type Deal } from "./deals.ts";
import type { Hit } from "./hit.ts";
import type { Kin } from "./kin.ts";
import { active, type Stakes } from "./stakes.ts";

/**
 * The company of an in-law or of a collateral relative signed with the cadre's unit while he was in office.
 * One contract is told once, by the nearest class: what leads of near relatives tell in full is theirs.
 */
export function lyct05(
	world: World,
	kin: Kin,
	stakes: Stakes,
	deals: readonly Deal[],
	nearer: readonly Hit[],
): Hit[] {
	const of = byBuyer(deals.filter(({ fact }) => "signed" in fact));
	const hits = relativesInBusiness(
		"LYCT-05",
		world,
		kin,
		stakes,
		["I", "W"],
		({ unit, from, to }) =>
			(of.get(unit.name) ?? []).filter(({ day }) => active(from, to, day)),
	);
	const told = new Set(
		nearer
			.filter(({ suppressed }) => suppressed === undefined)
			.flatMap(contractsOf),
	);
	return hits.filter((hit) => contractsOf(hit).some((key) => !told.has(key)));
}

/** The contracts of a hit, each with the cadre. */
function contractsOf({ subjects, rows }: Hit): string[] {
	const cadre = subjects.find(({ role }) => role === "干部")?.key;
	return rows.flatMap((row) =>
		"signed" in row ? [`${cadre} ${(row as Contract).number}`] : [],
	);
}

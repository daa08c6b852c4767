import type { World } from "../world/world.ts";
import { Business, relativesBehind } from "./business.ts";
import { byBuyer, type Deal } from "./deals.ts";
import type { Hit } from "./hit.ts";
import type { Kin } from "./kin.ts";
import { active, type Stakes } from "./stakes.ts";

/**
 * The company of an in-law or of a collateral relative signed with the cadre's unit while he was in office,
 * and no nearer relative stands behind it.
 */
export function lyct05(
	world: World,
	kin: Kin,
	stakes: Stakes,
	deals: readonly Deal[],
): Hit[] {
	const found = new Business("LYCT-05", kin, stakes);
	const of = byBuyer(deals.filter(({ fact }) => "signed" in fact));
	for (const tenure of world.resumes)
		for (const { supplier, day, fact } of of.get(tenure.unit.name) ?? []) {
			if (!active(tenure.from, tenure.to, day)) continue;
			const behind = relativesBehind(kin, stakes, tenure.person, supplier, day);
			const nearer = behind.some(
				({ kinship }) => kinship === "N" || kinship === "S",
			);
			if (behind.length > 0 && !nearer)
				found.add({ tenure, supplier, day, fact }, behind);
		}
	return found.hits();
}

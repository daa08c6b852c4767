import type { Rng } from "../../base/rng.ts";
import {
	type AreaUnit,
	areaUnitOf,
	ruralVillages,
} from "../../places/county.ts";
import { couple } from "../../world/families.ts";
import { farm } from "../../world/land.ts";
import { homeIn } from "../../world/people.ts";
import type { Farm, Person } from "../../world/records.ts";
import type { World } from "../../world/world.ts";
import { type Planted, person, type Subject } from "../case.ts";

export interface Farmers {
	farm: Farm;
	husband: Person;
	wife: Person;
}

/** A couple with plots of these areas, in 1/100 mu, in a town that reports in this unit. */
export function farmers(
	world: World,
	rng: Rng,
	areas: readonly number[],
	how: { unit?: AreaUnit; coded?: boolean } = {},
): Farmers {
	const wanted = how.unit ?? "亩";
	const village = rng.pick(
		ruralVillages.filter((one) => areaUnitOf(one.town) === wanted),
	);
	const born = rng.int(1956, 1975);
	const home = couple(world, rng, homeIn(rng, village), born, born + 1);
	return {
		farm: farm(world, rng, home.husband, [home.wife], areas, how.coded ?? true),
		husband: home.husband,
		wife: home.wife,
	};
}

/** The lead of a household in a season; without a household code it is the person's. */
export function lead(
	of: Farmers,
	period: string,
	rows: readonly object[],
	claimant: Person = of.husband,
): Planted {
	const { code } = of.farm;
	const subject: Subject =
		code === undefined
			? person("申报人", claimant)
			: { role: "承包户", kind: "household", key: code };
	return { subjects: [subject], rows: [...rows, ...of.farm.plots], period };
}

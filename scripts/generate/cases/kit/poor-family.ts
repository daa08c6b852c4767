import { inMonth, type Month } from "../../base/day.ts";
import type { Rng } from "../../base/rng.ts";
import { childAtHome, couple } from "../../world/families.ts";
import { homeIn } from "../../world/people.ts";
import type { Household, Person, WelfareFamily } from "../../world/records.ts";
import { aVillage, grant } from "../../world/welfare.ts";
import type { World } from "../../world/world.ts";

export interface Poor {
	family: WelfareFamily;
	household: Household;
	head: Person;
	wife: Person;
	son: Person;
}

/** A couple with a grown son, all three in the family that gets the allowance. */
export function poorFamily(
	world: World,
	rng: Rng,
	first: Month = inMonth("2022-03") + rng.int(0, 12),
	stop?: Month,
	withSon = true,
	category?: WelfareFamily["category"],
): Poor {
	const home = couple(
		world,
		rng,
		homeIn(rng, aVillage(rng)),
		rng.int(1962, 1970),
		rng.int(1963, 1971),
	);
	const son = childAtHome(
		world,
		rng,
		home.household,
		"男",
		rng.int(1994, 1999),
	).person;
	const others: [string, Person][] = [["妻", home.wife]];
	if (withSon) others.push(["子", son]);
	return {
		family: grant(world, rng, home.husband, others, first, stop, category),
		household: home.household,
		head: home.husband,
		wife: home.wife,
		son,
	};
}

import { plusYears } from "../base/day.ts";
import type { Rng } from "../base/rng.ts";
import { ruralVillages, urbanVillages } from "../places/county.ts";
import {
	childAtHome,
	couple,
	enter,
	grownChild,
	household,
} from "../world/families.ts";
import { ageAt, homeIn, resident } from "../world/people.ts";
import type { Household, Person } from "../world/records.ts";
import type { World } from "../world/world.ts";

/**
 * What a clan is for. Kin stay within a clan and a clan has one role only, so that no relative of a
 * cadre trades with an office, and no relative of a village cadre lives on an allowance, by accident.
 */
export type Role =
	| "plain"
	| "farm"
	| "welfare"
	| "village cadre"
	| "business"
	| "cadre";

export interface Clan {
	role: Role;
	/** The household that the role is about. */
	main: Household;
	households: Household[];
}

/** Clans until the county has so many residents. */
export function populate(world: World, rng: Rng, residents: number): Clan[] {
	const clans: Clan[] = [];
	while (world.people.length < residents) {
		const role = rng.weighted([
			["plain", 300],
			["farm", 480],
			["welfare", 55],
			["village cadre", 55],
			["business", 85],
			["cadre", 25],
		] as const);
		clans.push(clan(world, rng, role));
	}
	return clans;
}

function clan(world: World, rng: Rng, role: Role): Clan {
	const rural =
		role === "farm" ||
		role === "village cadre" ||
		(role === "welfare" && rng.permille(800)) ||
		(role === "plain" && rng.permille(250));
	const home = homeIn(rng, rng.pick(rural ? ruralVillages : urbanVillages));
	if (role === "welfare") {
		const main = welfareHousehold(world, rng, home);
		return { role, main, households: [main] };
	}
	const born = role === "cadre" ? rng.int(1966, 1985) : rng.int(1955, 1992);
	const own = couple(world, rng, home, born, born + rng.int(-2, 4));
	const main = own.household;
	const households = [main];
	const children = rng.weighted([
		[0, 15],
		[1, 50],
		[2, 35],
	] as const);
	for (let i = 0; i < children; i++) {
		const year = born + rng.int(22, 31);
		if (year <= 2024)
			childAtHome(world, rng, main, rng.permille(520) ? "男" : "女", year);
	}
	if (role === "cadre" || rng.permille(350)) {
		// The parents' household, where the husband stands as moved out.
		const parents = parentsOf(
			world,
			rng,
			own.husband,
			rng.permille(500) ? home : homeIn(rng),
		);
		households.push(parents);
	} else if (born > 1962 && rng.permille(220)) {
		const mother = resident(world, rng, {
			gender: "女",
			born: born - rng.int(21, 30),
			home,
		});
		enter(world, main, mother, "母亲");
	}
	if (role === "cadre")
		households.push(parentsOf(world, rng, own.wife, homeIn(rng)));
	return { role, main, households };
}

/** Gives a person parents with a household of their own, and now and then a brother or sister there. */
function parentsOf(
	world: World,
	rng: Rng,
	child: Person,
	home: ReturnType<typeof homeIn>,
): Household {
	const year = yearBorn(child);
	const father = resident(world, rng, {
		gender: "男",
		born: year - rng.int(22, 30),
		home,
		surname: child.name[0] as string,
	});
	const parents = couple(
		world,
		rng,
		home,
		father,
		year - rng.int(21, 26),
	).household;
	const row = enterLeft(world, parents, child);
	row.statusDate = plusYears(child.birth, 25);
	if (rng.permille(250)) grownSibling(world, rng, parents, year);
	return parents;
}

function grownSibling(
	world: World,
	rng: Rng,
	parents: Household,
	year: number,
): void {
	const { person } = grownChild(
		world,
		rng,
		parents,
		rng.permille(500) ? "男" : "女",
		year + rng.int(2, 5),
		homeIn(rng),
	);
	household(world, person, person.home);
}

function enterLeft(world: World, parents: Household, child: Person) {
	const { home } = child;
	const row = enter(
		world,
		parents,
		child,
		child.gender === "男" ? "长子" : "长女",
	);
	child.home = home;
	row.status = "迁出";
	return row;
}

function yearBorn(person: Person): number {
	return Number(person.id.slice(6, 10));
}

/** One to four people, often without a breadwinner. */
function welfareHousehold(
	world: World,
	rng: Rng,
	home: ReturnType<typeof homeIn>,
): Household {
	const gender = rng.permille(600) ? "男" : "女";
	const head = resident(world, rng, {
		gender,
		born: rng.int(1942, 1980),
		home,
	});
	const main = household(world, head, home);
	if (rng.permille(450)) {
		const spouse = resident(world, rng, {
			gender: gender === "男" ? "女" : "男",
			born: yearBorn(head) + rng.int(-3, 4),
			home,
		});
		enter(world, main, spouse, gender === "男" ? "妻" : "夫");
	}
	if (rng.permille(400)) {
		const year = Math.min(yearBorn(head) + rng.int(24, 34), 2022);
		childAtHome(world, rng, main, rng.permille(500) ? "男" : "女", year);
	}
	return main;
}

/** The living members of a household. */
export function living(of: Household): Person[] {
	return of.rows
		.filter((row) => row.status === "正常")
		.map((row) => row.person);
}

export function adults(world: World, of: Household): Person[] {
	return living(of).filter((person) => ageAt(person, world.asOf) >= 19);
}

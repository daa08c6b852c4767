import { civil, type Day, monthOf, yearOf } from "../base/day.ts";
import type { Rng } from "../base/rng.ts";
import { citizenId } from "../ids/citizen-id.ts";
import { givenNames } from "../names/given-names.ts";
import { surnames } from "../names/surnames.ts";
import { county, type Village, villages } from "../places/county.ts";
import type { Gender, Home, Person } from "./records.ts";
import type { World } from "./world.ts";

export interface PersonSpec {
	gender: Gender;
	/** A year, or a day. */
	born: number | { day: Day };
	home: Home;
	surname?: string;
	/** Just this name. */
	name?: string;
	/** May share name and month of birth with somebody: only planted namesakes do. */
	namesake?: boolean;
}

/**
 * A new resident with a number of his own. No two residents share name, sex and month of birth unless
 * that is planted: otherwise a relative without a number could be taken for a stranger by accident.
 */
export function resident(world: World, rng: Rng, spec: PersonSpec): Person {
	const person = somebody(world, rng, spec);
	world.people.push(person);
	return person;
}

/** Somebody from elsewhere, who is in no register of the county. */
export function outsider(world: World, rng: Rng): Person {
	return somebody(world, rng, {
		gender: rng.permille(750) ? "男" : "女",
		born: rng.int(1968, 1994),
		home: homeIn(rng),
	});
}

function somebody(world: World, rng: Rng, spec: PersonSpec): Person {
	const birth =
		typeof spec.born === "number"
			? civil(spec.born, rng.int(1, 12), rng.int(1, 28))
			: spec.born.day;
	const surname = spec.surname ?? rng.weighted(surnames);
	let name = spec.name ?? "";
	const key = () => `${name} ${spec.gender} ${monthOf(birth)}`;
	if (spec.name !== undefined) {
		if (!world.claim("person", key()) && !spec.namesake)
			throw new Error(`${spec.name} is somebody's name already`);
	} else {
		let tries = 0;
		do {
			name = surname + givenName(rng, spec.gender, yearOf(birth), tries++ > 20);
		} while (!world.claim("person", key()));
	}
	const person: Person = {
		id: newId(world, rng, spec.gender, birth),
		name,
		gender: spec.gender,
		birth,
		phone: world.unique("phone", () => `154${rng.digits(8)}`),
		home: spec.home,
		nation: rng.weighted([
			["汉族", 940],
			["土家族", 25],
			["苗族", 20],
			["回族", 15],
		] as const),
	};
	return person;
}

/** A number whose last three digits of sequence stay below 996, which old numbers keep for centenarians. */
function newId(world: World, rng: Rng, gender: Gender, birth: Day): string {
	const year = yearOf(birth);
	return world.unique("citizen", () => {
		const region =
			year < 1984 && rng.permille(250)
				? county.former.code
				: rng.permille(40)
					? county.neighbour.code
					: county.code;
		const sequence = rng.int(0, 497) * 2 + (gender === "男" ? 1 : 0);
		return citizenId(region, birth, sequence);
	});
}

function givenName(
	rng: Rng,
	gender: Gender,
	year: number,
	anything: boolean,
): string {
	const generation =
		givenNames[gender].find((candidate) => year <= candidate.until) ??
		givenNames[gender][givenNames[gender].length - 1];
	if (!generation) throw new Error(`no names for ${year}`);
	const { names } = generation;
	if (!anything) {
		if (rng.permille(28)) return rng.weighted(names.whole);
		if (rng.permille(names.single)) return rng.pick([...names.singles]);
	}
	return rng.pick([...names.first]) + rng.pick([...names.second]);
}

/** A home in a village, or anywhere in the county. */
export function homeIn(rng: Rng, village: Village = rng.pick(villages)): Home {
	return { village, group: rng.int(1, village.groups), door: rng.int(1, 180) };
}

export function ageAt(person: Person, day: Day): number {
	return Math.floor((day - person.birth) / 365.25);
}

import { type Day, type Month, monthOf } from "../../base/day.ts";
import type { Rng } from "../../base/rng.ts";
import { found } from "../../world/companies.ts";
import type { Company, Insured, Person } from "../../world/records.ts";
import type { World } from "../../world/world.ts";
import { company, type Planted, person } from "../case.ts";
import { type Official, stranger } from "../kit/official.ts";

/** A company of nobody's kin, with people who have long been insured by it. */
export function employer(
	world: World,
	rng: Rng,
	established: Day,
	more: { ownership?: "listed" | "state"; type?: string } = {},
): Company {
	const firm = found(world, rng, {
		legalRep: stranger(world, rng),
		established,
		...more,
	});
	for (let i = 0; i < 2; i++)
		insure(world, stranger(world, rng), firm, monthOf(established) + 3 + i);
	return firm;
}

/** Somebody begins to be insured there, so many months after (the month of) a day. */
export function begins(
	world: World,
	who: Person,
	at: Company,
	day: Day,
	months: number,
	last?: number,
): Insured {
	const first = monthOf(day) + months;
	return insure(
		world,
		who,
		at,
		first,
		last === undefined ? undefined : first + last,
	);
}

/** Enters somebody into the insurance of a company, to the first month that nobody pays for. */
function insure(
	world: World,
	person: Person,
	at: Company,
	from: Month,
	stop?: Month,
): Insured {
	const spell: Insured = { person, employer: at, from, base: 433_000 };
	if (stop !== undefined) spell.stop = stop;
	world.insured.push(spell);
	return spell;
}

/** The lead of an official, a relative and who insures the relative. */
export function employed(
	of: Official,
	relative: Person,
	at: Company,
	rows: readonly object[],
): Planted {
	return {
		subjects: [
			person("干部", of.person),
			person("亲属", relative),
			company("企业", at),
		],
		rows: [of.tenure, ...rows],
	};
}

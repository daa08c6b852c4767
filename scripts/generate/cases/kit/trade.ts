import type { Day } from "../../base/day.ts";
import type { Rng } from "../../base/rng.ts";
import { sign } from "../../world/commerce.ts";
import { found } from "../../world/companies.ts";
import type { Company, Contract, Person } from "../../world/records.ts";
import type { World } from "../../world/world.ts";
import { company, type Planted, person } from "../case.ts";
import type { Official } from "./official.ts";

/** The relative's own company, founded some days after the official took office (before, when negative). */
export function ownCompany(
	world: World,
	rng: Rng,
	relative: Person,
	established: Day,
): Company {
	return found(world, rng, { legalRep: relative, established });
}

/** Contracts of the official's unit with the company, so many days after he took office. */
export function trades(
	world: World,
	rng: Rng,
	of: Official,
	with_: Company,
	days: readonly number[],
): Contract[] {
	return days.map((day) => sign(world, rng, of.unit, with_, of.from + day));
}

/** The rows by which a person and a company belong together. */
export function stakeRows(world: World, which: Company, who: Person): object[] {
	return [
		...(which.legalRep === who ? [which] : []),
		...world.shareholdings.filter(
			(share) => share.company === which && share.holder === who,
		),
		...world.officers.filter(
			(officer) => officer.company === which && officer.person === who,
		),
	];
}

/** The lead of an official, a relative and the relative's company. */
export function lead(
	world: World,
	of: Official,
	relative: Person,
	which: Company,
	deals: readonly object[],
	kinRows: readonly object[],
): Planted {
	return {
		subjects: [
			person("干部", of.person),
			person("亲属", relative),
			company("企业", which),
		],
		rows: [
			of.tenure,
			...kinRows,
			...stakeRows(world, which, relative),
			...deals,
		],
	};
}

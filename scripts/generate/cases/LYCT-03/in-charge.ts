import type { Day } from "../../base/day.ts";
import type { Rng } from "../../base/rng.ts";
import { type Industry, industries } from "../../names/company-words.ts";
import { county } from "../../places/county.ts";
import { found } from "../../world/companies.ts";
import { charge } from "../../world/employment.ts";
import type { Company, Duty, Person } from "../../world/records.ts";
import type { World } from "../../world/world.ts";
import type { Planted } from "../case.ts";
import { type Official, type OfficialSpec, official } from "../kit/official.ts";
import { lead } from "../kit/trade.ts";

export interface InCharge extends Official {
	duty: Duty;
}

/** An official in charge of a field of work for as long as he is in office. */
export function inCharge(
	world: World,
	rng: Rng,
	field: string,
	spec: OfficialSpec = {},
): InCharge {
	const he = official(world, rng, spec);
	const duty = charge(
		world,
		{ person: he.person, unit: he.unit, post: he.tenure.post },
		field,
		he.from,
		spec.to,
	);
	return { ...he, duty };
}

/** What the names of companies say that they do. */
export function industry(word: string): Industry {
	const known = industries.find((one) => one.word === word);
	if (!known) throw new Error(`no industry ${word}`);
	return known;
}

/** The relative's own company in an industry. */
export function firmOf(
	world: World,
	rng: Rng,
	relative: Person,
	established: Day,
	word: string,
	how: Partial<Parameters<typeof found>[2]> = {},
): Company {
	return found(world, rng, {
		legalRep: relative,
		established,
		industry: industry(word),
		...how,
	});
}

export function dutyLead(
	world: World,
	he: InCharge,
	relative: Person,
	firm: Company,
	kinRows: readonly object[],
): Planted {
	return lead(world, he, relative, firm, [firm, he.duty], kinRows);
}

export const neighbour = county.neighbour.code;

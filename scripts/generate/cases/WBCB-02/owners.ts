import { civil, type Day } from "../../base/day.ts";
import type { Rng } from "../../base/rng.ts";
import { found, hold } from "../../world/companies.ts";
import type { Company, Person, Shareholding } from "../../world/records.ts";
import type { World } from "../../world/world.ts";
import { stranger } from "../kit/official.ts";

type Part = readonly [Person | Company, number];

/** A company under a head of its own, who holds the part that is left over; what is the state's is nobody's. */
export function owned(
	world: World,
	rng: Rng,
	parts: readonly Part[],
	more: { head?: Person; state?: boolean } = {},
): Company {
	const head = more.head ?? stranger(world, rng);
	const left = 100 - parts.reduce((sum, [, part]) => sum + part, 0);
	return found(world, rng, {
		legalRep: head,
		established: civil(rng.int(2010, 2018), rng.int(1, 12), rng.int(1, 28)),
		shares: left > 0 && !more.state ? [...parts, [head, left]] : parts,
		...(more.state
			? { ownership: "state", type: "有限责任公司（国有独资）" }
			: {}),
	});
}

/** Somebody's part in a company goes to another. */
export function sell(
	world: World,
	company: Company,
	from: Person,
	to: Person,
	day: Day,
): Shareholding[] {
	const own = sharesIn(world, [company]).filter(
		({ holder }) => holder === from,
	);
	return own.map((share) => {
		share.to = day;
		return hold(world, company, to, share.share / 100, day);
	});
}

export function sharesIn(
	world: World,
	companies: readonly Company[],
): Shareholding[] {
	return world.shareholdings.filter(({ company }) =>
		companies.includes(company),
	);
}

import type { Estate } from "../../world/records.ts";
import { memberOf } from "../../world/welfare.ts";
import { family, type Planted } from "../case.ts";
import type { Poor } from "../kit/poor-family.ts";

/** The lead of a family and the lines of the register of real estate that are about its members. */
export function lead(of: Poor, ...lines: readonly Estate[][]): Planted {
	const estates = lines.flat();
	const owners = new Set(estates.map(({ owner }) => owner));
	return {
		subjects: [family(of.family)],
		rows: [
			of.family,
			...of.family.members
				.map(({ person }) => person)
				.filter((person) => owners.has(person))
				.map((person) => memberOf(of.family, person)),
			...estates,
		],
	};
}

import type { Employee, Person } from "../../world/records.ts";
import { memberOf } from "../../world/welfare.ts";
import { family, type Planted, person } from "../case.ts";
import type { Poor } from "../kit/poor-family.ts";

/** The lead of a family and a member who stands in the roll of those whom the budget pays. */
export function lead(of: Poor, who: Person, ...spells: Employee[]): Planted {
	const listed = of.family.members.some((member) => member.person === who);
	return {
		subjects: [family(of.family), person("成员", who)],
		rows: [of.family, ...(listed ? [memberOf(of.family, who)] : []), ...spells],
	};
}

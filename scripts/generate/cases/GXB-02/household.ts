import type { Person, Vehicle } from "../../world/records.ts";
import { memberOf } from "../../world/welfare.ts";
import { family, type Planted, person } from "../case.ts";
import type { Poor } from "../kit/poor-family.ts";

/** The lead of a family and a vehicle of a member. */
export function lead(of: Poor, owner: Person, owned: Vehicle): Planted {
	const listed = of.family.members.some((member) => member.person === owner);
	return {
		subjects: [family(of.family), person("车主", owner)],
		rows: [of.family, ...(listed ? [memberOf(of.family, owner)] : []), owned],
		vehicle: owned.plate,
	};
}

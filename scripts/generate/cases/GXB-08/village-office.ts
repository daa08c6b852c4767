import { type Day, inMonth, type Month, on } from "../../base/day.ts";
import type { Rng } from "../../base/rng.ts";
import { couple } from "../../world/families.ts";
import { homeIn } from "../../world/people.ts";
import type {
	Person,
	VillageCadre,
	WelfareFamily,
} from "../../world/records.ts";
import {
	aVillage,
	grant,
	memberOf,
	villageCadre,
	villagePosts,
} from "../../world/welfare.ts";
import type { World } from "../../world/world.ts";
import { family, type Planted, person } from "../case.ts";

export interface Officer {
	office: VillageCadre;
	person: Person;
	spouse: Person;
	marriageRows: object[];
	marriage: ReturnType<typeof couple>["marriage"];
	home: ReturnType<typeof couple>;
}

/** A married man in a village office. */
export function villageOfficer(
	world: World,
	rng: Rng,
	how: { from?: Day; to?: Day; post?: string; born?: number } = {},
): Officer {
	const born = how.born ?? rng.int(1968, 1976);
	const home = couple(world, rng, homeIn(rng, aVillage(rng)), born, born + 2);
	const from = how.from ?? on("2021-01-15") + rng.int(0, 60);
	return {
		office: villageCadre(
			world,
			home.husband,
			home.husband.home.village,
			how.post ?? rng.pick(villagePosts),
			from,
			how.to,
		),
		person: home.husband,
		spouse: home.wife,
		marriageRows: [home.marriage, home.husbandRow, home.wifeRow],
		marriage: home.marriage,
		home,
	};
}

/** An allowance for one person, who lives alone in it. */
export function allowance(
	world: World,
	rng: Rng,
	who: Person,
	first: Month = inMonth("2022-06") + rng.int(0, 20),
	stop?: Month,
): WelfareFamily {
	return grant(world, rng, who, [], first, stop);
}

/** The lead of an officer and the family of a relative. */
export function lead(
	of: Officer,
	relative: Person,
	granted: WelfareFamily,
	kinRows: readonly object[],
): Planted {
	const listed = granted.members.find((member) => member.person === relative);
	return {
		subjects: [
			person("村干部（经办人）", of.person),
			person("亲属", relative),
			family(granted),
		],
		rows: [
			of.office,
			...kinRows,
			granted,
			...(listed ? [memberOf(granted, relative)] : []),
		],
	};
}

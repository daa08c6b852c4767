import { type Day, on } from "../../base/day.ts";
import type { Rng } from "../../base/rng.ts";
import { units } from "../../places/units.ts";
import { employ } from "../../world/employment.ts";
import type { Company, Employee } from "../../world/records.ts";
import type { World } from "../../world/world.ts";
import { company, type Planted, person } from "../case.ts";
import { stranger } from "../kit/official.ts";
import { stakeRows } from "../kit/trade.ts";

/** Somebody who has served at a unit since a day between 2005 and 2010. */
export function servant(
	world: World,
	rng: Rng,
	how: Parameters<typeof employ>[4] & { from?: Day } = {},
): Employee {
	const { from = on("2005-07-01") + rng.int(0, 1500), ...rest } = how;
	return employ(
		world,
		stranger(world, rng, rng.int(1976, 1981)),
		rng.pick(units),
		from,
		rest,
	);
}

/** The lead of a public servant and a company. */
export function ownLead(
	world: World,
	spells: readonly Employee[],
	which: Company,
	others: readonly object[] = [],
): Planted {
	const [first] = spells;
	if (!first) throw new Error("a servant has a spell of service");
	return {
		subjects: [person("人员", first.person), company("企业", which)],
		rows: [...spells, ...stakeRows(world, which, first.person), ...others],
	};
}

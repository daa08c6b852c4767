import { civil } from "../base/day.ts";
import type { Rng } from "../base/rng.ts";
import { inspectedUnits } from "../places/units.ts";
import { award, bid, greenery, tender } from "../world/commerce.ts";
import { found } from "../world/companies.ts";
import { outsider } from "../world/people.ts";
import type { World } from "../world/world.ts";

/**
 * Small services that are bought again and again, from firms that come as it happens: how often two
 * of them would meet by chance is told by these. They are asked by letter, so that the platform has no
 * files of them, and no security is asked for.
 */
export function repeated(world: World, rng: Rng): void {
	const firms = Array.from({ length: 10 }, () =>
		found(world, rng, {
			legalRep: outsider(world, rng),
			established: civil(rng.int(2008, 2019), rng.int(1, 12), rng.int(1, 28)),
		}),
	);
	for (let i = 0; i < 20; i++) {
		const opened = civil(rng.int(2023, 2025), rng.int(1, 12), rng.int(1, 28));
		const [lot] = tender(world, rng, rng.pick(inspectedUnits), opened, 1, {
			...greenery,
			budget: rng.int(10, 40) * 1_000_000,
		}).lots;
		if (!lot) throw new Error("a lot");
		for (const firm of rng.shuffle(firms).slice(0, rng.int(2, 3)))
			bid(world, rng, lot, firm);
		award(world, lot);
	}
}

import type { Rng } from "../base/rng.ts";
import { die } from "../world/life.ts";
import type { World } from "../world/world.ts";
import { rate } from "./rates.ts";
import type { Sower } from "./sower.ts";

/** Errors that are facts of their own, or that a fact holds: relatives without numbers, late and conflicting deaths. */
export function sowInWorld(
	world: World,
	rng: Rng,
	multiplier: number,
	sower: Sower,
): void {
	for (const line of world.familyTables)
		if (line.idGiven) {
			line.idGiven = false;
			sower.lose(line, "家庭成员表没有亲属证号");
		}
	// The earliest credible day holds, so a later one of another source changes no lead.
	for (const death of [...world.deaths]) {
		const known = world.deaths.filter(({ person }) => person === death.person);
		const later = death.died + rng.int(32, 120);
		if (
			!rng.permille(rate("laterDeath", multiplier)) ||
			later > world.asOf - 30
		)
			continue;
		if (
			known.length > 1 ||
			!death.idGiven ||
			death.wrongId !== undefined ||
			death.spelledDate !== undefined
		)
			continue;
		die(
			world,
			death.person,
			death.source === "公安注销" ? "殡葬火化" : "公安注销",
			later,
		);
	}
}

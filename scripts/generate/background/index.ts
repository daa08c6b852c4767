import type { Rng } from "../base/rng.ts";
import type { World } from "../world/world.ts";
import { cadres } from "./cadres.ts";
import { commerce } from "./commerce.ts";
import { insurance } from "./insurance.ts";
import { life } from "./life.ts";
import { populate } from "./population.ts";
import { property } from "./property.ts";
import { repeated } from "./repeated.ts";
import { staff } from "./staff.ts";
import { village } from "./village.ts";

/** Everything that is as it should be, for so many residents. */
export function background(world: World, rng: Rng, residents: number): void {
	const clans = populate(world, rng.fork("population"), residents);
	cadres(world, rng.fork("cadres"), clans);
	commerce(world, rng.fork("commerce"), clans);
	repeated(world, rng.fork("repeated tenders"));
	village(world, rng.fork("village"), clans);
	life(world, rng.fork("life"), clans);
	staff(world, rng.fork("staff"), clans);
	property(world, rng.fork("property"), clans);
	insurance(world, rng.fork("insurance"), clans);
}

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

/** Given name and name of the father, as some have it. */
const dotted = {
	男: ["阿卜杜拉·买买提", "艾力江·吐尔逊", "买合木提·卡德尔"],
	女: ["古丽娜尔·艾力", "阿依努尔·买买提", "热依汗·吐尔逊"],
} as const;

/** Everything that is as it should be, for so many residents. */
export function background(world: World, rng: Rng, residents: number): void {
	const clans = populate(world, rng.fork("population"), residents);
	world.people.forEach((person, i) => {
		if (i % 100 !== 50) return;
		const names = dotted[person.gender];
		person.name = names[Math.floor(i / 100) % names.length] ?? names[0];
		person.nation = "维吾尔族";
	});
	cadres(world, rng.fork("cadres"), clans);
	commerce(world, rng.fork("commerce"), clans);
	repeated(world, rng.fork("repeated tenders"));
	village(world, rng.fork("village"), clans);
	life(world, rng.fork("life"), clans);
	staff(world, rng.fork("staff"), clans);
	property(world, rng.fork("property"), clans);
	insurance(world, rng.fork("insurance"), clans);
}

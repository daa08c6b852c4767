import type { World } from "../world/world.ts";
import { gxb01 } from "./gxb01.ts";
import { gxb02 } from "./gxb02.ts";
import { gxb08 } from "./gxb08.ts";
import type { Hit } from "./hit.ts";
import { Kin } from "./kin.ts";
import { lyct05 } from "./lyct05.ts";
import { wbcb05 } from "./wbcb05.ts";
import { wbcb06 } from "./wbcb06.ts";
import { xbml02 } from "./xbml02.ts";
import { xbml09 } from "./xbml09.ts";

/**
 * Everything that the rules should say of a world, computed from its own records: the planted cases,
 * and whatever the background might do by accident.
 */
export function oracle(world: World): Hit[] {
	const kin = new Kin(world);
	return [
		...lyct05(world, kin),
		...wbcb05(world),
		...wbcb06(world),
		...gxb01(world),
		...gxb02(world),
		...gxb08(world, kin),
		...xbml02(world),
		...xbml09(world),
	];
}

export { type Hit, leadKey } from "./hit.ts";

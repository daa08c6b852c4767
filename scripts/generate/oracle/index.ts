import type { World } from "../world/world.ts";
import { dealsOf } from "./deals.ts";
import { gxb01 } from "./gxb01.ts";
import { gxb02 } from "./gxb02.ts";
import { gxb04 } from "./gxb04.ts";
import { gxb08 } from "./gxb08.ts";
import type { Hit } from "./hit.ts";
import { Kin } from "./kin.ts";
import { lyct01 } from "./lyct01.ts";
import { lyct03 } from "./lyct03.ts";
import { lyct04 } from "./lyct04.ts";
import { lyct05 } from "./lyct05.ts";
import { lyct10 } from "./lyct10.ts";
import { lyct16 } from "./lyct16.ts";
import { Stakes } from "./stakes.ts";
import { wbcb01 } from "./wbcb01.ts";
import { wbcb02 } from "./wbcb02.ts";
import { wbcb04 } from "./wbcb04.ts";
import { wbcb05 } from "./wbcb05.ts";
import { wbcb06 } from "./wbcb06.ts";
import { wbcb07 } from "./wbcb07.ts";
import { wbcb12 } from "./wbcb12.ts";
import { xbml01 } from "./xbml01.ts";
import { xbml02 } from "./xbml02.ts";
import { xbml06 } from "./xbml06.ts";
import { xbml09 } from "./xbml09.ts";

/**
 * Everything that the rules should say of a world, computed from its own records: the planted cases,
 * and whatever the background might do by accident.
 */
export function oracle(world: World): Hit[] {
	const kin = new Kin(world);
	const stakes = new Stakes(world);
	const deals = dealsOf(world);
	const near = lyct04(world, kin, stakes, deals);
	const headed = wbcb01(world);
	return [
		...headed,
		...wbcb02(world, headed),
		...wbcb04(world),
		...wbcb05(world),
		...lyct01(world),
		...lyct03(world, kin, stakes),
		...near,
		...lyct05(world, kin, stakes, deals, near),
		...lyct10(world, kin, stakes, deals),
		...lyct16(world, kin, deals),
		...wbcb06(world),
		...wbcb07(world),
		...wbcb12(world),
		...gxb01(world),
		...gxb02(world),
		...gxb04(world),
		...gxb08(world, kin),
		...xbml01(world),
		...xbml02(world),
		...xbml06(world),
		...xbml09(world),
	];
}

export { type Hit, leadKey } from "./hit.ts";

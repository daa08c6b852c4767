import { firstDay } from "../base/day.ts";
import { family, person } from "../cases/case.ts";
import type { Vehicle } from "../world/records.ts";
import type { World } from "../world/world.ts";
import type { Hit } from "./hit.ts";

const counted = /轿车|小型.*客车|货车$|大型轮式拖拉机|联合收割机/;

/** A vehicle that counts, held while the family had the allowance. */
export function gxb02(world: World): Hit[] {
	const owned = new Map<string, Vehicle[]>();
	for (const vehicle of world.vehicles) {
		if (vehicle.wrongId !== undefined || !counted.test(vehicle.type)) continue;
		const known = owned.get(vehicle.owner.id);
		if (known) known.push(vehicle);
		else owned.set(vehicle.owner.id, [vehicle]);
	}
	const hits: Hit[] = [];
	for (const member of world.welfareMembers)
		for (const vehicle of owned.get(member.person.id) ?? []) {
			// For a family on the edge only a dear vehicle counts, and no register here has prices.
			if (member.family.category === "低保边缘家庭") continue;
			const from = firstDay(member.family.first);
			const to =
				member.family.stop === undefined
					? world.asOf + 1
					: firstDay(member.family.stop);
			if (
				Math.max(from, vehicle.acquired) >=
				Math.min(to, vehicle.ended ?? world.asOf + 1)
			)
				continue;
			const excused =
				vehicle.use !== "非营运" ||
				["报废", "逾期未检验"].includes(vehicle.status);
			hits.push({
				rule: "GXB-02",
				subjects: [family(member.family), person("车主", member.person)],
				rows: [member.family, member, vehicle],
				vehicle: vehicle.plate,
				...(excused ? { suppressed: "F10" } : {}),
			});
		}
	return hits;
}

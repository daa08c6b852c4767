import { civil } from "../base/day.ts";
import type { Rng } from "../base/rng.ts";
import { estate } from "../world/property.ts";
import type { Person } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { adults, type Clan } from "./population.ts";

/** Buildings of the background: families on an allowance have one home at most, with what belongs to it. */
export function property(world: World, rng: Rng, clans: readonly Clan[]): void {
	const poor = new Set(world.welfareMembers.map((member) => member.person));
	for (const clan of clans)
		for (const household of clan.households) {
			const own = rng.fork(household.number);
			const people = adults(world, household);
			if (people.length === 0) continue;
			// A building held together with somebody on an allowance would count for his family.
			const aided = people.some((person) => poor.has(person));
			buildings(world, own, people.slice(0, 2), aided);
		}
}

function buildings(
	world: World,
	rng: Rng,
	[head, spouse]: Person[],
	aided: boolean,
): void {
	if (!head || !rng.permille(aided ? 300 : 420)) return;
	const day = () => civil(rng.int(2006, 2025), rng.int(1, 12), rng.int(1, 28));
	const { rural } = head.home.village;
	const owners =
		spouse && !rural && rng.permille(350) ? [head, spouse] : [head];
	estate(world, {
		owners,
		use: rural ? "农村宅基地/住宅" : rng.pick(["成套住宅", "住宅"]),
		area: rng.int(45, 140) * 100 + rng.int(0, 99),
		registered: day(),
		acquired: rural ? "首次登记" : "买卖",
	});
	if (!rural && rng.permille(120))
		estate(world, {
			owners: [head],
			use: rng.pick(["地下车位", "储藏室"]),
			area: rng.int(8, 16) * 100,
			registered: day(),
		});
	if (aided) return;
	if (rng.permille(90))
		estate(world, {
			owners: [head],
			use: "成套住宅",
			area: rng.int(60, 130) * 100,
			registered: day(),
			acquired: rng.pick(["买卖", "拆迁安置", "继承"]),
		});
	if (rng.permille(30))
		estate(world, {
			owners: [head],
			use: rng.pick(["商业服务", "办公"]),
			area: rng.int(20, 80) * 100,
			registered: day(),
		});
}

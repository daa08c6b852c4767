import { civil, monthOf, plusYears } from "../base/day.ts";
import type { Rng } from "../base/rng.ts";
import {
	cars,
	closeRegister,
	die,
	payPension,
	pensionsUntil,
	vehicle,
} from "../world/life.ts";
import { ageAt } from "../world/people.ts";
import type { Person } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { type Clan, living } from "./population.ts";

/** Deaths, pensions and vehicles of the background. Payments stop with the month of death; families on an allowance have no car. */
export function life(world: World, rng: Rng, clans: readonly Clan[]): void {
	const poor = new Set(world.welfareMembers.map((member) => member.person));
	for (const clan of clans)
		for (const household of clan.households) {
			const own = rng.fork(household.number);
			for (const person of living(household)) {
				old(world, own, clan, person);
				drive(world, own, person, poor.has(person));
			}
		}
}

function old(world: World, rng: Rng, clan: Clan, person: Person): void {
	const age = ageAt(person, world.asOf);
	// A dead contractor would be a finding of another rule.
	const mayDie =
		clan.role === "plain" ||
		(clan.role === "farm" && person !== clan.main.head);
	const dies = mayDie && age >= 66 && rng.permille(90);
	const pensioner = age >= 61 && rng.permille(300);
	if (!dies) {
		if (pensioner)
			payPension(
				world,
				rng,
				person,
				monthOf(plusYears(person.birth, 60)) + 1,
				pensionsUntil,
			);
		return;
	}
	const died = civil(rng.int(2024, 2025), rng.int(1, 12), rng.int(1, 28));
	if (pensioner)
		payPension(
			world,
			rng,
			person,
			monthOf(plusYears(person.birth, 60)) + 1,
			monthOf(died) + (rng.permille(300) ? 1 : 0),
		);
	const cancelled = died + rng.int(3, 60);
	if (rng.permille(850))
		die(world, person, "公安注销", died, { recorded: cancelled });
	if (rng.permille(550))
		die(world, person, "殡葬火化", died + (rng.permille(150) ? 1 : 0), {
			recorded: died + rng.int(2, 4),
			idGiven: rng.permille(600),
		});
	closeRegister(world, person, cancelled);
}

function drive(world: World, rng: Rng, person: Person, poor: boolean): void {
	const age = ageAt(person, world.asOf);
	if (age < 19 || age > 72) return;
	const acquired = Math.max(
		civil(rng.int(2010, 2025), rng.int(1, 12), rng.int(1, 28)),
		plusYears(person.birth, 19),
	);
	if (poor) {
		// Only what an allowance never excludes.
		if (rng.permille(180))
			vehicle(world, rng, {
				owner: person,
				type: rng.pick(["普通二轮摩托车", "电动自行车", "正三轮载货摩托车"]),
				acquired,
			});
		return;
	}
	if (!rng.permille(260)) return;
	const type = rng.weighted([
		["car", 700],
		["普通二轮摩托车", 150],
		["轻型普通货车", 70],
		["重型自卸货车", 12],
		["大型轮式拖拉机", 20],
		["手扶拖拉机", 18],
		["轮式联合收割机", 8],
	] as const);
	const sold = rng.permille(70) && acquired + 400 < world.asOf;
	vehicle(world, rng, {
		owner: person,
		type: type === "car" ? rng.pick(cars) : type,
		acquired,
		...(type === "重型自卸货车" ? { use: "货运" } : {}),
		...(sold
			? { ended: Math.min(acquired + rng.int(300, 2500), world.asOf - 20) }
			: {}),
	});
}

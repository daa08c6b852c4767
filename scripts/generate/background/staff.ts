import { plusYears } from "../base/day.ts";
import type { Rng } from "../base/rng.ts";
import { units } from "../places/units.ts";
import { employ } from "../world/employment.ts";
import { ageAt } from "../world/people.ts";
import type { World } from "../world/world.ts";
import { adults, type Clan } from "./population.ts";

const posts = {
	公务员: ["一级科员", "四级主任科员", "股长"],
	参公: ["科员", "站长"],
	事业: ["教师", "护师", "工程师", "管理九级"],
	工勤: ["驾驶员", "技术工四级"],
	临聘: ["窗口人员", "协管员"],
	公益岗: ["保洁员", "护林员"],
} as const;

/** Public servants who are no cadres, out of clans that neither trade nor live on an allowance. */
export function staff(world: World, rng: Rng, clans: readonly Clan[]): void {
	for (const clan of clans) {
		if (clan.role !== "plain") continue;
		for (const person of adults(world, clan.main)) {
			if (!rng.permille(90)) continue;
			const unit = rng.pick(units);
			const age = ageAt(person, world.asOf);
			const from = plusYears(person.birth, 22) + rng.int(0, 700);
			if (age < 25) continue;
			if (age >= 60) {
				employ(world, person, unit, from, {
					staff: rng.pick(["公务员", "事业", "事业"] as const),
					post: "退休人员",
					status: "退休",
					to: plusYears(person.birth, person.gender === "男" ? 60 : 55),
				});
				continue;
			}
			const kind = rng.weighted([
				["事业", 50],
				["公务员", 16],
				["参公", 10],
				["工勤", 6],
				["临聘", 13],
				["公益岗", 5],
			] as const);
			employ(world, person, unit, from, {
				staff: kind,
				post: rng.pick(posts[kind]),
			});
		}
	}
}

import { civil, parts, plusYears } from "../base/day.ts";
import type { Rng } from "../base/rng.ts";
import { units } from "../places/units.ts";
import { cadre, declareMember, term } from "../world/cadres.ts";
import type { Person } from "../world/records.ts";
import type { World } from "../world/world.ts";
import type { Clan } from "./population.ts";

const posts = [
	"办公室主任",
	"副局长",
	"党组成员、副局长",
	"工程股股长",
	"财务股股长",
	"局长",
];

/** Posts, careers and family tables of the background cadres. */
export function cadres(world: World, rng: Rng, clans: readonly Clan[]): void {
	for (const clan of clans) {
		if (clan.role !== "cadre") continue;
		const person = clan.main.head;
		const unit = rng.pick(units);
		const since = civil(rng.int(2014, 2025), rng.int(1, 12), rng.int(1, 28));
		const post = unit.short.endsWith("政府")
			? rng.pick(["镇党委委员", "副镇长", "党政办主任"])
			: rng.pick(posts);
		cadre(world, rng, person, unit, post, since);
		career(world, rng, person, since);
		term(world, person, unit, post, since);
		familyTable(world, rng, person, clan);
	}
}

/** The earlier posts: they end where the present one begins. */
export function career(
	world: World,
	rng: Rng,
	person: Person,
	until: number,
): void {
	let from = plusYears(person.birth, 23);
	const first = rng.pick(units);
	const turn = from + Math.floor((until - from) / 2);
	from = firstOfMonth(from);
	const middle = firstOfMonth(turn);
	if (middle - from < 400 || until - middle < 400) return;
	term(
		world,
		person,
		{ name: first.name, code: first.code },
		"科员",
		from,
		middle,
	);
	term(
		world,
		person,
		{ name: first.name, code: first.code },
		"股长",
		middle,
		until,
	);
}

function firstOfMonth(day: number): number {
	const { year, month } = parts(day);
	return civil(year, month, 1);
}

const works = [
	"务农",
	"个体经营",
	"临澄县第二中学教师",
	"退休",
	"临澄县人民医院护士",
	"外出务工",
];

function familyTable(world: World, rng: Rng, person: Person, clan: Clan): void {
	for (const row of clan.main.rows) {
		if (row.person === person) continue;
		const relation =
			row.relation === "妻"
				? "妻子"
				: row.relation === "夫"
					? "丈夫"
					: row.person.gender === "男"
						? "儿子"
						: row.relation === "母亲"
							? "母亲"
							: "女儿";
		declareMember(
			world,
			person,
			relation,
			row.person,
			rng.permille(120),
			rng.pick(works),
		);
	}
	const [, own, inLaws] = clan.households;
	for (const row of own?.rows ?? []) {
		if (row.relation === "户主")
			declareMember(
				world,
				person,
				"父亲",
				row.person,
				rng.permille(60),
				"退休",
			);
		if (row.relation === "妻")
			declareMember(
				world,
				person,
				"母亲",
				row.person,
				rng.permille(60),
				"务农",
			);
	}
	for (const row of inLaws?.rows ?? []) {
		if (row.relation === "户主")
			declareMember(world, person, "岳父", row.person, false, "退休");
		if (row.relation === "妻")
			declareMember(world, person, "岳母", row.person, false, "务农");
	}
}

import { civil, parts, plusYears } from "../base/day.ts";
import type { Rng } from "../base/rng.ts";
import { units } from "../places/units.ts";
import { cadre, declareMember, term } from "../world/cadres.ts";
import { charge } from "../world/employment.ts";
import { ageAt } from "../world/people.ts";
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

/** What the leaders of a unit are in charge of. */
const fields: Readonly<Record<string, string>> = {
	住建局: "城市建设",
	交通局: "交通运输",
	教育局: "教育",
	水利局: "水利",
	卫健局: "卫生健康",
	综合执法局: "城市管理",
	农业农村局: "农业农村",
	民政局: "民政",
	自然资源局: "自然资源",
	文旅体局: "文化旅游",
};

/** Posts, careers and family tables of the background cadres. */
export function cadres(world: World, rng: Rng, clans: readonly Clan[]): void {
	for (const clan of clans) {
		if (clan.role !== "cadre") continue;
		const [husband, wife] = clan.main.rows;
		const person =
			wife?.relation === "妻" && rng.permille(300)
				? wife.person
				: (husband?.person ?? clan.main.head);
		const unit = rng.pick(units);
		const since = civil(rng.int(2014, 2025), rng.int(1, 12), rng.int(1, 28));
		const post = unit.short.endsWith("政府")
			? rng.pick(["镇党委委员", "副镇长", "党政办主任"])
			: rng.pick(posts);
		cadre(world, rng, person, unit, post, since);
		career(world, rng, person, since);
		term(world, person, unit, post, since);
		const field = fields[unit.short];
		if (field !== undefined && /[局镇]长$/.test(post))
			charge(world, { person, unit, post }, field, since);
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
	"临澄县人民医院护士",
	"外出务工",
];

/** What the form says that somebody does, by age. */
function work(world: World, rng: Rng, person: Person): string {
	const age = ageAt(person, world.asOf);
	if (age < 7) return "学龄前儿童";
	if (age < 22) return "学生";
	if (age >= 60) return rng.pick(["退休", "务农"]);
	return rng.pick(works);
}

function familyTable(world: World, rng: Rng, person: Person, clan: Clan): void {
	const say = (relation: string, member: Person, given: number) =>
		declareMember(
			world,
			person,
			relation,
			member,
			rng.permille(given),
			work(world, rng, member),
		);
	for (const row of clan.main.rows) {
		if (row.person === person) continue;
		if (row.relation === "妻") say("妻子", row.person, 120);
		else if (row.relation === "户主") say("丈夫", row.person, 120);
		else say(row.person.gender === "男" ? "儿子" : "女儿", row.person, 120);
	}
	const [, his, hers] = clan.households;
	const man = person.gender === "男";
	for (const row of (man ? his : hers)?.rows ?? []) {
		if (row.relation === "户主") say("父亲", row.person, 60);
		if (row.relation === "妻") say("母亲", row.person, 60);
	}
	for (const row of (man ? hers : his)?.rows ?? []) {
		if (row.relation === "户主") say(man ? "岳父" : "公公", row.person, 0);
		if (row.relation === "妻") say(man ? "岳母" : "婆婆", row.person, 0);
	}
}

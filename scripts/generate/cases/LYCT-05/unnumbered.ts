import { civil, parts } from "../../base/day.ts";
import type { Rng } from "../../base/rng.ts";
import { villages } from "../../places/county.ts";
import { declareMember } from "../../world/cadres.ts";
import { household } from "../../world/families.ts";
import { homeIn, resident } from "../../world/people.ts";
import type { Person } from "../../world/records.ts";
import type { World } from "../../world/world.ts";
import { casesOf } from "../case.ts";
import { type Official, official } from "../kit/official.ts";
import { lead, ownCompany, trades } from "../kit/trade.ts";

const surnames = ["郗", "郄", "邴", "鄢", "逄", "亓", "仉", "谌"];
const given = ["蕴", "绮", "筠", "蓁", "藻", "璇", "瑗", "琬", "珩", "嫒"];

/** A name that no table of names gives, so that nobody bears it by accident, also in a city. */
function rareName(world: World, rng: Rng): string {
	return world.unique(
		"rare name",
		() => rng.pick(surnames) + rng.pick(given) + rng.pick(given),
	);
}

/** The mother of the wife: the form knows her name and month of birth; no register ties her to the couple. */
function motherInLaw(
	world: World,
	rng: Rng,
	he: Official,
	inRegister: boolean,
): Person {
	const home = homeIn(rng);
	const mother = resident(world, rng, {
		gender: "女",
		born: Number(he.spouse.id.slice(6, 10)) - rng.int(21, 26),
		home,
		name: rareName(world, rng),
	});
	if (inRegister) household(world, mother, home);
	return mother;
}

/** Somebody else of her name, who lives in another township than the official. */
function namesake(
	world: World,
	rng: Rng,
	he: Official,
	of: Person,
	bornOn: number,
): Person {
	const away = villages.filter(
		({ town }) => town !== he.person.home.village.town,
	);
	const home = homeIn(rng, rng.pick(away));
	const other = resident(world, rng, {
		gender: of.gender,
		born: { day: bornOn },
		home,
		name: of.name,
		namesake: true,
	});
	household(world, other, home);
	return other;
}

export const unnumbered = casesOf("LYCT-05", [
	{
		kind: "true",
		slug: "mother-in-law-known-by-name-and-month",
		why: "岳母另立一户，户籍、婚姻登记都看不到她与女儿的关系；家庭成员表只有姓名和出生年月，全县同名同年同月的只有她一人，可以确定。",
		plant(world, rng) {
			const he = official(world, rng);
			const mother = motherInLaw(world, rng, he, true);
			const line = declareMember(world, he.person, "岳母", mother);
			const firm = ownCompany(world, rng, mother, he.from + 60);
			const [row] = world.linesOf.get(mother) ?? [];
			return lead(
				world,
				he,
				mother,
				firm,
				trades(world, rng, he, firm, [300]),
				[line, ...(row ? [row] : [])],
			);
		},
	},
	{
		kind: "near_miss",
		slug: "two-namesakes-of-the-same-month",
		why: "岳母不在本地户籍；本县有两名与她同名、同年同月出生的女子，其中一人办公司：不能确定是谁，不出线索（F01）。",
		plant(world, rng) {
			const he = official(world, rng);
			const mother = motherInLaw(world, rng, he, false);
			const line = declareMember(world, he.person, "岳母", mother);
			const { year, month, date } = parts(mother.birth);
			const other = (days: number) =>
				civil(year, month, ((date + days - 1) % 28) + 1);
			const owner = namesake(world, rng, he, mother, other(9));
			namesake(world, rng, he, mother, other(17));
			const firm = ownCompany(world, rng, owner, he.from - 200);
			return lead(world, he, owner, firm, trades(world, rng, he, firm, [330]), [
				line,
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "namesake-of-another-month",
		why: "岳母不在本地户籍；公司属于与她同名、同年而不同月出生的女子：姓名一致、出生年月不一致，不出线索（F01）。",
		plant(world, rng) {
			const he = official(world, rng);
			const mother = motherInLaw(world, rng, he, false);
			const line = declareMember(world, he.person, "岳母", mother);
			const { year, month } = parts(mother.birth);
			const owner = namesake(
				world,
				rng,
				he,
				mother,
				civil(year, (month % 12) + 1, 15),
			);
			const firm = ownCompany(world, rng, owner, he.from - 150);
			return lead(world, he, owner, firm, trades(world, rng, he, firm, [360]), [
				line,
			]);
		},
	},
]);

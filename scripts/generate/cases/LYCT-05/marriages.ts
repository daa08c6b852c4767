import { civil, on, parts } from "../../base/day.ts";
import { declareMember } from "../../world/cadres.ts";
import { found } from "../../world/companies.ts";
import { enter, householdOf, marry } from "../../world/families.ts";
import type { Person } from "../../world/records.ts";
import type { World } from "../../world/world.ts";
import { casesOf } from "../case.ts";
import { official, parentsOf, stranger } from "../kit/official.ts";
import { lead, ownCompany, trades } from "../kit/trade.ts";

/** Kinship by marriage holds from the wedding to the divorce, whatever other registers still say. */
export const marriages = casesOf("LYCT-05", [
	{
		kind: "near_miss",
		slug: "divorced-a-year-before",
		why: "签约一年前已离婚，前妻已迁出：原岳母不再是姻亲（F21）。",
		plant(world, rng) {
			const he = official(world, rng);
			he.home.marriage.divorced = he.from + 100;
			he.home.wifeRow.status = "迁出";
			he.home.wifeRow.statusDate = he.from + 130;
			dropSpouse(world, he.person);
			const inLaws = parentsOf(world, rng, he.spouse);
			const second = stranger(world, rng, 1968, { gender: "男" });
			const again = marry(world, second, he.spouse, he.from + 110);
			enter(world, householdOf(world, second), he.spouse, "妻");
			const firm = ownCompany(world, rng, inLaws.mother, he.from - 400);
			return lead(
				world,
				he,
				inLaws.mother,
				firm,
				trades(world, rng, he, firm, [465, 700]),
				[...he.marriageRows, inLaws.childRow, inLaws.motherRow, again],
			);
		},
	},
	{
		kind: "near_miss",
		slug: "divorced-still-in-his-register",
		why: "签约前已离婚，但前妻户口未迁走、户籍仍写“妻”：以婚姻登记为准（F21）。",
		plant(world, rng) {
			const he = official(world, rng);
			he.home.marriage.divorced = he.from + 60;
			dropSpouse(world, he.person);
			const inLaws = parentsOf(world, rng, he.spouse);
			const firm = ownCompany(world, rng, inLaws.father, he.from - 250);
			return lead(
				world,
				he,
				inLaws.father,
				firm,
				trades(world, rng, he, firm, [430]),
				[...he.marriageRows, inLaws.childRow, inLaws.fatherRow],
			);
		},
	},
	{
		kind: "near_miss",
		slug: "first-wifes-mother",
		why: "公司属于第一任妻子的母亲，任职前多年已离婚并再婚（F21）。",
		plant(world, rng) {
			const he = official(world, rng, {
				born: 1968,
				married: on("2010-05-20"),
			});
			const first = stranger(world, rng, 1970, { gender: "女" });
			const early = marry(
				world,
				he.person,
				first,
				on("1993-10-08"),
				on("2006-03-17"),
			);
			const mother = parentsOf(world, rng, first);
			const firm = ownCompany(world, rng, mother.mother, he.from - 600);
			return lead(
				world,
				he,
				mother.mother,
				firm,
				trades(world, rng, he, firm, [290]),
				[early, mother.childRow, mother.motherRow],
			);
		},
	},
	{
		kind: "near_miss",
		slug: "married-after-signing",
		why: "合同签订一年多以后才结婚：签约时还不是岳父（F21）。",
		plant(world, rng) {
			const he = official(world, rng, { born: 1980 });
			he.home.marriage.registered = he.from + 800;
			he.home.wifeRow.from = he.from + 830;
			const inLaws = parentsOf(world, rng, he.spouse);
			inLaws.childRow.statusDate = he.from + 830;
			const firm = ownCompany(world, rng, inLaws.father, he.from - 900);
			return lead(
				world,
				he,
				inLaws.father,
				firm,
				trades(world, rng, he, firm, [250]),
				[...he.marriageRows, inLaws.childRow, inLaws.fatherRow],
			);
		},
	},
	{
		kind: "true",
		slug: "signed-before-the-divorce",
		why: "后来离了婚，但签约时仍是夫妻：按签约日的关系判断，妻妹的丈夫不计，岳父持股的公司照报。",
		plant(world, rng) {
			const he = official(world, rng);
			he.home.marriage.divorced = he.from + 1100;
			dropSpouse(world, he.person);
			const inLaws = parentsOf(world, rng, he.spouse);
			const partner = stranger(world, rng);
			const firm = found(world, rng, {
				legalRep: partner,
				established: he.from - 150,
				shares: [
					[inLaws.father, 51],
					[partner, 49],
				],
			});
			return lead(
				world,
				he,
				inLaws.father,
				firm,
				trades(world, rng, he, firm, [330]),
				[...he.marriageRows, inLaws.childRow, inLaws.fatherRow],
			);
		},
	},
	{
		kind: "near_miss",
		slug: "namesake-of-mother-in-law",
		why: "公司属于与岳母同名同姓的另一名女子，证号、出生年月都不同（F01）。",
		plant(world, rng) {
			const he = official(world, rng);
			const inLaws = parentsOf(world, rng, he.spouse);
			declareMember(world, he.person, "岳母", inLaws.mother);
			const other = stranger(
				world,
				rng,
				Number(inLaws.mother.id.slice(6, 10)) + 7,
				{
					name: inLaws.mother.name,
					gender: "女",
					namesake: true,
				},
			);
			const firm = ownCompany(world, rng, other, he.from - 200);
			return lead(world, he, other, firm, trades(world, rng, he, firm, [370]), [
				...he.marriageRows,
				inLaws.childRow,
				inLaws.motherRow,
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "namesake-born-in-the-same-month",
		why: "家庭成员表只有岳母姓名和出生年月、没有证号；公司属于同名、同年同月出生的另一人，户籍能查到真正的岳母（F01）。",
		plant(world, rng) {
			const he = official(world, rng);
			const inLaws = parentsOf(world, rng, he.spouse);
			const line = declareMember(world, he.person, "岳母", inLaws.mother);
			const other = stranger(world, rng, 0, {
				name: inLaws.mother.name,
				gender: "女",
				namesake: true,
				bornOn: otherDayOfMonth(inLaws.mother.birth),
			});
			const firm = ownCompany(world, rng, other, he.from - 350);
			return lead(world, he, other, firm, trades(world, rng, he, firm, [410]), [
				line,
				...he.marriageRows,
				inLaws.childRow,
				inLaws.motherRow,
			]);
		},
	},
]);

/** The form was filled in again after the divorce. */
function dropSpouse(world: World, cadre: Person): void {
	const at = world.familyTables.findIndex((line) => line.cadre === cadre);
	if (at >= 0) world.familyTables.splice(at, 1);
}

function otherDayOfMonth(day: number): number {
	const { year, month, date } = parts(day);
	return civil(year, month, date <= 14 ? date + 11 : date - 11);
}

import { inMonth, on } from "../../base/day.ts";
import {
	childAtHome,
	enter,
	householdOf,
	marry,
} from "../../world/families.ts";
import { file } from "../../world/welfare.ts";
import { casesOf } from "../case.ts";
import { parentsOf, siblingIn, stranger } from "../kit/official.ts";
import { allowance, lead, villageOfficer } from "./village-office.ts";

/** Near relatives (N, S, I) of a village cadre or a clerk who get the allowance without a filing. */
export const unfiled = casesOf("GXB-08", [
	{
		kind: "true",
		slug: "mother",
		why: "村支书的母亲在其任职期内纳入低保，未备案。",
		plant(world, rng) {
			const he = villageOfficer(world, rng, { post: "党支部书记、村委会主任" });
			const own = parentsOf(world, rng, he.person);
			return lead(he, own.mother, allowance(world, rng, own.mother), [
				own.childRow,
				own.motherRow,
			]);
		},
	},
	{
		kind: "true",
		slug: "brother",
		why: "村委会副主任的弟弟享受低保，未备案；兄弟同列父亲户内。",
		plant(world, rng) {
			const he = villageOfficer(world, rng);
			const own = parentsOf(world, rng, he.person);
			const brother = siblingIn(
				world,
				rng,
				own.household,
				"男",
				Number(he.person.id.slice(6, 10)) + 4,
			);
			return lead(he, brother.person, allowance(world, rng, brother.person), [
				own.childRow,
				brother.row,
			]);
		},
	},
	{
		kind: "true",
		slug: "started-before-the-term",
		why: "父亲的低保始于其任职之前、任职后继续享受：重叠即报，降一级。",
		plant(world, rng) {
			const he = villageOfficer(world, rng);
			const own = parentsOf(world, rng, he.person);
			return lead(
				he,
				own.father,
				allowance(world, rng, own.father, inMonth("2018-09") + rng.int(0, 12)),
				[own.childRow, own.fatherRow],
			);
		},
	},
	{
		kind: "true",
		slug: "mother-in-law",
		why: "岳母享受低保，未备案（近姻亲I，排序靠后）。",
		plant(world, rng) {
			const he = villageOfficer(world, rng);
			const inLaws = parentsOf(world, rng, he.spouse);
			return lead(he, inLaws.mother, allowance(world, rng, inLaws.mother), [
				...he.marriageRows,
				inLaws.childRow,
				inLaws.motherRow,
			]);
		},
	},
	{
		kind: "true",
		slug: "son-in-law",
		why: "女婿单独纳入低保（重残单人保），未备案（S类）。",
		plant(world, rng) {
			const he = villageOfficer(world, rng, { born: 1966 });
			const daughter = childAtHome(world, rng, he.home.household, "女", 1992);
			daughter.row.status = "迁出";
			daughter.row.statusDate = on("2017-05-20");
			const husband = stranger(world, rng, 1990, { gender: "男" });
			const marriage = marry(world, husband, daughter.person, on("2017-03-18"));
			const wifeRow = enter(
				world,
				householdOf(world, husband),
				daughter.person,
				"妻",
			);
			// The daughter is his by the line of the head whose daughter the register says she is.
			return lead(he, husband, allowance(world, rng, husband), [
				he.home.husbandRow,
				daughter.row,
				marriage,
				wifeRow,
			]);
		},
	},
	{
		kind: "true",
		slug: "clerks-brother-in-law",
		why: "镇民政助理员（经办人）的妻弟享受低保，未备案。",
		plant(world, rng) {
			const he = villageOfficer(world, rng, {
				post: "民政助理员（低保经办人）",
				from: on("2020-05-11"),
			});
			const inLaws = parentsOf(world, rng, he.spouse);
			const brother = siblingIn(
				world,
				rng,
				inLaws.household,
				"男",
				Number(he.spouse.id.slice(6, 10)) + 3,
			);
			return lead(he, brother.person, allowance(world, rng, brother.person), [
				...he.marriageRows,
				inLaws.childRow,
				brother.row,
			]);
		},
	},
	{
		kind: "true",
		slug: "other-relative-filed",
		why: "备案的是父亲，享受低保的姐姐没有备案：备案只对写明的人有效。",
		plant(world, rng) {
			const he = villageOfficer(world, rng);
			const own = parentsOf(world, rng, he.person);
			const sister = siblingIn(
				world,
				rng,
				own.household,
				"女",
				Number(he.person.id.slice(6, 10)) - 2,
			);
			const filing = file(
				world,
				he.office,
				"父亲",
				own.father,
				on("2022-03-08"),
			);
			return lead(he, sister.person, allowance(world, rng, sister.person), [
				own.childRow,
				sister.row,
				filing,
			]);
		},
	},
	{
		kind: "true",
		slug: "term-over-since",
		why: "任期2024年结束，兄长的低保在任期内开始：享受期与任职期重叠，照报。",
		plant(world, rng) {
			const he = villageOfficer(world, rng, {
				from: on("2017-02-20"),
				to: on("2024-06-30"),
			});
			const own = parentsOf(world, rng, he.person);
			const brother = siblingIn(
				world,
				rng,
				own.household,
				"男",
				Number(he.person.id.slice(6, 10)) - 3,
			);
			return lead(
				he,
				brother.person,
				allowance(world, rng, brother.person, inMonth("2022-01")),
				[own.childRow, brother.row],
			);
		},
	},
]);

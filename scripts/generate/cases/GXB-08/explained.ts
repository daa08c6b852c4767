import { firstDay, inMonth, monthOf, on } from "../../base/day.ts";
import { childAtHome } from "../../world/families.ts";
import { file } from "../../world/welfare.ts";
import { casesOf } from "../case.ts";
import { parentsOf, siblingIn, stranger } from "../kit/official.ts";
import { allowance, lead, villageOfficer } from "./village-office.ts";

export const explained = casesOf("GXB-08", [
	{
		kind: "near_miss",
		slug: "filed",
		why: "母亲享受低保，已在纳入前备案（F22）。",
		plant(world, rng) {
			const he = villageOfficer(world, rng);
			const own = parentsOf(world, rng, he.person);
			const granted = allowance(world, rng, own.mother);
			const filing = file(
				world,
				he.office,
				"母亲",
				own.mother,
				firstDay(granted.first) - 20,
			);
			return lead(he, own.mother, granted, [
				own.childRow,
				own.motherRow,
				filing,
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "brother-filed",
		why: "兄长享受低保，已备案（F22）。",
		plant(world, rng) {
			const he = villageOfficer(world, rng);
			const own = parentsOf(world, rng, he.person);
			const brother = siblingIn(
				world,
				rng,
				own.household,
				"男",
				Number(he.person.id.slice(6, 10)) - 5,
			);
			const granted = allowance(world, rng, brother.person);
			const filing = file(
				world,
				he.office,
				"哥哥",
				brother.person,
				firstDay(granted.first) - 9,
			);
			return lead(he, brother.person, granted, [
				own.childRow,
				brother.row,
				filing,
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "term-ended-before",
		why: "任期结束之后母亲才纳入低保：享受期与任职期不重叠。",
		plant(world, rng) {
			const he = villageOfficer(world, rng, {
				from: on("2014-01-10"),
				to: on("2021-01-20"),
			});
			const own = parentsOf(world, rng, he.person);
			return lead(
				he,
				own.mother,
				allowance(world, rng, own.mother, inMonth("2022-04")),
				[own.childRow, own.motherRow],
			);
		},
	},
	{
		kind: "near_miss",
		slug: "term-ended-the-day-it-began",
		why: "离任日是2023年3月1日，母亲自2023年3月起享受：离任当日不算在任，区间半开。",
		plant(world, rng) {
			const he = villageOfficer(world, rng, {
				from: on("2017-03-01"),
				to: on("2023-03-01"),
			});
			const own = parentsOf(world, rng, he.person);
			return lead(
				he,
				own.mother,
				allowance(world, rng, own.mother, monthOf(on("2023-03-01"))),
				[own.childRow, own.motherRow],
			);
		},
	},
	{
		kind: "near_miss",
		slug: "entitlement-ended-before",
		why: "父亲的低保在其任职前已停发。",
		plant(world, rng) {
			const he = villageOfficer(world, rng, { from: on("2025-10-20") });
			const own = parentsOf(world, rng, he.person);
			return lead(
				he,
				own.father,
				allowance(
					world,
					rng,
					own.father,
					inMonth("2019-04"),
					inMonth("2025-08"),
				),
				[own.childRow, own.fatherRow],
			);
		},
	},
	{
		kind: "near_miss",
		slug: "divorced",
		why: "任职前已离婚，原岳母享受低保（F21）。",
		plant(world, rng) {
			const he = villageOfficer(world, rng);
			he.marriage.divorced = on("2018-08-13");
			he.home.wifeRow.status = "迁出";
			he.home.wifeRow.statusDate = on("2018-09-01");
			const inLaws = parentsOf(world, rng, he.spouse);
			inLaws.childRow.status = "正常";
			delete inLaws.childRow.statusDate;
			return lead(he, inLaws.mother, allowance(world, rng, inLaws.mother), [
				...he.marriageRows,
				inLaws.childRow,
				inLaws.motherRow,
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "namesake",
		why: "享受低保的人与村干部的弟弟同名同姓，证号不同（F01）。",
		plant(world, rng) {
			const he = villageOfficer(world, rng);
			const own = parentsOf(world, rng, he.person);
			const brother = siblingIn(
				world,
				rng,
				own.household,
				"男",
				Number(he.person.id.slice(6, 10)) + 3,
			);
			const other = stranger(
				world,
				rng,
				Number(brother.person.id.slice(6, 10)) + 5,
				{ name: brother.person.name, gender: "男", namesake: true },
			);
			return lead(he, other, allowance(world, rng, other), [
				own.childRow,
				brother.row,
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "nephew",
		why: "侄子享受低保：旁系（W）不在本规则范围。",
		plant(world, rng) {
			const he = villageOfficer(world, rng);
			const own = parentsOf(world, rng, he.person);
			const brother = siblingIn(
				world,
				rng,
				own.household,
				"男",
				Number(he.person.id.slice(6, 10)) - 4,
			);
			const nephew = childAtHome(
				world,
				rng,
				brother.own,
				"男",
				Number(brother.person.id.slice(6, 10)) + 24,
			);
			return lead(he, nephew.person, allowance(world, rng, nephew.person), [
				own.childRow,
				brother.row,
				brother.ownRow,
				nephew.row,
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "himself",
		why: "村干部本人享受低保：不是亲属，不归本规则。",
		plant(world, rng) {
			const he = villageOfficer(world, rng, { post: "妇联主席" });
			return lead(he, he.person, allowance(world, rng, he.person), []);
		},
	},
	{
		kind: "near_miss",
		slug: "cousin",
		why: "堂弟享受低保：旁系（W）不在本规则范围。",
		plant(world, rng) {
			const he = villageOfficer(world, rng, { born: 1976 });
			const own = parentsOf(world, rng, he.person);
			const grandparents = parentsOf(world, rng, own.father);
			const uncle = siblingIn(
				world,
				rng,
				grandparents.household,
				"男",
				Number(own.father.id.slice(6, 10)) + 3,
			);
			const cousin = childAtHome(
				world,
				rng,
				uncle.own,
				"男",
				Number(uncle.person.id.slice(6, 10)) + 25,
			);
			return lead(he, cousin.person, allowance(world, rng, cousin.person), [
				own.childRow,
				own.fatherRow,
				grandparents.childRow,
				uncle.row,
				cousin.row,
			]);
		},
	},
]);

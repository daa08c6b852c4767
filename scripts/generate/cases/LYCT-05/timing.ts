import { on } from "../../base/day.ts";
import { sign } from "../../world/commerce.ts";
import { casesOf } from "../case.ts";
import { anotherInspected, official, parentsOf } from "../kit/official.ts";
import { lead, ownCompany, trades } from "../kit/trade.ts";

/** The day of signing must lie in the term: the first day counts, the day of leaving does not, and there is no margin. */
export const timing = casesOf("LYCT-05", [
	{
		kind: "true",
		slug: "earlier-post-since-moved-on",
		why: "干部已调离，合同签在其在原单位任职期内：按任职区间判断，不看现职。",
		plant(world, rng) {
			const from = on("2017-06-15") + rng.int(0, 300);
			const he = official(world, rng, { from, to: from + 1900 });
			const inLaws = parentsOf(world, rng, he.spouse);
			const firm = ownCompany(world, rng, inLaws.father, he.from + 300);
			return lead(
				world,
				he,
				inLaws.father,
				firm,
				trades(world, rng, he, firm, [900, 1500]),
				[...he.marriageRows, inLaws.childRow, inLaws.fatherRow],
			);
		},
	},
	{
		kind: "true",
		slug: "signed-on-the-first-day",
		why: "合同签订日就是任职当日：任职当日算在任。",
		plant(world, rng) {
			const he = official(world, rng);
			const inLaws = parentsOf(world, rng, he.spouse);
			const firm = ownCompany(world, rng, inLaws.mother, he.from - 700);
			return lead(
				world,
				he,
				inLaws.mother,
				firm,
				trades(world, rng, he, firm, [0]),
				[...he.marriageRows, inLaws.childRow, inLaws.motherRow],
			);
		},
	},
	{
		kind: "near_miss",
		slug: "signed-on-the-day-he-left",
		why: "合同签订日就是离任当日：离任当日不算在任，区间半开。",
		plant(world, rng) {
			const from = on("2016-08-01") + rng.int(0, 300);
			const he = official(world, rng, { from, to: from + 1800 });
			const inLaws = parentsOf(world, rng, he.spouse);
			const firm = ownCompany(world, rng, inLaws.mother, he.from + 200);
			return lead(
				world,
				he,
				inLaws.mother,
				firm,
				trades(world, rng, he, firm, [1800, 1950]),
				[...he.marriageRows, inLaws.childRow, inLaws.motherRow],
			);
		},
	},
	{
		kind: "near_miss",
		slug: "signed-before-he-came",
		why: "合同在任职前一天签订：LYCT-05 不留余量。",
		plant(world, rng) {
			const he = official(world, rng);
			const inLaws = parentsOf(world, rng, he.spouse);
			const firm = ownCompany(world, rng, inLaws.father, he.from - 1200);
			return lead(
				world,
				he,
				inLaws.father,
				firm,
				trades(world, rng, he, firm, [-1, -200]),
				[...he.marriageRows, inLaws.childRow, inLaws.fatherRow],
			);
		},
	},
	{
		kind: "near_miss",
		slug: "contract-with-another-unit",
		why: "岳父的公司只与别的单位签约，干部从未在那里任职。",
		plant(world, rng) {
			const he = official(world, rng);
			const inLaws = parentsOf(world, rng, he.spouse);
			const firm = ownCompany(world, rng, inLaws.father, he.from - 100);
			const contract = sign(
				world,
				rng,
				anotherInspected(rng, he.unit),
				firm,
				he.from + 300,
			);
			return lead(
				world,
				he,
				inLaws.father,
				firm,
				[contract],
				[...he.marriageRows, inLaws.childRow, inLaws.fatherRow],
			);
		},
	},
]);

import { on, plusMonths } from "../../base/day.ts";
import { subordinates } from "../../places/units.ts";
import { sign } from "../../world/commerce.ts";
import { found } from "../../world/companies.ts";
import { childAtHome } from "../../world/families.ts";
import { pay } from "../../world/payments.ts";
import { casesOf } from "../case.ts";
import { official, parentsOf, siblingIn, stranger } from "../kit/official.ts";
import { lead, ownCompany, trades } from "../kit/trade.ts";

/** Founded within twelve months of the day of taking office, and in business soon after. */
export const founded = casesOf("LYCT-10", [
	{
		kind: "true",
		slug: "wife-five-months-later",
		why: "任职五个月后妻子设立公司，两年内与本单位签两份合同（近亲属）。",
		plant(world, rng) {
			const he = official(world, rng);
			const firm = ownCompany(world, rng, he.spouse, he.from + 150);
			return lead(
				world,
				he,
				he.spouse,
				firm,
				trades(world, rng, he, firm, [230, 520]),
				he.marriageRows,
			);
		},
	},
	{
		kind: "true",
		slug: "mother-in-law-on-the-first-day-subordinate-unit",
		why: "岳母在任职当日设立公司，业务来自下属单位：任职当日算，下属单位的业务也算（近姻亲）。",
		plant(world, rng) {
			const he = official(world, rng);
			const inLaws = parentsOf(world, rng, he.spouse);
			const below = subordinates.find(({ parent }) => parent === he.unit);
			const firm = ownCompany(world, rng, inLaws.mother, he.from);
			return lead(
				world,
				he,
				inLaws.mother,
				firm,
				[sign(world, rng, below ?? he.unit, firm, he.from + 160)],
				[...he.marriageRows, inLaws.childRow, inLaws.motherRow],
			);
		},
	},
	{
		kind: "true",
		slug: "brother-tenth-on-the-last-day-of-the-year",
		why: "哥哥持股10%的公司在任职满12个月的前一日设立，设立当日签约：区间的最后一天，份额刚好一成。",
		plant(world, rng) {
			const he = official(world, rng);
			const own = parentsOf(world, rng, he.person);
			const brother = siblingIn(
				world,
				rng,
				own.household,
				"男",
				Number(he.person.id.slice(6, 10)) - 3,
			);
			const day = plusMonths(he.from, 12) - 1;
			const boss = stranger(world, rng);
			const firm = found(world, rng, {
				legalRep: boss,
				established: day,
				shares: [
					[boss, 90],
					[brother.person, 10],
				],
			});
			return lead(
				world,
				he,
				brother.person,
				firm,
				[sign(world, rng, he.unit, firm, day)],
				[own.childRow, brother.row],
			);
		},
	},
	{
		kind: "true",
		slug: "small-payments-after-he-moved-on",
		why: "妻弟在任职三个月后设立公司，干部次年调走，原单位此后有零星付款、没有合同：不设金额下限，业务期按设立日算。",
		plant(world, rng) {
			const from = on("2018-02-01") + rng.int(0, 300);
			const he = official(world, rng, { from, to: from + 420 });
			const inLaws = parentsOf(world, rng, he.spouse);
			const brother = siblingIn(
				world,
				rng,
				inLaws.household,
				"男",
				Number(he.spouse.id.slice(6, 10)) + 3,
			);
			const firm = ownCompany(world, rng, brother.person, he.from + 90);
			const paid = [500, 640].map((day) =>
				pay(world, rng, he.unit, firm, he.from + day, { amount: 4800 }),
			);
			return lead(world, he, brother.person, firm, paid, [
				...he.marriageRows,
				inLaws.childRow,
				brother.row,
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "founded-the-day-before",
		why: "妻子的公司在任职前一天设立：设立日不在任职以后。",
		plant(world, rng) {
			const he = official(world, rng);
			const firm = ownCompany(world, rng, he.spouse, he.from - 1);
			return lead(
				world,
				he,
				he.spouse,
				firm,
				trades(world, rng, he, firm, [200]),
				he.marriageRows,
			);
		},
	},
	{
		kind: "near_miss",
		slug: "founded-when-the-year-was-over",
		why: "岳父的公司在任职满12个月当日设立：区间半开，当日不算。",
		plant(world, rng) {
			const he = official(world, rng);
			const inLaws = parentsOf(world, rng, he.spouse);
			const day = plusMonths(he.from, 12);
			const firm = ownCompany(world, rng, inLaws.father, day);
			return lead(
				world,
				he,
				inLaws.father,
				firm,
				[sign(world, rng, he.unit, firm, day + 100)],
				[...he.marriageRows, inLaws.childRow, inLaws.fatherRow],
			);
		},
	},
	{
		kind: "near_miss",
		slug: "nephews-company",
		why: "侄子在任职后设立公司并签约：旁系（W类）不在本规则，由姻亲旁系的规则报。",
		plant(world, rng) {
			const he = official(world, rng, { born: 1966 });
			const own = parentsOf(world, rng, he.person);
			const brother = siblingIn(
				world,
				rng,
				own.household,
				"男",
				Number(he.person.id.slice(6, 10)) - 2,
			);
			const nephew = childAtHome(
				world,
				rng,
				brother.own,
				"男",
				Number(brother.person.id.slice(6, 10)) + 25,
			);
			const firm = ownCompany(world, rng, nephew.person, he.from + 100);
			return lead(
				world,
				he,
				nephew.person,
				firm,
				trades(world, rng, he, firm, [300]),
				[own.childRow, brother.row, brother.ownRow, nephew.row],
			);
		},
	},
]);

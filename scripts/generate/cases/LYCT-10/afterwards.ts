import { plusMonths } from "../../base/day.ts";
import { county } from "../../places/county.ts";
import { sign } from "../../world/commerce.ts";
import { found, hold } from "../../world/companies.ts";
import { casesOf } from "../case.ts";
import {
	anotherInspected,
	official,
	parentsOf,
	siblingIn,
	stranger,
} from "../kit/official.ts";
import { lead, ownCompany, trades } from "../kit/trade.ts";

/** The founding fits; what came afterwards does not, or is set aside. */
export const afterwards = casesOf("LYCT-10", [
	{
		kind: "near_miss",
		slug: "first-business-after-two-years",
		why: "任职后设立，但设立满24个月当日才有第一笔业务：区间半开，当日不算。",
		plant(world, rng) {
			const he = official(world, rng);
			const inLaws = parentsOf(world, rng, he.spouse);
			const firm = ownCompany(world, rng, inLaws.mother, he.from + 60);
			return lead(
				world,
				he,
				inLaws.mother,
				firm,
				[sign(world, rng, he.unit, firm, plusMonths(he.from + 60, 24))],
				[...he.marriageRows, inLaws.childRow, inLaws.motherRow],
			);
		},
	},
	{
		kind: "near_miss",
		slug: "business-with-another-unit",
		why: "任职后设立的公司只与别的局有业务，干部从未在那里任职。",
		plant(world, rng) {
			const he = official(world, rng);
			const firm = ownCompany(world, rng, he.spouse, he.from + 80);
			const elsewhere = anotherInspected(rng, he.unit);
			return lead(
				world,
				he,
				he.spouse,
				firm,
				[sign(world, rng, elsewhere, firm, he.from + 240)],
				he.marriageRows,
			);
		},
	},
	{
		kind: "near_miss",
		slug: "joined-after-the-business",
		why: "公司由他人设立并做了业务，妻弟在业务之后才入股：业务当日没有关系。",
		plant(world, rng) {
			const he = official(world, rng);
			const inLaws = parentsOf(world, rng, he.spouse);
			const brother = siblingIn(
				world,
				rng,
				inLaws.household,
				"男",
				Number(he.spouse.id.slice(6, 10)) + 2,
			);
			const boss = stranger(world, rng);
			const firm = found(world, rng, {
				legalRep: boss,
				established: he.from + 50,
				shares: [[boss, 60]],
			});
			hold(world, firm, boss, 40, he.from + 50, he.from + 400);
			hold(world, firm, brother.person, 40, he.from + 400);
			return lead(
				world,
				he,
				brother.person,
				firm,
				trades(world, rng, he, firm, [300, 399]),
				[...he.marriageRows, inLaws.childRow, brother.row],
			);
		},
	},
	{
		kind: "near_miss",
		slug: "bought-an-old-company",
		why: "弟弟在任职后收购设立多年的公司再做业务：不是新设立（由近亲属交易的规则报）。",
		plant(world, rng) {
			const he = official(world, rng);
			const own = parentsOf(world, rng, he.person);
			const brother = siblingIn(
				world,
				rng,
				own.household,
				"男",
				Number(he.person.id.slice(6, 10)) + 3,
			);
			const before = stranger(world, rng);
			const firm = found(world, rng, {
				legalRep: before,
				established: he.from - 1500,
				shares: [],
			});
			hold(world, firm, before, 100, he.from - 1500, he.from + 120);
			hold(world, firm, brother.person, 100, he.from + 120);
			return lead(
				world,
				he,
				brother.person,
				firm,
				trades(world, rng, he, firm, [250, 500]),
				[own.childRow, brother.row],
			);
		},
	},
	{
		kind: "near_miss",
		slug: "divorced-before-the-business",
		why: "妻子在任职后设立公司，离婚以后公司才有业务：业务当日已不是配偶（F21）。",
		plant(world, rng) {
			const he = official(world, rng);
			he.home.marriage.divorced = he.from + 200;
			const at = world.familyTables.findIndex(
				(line) => line.cadre === he.person,
			);
			if (at >= 0) world.familyTables.splice(at, 1);
			const firm = ownCompany(world, rng, he.spouse, he.from + 60);
			return lead(
				world,
				he,
				he.spouse,
				firm,
				trades(world, rng, he, firm, [260, 500]),
				he.marriageRows,
			);
		},
	},
	{
		kind: "near_miss",
		slug: "new-village-collective",
		why: "哥哥任法定代表人的村股份经济合作社在任职后登记设立并有业务：村集体经济组织由F09扣下并计数。",
		suppressed: "F09",
		plant(world, rng) {
			const he = official(world, rng);
			const own = parentsOf(world, rng, he.person);
			const brother = siblingIn(
				world,
				rng,
				own.household,
				"男",
				Number(he.person.id.slice(6, 10)) - 4,
			);
			const { village } = brother.person.home;
			const firm = found(world, rng, {
				legalRep: brother.person,
				established: he.from + 130,
				kind: "N2",
				type: "农村集体经济组织（股份经济合作社）",
				name: world.unique(
					"company name",
					() =>
						`${county.name}${village.town.name}${village.name}第${rng.int(1, 99)}股份经济合作社`,
				),
				shares: [],
			});
			return lead(
				world,
				he,
				brother.person,
				firm,
				trades(world, rng, he, firm, [400]),
				[own.childRow, brother.row],
			);
		},
	},
]);

import { on, plusYears } from "../../base/day.ts";
import { hold } from "../../world/companies.ts";
import { childAtHome, grownChild, marry } from "../../world/families.ts";
import { homeIn, resident } from "../../world/people.ts";
import { casesOf } from "../case.ts";
import { parentsOf, siblingIn, stranger } from "../kit/official.ts";
import { dutyLead, firmOf, inCharge } from "./in-charge.ts";

/** Spouse, children and their spouses; brothers and parents-in-law are others' matter. */
export const familyBusiness = casesOf("LYCT-03", [
	{
		kind: "true",
		slug: "wife-in-his-line",
		why: "干部分管水利，妻子在本县任水利工程公司法定代表人。",
		plant(world, rng) {
			const he = inCharge(world, rng, "水利");
			const firm = firmOf(world, rng, he.spouse, he.from - 400, "水利工程");
			return dutyLead(world, he, he.spouse, firm, he.marriageRows);
		},
	},
	{
		kind: "true",
		slug: "sons-40-percent",
		why: "干部分管园林绿化，儿子持有市政园林公司40%股份，不任职。",
		plant(world, rng) {
			const he = inCharge(world, rng, "园林绿化", { born: 1966 });
			const son = childAtHome(
				world,
				rng,
				he.home.household,
				"男",
				Number(he.home.wife.id.slice(6, 10)) + 24,
			);
			const boss = stranger(world, rng);
			const firm = firmOf(world, rng, boss, he.from + 120, "市政园林", {
				shares: [
					[boss, 60],
					[son.person, 40],
				],
			});
			return dutyLead(world, he, son.person, firm, [
				he.home.husbandRow,
				son.row,
			]);
		},
	},
	{
		kind: "true",
		slug: "daughters-husband-supervisor",
		why: "干部分管物业管理，女婿任物业公司监事（子女的配偶）。",
		plant(world, rng) {
			const he = inCharge(world, rng, "物业管理", { born: 1963 });
			const born = Number(he.home.wife.id.slice(6, 10)) + 23;
			const daughter = grownChild(
				world,
				rng,
				he.home.household,
				"女",
				born,
				homeIn(rng),
			);
			const husband = resident(world, rng, {
				gender: "男",
				born: born - 1,
				home: daughter.person.home,
			});
			const marriage = marry(
				world,
				daughter.person,
				husband,
				plusYears(daughter.person.birth, 24),
			);
			const firm = firmOf(
				world,
				rng,
				stranger(world, rng),
				Math.max(he.from, marriage.registered) + 60,
				"物业服务",
				{ officers: [[husband, "监事"]] },
			);
			return dutyLead(world, he, husband, firm, [
				he.home.husbandRow,
				daughter.row,
				marriage,
			]);
		},
	},
	{
		kind: "true",
		slug: "since-moved-on-and-closed",
		why: "任职期间丈夫在分管的工程建设行业办企业，干部后来调离、企业后来注销：历史重叠照报、降一级。",
		plant(world, rng) {
			const from = on("2016-02-01") + rng.int(0, 300);
			const she = inCharge(world, rng, "工程建设", {
				gender: "女",
				from,
				to: from + 1500,
			});
			const firm = firmOf(world, rng, she.spouse, she.from + 200, "建设工程", {
				status: "注销",
				statusDate: she.from + 2200,
			});
			return dutyLead(world, she, she.spouse, firm, she.marriageRows);
		},
	},
	{
		kind: "near_miss",
		slug: "brother-in-his-line",
		why: "弟弟在分管行业里办企业：不是配偶、子女及其配偶。",
		plant(world, rng) {
			const he = inCharge(world, rng, "水利");
			const own = parentsOf(world, rng, he.person);
			const brother = siblingIn(
				world,
				rng,
				own.household,
				"男",
				Number(he.person.id.slice(6, 10)) + 3,
			);
			const firm = firmOf(world, rng, brother.person, he.from, "水利工程");
			return dutyLead(world, he, brother.person, firm, [
				own.childRow,
				brother.row,
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "mother-in-law-in-his-line",
		why: "岳母在分管行业里办企业：近姻亲不在本规则。",
		plant(world, rng) {
			const he = inCharge(world, rng, "商务");
			const inLaws = parentsOf(world, rng, he.spouse);
			const firm = firmOf(world, rng, inLaws.mother, he.from + 90, "商贸");
			return dutyLead(world, he, inLaws.mother, firm, [
				...he.marriageRows,
				inLaws.childRow,
				inLaws.motherRow,
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "founded-after-the-divorce",
		why: "离婚以后前妻才在分管行业里办企业（F21）。",
		plant(world, rng) {
			const he = inCharge(world, rng, "信息化");
			he.home.marriage.divorced = he.from + 100;
			const at = world.familyTables.findIndex(
				(line) => line.cadre === he.person,
			);
			if (at >= 0) world.familyTables.splice(at, 1);
			const firm = firmOf(world, rng, he.spouse, he.from + 100, "科技");
			return dutyLead(world, he, he.spouse, firm, he.marriageRows);
		},
	},
	{
		kind: "near_miss",
		slug: "left-the-company-within-29-days",
		why: "干部到任后29天内妻子转出全部股份：重叠不足30天。",
		plant(world, rng) {
			const he = inCharge(world, rng, "商务");
			const boss = stranger(world, rng);
			const firm = firmOf(world, rng, boss, he.from - 700, "商贸", {
				shares: [],
			});
			hold(world, firm, he.spouse, 80, he.from - 700, he.from + 29);
			hold(world, firm, boss, 20, he.from - 700);
			hold(world, firm, boss, 80, he.from + 29);
			return dutyLead(world, he, he.spouse, firm, he.marriageRows);
		},
	},
]);

import { on } from "../../base/day.ts";
import { county } from "../../places/county.ts";
import { casesOf } from "../case.ts";
import { stranger } from "../kit/official.ts";
import { dutyLead, firmOf, inCharge, neighbour } from "./in-charge.ts";

/** In another field, in another place, at another time, or excused and counted. */
export const elsewhere = casesOf("LYCT-03", [
	{
		kind: "near_miss",
		slug: "another-line",
		why: "妻子开广告公司，干部分管水利：行业与分管领域无关。",
		plant(world, rng) {
			const he = inCharge(world, rng, "水利");
			const firm = firmOf(world, rng, he.spouse, he.from - 200, "广告传媒");
			return dutyLead(world, he, he.spouse, firm, he.marriageRows);
		},
	},
	{
		kind: "near_miss",
		slug: "in-the-neighbouring-county",
		why: "妻子的水利工程公司登记在邻县，不在管辖地区。",
		plant(world, rng) {
			const he = inCharge(world, rng, "水利");
			const firm = firmOf(world, rng, he.spouse, he.from - 300, "水利工程", {
				region: neighbour,
			});
			return dutyLead(world, he, he.spouse, firm, he.marriageRows);
		},
	},
	{
		kind: "near_miss",
		slug: "founded-after-he-left",
		why: "干部调离、不再分管以后妻子才办企业：不在任职期内。",
		plant(world, rng) {
			const from = on("2016-06-01") + rng.int(0, 300);
			const he = inCharge(world, rng, "物业管理", { from, to: from + 1400 });
			const firm = firmOf(world, rng, he.spouse, he.until, "物业服务");
			return dutyLead(world, he, he.spouse, firm, he.marriageRows);
		},
	},
	{
		kind: "near_miss",
		slug: "five-percent-only",
		why: "妻子只持股5%、不任职：受益份额不到10%（F07）。",
		plant(world, rng) {
			const he = inCharge(world, rng, "工程建设");
			const boss = stranger(world, rng);
			const firm = firmOf(world, rng, boss, he.from - 600, "建设工程", {
				shares: [
					[boss, 95],
					[he.spouse, 5],
				],
			});
			return dutyLead(world, he, he.spouse, firm, he.marriageRows);
		},
	},
	{
		kind: "near_miss",
		slug: "shares-of-a-listed-company",
		why: "妻子持有上市公司12%股份，不任职、不能控制：由F07扣下并计数。",
		suppressed: "F07",
		plant(world, rng) {
			const he = inCharge(world, rng, "信息化");
			const firm = firmOf(
				world,
				rng,
				stranger(world, rng),
				he.from - 3000,
				"科技",
				{
					type: "股份有限公司（上市、自然人投资或控股）",
					ownership: "listed",
					shares: [[he.spouse, 12]],
				},
			);
			return dutyLead(world, he, he.spouse, firm, he.marriageRows);
		},
	},
	{
		kind: "near_miss",
		slug: "revoked-before-he-came",
		why: "妻子的公司在干部到任前已被吊销、没有注销：列入待清理，由F06扣下并计数。",
		suppressed: "F06",
		plant(world, rng) {
			const he = inCharge(world, rng, "商务");
			const firm = firmOf(world, rng, he.spouse, he.from - 3000, "商贸", {
				status: "吊销",
				statusDate: he.from - 500,
			});
			return dutyLead(world, he, he.spouse, firm, he.marriageRows);
		},
	},
	{
		kind: "near_miss",
		slug: "village-collective",
		why: "妻子任法定代表人的村股份经济合作社承接水利管护：村集体经济组织由F09扣下并计数。",
		suppressed: "F09",
		plant(world, rng) {
			const he = inCharge(world, rng, "水利");
			const { village } = he.spouse.home;
			const firm = firmOf(world, rng, he.spouse, he.from + 80, "水利工程", {
				kind: "N2",
				type: "农村集体经济组织（股份经济合作社）",
				name: world.unique(
					"company name",
					() =>
						`${county.name}${village.town.name}${village.name}第${rng.int(1, 99)}股份经济合作社`,
				),
				shares: [],
			});
			return dutyLead(world, he, he.spouse, firm, he.marriageRows);
		},
	},
]);

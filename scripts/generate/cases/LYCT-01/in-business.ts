import { on } from "../../base/day.ts";
import { units } from "../../places/units.ts";
import { found, hold, serve } from "../../world/companies.ts";
import { approve, employ } from "../../world/employment.ts";
import { casesOf } from "../case.ts";
import { stranger } from "../kit/official.ts";
import { ownCompany } from "../kit/trade.ts";
import { ownLead, servant } from "./servant.ts";

/** A role in a company for a month or more while in service. */
export const inBusiness = casesOf("LYCT-01", [
	{
		kind: "true",
		slug: "legal-representative-in-office",
		why: "在职公务员设立公司并任法定代表人、执行董事，至今未退出。",
		plant(world, rng) {
			const he = servant(world, rng);
			const firm = ownCompany(world, rng, he.person, on("2019-03-01"));
			return ownLead(world, [he], firm);
		},
	},
	{
		kind: "true",
		slug: "teacher-with-20-percent",
		why: "事业单位人员持股20%、不任职：持股不设下限，适用的规定待核，照报。",
		plant(world, rng) {
			const she = servant(world, rng, { staff: "事业", post: "教师" });
			const boss = stranger(world, rng);
			const firm = found(world, rng, {
				legalRep: boss,
				established: on("2020-05-06") + rng.int(0, 300),
				shares: [
					[boss, 80],
					[she.person, 20],
				],
			});
			return ownLead(world, [she], firm);
		},
	},
	{
		kind: "true",
		slug: "supervisor-of-a-company-since-deregistered",
		why: "在职期间任监事，公司后来注销：按角色区间重叠，历史重叠照报、降一级（F06 不扣）。",
		plant(world, rng) {
			const he = servant(world, rng, { staff: "参公" });
			const firm = found(world, rng, {
				legalRep: stranger(world, rng),
				established: on("2014-02-10"),
				status: "注销",
				statusDate: on("2019-08-15"),
				officers: [[he.person, "监事"]],
			});
			return ownLead(world, [he], firm);
		},
	},
	{
		kind: "true",
		slug: "twenty-days-before-a-transfer-and-twenty-after",
		why: "调动前后各任经理20天，两段在职首尾相接：合计40天，够一个月。",
		plant(world, rng) {
			const day = on("2017-09-01") + rng.int(0, 600);
			const first = servant(world, rng, { to: day });
			const second = employ(
				world,
				first.person,
				rng.pick(units.filter((unit) => unit !== first.unit)),
				day,
			);
			const firm = found(world, rng, {
				legalRep: stranger(world, rng),
				established: day - 700,
			});
			serve(world, firm, first.person, "经理", day - 20, day + 20);
			return ownLead(world, [first, second], firm);
		},
	},
	{
		kind: "true",
		slug: "retired-since",
		why: "现已退休，重叠发生在在职期间：照报，单独标明离退休。",
		plant(world, rng) {
			const she = servant(world, rng, {
				from: on("1990-07-01"),
				status: "退休",
				to: on("2021-10-01") + rng.int(0, 300),
			});
			const boss = stranger(world, rng);
			const firm = found(world, rng, {
				legalRep: boss,
				established: on("2016-04-20"),
				shares: [
					[boss, 65],
					[she.person, 35],
				],
			});
			return ownLead(world, [she], firm);
		},
	},
	{
		kind: "true",
		slug: "approved-for-a-post-but-holds-shares",
		why: "批准的只是兼任董事，本人另持股15%：批准兼职不含持股，照报。",
		plant(world, rng) {
			const he = servant(world, rng);
			const boss = stranger(world, rng);
			const day = on("2018-06-01") + rng.int(0, 300);
			const firm = found(world, rng, {
				legalRep: boss,
				established: day,
				shares: [
					[boss, 85],
					[he.person, 15],
				],
				officers: [[he.person, "董事"]],
			});
			return ownLead(world, [he], firm, [
				approve(world, he, firm, "董事", day - 10),
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "sold-before-entering-service",
		why: "入职前已转让全部股份、辞去职务：角色区间与在职区间不重叠（F06）。",
		plant(world, rng) {
			const he = servant(world, rng, { from: on("2012-08-01") });
			const boss = stranger(world, rng);
			const firm = found(world, rng, {
				legalRep: boss,
				established: on("2008-03-01"),
				shares: [],
			});
			hold(world, firm, he.person, 60, on("2008-03-01"), on("2012-07-01"));
			hold(world, firm, boss, 100, on("2012-07-01"));
			serve(world, firm, he.person, "监事", on("2008-03-01"), on("2012-08-01"));
			return ownLead(world, [he], firm);
		},
	},
	{
		kind: "near_miss",
		slug: "twenty-nine-days",
		why: "入职后29天内办完变更：重叠不足30天。",
		plant(world, rng) {
			const day = on("2013-09-01") + rng.int(0, 500);
			const he = servant(world, rng, { from: day });
			const boss = stranger(world, rng);
			const firm = found(world, rng, {
				legalRep: boss,
				established: day - 900,
				shares: [],
			});
			hold(world, firm, he.person, 40, day - 900, day + 29);
			hold(world, firm, boss, 100, day + 29);
			return ownLead(world, [he], firm);
		},
	},
	{
		kind: "near_miss",
		slug: "founded-after-leaving-service",
		why: "调出后才设立公司：在职区间之外（离职以后从业另有规则）。",
		plant(world, rng) {
			const left = on("2018-03-01") + rng.int(0, 300);
			const he = servant(world, rng, { to: left });
			const firm = ownCompany(world, rng, he.person, left);
			return ownLead(world, [he], firm);
		},
	},
	{
		kind: "near_miss",
		slug: "founded-after-retirement",
		why: "退休后才设立公司：不是在职期间（退休后从业另有规则）。",
		plant(world, rng) {
			const left = on("2019-05-01") + rng.int(0, 300);
			const he = servant(world, rng, {
				from: on("1985-07-01"),
				status: "退休",
				to: left,
			});
			const firm = ownCompany(world, rng, he.person, left + 200);
			return ownLead(world, [he], firm);
		},
	},
]);

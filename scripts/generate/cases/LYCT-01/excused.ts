import { on } from "../../base/day.ts";
import { county } from "../../places/county.ts";
import { found } from "../../world/companies.ts";
import { approve } from "../../world/employment.ts";
import { casesOf } from "../case.ts";
import { stranger } from "../kit/official.ts";
import { ownCompany } from "../kit/trade.ts";
import { ownLead, servant } from "./servant.ts";

/** No public servant, no company in the sense of the rule, or an excuse that is counted. */
export const excusedRoles = casesOf("LYCT-01", [
	{
		kind: "near_miss",
		slug: "namesake-of-a-servant",
		why: "公司属于与在职人员同名的另一人，证号、出生年月都不同（F01）。",
		plant(world, rng) {
			const he = servant(world, rng);
			const other = stranger(world, rng, 1988, {
				name: he.person.name,
				gender: he.person.gender,
				namesake: true,
			});
			const firm = ownCompany(world, rng, other, on("2019-06-01"));
			const planted = ownLead(world, [he], firm);
			planted.rows.push(firm);
			return planted;
		},
	},
	{
		kind: "near_miss",
		slug: "temporary-staff",
		why: "编外聘用人员：不算财政供养，虽在名册里（F20）。",
		plant(world, rng) {
			const he = servant(world, rng, { staff: "临聘", post: "协管员" });
			const firm = ownCompany(world, rng, he.person, on("2020-02-01"));
			return ownLead(world, [he], firm);
		},
	},
	{
		kind: "near_miss",
		slug: "welfare-post",
		why: "公益性岗位人员经营公司：不算财政供养。",
		plant(world, rng) {
			const she = servant(world, rng, { staff: "公益岗", post: "保洁员" });
			const firm = ownCompany(world, rng, she.person, on("2021-02-01"));
			return ownLead(world, [she], firm);
		},
	},
	{
		kind: "near_miss",
		slug: "sole-proprietorship",
		why: "个人独资企业：由个体户、个人独资、合伙的规则报，不在本规则。",
		plant(world, rng) {
			const he = servant(world, rng, { staff: "工勤", post: "驾驶员" });
			const firm = found(world, rng, {
				legalRep: he.person,
				established: on("2018-09-01"),
				type: "个人独资企业",
			});
			return ownLead(world, [he], firm);
		},
	},
	{
		kind: "near_miss",
		slug: "approved-post-without-pay",
		why: "经组织部批准在公司兼任董事、不持股：批准覆盖全部任职期间，由F08扣下并计数。",
		suppressed: "F08",
		plant(world, rng) {
			const he = servant(world, rng, { staff: "事业", post: "工程师" });
			const day = on("2020-03-01") + rng.int(0, 300);
			const firm = found(world, rng, {
				legalRep: stranger(world, rng),
				established: day,
				officers: [[he.person, "董事"]],
			});
			return ownLead(world, [he], firm, [
				approve(world, he, firm, "董事", day - 20),
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "sent-to-a-state-company",
		why: "在国有控股公司任监事、不持股：多为组织委派，手续待核，由F08扣下并计数。",
		suppressed: "F08",
		plant(world, rng) {
			const he = servant(world, rng);
			const firm = found(world, rng, {
				legalRep: stranger(world, rng),
				established: on("2015-11-01"),
				type: "有限责任公司（国有控股）",
				ownership: "state",
				officers: [[he.person, "监事"]],
			});
			return ownLead(world, [he], firm);
		},
	},
	{
		kind: "near_miss",
		slug: "shares-of-a-listed-company",
		why: "持有上市公司1%股份、不任职：本人不能控制，由F07扣下并计数。",
		suppressed: "F07",
		plant(world, rng) {
			const she = servant(world, rng);
			const boss = stranger(world, rng);
			const firm = found(world, rng, {
				legalRep: boss,
				established: on("2009-06-01"),
				type: "股份有限公司（上市、自然人投资或控股）",
				ownership: "listed",
				shares: [[she.person, 1]],
			});
			return ownLead(world, [she], firm);
		},
	},
	{
		kind: "near_miss",
		slug: "revoked-long-before",
		why: "公司在入职前已被吊销、一直没有注销：列入待清理，由F06扣下并计数。",
		suppressed: "F06",
		plant(world, rng) {
			const he = servant(world, rng, { from: on("2015-08-01") });
			const firm = found(world, rng, {
				legalRep: he.person,
				established: on("2006-05-01"),
				status: "吊销",
				statusDate: on("2011-12-20"),
			});
			return ownLead(world, [he], firm);
		},
	},
	{
		kind: "near_miss",
		slug: "village-collective",
		why: "村干部转任的参公人员仍登记为村股份经济合作社法定代表人：村集体经济组织由F09扣下并计数。",
		suppressed: "F09",
		plant(world, rng) {
			const he = servant(world, rng, { staff: "参公", post: "站长" });
			const { village } = he.person.home;
			const firm = found(world, rng, {
				legalRep: he.person,
				established: on("2019-12-01"),
				kind: "N2",
				type: "农村集体经济组织（股份经济合作社）",
				name: world.unique(
					"company name",
					() =>
						`${county.name}${village.town.name}${village.name}第${rng.int(1, 99)}股份经济合作社`,
				),
				shares: [],
			});
			return ownLead(world, [he], firm);
		},
	},
]);

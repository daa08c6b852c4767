import { on } from "../../base/day.ts";
import { subordinates } from "../../places/units.ts";
import {
	award,
	bid,
	machine,
	sign,
	tender,
	upload,
} from "../../world/commerce.ts";
import { found } from "../../world/companies.ts";
import { pay } from "../../world/payments.ts";
import type { Award, Company } from "../../world/records.ts";
import type { World } from "../../world/world.ts";
import { casesOf } from "../case.ts";
import {
	anotherInspected,
	type Official,
	official,
	parentsOf,
	siblingIn,
	stranger,
} from "../kit/official.ts";
import { lead, ownCompany } from "../kit/trade.ts";

/** What counts as business, with whom, and when: half a year before the term and after it belongs to it. */
export const business = casesOf("LYCT-04", [
	{
		kind: "true",
		slug: "paid-without-a-contract",
		why: "妻子的公司与本单位没有合同，任职期内有两笔付款：只有付款没有合同的用付款日。",
		plant(world, rng) {
			const he = official(world, rng);
			const firm = ownCompany(world, rng, he.spouse, he.from - 400);
			const paid = [150, 420].map((day) =>
				pay(world, rng, he.unit, firm, he.from + day),
			);
			return lead(world, he, he.spouse, firm, paid, he.marriageRows);
		},
	},
	{
		kind: "true",
		slug: "won-a-lot-not-yet-signed",
		why: "弟弟的公司在任职期内中标本单位项目，合同台账里还没有合同：按中标通知日。",
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
			const firm = ownCompany(world, rng, brother.person, he.from - 1000);
			const won = compete(world, rng, he, firm, true);
			return lead(
				world,
				he,
				brother.person,
				firm,
				[won],
				[own.childRow, brother.row],
			);
		},
	},
	{
		kind: "true",
		slug: "signed-the-first-day-of-the-margin",
		why: "合同在任职前第180日签订：前后各180日，起点算在内。",
		plant(world, rng) {
			const he = official(world, rng);
			const firm = ownCompany(world, rng, he.spouse, he.from - 1000);
			const deal = sign(world, rng, he.unit, firm, he.from - 180);
			return lead(world, he, he.spouse, firm, [deal], he.marriageRows);
		},
	},
	{
		kind: "true",
		slug: "paid-after-he-left",
		why: "调离后100日，原单位向其妻子的公司付款，没有合同：任职期后180日内。",
		plant(world, rng) {
			const from = on("2016-03-10") + rng.int(0, 300);
			const he = official(world, rng, { from, to: from + 1700 });
			const firm = ownCompany(world, rng, he.spouse, he.from + 200);
			const paid = pay(world, rng, he.unit, firm, he.until + 100);
			return lead(world, he, he.spouse, firm, [paid], he.marriageRows);
		},
	},
	{
		kind: "near_miss",
		slug: "signed-before-the-margin",
		why: "合同在任职前第181日签订，任期内只是履行和付款：任职前已签的合同不算，付款属于合同。",
		plant(world, rng) {
			const he = official(world, rng);
			const firm = ownCompany(world, rng, he.spouse, he.from - 1000);
			const deal = sign(world, rng, he.unit, firm, he.from - 181);
			const paid = pay(world, rng, he.unit, firm, he.from + 90, {
				contract: deal,
			});
			return lead(world, he, he.spouse, firm, [deal, paid], he.marriageRows);
		},
	},
	{
		kind: "near_miss",
		slug: "signed-when-the-margin-had-ended",
		why: "合同在离任后满180日当日签订：区间半开，当日不算。",
		plant(world, rng) {
			const from = on("2016-05-20") + rng.int(0, 300);
			const he = official(world, rng, { from, to: from + 1600 });
			const firm = ownCompany(world, rng, he.spouse, he.from + 100);
			const deal = sign(world, rng, he.unit, firm, he.until + 180);
			return lead(world, he, he.spouse, firm, [deal], he.marriageRows);
		},
	},
	{
		kind: "near_miss",
		slug: "business-with-a-subordinate-unit",
		why: "妻子的公司只与下属单位、另一个局签约：本规则只看干部任职的本单位。",
		plant(world, rng) {
			const he = official(world, rng);
			const firm = ownCompany(world, rng, he.spouse, he.from - 900);
			const below = subordinates.find(({ parent }) => parent === he.unit);
			const deals = [
				...(below ? [sign(world, rng, below, firm, he.from + 200)] : []),
				sign(world, rng, anotherInspected(rng, he.unit), firm, he.from + 320),
			];
			return lead(world, he, he.spouse, firm, deals, he.marriageRows);
		},
	},
	{
		kind: "near_miss",
		slug: "payment-that-came-back",
		why: "付款被银行退票，没有付成，也没有合同：没有发生往来（F25）。",
		plant(world, rng) {
			const he = official(world, rng);
			const firm = ownCompany(world, rng, he.spouse, he.from - 300);
			const paid = pay(world, rng, he.unit, firm, he.from + 240, {
				status: "退回",
			});
			return lead(world, he, he.spouse, firm, [paid], he.marriageRows);
		},
	},
	{
		kind: "near_miss",
		slug: "second-of-the-candidates",
		why: "弟弟的公司投标但只列第二中标候选人，没有中标，也没有签约。",
		plant(world, rng) {
			const he = official(world, rng);
			const own = parentsOf(world, rng, he.person);
			const brother = siblingIn(
				world,
				rng,
				own.household,
				"男",
				Number(he.person.id.slice(6, 10)) + 5,
			);
			const firm = ownCompany(world, rng, brother.person, he.from - 700);
			const second = compete(world, rng, he, firm, false);
			return lead(
				world,
				he,
				brother.person,
				firm,
				[second],
				[own.childRow, brother.row],
			);
		},
	},
	{
		kind: "near_miss",
		slug: "shares-of-a-state-company",
		why: "哥哥持有国有控股公司20%的改制存量股，不任职、不能控制：由F07扣下并计数。",
		suppressed: "F07",
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
			const firm = found(world, rng, {
				legalRep: stranger(world, rng),
				established: he.from - 2500,
				type: "有限责任公司（国有控股）",
				ownership: "state",
				shares: [[brother.person, 20]],
			});
			return lead(
				world,
				he,
				brother.person,
				firm,
				[sign(world, rng, he.unit, firm, he.from + 300)],
				[own.childRow, brother.row],
			);
		},
	},
]);

/** A lot of the official's unit for which the company bids against two others, each on its own machine. */
function compete(
	world: World,
	rng: Parameters<typeof tender>[1],
	he: Official,
	firm: Company,
	wins: boolean,
): Award {
	const opened = on("2024-03-05") + rng.int(0, 500);
	const project = tender(world, rng, he.unit, opened);
	const [lot] = project.lots;
	if (!lot) throw new Error("a project has a lot");
	const rivals = [1, 2].map(() =>
		ownCompany(world, rng, stranger(world, rng), opened - 2000),
	);
	const bids = [firm, ...rivals].map((company) => {
		const made = bid(world, rng, lot, company);
		upload(world, rng, lot, company, machine(world, rng));
		return made;
	});
	// The cheapest wins: the price says who.
	bids.forEach((one, i) => {
		const place = wins ? i : (i + 2) % 3;
		one.price = Math.floor(lot.project.budget * 0.9) + place * 10_000;
	});
	const won = award(world, lot);
	if (!won) throw new Error("the lot was awarded");
	if (wins) return won;
	const second: Award = {
		lot,
		company: firm,
		amount: bids[0]?.price ?? 0,
		notice: won.notice,
		rank: 2,
	};
	world.awards.push(second);
	return second;
}

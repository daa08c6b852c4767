import type { Rng } from "../../base/rng.ts";
import { guarantor, strangeAccount } from "../../world/bidding.ts";
import type { Deposit, Lot } from "../../world/records.ts";
import type { World } from "../../world/world.ts";
import { casesOf, company, lot, type Planted } from "../case.ts";
import {
	bigWorks,
	close,
	type Entry,
	enter,
	newLot,
	purchase,
	smallWorks,
} from "../kit/bidders.ts";
import { stranger } from "../kit/official.ts";

/** The lead of one bidder in a lot, proved by its security. */
function alone(into: Lot, one: Entry): Planted {
	return {
		subjects: [lot(into), company("投标人", one.firm)],
		rows: [one.deposit, one.bid],
	};
}

type Works = typeof bigWorks | typeof smallWorks | typeof purchase;

/** A bidder whose security came in some way, in works or a purchase. */
function paidBy(
	how: (
		world: World,
		rng: Rng,
	) => Partial<Pick<Deposit, "payer" | "payerIs" | "method">> & {
		account?: string | undefined;
	},
	works: Works = bigWorks,
): (world: World, rng: Rng) => Planted {
	return (world, rng) => {
		const into = newLot(world, rng, 1, works);
		const one = enter(world, rng, into, {}, { paid: how(world, rng) });
		close(world, rng, into);
		return alone(into, one);
	};
}

const othersCheque = (world: World, rng: Rng) => ({
	method: "支票" as const,
	payer: "澄安市宏远劳务有限公司",
	payerIs: "company" as const,
	account: strangeAccount(world, rng),
});

/** Cash and cheques, out of the basic account or not. */
export const basicAccount = casesOf("WBCB-05", [
	{
		kind: "true",
		slug: "cheque-of-another-company",
		why: "依法必须招标的工程，保证金用别家公司的转账支票缴纳，不是从投标人基本账户转出：软，降级。",
		plant: paidBy(othersCheque),
	},
	{
		kind: "true",
		slug: "cheque-on-an-account-of-its-own-that-is-not-basic",
		why: "依法必须招标的工程，保证金用本单位一般账户的支票缴纳，不是基本账户。",
		plant: paidBy((world, rng) => ({
			method: "支票",
			account: strangeAccount(world, rng),
		})),
	},
	{
		kind: "true",
		slug: "cash-of-a-person",
		why: "依法必须招标的工程，个人现金缴存保证金，没有账户，平台写明不是基本账户转出。",
		plant: paidBy((world, rng) => ({
			method: "现金",
			payer: stranger(world, rng).name,
			payerIs: "person",
			account: undefined,
		})),
	},
	{
		kind: "near_miss",
		slug: "cheque-on-the-basic-account",
		why: "用转账支票缴纳，从本单位基本账户付出：合规。",
		plant: paidBy(() => ({ method: "支票" })),
	},
	{
		kind: "near_miss",
		slug: "transfer-from-an-account-that-is-not-basic",
		why: "网银转账、不是从基本账户：条文只及现金、支票，其余只作佐证。",
		plant: paidBy((world, rng) => ({
			method: "转账",
			account: strangeAccount(world, rng),
		})),
	},
	{
		kind: "near_miss",
		slug: "cheque-in-works-that-need-no-tender",
		suppressed: "F23",
		why: "估算价不到必须招标的标准，用别家公司的支票缴纳：不适用基本账户的规定，扣下并计数（F23）。",
		plant: paidBy(othersCheque, smallWorks),
	},
	{
		kind: "near_miss",
		slug: "cheque-in-a-purchase",
		why: "政府采购货物，用别家公司的支票缴纳：适用政府采购的规定，没有基本账户的要求。",
		plant: paidBy(othersCheque, purchase),
	},
	{
		kind: "near_miss",
		slug: "cheque-of-the-guarantor",
		suppressed: "F13",
		why: "担保公司开支票代缴：机构的统一账户，扣下并计数（F13）。",
		plant: paidBy((world, rng) => ({
			method: "支票",
			payer: guarantor,
			payerIs: "guarantor",
			account: strangeAccount(world, rng),
		})),
	},
]);

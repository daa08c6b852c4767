import { deposit, strangeAccount } from "../../world/bidding.ts";
import { award } from "../../world/commerce.ts";
import { casesOf } from "../case.ts";
import {
	close,
	type Entry,
	enter,
	newLot,
	purchase,
	rejected,
	rivals,
} from "../kit/bidders.ts";
import { stranger } from "../kit/official.ts";

/** Two bidders of a lot whose security came out of one account. */
export const oneAccount = casesOf("WBCB-05", [
	{
		kind: "true",
		slug: "rival-pays-for-both",
		why: "乙的保证金由甲的基本账户转出：同一标段两家由同一账户转出。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const one = enter(world, rng, lot);
			const { name, account } = one.firm;
			const other = enter(
				world,
				rng,
				lot,
				{},
				{ paid: { payer: name, payerIs: "company", account } },
			);
			close(world, rng, lot);
			return rivals(lot, one, other, [one.deposit, other.deposit]);
		},
	},
	{
		kind: "true",
		slug: "third-person-pays-for-both-one-rejected",
		why: "第三人的个人账户替两家缴纳，其中一家被否决：被否决的投标也算。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const paid = {
				payer: stranger(world, rng).name,
				payerIs: "person" as const,
				account: strangeAccount(world, rng),
			};
			const one = enter(world, rng, lot, {}, { paid });
			const other = enter(world, rng, lot, {}, { paid, ...rejected });
			close(world, rng, lot);
			return rivals(lot, one, other, [one.deposit, other.deposit]);
		},
	},
	{
		kind: "true",
		slug: "three-bidders-one-account-of-a-purchase",
		why: "政府采购项目，三家供应商的保证金由一家不投标的公司转出：三对，三条。",
		plant(world, rng) {
			const lot = newLot(world, rng, 1, purchase);
			const paid = {
				payer: "澄安市鼎盛商贸有限公司",
				payerIs: "company" as const,
				account: strangeAccount(world, rng),
			};
			const [a, b, c] = [0, 1, 2].map(() =>
				enter(world, rng, lot, {}, { paid }),
			);
			close(world, rng, lot);
			if (!a || !b || !c) throw new Error("three bidders");
			const two = (one: Entry, other: Entry) =>
				rivals(lot, one, other, [one.deposit, other.deposit]);
			return [two(a, b), two(a, c), two(b, c)];
		},
	},
	{
		kind: "true",
		slug: "second-payment-out-of-the-rivals-account",
		why: "乙先从自己的账户付了一部分，差额由甲的账户补付；开标后乙撤销了投标：开标后撤销的也算。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const one = enter(world, rng, lot);
			const other = enter(
				world,
				rng,
				lot,
				{},
				{ status: "撤销", reason: "开标后撤销投标文件" },
			);
			const { name, account } = one.firm;
			const rest = deposit(world, rng, lot, other.firm, {
				payer: name,
				payerIs: "company",
				account,
				amount: 500_000,
			});
			close(world, rng, lot);
			return rivals(lot, one, other, [one.deposit, rest]);
		},
	},
	{
		kind: "near_miss",
		slug: "two-payments-of-one-bidder",
		why: "同一家投标人分两笔缴纳，账户当然相同（F25）。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const one = enter(world, rng, lot);
			const again = deposit(world, rng, lot, one.firm, { amount: 300_000 });
			close(world, rng, lot);
			return rivals(lot, one, one, [one.deposit, again]);
		},
	},
	{
		kind: "near_miss",
		slug: "one-account-in-different-lots",
		why: "同一账户先后替两家缴纳，但两家投的不是同一标段。",
		plant(world, rng) {
			const lot = newLot(world, rng, 2);
			const second = lot.project.lots[1];
			if (!second) throw new Error("two lots");
			const paid = {
				payer: stranger(world, rng).name,
				payerIs: "person" as const,
				account: strangeAccount(world, rng),
			};
			const one = enter(world, rng, lot, {}, { paid });
			const other = enter(world, rng, second, {}, { paid });
			close(world, rng, lot);
			close(world, rng, second);
			return rivals(lot, one, other, [one.deposit, other.deposit]);
		},
	},
	{
		kind: "near_miss",
		slug: "other-persons-of-one-name",
		why: "替两家缴纳的两个人同名，账户不同：不是同一账户（F01）。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const { name } = stranger(world, rng);
			const paid = () => ({
				payer: name,
				payerIs: "person" as const,
				account: strangeAccount(world, rng),
			});
			const one = enter(world, rng, lot, {}, { paid: paid() });
			const other = enter(world, rng, lot, {}, { paid: paid() });
			award(world, lot);
			return rivals(lot, one, other, [one.deposit, other.deposit]);
		},
	},
]);

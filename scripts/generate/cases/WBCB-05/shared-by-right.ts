import { guarantor, strangeAccount } from "../../world/bidding.ts";
import { casesOf } from "../case.ts";
import {
	close,
	enter,
	firm,
	newLot,
	rivals,
	withdrawn,
} from "../kit/bidders.ts";

/** One account, and nothing to be asked about it. */
export const sharedByRight = casesOf("WBCB-05", [
	{
		kind: "near_miss",
		slug: "guarantee-of-one-guarantor",
		why: "两家都用同一家担保公司的电子保函：不是账户转出。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const account = strangeAccount(world, rng);
			const paid = { method: "保函" as const, account };
			const one = enter(world, rng, lot, {}, { paid });
			const other = enter(world, rng, lot, {}, { paid });
			close(world, rng, lot);
			return rivals(lot, one, other, [one.deposit, other.deposit]);
		},
	},
	{
		kind: "near_miss",
		slug: "guarantor-pays-from-its-account",
		suppressed: "F13",
		why: "担保公司从统一账户替两家投标人代缴保证金：机构账户，扣下并计数（F13）。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const paid = {
				payer: guarantor,
				payerIs: "guarantor" as const,
				account: strangeAccount(world, rng),
			};
			const one = enter(world, rng, lot, {}, { paid });
			const other = enter(world, rng, lot, {}, { paid });
			close(world, rng, lot);
			return rivals(lot, one, other, [one.deposit, other.deposit]);
		},
	},
	{
		kind: "near_miss",
		slug: "security-for-the-year",
		why: "两家都用年度保证金抵用，登记的是中心的同一账户：不是本次转出。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const paid = {
				method: "年度保证金" as const,
				payer: "澄安市公共资源交易中心临澄分中心",
				payerIs: "guarantor" as const,
				account: strangeAccount(world, rng),
			};
			const one = enter(world, rng, lot, {}, { paid });
			const other = enter(world, rng, lot, {}, { paid });
			close(world, rng, lot);
			return rivals(lot, one, other, [one.deposit, other.deposit]);
		},
	},
	{
		kind: "near_miss",
		slug: "consortium-leader-pays",
		suppressed: "F16",
		why: "联合体牵头人从自己的账户替成员缴纳：联合体成员之间不算（F16）。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const lead = firm(world, rng);
			const partner = firm(world, rng);
			const consortium = [lead, partner];
			const one = enter(world, rng, lot, {}, { firm: lead, consortium });
			const other = enter(
				world,
				rng,
				lot,
				{},
				{
					firm: partner,
					consortium,
					paid: {
						payer: lead.name,
						payerIs: "company",
						account: lead.account,
					},
				},
			);
			close(world, rng, lot);
			return rivals(lot, one, other, [one.deposit, other.deposit]);
		},
	},
	{
		kind: "near_miss",
		slug: "withdrawn-before-opening",
		why: "保证金由同一账户转出，但其中一家开标前已书面撤回投标：撤回的不算。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const one = enter(world, rng, lot);
			const { name, account } = one.firm;
			const other = enter(
				world,
				rng,
				lot,
				{},
				{
					paid: { payer: name, payerIs: "company", account },
					...withdrawn(lot),
				},
			);
			close(world, rng, lot);
			return rivals(lot, one, other, [one.deposit, other.deposit]);
		},
	},
]);

import { company, lot } from "../cases/case.ts";
import type { Bid, Deposit } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { bidsAtOpening, factsOf, pairsOf, rivalHit } from "./bids.ts";
import type { Hit } from "./hit.ts";

/** Money that was moved for the bid; a guarantee and a security for the year are not. */
function moved({ method }: Deposit): boolean {
	return method !== "保函" && method !== "年度保证金";
}

/**
 * The security of two bidders of a lot came out of one account; or, where the law asks for a tender,
 * cash or a cheque of a bidder did not come out of his basic account.
 */
export function wbcb05(world: World): Hit[] {
	const deposits = factsOf(world.deposits);
	const paid = (bid: Bid) => deposits(bid).filter(moved);
	const hits: Hit[] = [];
	for (const [where, bids] of bidsAtOpening(world)) {
		for (const [one, other] of pairsOf(bids)) {
			const common = paid(one).flatMap((a) =>
				paid(other)
					.filter((b) => a.account !== undefined && b.account === a.account)
					.map((b): [Deposit, Deposit] => [a, b]),
			);
			if (common.length === 0) continue;
			const everybodys = common.every((two) =>
				two.some(({ payerIs }) => payerIs === "guarantor"),
			);
			hits.push(
				rivalHit(
					"WBCB-05",
					one,
					other,
					common.flat(),
					everybodys ? "F13" : undefined,
				),
			);
		}
		// A public body's purchase of goods or services goes by another law.
		if (where.project.purchase) continue;
		for (const bid of bids) {
			const foreign = paid(bid).filter(
				({ method, account }) =>
					(method === "现金" || method === "支票") &&
					account !== bid.company.account,
			);
			if (foreign.length === 0) continue;
			const code = foreign.every(({ payerIs }) => payerIs === "guarantor")
				? "F13"
				: where.obligatory
					? undefined
					: "F23";
			hits.push({
				rule: "WBCB-05",
				subjects: [lot(where), company("投标人", bid.company)],
				rows: [...foreign, bid],
				...(code === undefined ? {} : { suppressed: code }),
			});
		}
	}
	return hits;
}

import type { Day } from "../base/day.ts";
import type { Unit } from "../places/units.ts";
import type { Award, Company, Contract, Payment } from "../world/records.ts";
import type { World } from "../world/world.ts";

/** One piece of business of a unit with a company. */
export interface Deal {
	buyer: Unit;
	supplier: Company;
	day: Day;
	fact: Contract | Award | Payment;
}

/**
 * Contracts by the day of signing; lots that were won and have no contract yet, by the notice; and what was
 * paid where there is neither (rulings, 时间: 只有付款没有合同的，用付款日).
 */
export function dealsOf(world: World): Deal[] {
	const deals: Deal[] = world.contracts.map((fact) => ({
		buyer: fact.buyer,
		supplier: fact.supplier,
		day: fact.signed,
		fact,
	}));
	const signed = new Set(
		world.contracts.flatMap(({ project, supplier }) =>
			project ? [`${project.number} ${supplier.uscc}`] : [],
		),
	);
	for (const fact of world.awards)
		if (
			(fact.rank ?? 1) === 1 &&
			!signed.has(`${fact.lot.project.number} ${fact.company.uscc}`)
		)
			deals.push({
				buyer: fact.lot.project.buyer,
				supplier: fact.company,
				day: fact.notice,
				fact,
			});
	const pair = (buyer: Unit, supplier: Company) =>
		`${buyer.name} ${supplier.uscc}`;
	const known = new Set(
		deals.map(({ buyer, supplier }) => pair(buyer, supplier)),
	);
	for (const fact of world.payments)
		if (fact.status === "成功" && !known.has(pair(fact.payer, fact.payee)))
			deals.push({
				buyer: fact.payer,
				supplier: fact.payee,
				day: fact.paid,
				fact,
			});
	return deals;
}

/** By the name of the unit, which is how posts say where somebody serves. */
export function byBuyer(deals: readonly Deal[]): Map<string, Deal[]> {
	const found = new Map<string, Deal[]>();
	for (const deal of deals) {
		const known = found.get(deal.buyer.name);
		if (known) known.push(deal);
		else found.set(deal.buyer.name, [deal]);
	}
	return found;
}

import { type Day, parts } from "../base/day.ts";
import type { Rng } from "../base/rng.ts";
import type { Unit } from "../places/units.ts";
import type { Company, Contract, Payment } from "./records.ts";
import type { World } from "./world.ts";

/** A payment of a unit to a company, for a contract or for none. */
export function pay(
	world: World,
	rng: Rng,
	payer: Unit,
	payee: Company,
	paid: Day,
	how: {
		/** In yuan. */
		amount?: number;
		contract?: Contract;
		status?: Payment["status"];
	} = {},
): Payment {
	const { year } = parts(paid);
	const made: Payment = {
		number: `${year}${String(world.next(`payment ${year}`)).padStart(6, "0")}`,
		payer,
		payee,
		amount: (how.amount ?? rng.int(8, 300) * 100) * 100,
		paid,
		summary: how.contract?.name ?? `支付${rng.pick(payee.works)}款`,
		status: how.status ?? "成功",
	};
	if (how.contract) made.contract = how.contract;
	world.payments.push(made);
	return made;
}

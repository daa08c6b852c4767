import { civil } from "../base/day.ts";
import type { Rng } from "../base/rng.ts";
import { inspectedUnits } from "../places/units.ts";
import { pay } from "../world/payments.ts";
import type { Company } from "../world/records.ts";
import type { World } from "../world/world.ts";

/** Part of the contracts has been paid for, and small things are bought without one. */
export function payments(
	world: World,
	rng: Rng,
	companies: readonly Company[],
): void {
	for (const contract of [...world.contracts]) {
		if (!rng.permille(400)) continue;
		const paid = contract.signed + rng.int(20, 120);
		pay(world, rng, contract.buyer, contract.supplier, paid, {
			amount: contract.amount / 100,
			contract,
		});
	}
	for (let i = 0; i < companies.length / 3; i++) {
		const company = rng.pick(companies);
		const paid = civil(rng.int(2022, 2025), rng.int(1, 12), rng.int(1, 28));
		if (paid > company.established)
			pay(world, rng, rng.pick(inspectedUnits), company, paid, {
				amount: rng.int(2, 60) * 100,
				status: rng.permille(40) ? "退回" : "成功",
			});
	}
}

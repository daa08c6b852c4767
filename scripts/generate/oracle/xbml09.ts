import { type Day, monthOf, on } from "../base/day.ts";
import { person } from "../cases/case.ts";
import type { Death, PensionPayment, Person } from "../world/records.ts";
import type { World } from "../world/world.ts";
import type { Hit } from "./hit.ts";

/** Pension for months that begin later than the month after the earliest credible death, less what came back. */
export function xbml09(world: World): Hit[] {
	const deaths = new Map<Person, Death[]>();
	for (const death of world.deaths) {
		if (!death.idGiven || death.wrongId !== undefined) continue;
		const known = deaths.get(death.person);
		if (known) known.push(death);
		else deaths.set(death.person, [death]);
	}
	const late = new Map<Person, PensionPayment[]>();
	for (const payment of world.pensionPayments) {
		const known = deaths.get(payment.person);
		if (!known || payment.item !== "养老金" || payment.status === "退回")
			continue;
		const died = Math.min(
			...known
				.map(said)
				.filter((day) => day >= payment.person.birth && day <= world.asOf),
		);
		if (payment.period <= monthOf(died) + 1) continue;
		const paid = late.get(payment.person);
		if (paid) paid.push(payment);
		else late.set(payment.person, [payment]);
	}
	const hits: Hit[] = [];
	for (const [who, payments] of late)
		if (payments.reduce((sum, payment) => sum + payment.amount, 0) > 0)
			hits.push({
				rule: "XBML-09",
				subjects: [person("待遇领取人", who)],
				rows: [...(deaths.get(who) ?? []), ...payments],
			});
	return hits;
}

function said(death: Death): Day {
	return death.spelledDate === undefined ? death.died : on(death.spelledDate);
}

import { type Day, on, yearOf } from "../base/day.ts";
import { person } from "../cases/case.ts";
import type { Death, Person, SubsidyPayment } from "../world/records.ts";
import type { World } from "../world/world.ts";
import type { Hit } from "./hit.ts";

/**
 * Subsidies of years later than the year of death, less what came back. Where somebody of the household lives
 * and the money goes to him or to the dead man's own account, the head was not changed: that is set aside.
 */
export function xbml01(world: World): Hit[] {
	const deaths = new Map<string, Death[]>();
	for (const death of world.deaths) {
		if (!death.idGiven) continue;
		const number = death.wrongId ?? death.person.id;
		const known = deaths.get(number);
		if (known) known.push(death);
		else deaths.set(number, [death]);
	}
	const late = new Map<Person, SubsidyPayment[]>();
	for (const payment of world.subsidyPayments) {
		const died = diedOn(world, payment.person, deaths);
		if (died === undefined || payment.status === "退回") continue;
		if (payment.year <= yearOf(died)) continue;
		const known = late.get(payment.person);
		if (known) known.push(payment);
		else late.set(payment.person, [payment]);
	}
	const hits: Hit[] = [];
	for (const [who, payments] of late) {
		if (payments.reduce((sum, { amount }) => sum + amount, 0) <= 0) continue;
		const known = deaths.get(who.id) ?? [];
		const home = (world.linesOf.get(who) ?? []).find(
			({ status }) => status !== "迁出",
		)?.household;
		const mates = (home?.rows ?? [])
			.filter(
				(row) =>
					row.person !== who &&
					row.status === "正常" &&
					!deaths.has(row.person.id),
			)
			.map((row) => row.person);
		const theirs = payments.every(({ account, accountName }) => {
			const holder = world.bankAccounts.find(
				({ number }) => number === account,
			)?.holder;
			return [who, ...mates].some((one) =>
				holder ? holder === one : (accountName ?? who.name) === one.name,
			);
		});
		hits.push({
			rule: "XBML-01",
			subjects: [person("补贴领取人", who)],
			rows: [...payments, ...known, ...(home?.rows ?? [])],
			...(known.every((death) => death.person !== who)
				? { suppressed: "F02" }
				: mates.length > 0 && theirs
					? { suppressed: "F14" }
					: {}),
		});
	}
	return hits;
}

/** The earliest day that can be: after birth, and not after the exports. */
function diedOn(
	world: World,
	who: Person,
	deaths: ReadonlyMap<string, readonly Death[]>,
): Day | undefined {
	const days = (deaths.get(who.id) ?? [])
		.map(({ died, spelledDate }) =>
			spelledDate === undefined ? died : on(spelledDate),
		)
		.filter((day) => day >= who.birth && day <= world.asOf);
	return days.length === 0 ? undefined : Math.min(...days);
}

import { firstDay, inMonth, monthOf, plusYears } from "../base/day.ts";
import type { Rng } from "../base/rng.ts";
import { ageAt } from "../world/people.ts";
import type { World } from "../world/world.ts";
import { adults, type Clan } from "./population.ts";

/**
 * Who is insured where: public employees in their units, and people whom nobody else pays in companies of the county,
 * one after another, never in two at once.
 */
export function insurance(
	world: World,
	rng: Rng,
	clans: readonly Clan[],
): void {
	for (const { person, unit, from, to, staff, status } of world.employees) {
		if (staff === "离退休" || staff === "遗属" || status === "退休") continue;
		world.insured.push({
			person,
			employer: unit,
			from: monthOf(from),
			base: rng.int(48, 110) * 10_000,
			...(to === undefined ? {} : { stop: monthOf(to) + 1 }),
		});
	}
	const companies = world.companies.filter(
		({ status, uscc }) => status === "存续" && uscc.startsWith("91"),
	);
	if (companies.length === 0) return;
	const paid = new Set(world.employees.map(({ person }) => person));
	for (const clan of clans) {
		if (clan.role !== "plain" && clan.role !== "farm") continue;
		for (const person of adults(world, clan.main)) {
			if (paid.has(person) || ageAt(person, world.asOf) >= 60) continue;
			if (!rng.permille(90)) continue;
			const employer = rng.pick(companies);
			const from =
				monthOf(
					Math.max(
						plusYears(person.birth, 20),
						employer.established,
						firstDay(inMonth("2012-01")),
					),
				) + rng.int(1, 30);
			const stop = from + rng.int(8, 70);
			if (from >= monthOf(world.asOf)) continue;
			world.insured.push({
				person,
				employer,
				from,
				base: rng.pick([433_000, 433_000, 520_000, 760_000]),
				...(rng.permille(250) && stop < monthOf(world.asOf) ? { stop } : {}),
			});
		}
	}
}

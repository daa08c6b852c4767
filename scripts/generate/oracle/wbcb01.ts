import type { Day } from "../base/day.ts";
import { person } from "../cases/case.ts";
import type { Company, Person } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { bidsAtOpening, pairsOf, rivalHit } from "./bids.ts";
import type { Hit } from "./hit.ts";
import { differs } from "./names.ts";

/** Who headed a company on a day, and the records that say so. */
export function headOn(
	world: World,
	company: Company,
	day: Day,
): { head: Person; rows: object[] } {
	const changes = world.headChanges.filter((one) => one.company === company);
	// The first change after the day names the head of the day as the one who left.
	const next = changes.find((change) => change.day > day);
	if (!next) {
		const last = changes[changes.length - 1];
		return { head: company.legalRep, rows: last ? [company, last] : [company] };
	}
	return {
		head: next.before,
		rows: world.officers.filter(
			(officer) =>
				officer.company === company &&
				officer.person === next.before &&
				officer.position === "法定代表人" &&
				officer.to === next.day,
		),
	};
}

/** Two bidders of a lot had one head on the day of the opening. */
export function wbcb01(world: World): Hit[] {
	const hits: Hit[] = [];
	for (const [where, bids] of bidsAtOpening(world))
		for (const [one, other] of pairsOf(bids)) {
			const [a, b] = [one, other].map((bid) =>
				headOn(world, bid.company, where.project.opened),
			);
			if (!a || !b) continue;
			const numbers = [one, other].map(
				(bid, i) => bid.company.wrongHeadId ?? [a, b][i]?.head.id,
			);
			if (numbers[0] !== numbers[1]) continue;
			const hit = rivalHit(
				"WBCB-01",
				one,
				other,
				[...a.rows, ...b.rows],
				differs(a.head.name, b.head.name) ? "F02" : undefined,
			);
			hit.subjects.push(
				person("负责人", one.company.wrongHeadId ? b.head : a.head),
			);
			hits.push(hit);
		}
	return hits;
}

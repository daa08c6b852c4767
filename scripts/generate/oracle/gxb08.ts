import { firstDay } from "../base/day.ts";
import { family, person } from "../cases/case.ts";
import type { Person, WelfareMember } from "../world/records.ts";
import type { World } from "../world/world.ts";
import type { Hit } from "./hit.ts";
import type { Kin } from "./kin.ts";

/** A relative of class N, S or I gets the allowance during the term, and nobody filed it. */
export function gxb08(world: World, kin: Kin): Hit[] {
	const hits = new Map<string, Hit>();
	const aided = new Map<Person, WelfareMember[]>();
	for (const member of world.welfareMembers) {
		const known = aided.get(member.person);
		if (known) known.push(member);
		else aided.set(member.person, [member]);
	}
	for (const office of world.villageCadres)
		for (const member of [...kin.ever(office.person).keys()].flatMap(
			(one) => aided.get(one) ?? [],
		)) {
			const from = Math.max(office.from, firstDay(member.family.first));
			const to = Math.min(
				office.to ?? world.asOf + 1,
				member.family.stop === undefined
					? world.asOf + 1
					: firstDay(member.family.stop),
			);
			if (from >= to) continue;
			const relation = kin.of(office.person, from).get(member.person);
			if (relation === undefined || relation === "W") continue;
			const filed = world.filings.some(
				(filing) =>
					filing.filer === office.person &&
					filing.member === member.person &&
					filing.assistance === "低保",
			);
			if (filed) continue;
			const key = `${office.person.id} ${member.family.certificate}`;
			if (hits.has(key)) continue;
			hits.set(key, {
				rule: "GXB-08",
				subjects: [
					person("村干部（经办人）", office.person),
					person("亲属", member.person),
					family(member.family),
				],
				rows: [office, member.family, member],
			});
		}
	return [...hits.values()];
}

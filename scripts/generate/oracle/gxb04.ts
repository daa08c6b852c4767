import { type Day, firstDay, lastDay, monthOf, parts } from "../base/day.ts";
import { family, person } from "../cases/case.ts";
import type { Employee } from "../world/records.ts";
import type { World } from "../world/world.ts";
import type { Hit } from "./hit.ts";

/** A member of a family on the allowance whom the budget pays, in service or retired, for a month at least. */
export function gxb04(world: World): Hit[] {
	const paid = new Map<string, Employee[]>();
	for (const spell of world.employees) {
		if (["临聘", "公益岗", "遗属"].includes(spell.staff)) continue;
		const number = spell.wrongId ?? spell.person.id;
		const known = paid.get(number);
		if (known) known.push(spell);
		else paid.set(number, [spell]);
	}
	return world.welfareMembers.flatMap((member): Hit[] => {
		const { family: of } = member;
		if (of.category === "低保边缘家庭") return [];
		const until = of.stop === undefined ? world.asOf + 1 : firstDay(of.stop);
		const spells = (paid.get(member.person.id) ?? []).filter((spell) =>
			times(world, spell).some(
				([from, to]) =>
					monthAfter(Math.max(from, firstDay(of.first))) <= Math.min(to, until),
			),
		);
		if (spells.length === 0) return [];
		return [
			{
				rule: "GXB-04",
				subjects: [family(of), person("成员", member.person)],
				rows: [of, member, ...spells],
				...(spells.every((spell) => spell.person !== member.person)
					? { suppressed: "F02" }
					: {}),
			},
		];
	});
}

/** When the budget pays: in service, then retired for good. Of who left nobody knows when, nothing is said. */
function times(world: World, spell: Employee): [Day, Day][] {
	const now = world.asOf + 1;
	if (spell.staff === "离退休") return [[spell.from, now]];
	const found: [Day, Day][] = [];
	if (spell.to !== undefined || spell.status === "在职")
		found.push([spell.from, spell.to ?? now]);
	if (spell.status === "退休" && spell.to !== undefined)
		found.push([spell.to, now]);
	return found;
}

/** The same date of the next month, or its last day. */
function monthAfter(day: Day): Day {
	const next = monthOf(day) + 1;
	return Math.min(firstDay(next) + parts(day).date - 1, lastDay(next));
}

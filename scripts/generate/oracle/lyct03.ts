import type { Day } from "../base/day.ts";
import { company, person } from "../cases/case.ts";
import { county } from "../places/county.ts";
import type { Company, Duty, Person } from "../world/records.ts";
import type { World } from "../world/world.ts";
import type { Hit } from "./hit.ts";
import type { Kin } from "./kin.ts";
import { excused, own, type Stakes } from "./stakes.ts";

/** What companies of an industry do, in the words in which offices split their work. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
	"4790": ["工程建设", "城市建设"],
	"4813": ["工程建设", "城市建设", "园林绿化"],
	"4821": ["工程建设", "水利"],
	"6520": ["信息化"],
	"5199": ["商务"],
	"7020": ["物业管理"],
};

const monthOfDays = 30;

/**
 * The spouse, a child or a child's spouse of a cadre has a company in the area and in the field that the
 * cadre is in charge of, for a month or more (rulings, 亲属: LYCT-03).
 */
export function lyct03(world: World, kin: Kin, stakes: Stakes): Hit[] {
	const companies = touched(world);
	const hits = new Map<string, Hit>();
	for (const duty of world.duties)
		for (const relative of family(kin, duty.person, undefined))
			for (const which of companies.get(relative) ?? []) {
				if (!within(duty, which)) continue;
				const met = meeting(world, kin, stakes, duty, relative, which);
				if (!met) continue;
				const key = `${duty.person.id} ${relative.id} ${which.uscc}`;
				if (hits.has(key)) continue;
				const { from, control } = met;
				const code =
					which.status === "吊销" &&
					which.statusDate !== undefined &&
					which.statusDate <= from
						? "F06"
						: excused(which, control);
				hits.set(key, {
					rule: "LYCT-03",
					subjects: [
						person("干部", duty.person),
						person("亲属", relative),
						company("企业", which),
					],
					rows: [
						duty,
						...met.tenures,
						...kin.proof(duty.person, relative, from),
						...stakes.proof(which, relative, from),
						which,
					],
					...(code ? { suppressed: code } : {}),
				});
			}
	return [...hits.values()];
}

/** The spouse, the children and their spouses, on a day or ever. */
function family(kin: Kin, cadre: Person, day: Day | undefined): Set<Person> {
	const children = kin.children(cadre);
	return new Set([
		...kin.spouses(cadre, day),
		...children,
		...children.flatMap((child) => kin.spouses(child, day)),
	]);
}

function within(duty: Duty, which: Company): boolean {
	const area = duty.region.replace(/(00)+$/, "");
	return (
		(which.region ?? county.code).startsWith(area) &&
		(fieldsOf[which.industryCode] ?? []).includes(duty.field)
	);
}

/** The first day of a month or more in which the duty, the post, the kinship and the stake all held. */
function meeting(
	world: World,
	kin: Kin,
	stakes: Stakes,
	duty: Duty,
	relative: Person,
	which: Company,
): { from: Day; control: boolean; tenures: object[] } | undefined {
	const tenures = world.resumes.filter(
		({ person, unit }) =>
			person === duty.person && unit.name === duty.unit.name,
	);
	const until = duty.to ?? world.asOf + 1;
	const holds = (day: Day) =>
		tenures.some(
			({ from, to }) => from <= day && day < (to ?? world.asOf + 1),
		) &&
		family(kin, duty.person, day).has(relative) &&
		own(
			stakes.on(which, day).get(relative) ?? {
				control: false,
				office: false,
				benefit: 0,
			},
		);
	let since: Day | undefined;
	const days = changes(duty, until, [
		...tenures.flatMap(({ from, to }) =>
			to === undefined ? [from] : [from, to],
		),
		...[duty.person, ...kin.children(duty.person)].flatMap((one) =>
			kin.turns(one),
		),
		...stakes.days(which),
	]);
	for (const day of days) {
		const held = day < until && holds(day);
		if (held) since ??= day;
		else if (since !== undefined) {
			if (day - since >= monthOfDays)
				return {
					from: since,
					control: stakes.on(which, since).get(relative)?.control ?? false,
					tenures,
				};
			since = undefined;
		}
	}
	return undefined;
}

/** The days of a duty on which anything may change, its end included. */
function changes(duty: Duty, until: Day, days: readonly Day[]): Day[] {
	const inside = days.filter((day) => duty.from < day && day < until);
	return [...new Set([duty.from, ...inside, until])].sort((a, b) => a - b);
}

/** The companies that somebody has or had to do with, also by way of others. */
function touched(world: World): Map<Person, Set<Company>> {
	const owned = new Map<Company, Company[]>();
	for (const { holder, company: which } of world.shareholdings)
		if ("uscc" in holder) {
			const known = owned.get(holder);
			if (known) known.push(which);
			else owned.set(holder, [which]);
		}
	const found = new Map<Person, Set<Company>>();
	const add = (who: Person, which: Company, depth: number) => {
		if (depth === 0) return;
		const known = found.get(who);
		if (known) known.add(which);
		else found.set(who, new Set([which]));
		for (const below of owned.get(which) ?? []) add(who, below, depth - 1);
	};
	for (const which of world.companies) add(which.legalRep, which, 5);
	for (const { person: who, company: which } of world.officers)
		add(who, which, 5);
	for (const { holder, company: which } of world.shareholdings)
		if (!("uscc" in holder)) add(holder, which, 5);
	return found;
}

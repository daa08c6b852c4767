import type { Day } from "../base/day.ts";
import { company, person } from "../cases/case.ts";
import type { Company, Person, ResumePost } from "../world/records.ts";
import type { World } from "../world/world.ts";
import type { Deal } from "./deals.ts";
import type { Hit } from "./hit.ts";
import type { Kin, KinClass } from "./kin.ts";
import { excused, type Stakes } from "./stakes.ts";

/** One deal of a unit where a cadre serves or served with a company of his relatives. */
interface Meeting {
	tenure: ResumePost;
	supplier: Company;
	day: Day;
	fact: object;
}

/** Who of a cadre's relatives stands behind a company on a day, and in which class. */
function relativesBehind(
	kin: Kin,
	stakes: Stakes,
	cadre: Person,
	which: Company,
	day: Day,
): { relative: Person; kinship: KinClass; control: boolean }[] {
	const ever = kin.ever(cadre);
	const candidates = [...stakes.behind(which, day)].filter(([one]) =>
		ever.has(one),
	);
	if (candidates.length === 0) return [];
	const relatives = kin.of(cadre, day);
	return candidates.flatMap(([relative, { control }]) => {
		const kinship = relatives.get(relative);
		return kinship ? [{ relative, kinship, control }] : [];
	});
}

/**
 * Leads of a rule: the deals that each post met, as far as relatives of some classes stand behind the supplier
 * on the day of the deal.
 */
export function relativesInBusiness(
	rule: string,
	{ resumes }: World,
	kin: Kin,
	stakes: Stakes,
	classes: readonly KinClass[],
	met: (tenure: ResumePost) => readonly Deal[],
): Hit[] {
	const found = new Business(rule, kin, stakes);
	for (const tenure of resumes)
		for (const { supplier, day, fact } of met(tenure)) {
			const behind = relativesBehind(
				kin,
				stakes,
				tenure.person,
				supplier,
				day,
			).filter(({ kinship }) => classes.includes(kinship));
			if (behind.length > 0) found.add({ tenure, supplier, day, fact }, behind);
		}
	return found.hits();
}

/** Gathers meetings into leads: one a cadre and company, with all facts that prove it. */
class Business {
	readonly #rule: string;
	readonly #kin: Kin;
	readonly #stakes: Stakes;
	readonly #found = new Map<
		string,
		{
			meetings: Meeting[];
			relatives: Set<Person>;
			control: boolean;
			rows: Set<object>;
		}
	>();

	constructor(rule: string, kin: Kin, stakes: Stakes) {
		this.#rule = rule;
		this.#kin = kin;
		this.#stakes = stakes;
	}

	add(
		meeting: Meeting,
		behind: readonly { relative: Person; control: boolean }[],
	): void {
		const { tenure, supplier, day, fact } = meeting;
		const key = `${tenure.person.id} ${supplier.uscc}`;
		let known = this.#found.get(key);
		if (!known) {
			known = {
				meetings: [],
				relatives: new Set(),
				control: false,
				rows: new Set(),
			};
			this.#found.set(key, known);
		}
		known.meetings.push(meeting);
		for (const row of [tenure, fact]) known.rows.add(row);
		for (const { relative, control } of behind) {
			known.control ||= control;
			if (known.relatives.has(relative)) continue;
			known.relatives.add(relative);
			for (const row of [
				...this.#kin.proof(tenure.person, relative, day),
				...this.#stakes.proof(supplier, relative, day),
			])
				known.rows.add(row);
		}
	}

	hits(): Hit[] {
		return [...this.#found.values()].map(
			({ meetings, relatives, control, rows }) => {
				const { tenure, supplier } = meetings[0] as Meeting;
				const code = excused(supplier, control);
				return {
					rule: this.#rule,
					subjects: [
						person("干部", tenure.person),
						...[...relatives].map((one) => person("亲属", one)),
						company("企业", supplier),
					],
					rows: [...rows],
					...(code ? { suppressed: code } : {}),
				};
			},
		);
	}
}

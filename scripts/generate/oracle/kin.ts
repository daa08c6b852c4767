import { type Day, monthOf } from "../base/day.ts";
import type { Marriage, Person, RegisterRow } from "../world/records.ts";
import type { World } from "../world/world.ts";

/** Classes of relatives, from the nearest to the farthest (rulings, 亲属). */
export type KinClass = "N" | "S" | "I" | "W";
const order: readonly KinClass[] = ["N", "S", "I", "W"];

const inLawWords = new Set(["岳父", "岳母", "公公", "婆婆"]);
const childWords = /^([长次三四五]?[子女])$/;

/** Who is whose relative, read off the registers of the world. */
export class Kin {
	readonly #parents = new Map<Person, Set<Person>>();
	readonly #children = new Map<Person, Set<Person>>();
	readonly #marriages = new Map<Person, Marriage[]>();
	/** Couples of whom only the population register knows. */
	readonly #couples = new Map<Person, Set<Person>>();
	readonly #ever = new Map<Person, Map<Person, KinClass>>();
	readonly #declaredUncles = new Map<Person, Set<Person>>();
	/** The two lines of one household by which one person is the child of another, or the spouse. */
	readonly #lines = new Map<Person, Map<Person, RegisterRow[]>>();
	/** The facts that a family table alone, or with the register, gives of a relative. */
	readonly #declared = new Map<Person, Map<Person, object[]>>();
	/** Parents-in-law whom no register ties to the couple, and whom name and month of birth make certain. */
	readonly #namedInLaws = new Map<Person, Set<Person>>();

	constructor(world: World) {
		for (const marriage of world.marriages)
			for (const one of [marriage.husband, marriage.wife]) {
				const known = this.#marriages.get(one);
				if (known) known.push(marriage);
				else this.#marriages.set(one, [marriage]);
			}
		for (const household of world.households) {
			const head = household.rows.find(
				({ person }) => person === household.head,
			);
			if (!head) continue;
			const spouses = household.rows.filter(
				({ relation }) => relation === "妻" || relation === "夫",
			);
			for (const row of household.rows) {
				const { person, relation } = row;
				if (relation === "妻" || relation === "夫") {
					add(this.#couples, household.head, person);
					this.#note(head, row);
				}
				if (childWords.test(relation))
					for (const parent of [head, ...spouses]) this.#beget(parent, row);
				if (relation === "母亲" || relation === "父亲") this.#beget(row, head);
			}
		}
		for (const line of world.familyTables)
			if (line.idGiven && line.relation === "舅舅") {
				add(this.#declaredUncles, line.cadre, line.member);
				this.#declare(line.cadre, line.member, [line]);
			}
		const bearers = new Map<string, Map<Person, RegisterRow>>();
		for (const row of world.register) {
			const key = byNameAndMonth(row.person);
			const known = bearers.get(key);
			if (known) known.set(row.person, row);
			else bearers.set(key, new Map([[row.person, row]]));
		}
		for (const line of world.familyTables) {
			const found = bearers.get(byNameAndMonth(line.member));
			if (!inLawWords.has(line.relation) || found?.size !== 1) continue;
			for (const [only, row] of found)
				if (!this.of(line.cadre, undefined).has(only)) {
					add(this.#namedInLaws, line.cadre, only);
					this.#declare(line.cadre, only, [line, row]);
				}
		}
	}

	#declare(cadre: Person, relative: Person, facts: object[]): void {
		const known = this.#declared.get(cadre);
		if (known) known.set(relative, facts);
		else this.#declared.set(cadre, new Map([[relative, facts]]));
	}

	#beget(parent: RegisterRow, child: RegisterRow): void {
		add(this.#parents, child.person, parent.person);
		add(this.#children, parent.person, child.person);
		this.#note(parent, child);
	}

	#note(one: RegisterRow, other: RegisterRow): void {
		for (const [a, b] of [
			[one, other],
			[other, one],
		] as const) {
			let known = this.#lines.get(a.person);
			if (!known) {
				known = new Map();
				this.#lines.set(a.person, known);
			}
			if (!known.has(b.person)) known.set(b.person, [one, other]);
		}
	}

	/** The facts of the shortest chain of parents, children and spouses between two relatives on a day. */
	proof(person: Person, relative: Person, day: Day | undefined): object[] {
		const cameFrom = new Map<Person, { from: Person; facts: object[] }>();
		let edge = [person];
		for (let step = 0; step < 5 && !cameFrom.has(relative); step++) {
			const next: Person[] = [];
			for (const from of edge)
				for (const [to, facts] of this.#steps(from, day))
					if (to !== person && !cameFrom.has(to)) {
						cameFrom.set(to, { from, facts });
						next.push(to);
					}
			edge = next;
		}
		const rows: object[] = [];
		for (let at = relative; at !== person; ) {
			const came = cameFrom.get(at);
			if (!came) throw new Error(`${relative.name} is no relative`);
			rows.push(...came.facts);
			at = came.from;
		}
		return rows;
	}

	#steps(from: Person, day: Day | undefined): [Person, object[]][] {
		const lines = (to: Person) => this.#lines.get(from)?.get(to) ?? [];
		return [
			...this.spouses(from, day).map((to): [Person, object[]] => {
				const acts = (this.#marriages.get(from) ?? []).filter(
					({ husband, wife }) => husband === to || wife === to,
				);
				return [to, acts.length > 0 ? acts : lines(to)];
			}),
			...[...this.parents(from), ...this.children(from)].map(
				(to): [Person, object[]] => [to, lines(to)],
			),
			...[...(this.#declared.get(from) ?? [])].map(
				([to, facts]): [Person, object[]] => [to, facts],
			),
		];
	}

	parents = (of: Person): Person[] => [...(this.#parents.get(of) ?? [])];
	children = (of: Person): Person[] => [...(this.#children.get(of) ?? [])];
	siblings = (of: Person): Person[] =>
		[...new Set(this.parents(of).flatMap(this.children))].filter(
			(one) => one !== of,
		);

	/**
	 * Married to on a day, or ever when no day is given; the marriage register wins over what
	 * households still say.
	 */
	spouses(of: Person, day: Day | undefined): Person[] {
		const found = new Set<Person>();
		const acts = this.#marriages.get(of) ?? [];
		for (const act of acts)
			if (
				day === undefined ||
				(act.registered <= day &&
					(act.divorced === undefined || day < act.divorced))
			)
				found.add(act.husband === of ? act.wife : act.husband);
		for (const other of this.#couples.get(of) ?? [])
			if (!acts.some((act) => act.husband === other || act.wife === other))
				found.add(other);
		return [...found];
	}

	/** The days on which somebody was married or divorced. */
	turns(of: Person): Day[] {
		return (this.#marriages.get(of) ?? []).flatMap(
			({ registered, divorced }) =>
				divorced === undefined ? [registered] : [registered, divorced],
		);
	}

	/** Whoever was a relative on any day: few, and quickly known, where each day would be many. */
	ever(person: Person): Map<Person, KinClass> {
		let known = this.#ever.get(person);
		if (!known) {
			known = this.of(person, undefined);
			this.#ever.set(person, known);
		}
		return known;
	}

	/** The relatives of a person on a day, each under the nearest class. */
	of(person: Person, day: Day | undefined): Map<Person, KinClass> {
		const spouses = (one: Person) => this.spouses(one, day);
		const spouse = spouses(person);
		const parents = this.parents(person);
		const children = this.children(person);
		const siblings = this.siblings(person);
		const uncles = [
			...parents.flatMap(this.siblings),
			...(this.#declaredUncles.get(person) ?? []),
		];
		const spousesSiblings = spouse.flatMap(this.siblings);
		const childrensSpouses = children.flatMap(spouses);
		const classes: Record<KinClass, Person[]> = {
			N: [
				...spouse,
				...parents,
				...children,
				...siblings,
				...parents.flatMap(this.parents),
				...children.flatMap(this.children),
			],
			S: childrensSpouses,
			I: [
				...spouse.flatMap(this.parents),
				...(this.#namedInLaws.get(person) ?? []),
				...spousesSiblings,
				...spousesSiblings.flatMap(spouses),
				...childrensSpouses.flatMap(this.parents),
				...siblings.flatMap(spouses),
			],
			W: [
				...uncles,
				...uncles.flatMap(spouses),
				...uncles.flatMap(this.children),
				...siblings.flatMap(this.children),
			],
		};
		const nearest = new Map<Person, KinClass>();
		for (const kin of order)
			for (const relative of classes[kin])
				if (relative !== person && !nearest.has(relative))
					nearest.set(relative, kin);
		return nearest;
	}
}

function byNameAndMonth({ name, gender, birth }: Person): string {
	return `${name} ${gender} ${monthOf(birth)}`;
}

function add<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
	const known = map.get(key);
	if (known) known.add(value);
	else map.set(key, new Set([value]));
}

import { career } from "../../background/cadres.ts";
import { type Day, on } from "../../base/day.ts";
import type { Rng } from "../../base/rng.ts";
import { inspectedUnits, type Unit, units } from "../../places/units.ts";
import { cadre, declareMember, term } from "../../world/cadres.ts";
import {
	type Couple,
	childTerm,
	couple,
	grownChild,
	household,
	left,
} from "../../world/families.ts";
import { homeIn, resident } from "../../world/people.ts";
import type {
	Household,
	Marriage,
	Person,
	RegisterRow,
	ResumePost,
} from "../../world/records.ts";
import type { World } from "../../world/world.ts";

export interface Official {
	person: Person;
	unit: Unit;
	/** The term of office that the story is about. */
	tenure: ResumePost;
	from: Day;
	/** The day of leaving, or the day of the exports. */
	until: Day;
	home: Couple;
	spouse: Person;
	/** Rows that prove the marriage. */
	marriageRows: object[];
}

export interface OfficialSpec {
	gender?: "男" | "女";
	born?: number;
	from?: Day;
	/** The day of leaving for another unit. */
	to?: Day;
	married?: Day;
	divorced?: Day;
}

/** A married cadre in charge of an inspected unit. */
export function official(
	world: World,
	rng: Rng,
	spec: OfficialSpec = {},
): Official {
	const gender = spec.gender ?? "男";
	const born = spec.born ?? rng.int(1966, 1974);
	const other = born + (gender === "男" ? 2 : -2);
	const unit = rng.pick(inspectedUnits);
	const home = couple(
		world,
		rng,
		homeIn(rng),
		gender === "男" ? born : other,
		gender === "男" ? other : born,
		spec.married,
	);
	if (spec.divorced !== undefined) home.marriage.divorced = spec.divorced;
	const person = gender === "男" ? home.husband : home.wife;
	const spouse = gender === "男" ? home.wife : home.husband;
	const from = spec.from ?? on("2018-04-10") + rng.int(0, 700);
	const tenure = serveAt(world, rng, person, unit, from, spec.to);
	if (spec.divorced === undefined)
		declareMember(
			world,
			person,
			gender === "男" ? "妻子" : "丈夫",
			spouse,
			false,
			"个体经营",
		);
	return {
		person,
		unit,
		tenure,
		from,
		until: spec.to ?? world.asOf,
		home,
		spouse,
		marriageRows: [home.marriage, home.husbandRow, home.wifeRow],
	};
}

/** Enters the career: earlier posts, the term, and the next post when the term has ended. */
export function serveAt(
	world: World,
	rng: Rng,
	person: Person,
	unit: Unit,
	from: Day,
	to?: Day,
): ResumePost {
	const post = unit.short.endsWith("政府")
		? rng.pick(["镇长", "党委书记"])
		: rng.pick(["局长", "党组书记、局长", "副局长"]);
	const next = otherUnit(rng, unit);
	if (to === undefined) cadre(world, rng, person, unit, post, from);
	else cadre(world, rng, person, next, "四级调研员", to);
	earlier(world, rng, person, unit, from);
	const tenure = term(world, person, unit, post, from, to);
	if (to !== undefined) term(world, person, next, "四级调研员", to);
	return tenure;
}

/** A career elsewhere before the term, so that no earlier post is in the unit of the story. */
function earlier(
	world: World,
	rng: Rng,
	person: Person,
	unit: Unit,
	until: Day,
): void {
	const before = world.resumes.length;
	career(world, rng, person, until);
	const substitute = otherUnit(rng, unit);
	for (const post of world.resumes.slice(before)) {
		if (post.unit.name === unit.name) post.unit = substitute;
	}
}

/** A unit that signs no contracts in this round. */
function otherUnit(rng: Rng, unit: Unit): Unit {
	return rng.pick(
		units.filter((candidate) => candidate !== unit && !candidate.inspected),
	);
}

/** Another inspected unit. */
export function anotherInspected(rng: Rng, unit: Unit): Unit {
	return rng.pick(inspectedUnits.filter((candidate) => candidate !== unit));
}

export interface Parents {
	household: Household;
	father: Person;
	mother: Person;
	fatherRow: RegisterRow;
	motherRow: RegisterRow;
	/** The child's line in the household of the parents. */
	childRow: RegisterRow;
}

/** The parents of a person, with the household that he or she has left. */
export function parentsOf(
	world: World,
	rng: Rng,
	child: Person,
	mother?: { name: string; namesake?: boolean; born?: number },
): Parents {
	const home = homeIn(rng);
	const year = Number(child.id.slice(6, 10));
	const father = resident(world, rng, {
		gender: "男",
		born: year - rng.int(23, 28),
		home,
		surname: child.name[0] as string,
	});
	const mum = resident(world, rng, {
		gender: "女",
		born: mother?.born ?? year - rng.int(21, 26),
		home,
		...(mother
			? { name: mother.name, namesake: mother.namesake ?? false }
			: {}),
	});
	const made = couple(world, rng, home, father, mum);
	const childRow = left(
		world,
		made.household,
		child,
		childTerm(made.household, child.gender),
		child.birth + 25 * 365,
	);
	return {
		household: made.household,
		father,
		mother: mum,
		fatherRow: made.husbandRow,
		motherRow: made.wifeRow,
		childRow,
	};
}

export interface Sibling {
	person: Person;
	/** The line in the parents' household. */
	row: RegisterRow;
	own: Household;
	ownRow: RegisterRow;
	spouse?: Person;
	spouseRow?: RegisterRow;
	marriage?: Marriage;
}

/** A brother or sister who has left the parents' household for one of his or her own. */
export function siblingIn(
	world: World,
	rng: Rng,
	parents: Household,
	gender: "男" | "女",
	born: number,
	married = false,
): Sibling {
	const home = homeIn(rng);
	const { person, row } = grownChild(world, rng, parents, gender, born, home);
	if (!married) {
		const own = household(world, person, home);
		return { person, row, own, ownRow: own.rows[0] as RegisterRow };
	}
	const spouse = resident(world, rng, {
		gender: gender === "男" ? "女" : "男",
		born: born + rng.int(-2, 2),
		home,
	});
	const pair =
		gender === "男"
			? couple(world, rng, home, person, spouse)
			: couple(world, rng, home, spouse, person);
	return {
		person,
		row,
		own: pair.household,
		ownRow: gender === "男" ? pair.husbandRow : pair.wifeRow,
		spouse,
		spouseRow: gender === "男" ? pair.wifeRow : pair.husbandRow,
		marriage: pair.marriage,
	};
}

/** Somebody who is nobody's relative here. */
export function stranger(
	world: World,
	rng: Rng,
	born = rng.int(1970, 1990),
	how: {
		name?: string;
		namesake?: boolean;
		gender?: "男" | "女";
		bornOn?: Day;
	} = {},
): Person {
	const home = homeIn(rng);
	const person = resident(world, rng, {
		gender: how.gender ?? (rng.permille(600) ? "男" : "女"),
		born: how.bornOn !== undefined ? { day: how.bornOn } : born,
		home,
		...(how.name !== undefined
			? { name: how.name, namesake: how.namesake ?? false }
			: {}),
	});
	household(world, person, home);
	return person;
}

import { type Day, plusYears } from "../base/day.ts";
import type { Rng } from "../base/rng.ts";
import { county } from "../places/county.ts";
import { resident } from "./people.ts";
import type {
	Gender,
	Home,
	Household,
	Marriage,
	Person,
	RegisterRow,
} from "./records.ts";
import type { World } from "./world.ts";

/** Opens a household in the register with its head. */
export function household(
	world: World,
	head: Person,
	home: Home = head.home,
): Household {
	const opened: Household = {
		number: `${home.village.code}${String(world.next(`household ${home.village.code}`)).padStart(4, "0")}`,
		home,
		head,
		rows: [],
	};
	world.households.push(opened);
	enter(world, opened, head, "户主");
	return opened;
}

/** Enters a person into a household under the relation to its head. */
export function enter(
	world: World,
	into: Household,
	person: Person,
	relation: string,
): RegisterRow {
	const row: RegisterRow = {
		household: into,
		person,
		relation,
		status: "正常",
	};
	into.rows.push(row);
	world.register.push(row);
	const lines = world.linesOf.get(person);
	if (lines) lines.push(row);
	else world.linesOf.set(person, [row]);
	person.home = into.home;
	return row;
}

/** Enters a person and says that he left it on a day: the link to the parents' household stays. */
export function left(
	world: World,
	household: Household,
	person: Person,
	relation: string,
	day: Day,
): RegisterRow {
	const home = person.home;
	const row = enter(world, household, person, relation);
	person.home = home;
	row.status = "迁出";
	row.statusDate = day;
	return row;
}

/** The household that a person heads. */
export function householdOf(world: World, head: Person): Household {
	const found = world.households.find((one) => one.head === head);
	if (!found) throw new Error(`${head.name} heads no household`);
	return found;
}

export function marry(
	world: World,
	one: Person,
	other: Person,
	registered: Day,
	divorced?: Day,
): Marriage {
	const husband = one.gender === "男" ? one : other;
	const wife = one.gender === "男" ? other : one;
	const marriage: Marriage = { husband, wife, registered };
	if (divorced !== undefined) marriage.divorced = divorced;
	world.marriages.push(marriage);
	return marriage;
}

const order = ["长", "次", "三", "四"];

/** 长子, 次女, ... by how many of that sex the household has entered. */
export function childTerm(household: Household, gender: Gender): string {
	const word = gender === "男" ? "子" : "女";
	const before = household.rows.filter(
		(row) =>
			row.relation.endsWith(word) &&
			row.relation.length === 2 &&
			order.includes(row.relation[0] as string),
	).length;
	return `${order[before] ?? ""}${word}`;
}

/** A couple with their own household; the marriage stands in the marriage register. */
export interface Couple {
	husband: Person;
	wife: Person;
	household: Household;
	marriage: Marriage;
	/** The wife's line in the household. */
	wifeRow: RegisterRow;
	husbandRow: RegisterRow;
}

export function couple(
	world: World,
	rng: Rng,
	home: Home,
	husband: Person | number,
	wife: Person | number,
	married?: Day,
): Couple {
	const he =
		typeof husband === "number"
			? resident(world, rng, { gender: "男", born: husband, home })
			: husband;
	const she =
		typeof wife === "number"
			? resident(world, rng, { gender: "女", born: wife, home })
			: wife;
	const opened = household(world, he, home);
	const wifeRow = enter(world, opened, she, "妻");
	const marriage = marry(
		world,
		he,
		she,
		married ?? plusYears(Math.max(he.birth, she.birth), 23) + rng.int(0, 900),
	);
	return {
		husband: he,
		wife: she,
		household: opened,
		marriage,
		wifeRow,
		husbandRow: opened.rows[0] as RegisterRow,
	};
}

/** A grown child who has left the household of the parents. */
export function grownChild(
	world: World,
	rng: Rng,
	parents: Household,
	gender: Gender,
	born: number,
	home: Home,
	name?: string,
): { person: Person; row: RegisterRow } {
	const surname =
		parents.head.gender === "男" ? parents.head.name[0] : undefined;
	const person = resident(world, rng, {
		gender,
		born,
		home,
		...(name ? { name } : surname ? { surname } : {}),
	});
	const row = left(
		world,
		parents,
		person,
		childTerm(parents, gender),
		plusYears(person.birth, 24) + rng.int(0, 600),
	);
	return { person, row };
}

/** A child who still lives in the household. */
export function childAtHome(
	world: World,
	rng: Rng,
	household: Household,
	gender: Gender,
	born: number,
): { person: Person; row: RegisterRow } {
	const father = household.rows.find(
		(row) =>
			row.person.gender === "男" &&
			(row.relation === "户主" || row.relation === "夫"),
	)?.person;
	const person = resident(world, rng, {
		gender,
		born,
		home: household.home,
		...(father ? { surname: father.name[0] as string } : {}),
	});
	const row = enter(world, household, person, childTerm(household, gender));
	return { person, row };
}

/** The address as the register writes it. */
export function addressOf(home: Home): string {
	const { village } = home;
	return village.rural
		? `${county.province}${county.name}${village.town.name}${village.name}${home.group}组${home.door}号`
		: `${county.province}${county.name}${village.town.name}${village.name}${home.group}幢${1 + (home.door % 3)}单元${100 * (1 + (home.door % 6)) + 1 + (home.door % 4)}室`;
}

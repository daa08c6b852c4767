import { type Day, plusYears } from "../base/day.ts";
import type { Rng } from "../base/rng.ts";
import type { Unit } from "../places/units.ts";
import { employ } from "./employment.ts";
import type { Cadre, FamilyMember, Person, ResumePost } from "./records.ts";
import type { World } from "./world.ts";

/** Enters a cadre with the present post; the terms of office are entered one by one. */
export function cadre(
	world: World,
	rng: Rng,
	person: Person,
	unit: Unit,
	post: string,
	since: Day,
): Cadre {
	const entered: Cadre = {
		person,
		unit,
		post,
		since,
		rank: post.includes("副") ? "乡科级副职" : "乡科级正职",
		duty: post.includes("副")
			? rng.pick([
					"分管工程项目、安全生产",
					"分管财务、办公室",
					"分管行政审批、招投标",
					"分管人事、机关事务",
				])
			: "主持全面工作",
		partyJoin: plusYears(person.birth, 24) + rng.int(0, 1500),
	};
	world.cadres.push(entered);
	employ(world, person, unit, since, { post });
	return entered;
}

export function term(
	world: World,
	person: Person,
	unit: ResumePost["unit"],
	post: string,
	from: Day,
	to?: Day,
): ResumePost {
	const served: ResumePost = { person, unit, post, from };
	if (to !== undefined) served.to = to;
	world.resumes.push(served);
	return served;
}

/** A line of the family table, as a rule without the relative's number. */
export function declareMember(
	world: World,
	cadrePerson: Person,
	relation: string,
	member: Person,
	idGiven = false,
	work = "务农",
): FamilyMember {
	const line: FamilyMember = {
		cadre: cadrePerson,
		relation,
		member,
		idGiven,
		work,
		alive: true,
	};
	world.familyTables.push(line);
	return line;
}

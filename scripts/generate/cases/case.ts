import type { Rng } from "../base/rng.ts";
import type { Company, Lot, Person, WelfareFamily } from "../world/records.ts";
import type { World } from "../world/world.ts";

export interface Subject {
	role: string;
	kind: "person" | "company" | "household" | "lot";
	/** The plain normalised key: citizen id, credit code, certificate or household code, project/lot. */
	key: string;
}

/** One expected lead, or one thing that must not become a lead. */
export interface Planted {
	subjects: Subject[];
	/** The facts that prove it; the truth file says where the departments wrote them. */
	rows: object[];
	/** Year and season, month or other span where a subject may have several leads. */
	period?: string;
	/** The plate, where the lead is about one of several vehicles. */
	vehicle?: string;
}

/** A story in domain terms, and whether the rule should tell it. */
export interface Case {
	rule: string;
	kind: "true" | "near_miss";
	/** Unique within the rule. */
	slug: string;
	/** In Chinese; near misses name their F code where there is one. */
	why: string;
	/** The rule should find it and set it aside under this code. */
	suppressed?: string;
	plant(world: World, rng: Rng): Planted | Planted[];
}

export function person(role: string, who: Person): Subject {
	return { role, kind: "person", key: who.id };
}
export function company(role: string, which: Company): Subject {
	return { role, kind: "company", key: which.uscc };
}
export function lot(which: Lot): Subject {
	return {
		role: "标段",
		kind: "lot",
		key: `${which.project.number}/${which.number}`,
	};
}
export function family(which: WelfareFamily): Subject {
	return { role: "救助家庭", kind: "household", key: which.certificate };
}

/** Cases of one rule, so that the files need not repeat its id. */
export function casesOf(
	rule: string,
	cases: readonly Omit<Case, "rule">[],
): Case[] {
	return cases.map((one) => ({ rule, ...one }));
}

import type { Lot, Person } from "../../world/records.ts";
import type { Planted } from "../case.ts";
import { person } from "../case.ts";
import { type Entry, rivals } from "../kit/bidders.ts";

/** The lead of two bidders under one head, proved by the register and what is given besides. */
export function underOne(
	head: Person,
	into: Lot,
	one: Entry,
	other: Entry,
	rows: object[] = [],
): Planted {
	const made = rivals(into, one, other, [one.firm, other.firm, ...rows]);
	made.subjects.push(person("负责人", head));
	return made;
}

import { appoint, type Named } from "../../world/bidding.ts";
import type { Lot, TeamMember } from "../../world/records.ts";
import type { World } from "../../world/world.ts";
import type { Planted } from "../case.ts";
import { type Entry, rivals } from "./bidders.ts";

/** Names somebody in the bid of an entry. */
export function names(
	world: World,
	{ firm, bid }: Entry,
	post: string,
	who: Named,
): TeamMember {
	return appoint(world, bid.lot, firm, post, who);
}

/** The lead of two bidders who both name somebody. */
export function bothName(
	into: Lot,
	one: Entry,
	other: Entry,
	rows: TeamMember[],
): Planted {
	const made = rivals(into, one, other, rows);
	const id = rows[0]?.id;
	if (id !== undefined)
		made.subjects.push({ role: "人员", kind: "person", key: id });
	return made;
}

/** Whether two names have a character in common. */
export function alike(one: string, other: string): boolean {
	return [...one].some((character) => other.includes(character));
}

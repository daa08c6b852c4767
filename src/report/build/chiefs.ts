import { monthText, realDay } from "../words/format.ts";
import { closedEnd } from "./ends.ts";
import type { Chief, LeadInput } from "./input.ts";
import { maskFor, type People } from "./people.ts";

/** So many terms are named; a cell holds no more. */
const SHOWN = 4;

/**
 * Who headed the unit of a lead while it happened: masked name, post and term, the first term first.
 * @param chiefs terms, half open, of all units
 * @returns [] where the lead names no unit or no day, or nobody is known
 */
export function chiefsOf(
	lead: LeadInput,
	chiefs: readonly Chief[],
	people: People,
): string[] {
	const { unit } = lead.facts;
	const since = realDay(lead.facts.from) ?? realDay(lead.facts.to);
	if (unit === null || since === null) return [];
	const until = realDay(lead.facts.to) ?? people.asOf;
	const terms = chiefs
		.filter(
			(chief) => chief.unit === unit && chief.from <= until && since < chief.to,
		)
		.map((chief) => {
			const to = closedEnd(chief.to, people.asOf);
			const term = `${monthText(chief.from)}至${to === null ? "今" : monthText(to)}`;
			return `${maskFor(people, "name", chief.name) || "姓名不详"}（${maskFor(people, "text", chief.post)}，${term}）`;
		});
	return terms.length <= SHOWN
		? terms
		: [...terms.slice(0, SHOWN), `等 ${terms.length} 段任职`];
}

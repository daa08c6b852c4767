import type { Lead, TypedValue } from "../../leads/index.ts";
import type { Rule } from "../../rules/index.ts";
import {
	dateText,
	formatValue,
	moneyText,
	periodText,
} from "../words/format.ts";
import { tidy } from "../words/tidy.ts";
import { closedEnd } from "./ends.ts";
import { maskFor, type People } from "./people.ts";
import { type Regions, regionName } from "./region.ts";
import { subjectName } from "./subjects.ts";

const unknown = "（不详）";

function wordOf(item: TypedValue, people: People): string {
	if (item.value === null) return unknown;
	return formatValue(
		item.type,
		maskFor(people, item.type, item.value),
		item.unit,
	);
}

/** What each {placeholder} of a narrative stands for: arguments, measures, roles of subjects, the facts. */
function placeholders(
	lead: Lead,
	people: People,
	regions: Regions,
): Map<string, string> {
	const { facts } = lead;
	const to = closedEnd(facts.to, people.asOf);
	const words = new Map<string, string>([
		["amount", facts.amount === null ? unknown : moneyText(facts.amount)],
		["from", facts.from === null ? unknown : dateText(facts.from)],
		["period", periodText(facts.from, to) ?? unknown],
		["to", to === null ? "今" : dateText(to)],
		["unit", facts.unit ?? unknown],
		["region", regionName(facts.region, regions) ?? unknown],
	]);
	const roles = new Map<string, string[]>();
	for (const subject of facts.subjects) {
		const names = roles.get(subject.role) ?? [];
		names.push(subjectName(subject, people));
		roles.set(subject.role, names);
	}
	for (const [role, names] of roles) words.set(role, names.join("、"));
	for (const item of [...facts.measures, ...facts.arguments])
		words.set(item.name, wordOf(item, people));
	return words;
}

/** The rule's sentence about a lead, with masked and worded values. */
export function sentenceOf(
	rule: Rule,
	lead: Lead,
	people: People,
	regions: Regions,
): string {
	const words = placeholders(lead, people, regions);
	const filled = tidy(rule.narrative).replace(
		/\{([^{}]+)\}/g,
		(_, name: string) => words.get(name) ?? unknown,
	);
	return (
		filled
			.replace(/\s+/g, " ")
			.replace(/(\d{4}年\d+月\d+日)至\1/g, "$1")
			// A figure with its unit has blanks on both sides or on none.
			.replace(/([\p{Script=Han}）])(?=-?\d[\d,.]* \p{Script=Han})/gu, "$1 ")
			.replace(/(\d [万亿]?元)(?=\p{Script=Han})/gu, "$1 ")
			.trim()
	);
}

/**
 * What a lead's texts repeat from sources word for word: names of units, companies, contracts.
 * @param shown the masked texts; what is not in them (a masked name) is left out, it must not go further
 */
export function quotedOf(lead: Lead, shown: string): string[] {
	const { facts } = lead;
	const quotes = [
		facts.unit,
		...facts.subjects.map((subject) => subject.name),
		...facts.path.flatMap((step) =>
			step.type === "node" ? [step.name, step.label] : [step.text],
		),
		...[...facts.arguments, ...facts.measures].map((item) => item.value),
	].filter((quote): quote is string => typeof quote === "string");
	return [...new Set(quotes)].filter(
		(quote) => quote.length > 1 && shown.includes(quote),
	);
}

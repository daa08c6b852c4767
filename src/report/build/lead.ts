import type { TypedValue } from "../../leads/index.ts";
import type { Facts, Rule } from "../../rules/index.ts";
import type { EvidenceView, LeadView } from "../model.ts";
import { formatValue, moneyText, periodText } from "../words/format.ts";
import { tidy } from "../words/tidy.ts";
import { tierWords, unassigned } from "../words/vocabulary.ts";
import { basisInForce } from "./basis.ts";
import { chiefsOf } from "./chiefs.ts";
import { closedEnd } from "./ends.ts";
import { evidenceViews } from "./evidence.ts";
import { groupOf } from "./groups.ts";
import type { LeadInput, ReportInput } from "./input.ts";
import { maskFor, type People, peopleOf } from "./people.ts";
import type { Rating } from "./ranking.ts";
import { regionName } from "./region.ts";
import type { Related } from "./related.ts";
import { paperViews } from "./rules.ts";
import { quotedOf, sentenceOf } from "./sentence.ts";
import { pathViews, subjectViews } from "./subjects.ts";

/** Evidence strength in words; a lead about persons or households is told by the identity number. */
export function strengthOf({ tier, subjects }: Facts): string {
	const person = subjects.some(
		({ kind }) => kind === "person" || kind === "household",
	);
	return tierWords[tier][person ? "person" : "company"];
}

/** What a measure was compared with: the parameter has a unit of its own. */
function limitText(measure: TypedValue, rule: Rule): string | null {
	const { limit, type } = measure;
	if (limit === undefined || limit.value === null) return null;
	const parameter = Object.values(rule.parameters).find(
		(item) => item.title === limit.title,
	);
	const value =
		type === "ratio"
			? formatValue(type, String(limit.value))
			: [String(limit.value), parameter?.unit ?? ""].join(" ").trim();
	return `${tidy(limit.title)}：${value}`;
}

function measureViews(
	lead: LeadInput,
	rule: Rule,
	people: People,
): LeadView["measures"] {
	return lead.facts.measures
		.filter((item) => item.value !== null)
		.map((item) => ({
			title: item.title ?? item.name,
			value: formatValue(
				item.type,
				maskFor(people, item.type, item.value),
				item.unit,
			),
			limit: limitText(item, rule),
		}));
}

/** What the rule set aside by itself; a lead that is shown is none of these. */
function ruledOut(rule: Rule): string[] {
	return rule.suppressions.map((entry) => tidy(entry.title));
}

/** The leads about the same facts in whose place a lead speaks. */
function mergedInto(lead: LeadInput, input: ReportInput): string[] {
	return (input.merged ?? [])
		.filter((other) => other.by?.includes(lead.id))
		.map((other) => {
			const rule = input.rules.find(({ id }) => id === other.facts.rule);
			return `${rule?.display_name ?? "其他疑点"}（${other.id}）`;
		});
}

/** How the relatives without a number were found whose rows are among the evidence. */
function relativesOf(lead: LeadInput, input: ReportInput): string[][] {
	return lead.evidence.flatMap(({ address }) => {
		const lines = input.relatives?.get(address);
		return lines === undefined ? [] : [lines];
	});
}

/** Welfare leads ask for the hardship of the household before anything else. */
function aboutWelfare(lead: LeadInput, input: ReportInput): boolean {
	return lead.evidence.some(
		(row) => input.datasets.get(row.dataset)?.family === "welfare",
	);
}

export interface LeadContext {
	input: ReportInput;
	asOf: string;
	rule: Rule;
	packName: string;
	related: Related;
	rating: Rating;
	rank: number;
	list: LeadView["list"];
	statusReason: string | null;
}

/** One lead as readers see it: masked, worded, with what its rule says about checking it. */
export function leadView(lead: LeadInput, context: LeadContext): LeadView {
	const { input, rule, asOf } = context;
	const { facts } = lead;
	const people = peopleOf(lead, asOf);
	const to = closedEnd(facts.to, asOf);
	const group = groupOf(input.config.groups, lead);
	const evidence: EvidenceView[] = evidenceViews(lead, input.datasets, people);
	const sentence = sentenceOf(rule, lead, people, input.regions);
	const measures = measureViews(lead, rule, people);
	const path = pathViews(lead, people);
	return {
		id: lead.id,
		rule: rule.id,
		ruleVersion: facts.version,
		displayName: rule.display_name,
		packName: context.packName,
		severity: facts.severity,
		strength: strengthOf(lead.facts),
		status: lead.status,
		statusReason: context.statusReason,
		since: lead.since,
		list: context.list,
		rank: context.rank,
		rankReasons: context.rating.reasons,
		group: group?.id ?? null,
		groupName: group?.name ?? unassigned,
		unit: facts.unit,
		chiefs: chiefsOf(lead, input.chiefs ?? [], people),
		region: regionName(facts.region, input.regions),
		sentence,
		subjects: subjectViews(lead, people),
		amount: facts.amount,
		amountText: facts.amount === null ? null : moneyText(facts.amount),
		from: facts.from,
		to,
		period: periodText(facts.from, to),
		measures,
		path,
		evidence,
		relatives: relativesOf(lead, input),
		ruledOut: ruledOut(rule),
		downgrades: facts.downgrades.map(tidy),
		merged: mergedInto(lead, input),
		askFirst: rule.ask_first.map(tidy),
		innocent: tidy(rule.innocent),
		papers: paperViews(rule),
		method: tidy(rule.method),
		basis: basisInForce(rule, facts.from, facts.to, asOf),
		related: context.related.ids,
		relatedCount: context.related.count,
		quoted: quotedOf(
			lead,
			`${sentence}\n${JSON.stringify(path)}\n${JSON.stringify(measures)}`,
		),
		welfare: aboutWelfare(lead, input),
	};
}

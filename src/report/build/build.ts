import { compareCodePoints } from "../../base/index.ts";
import type { Rule } from "../../rules/index.ts";
import { type LeadView, REPORT_CONTRACT, type ReportModel } from "../model.ts";
import { hitViews } from "./hits.ts";
import type { LeadInput, ReportInput } from "./input.ts";
import { leadView, strengthOf } from "./lead.ts";
import { compareRanked, rate } from "./ranking.ts";
import { aloneAndSupporting, relatedLeads } from "./related.ts";
import { packTitle, ruleViews } from "./rules.ts";
import { sourceViews } from "./sources.ts";
import { statusReason } from "./standing.ts";
import { uncheckedViews } from "./unchecked.ts";

function listOf(
	lead: LeadInput,
	rank: number,
	budget: number,
	alone: boolean,
): LeadView["list"] {
	if (lead.status === "gone") return "gone";
	if (alone) return "reserve";
	return rank <= budget ? "first" : "reserve";
}

function leadViews(input: ReportInput, asOf: string): LeadView[] {
	const rules = new Map<string, Rule>(
		input.rules.map((rule) => [rule.id, rule]),
	);
	const related = relatedLeads(input.leads);
	const alone = aloneAndSupporting(
		input.leads,
		(id) => rules.get(id)?.role === "supporting",
	);
	const ranked = input.leads
		.map((lead) => ({
			lead,
			rating: rate(lead, {
				asOf,
				datasets: input.datasets,
				rule: rules.get(lead.facts.rule),
				related: related.get(lead.id)?.count ?? 0,
				strength: strengthOf(lead.facts),
				alone: alone.has(lead.id),
			}),
		}))
		.sort(compareRanked);
	return ranked.flatMap(({ lead, rating }, i) => {
		const rule = rules.get(lead.facts.rule);
		// A lead whose rule is gone from the catalogue has no words to be shown with; it stays in the log.
		if (rule === undefined) return [];
		return [
			leadView(lead, {
				input,
				asOf,
				rule,
				packName: packTitle(input.packs, rule.id),
				related: related.get(lead.id) ?? { ids: [], count: 0 },
				rating,
				rank: i + 1,
				list: listOf(
					lead,
					i + 1,
					input.config.report.list_budget,
					alone.has(lead.id),
				),
				statusReason: statusReason(lead, input.outcomes),
			}),
		];
	});
}

/** Kinds of lead in the order of the catalogue of packs, as far as rules or leads use them. */
function packTitles(input: ReportInput): string[] {
	const used = new Set([
		...input.outcomes.map((outcome) => packTitle(input.packs, outcome.id)),
		...input.leads.map((lead) => packTitle(input.packs, lead.facts.rule)),
	]);
	const declared = Object.values(input.packs).map((pack) => pack.display_name);
	return [
		...declared.filter((title) => used.has(title)),
		...[...used]
			.filter((title) => !declared.includes(title))
			.sort(compareCodePoints),
	];
}

/**
 * Makes everything that a report shows from the results of a run: masked, worded, ranked, assigned.
 * Equal input gives equal output; nothing of it depends on the clock or on how long things took.
 */
export function buildReport(input: ReportInput): ReportModel {
	const { config, snapshot } = input;
	const asOf = config.as_of;
	return {
		contract: REPORT_CONTRACT,
		title: config.report.title ?? "数据比对疑点报告",
		round: config.round,
		office: config.office,
		asOf,
		provenance: input.provenance,
		groups: config.groups.map(({ id, name }) => ({ id, name })),
		packs: packTitles(input),
		sources: sourceViews(snapshot, config, input.datasets, input.parts),
		rules: ruleViews(input.rules, input.outcomes, input.packs, config),
		leads: leadViews(input, asOf),
		hits: hitViews(input, asOf),
		unchecked: uncheckedViews(input),
		listBudget: config.report.list_budget,
		merged: input.merged?.length ?? 0,
	};
}

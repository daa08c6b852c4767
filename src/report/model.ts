import type { LeadStatus } from "../leads/index.ts";
import type { Severity } from "../rules/index.ts";

export const REPORT_CONTRACT = "bidui/report@1";

/** first: the best leads, up to the budget; reserve: 备查; gone: no longer found. */
export type LeadList = "first" | "reserve" | "gone";

/**
 * Everything that a report shows, masked and worded already: writers only lay it out.
 * It holds no clock, so that the same run gives the same bytes.
 */
export interface ReportModel {
	contract: typeof REPORT_CONTRACT;
	title: string;
	round: string;
	office: string;
	asOf: string;
	provenance: Provenance;
	groups: { id: string; name: string }[];
	/** Titles of the kinds of lead, in the order in which they are listed. */
	packs: string[];
	sources: SourceView[];
	rules: RuleView[];
	/** In order of rank; the gone ones stand last. */
	leads: LeadView[];
	/** Every hit, also those set aside; only the Arrow file holds them. */
	hits: HitView[];
	/** 未能检查的范围 */
	unchecked: UncheckedView[];
	/** How many leads make the first list; the rest is 备查. */
	listBudget: number;
	/** Leads that are counted with others about the same facts. */
	merged: number;
}

/** What the report rests on, so that it can be found again. */
export interface Provenance {
	snapshot: number;
	snapshotSha: string;
	/** Digest of the folded lead state. */
	leadState: string;
	/** Digest of the rules with their parameters. */
	rules: string;
	engine: string;
}

export interface SourceView {
	source: string;
	/** Title of the dataset. */
	dataset: string;
	department: string | null;
	file: string | null;
	sheet: string | null;
	status: "loaded" | "refused" | "kept" | "duplicate" | "missing";
	read: number;
	loaded: number;
	quarantined: number;
	decoration: number;
	cutOff: string | null;
	/** Findings in words: quarantine reasons, totals that disagree, unmapped columns, quality. */
	notes: string[];
}

export interface BasisView {
	text: string;
	/** The text of the article is still to be checked: 待核. */
	pending: boolean;
}

export interface RuleView {
	id: string;
	version: number;
	packName: string;
	displayName: string;
	question: string;
	severity: Severity;
	/** ran; skipped: an input is missing; failed: an error that the others survived. */
	status: "ran" | "skipped" | "failed";
	/** Why it did not run, in words. */
	reason: string | null;
	hits: number;
	leads: number;
	/** Hits set aside as known false positives. */
	suppressed: { title: string; count: number }[];
	basis: BasisView[];
	misses: string[];
	/** Inputs whose absence only narrowed the rule. */
	narrowed: string[];
	parameters: { title: string; value: string; origin: string }[];
	askFirst: string[];
	innocent: string;
	papers: { what: string; from: string }[];
	method: string;
}

export interface EvidenceView {
	title: string;
	dataset: string;
	file: string;
	sheet: string | null;
	row: number;
	line: number | null;
	cutOff: string | null;
	/** One line: the cells that say most. */
	brief: string;
	cells: { heading: string; text: string }[];
}

export type PathView =
	| { type: "node"; kind: string; name: string; label: string | null }
	| {
			type: "edge";
			text: string;
			from: string | null;
			to: string | null;
			period: string | null;
			/** Positions in the evidence of the lead, from 1. */
			evidence: number[];
	  };

export interface LeadView {
	id: string;
	rule: string;
	ruleVersion: number;
	displayName: string;
	packName: string;
	severity: Severity;
	/** Evidence strength in words: 身份证号完全一致. */
	strength: string;
	status: LeadStatus;
	/** Why it was not rechecked, or why it went. */
	statusReason: string | null;
	/** As-of date of the run that raised it. */
	since: string;
	list: LeadList;
	/** Position in the ranking, from 1. */
	rank: number;
	/** Why it ranks where it does, in words. */
	rankReasons: string[];
	group: string | null;
	groupName: string;
	unit: string | null;
	/** Who headed the unit then, with post and term: 张*（局长，2018年3月至今）. */
	chiefs: string[];
	region: string | null;
	/** The one sentence: who, when, what, how much, 疑似 what. */
	sentence: string;
	subjects: { role: string; kind: string; name: string; key: string }[];
	/** Yuan with two decimals, for sorting; and as people write it. */
	amount: string | null;
	amountText: string | null;
	from: string | null;
	to: string | null;
	period: string | null;
	measures: { title: string; value: string; limit: string | null }[];
	path: PathView[];
	evidence: EvidenceView[];
	/** How each relative without a number was found: one list of lines a relative. */
	relatives: string[][];
	/** What was ruled out automatically, and why the severity was lowered. */
	ruledOut: string[];
	downgrades: string[];
	/** Other leads about the same facts that are counted with this one: what they say, their numbers. */
	merged: string[];
	askFirst: string[];
	innocent: string;
	papers: { what: string; from: string }[];
	method: string;
	basis: BasisView[];
	/** The first of the other leads about one of the same subjects, and how many there are. */
	related: string[];
	relatedCount: number;
	/** A welfare lead: the hardship of the household is looked at before any amount. */
	welfare: boolean;
	/** What the sentence repeats from sources word for word; never shown by itself. */
	quoted: string[];
}

export type UncheckedKind =
	| "rule"
	| "narrowed"
	| "source"
	| "rows"
	| "identity"
	| "totals"
	| "leads"
	| "resent";

export interface UncheckedView {
	kind: UncheckedKind;
	/** A rule's display name, a source, or a group of people. */
	what: string;
	why: string;
	/** What cannot be said because of it. */
	effect: string;
	/** How to close the gap. */
	remedy: string;
}

/** One lead key of a rule's result, for notebooks. */
export interface HitView {
	/** The number of its lead; null when it was set aside. */
	lead: string | null;
	rule: string;
	ruleVersion: number;
	packName: string;
	/** The known false positive under which it was set aside. */
	suppressed: string | null;
	suppressedTitle: string | null;
	strength: string;
	severity: Severity;
	subjects: string[];
	unit: string | null;
	amount: string | null;
	from: string | null;
	to: string | null;
	/** file|sheet|row of each row that proves it. */
	evidence: string[];
}

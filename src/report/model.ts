import type { Severity } from "../rules/index.ts";

/** How a lead stands in this run compared with the run before. */
export type LeadStatus = "new" | "continuing" | "gone" | "not_rechecked";

/**
 * Everything that a report shows, masked and worded already: writers only lay it out.
 * It holds no clock, so that the same run gives the same bytes.
 */
export interface ReportModel {
	contract: "bidui/report@1";
	title: string;
	round: string;
	office: string;
	asOf: string;
	/** What the report rests on, so that it can be found again. */
	provenance: {
		snapshot: number;
		snapshotSha: string;
		leadState: string;
		rules: string;
		engine: string;
	};
	groups: { id: string; name: string }[];
	sources: SourceView[];
	rules: RuleView[];
	leads: LeadView[];
	/** 未能检查的范围 */
	unchecked: UncheckedView[];
	/** How many leads make the first list; the rest is 备查. */
	listBudget: number;
}

export interface SourceView {
	source: string;
	/** Title of the dataset. */
	dataset: string;
	department: string | null;
	file: string | null;
	sheet: string | null;
	status: "loaded" | "unchanged" | "refused" | "missing" | "duplicate";
	read: number;
	loaded: number;
	quarantined: number;
	decoration: number;
	cutOff: string | null;
	/** Findings in words: quarantine reasons, totals that disagree, unmapped columns, quality. */
	notes: string[];
}

export interface RuleView {
	id: string;
	version: number;
	pack: string;
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
	suppressed: { code: string; title: string; count: number }[];
	basis: { text: string; pending: boolean }[];
	misses: string[];
	/** Inputs whose absence only narrowed the rule. */
	narrowed: string[];
}

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
	/** Why it was not rechecked. */
	statusReason: string | null;
	/** Position in the ranking, from 1. */
	rank: number;
	/** Why it ranks where it does, in words. */
	rankReasons: string[];
	group: string | null;
	groupName: string;
	unit: string | null;
	region: string | null;
	/** The one sentence: who, when, what, how much, 疑似 what. */
	sentence: string;
	subjects: { role: string; kind: string; name: string; key: string }[];
	/** Yuan with two decimals, for sorting; and as people write it. */
	amount: string | null;
	amountText: string | null;
	from: string | null;
	to: string | null;
	measures: { title: string; value: string; limit: string | null }[];
	path: (
		| { type: "node"; kind: string; name: string; label: string | null }
		| { type: "edge"; text: string; period: string | null }
	)[];
	evidence: {
		title: string;
		dataset: string;
		file: string;
		sheet: string | null;
		row: number;
		line: number | null;
		cutOff: string | null;
		cells: { heading: string; text: string }[];
	}[];
	/** What was ruled out automatically, and why the severity was lowered. */
	ruledOut: string[];
	downgrades: string[];
	askFirst: string[];
	innocent: string;
	papers: { what: string; from: string }[];
	method: string;
	basis: { text: string; pending: boolean }[];
	/** Other leads about one of the same subjects. */
	related: string[];
}

export interface UncheckedView {
	/** A rule's display name, a source, or a group of people. */
	what: string;
	why: string;
	/** What cannot be said because of it. */
	effect: string;
	/** How to close the gap. */
	remedy: string;
}

import { severityWords } from "../../rules/index.ts";
import type { LeadView, ReportModel } from "../model.ts";
import { centsOf, dateText } from "../words/format.ts";
import {
	listWords,
	ruleStatusWords,
	sourceStatusWords,
	statusWords,
	uncheckedWords,
} from "../words/vocabulary.ts";

/** Keeps each different value once and gives its place. */
class Shelf<Value> {
	readonly values: Value[] = [];
	readonly #places = new Map<string, number>();

	place(value: Value): number {
		const key = JSON.stringify(value);
		const known = this.#places.get(key);
		if (known !== undefined) return known;
		this.#places.set(key, this.values.length);
		return this.values.push(value) - 1;
	}
}

type Shelves = {
	headings: Shelf<string[]>;
	bases: Shelf<LeadView["basis"]>;
};

function leadData(lead: LeadView, shelves: Shelves) {
	const {
		// Said once per rule, or not for the page.
		askFirst: _ask,
		innocent: _innocent,
		papers: _papers,
		method: _method,
		ruledOut: _ruledOut,
		quoted: _quoted,
		rankReasons,
		relatives,
		evidence,
		basis,
		amount,
		...rest
	} = lead;
	const cents = amount === null ? null : centsOf(amount);
	return {
		...rest,
		cents: cents === null ? null : Number(cents),
		...(relatives.length === 0 ? {} : { relatives }),
		why: rankReasons,
		basis: shelves.bases.place(basis),
		evidence: evidence.map(({ cells, ...row }) => ({
			...row,
			headings: shelves.headings.place(cells.map((cell) => cell.heading)),
			values: cells.map((cell) => cell.text),
		})),
	};
}

/** What the rule of a lead says about checking it; the same for all its leads. */
function ruleTexts(leads: readonly LeadView[]) {
	return Object.fromEntries(
		leads.map(({ rule, askFirst, innocent, papers, method, ruledOut }) => [
			rule,
			{ askFirst, innocent, papers, method, ruledOut },
		]),
	);
}

/**
 * The report as the page's script reads it; texts that many leads share are in it once.
 * @param digest of the report model, shown so that a print can be matched with its file
 */
export function pageData(model: ReportModel, digest: string) {
	const shelves: Shelves = { headings: new Shelf(), bases: new Shelf() };
	const leads = model.leads.map((lead) => leadData(lead, shelves));
	return {
		head: {
			title: `${model.title}（${model.round}）`,
			round: model.round,
			office: model.office,
			asOf: model.asOf,
			asOfText: dateText(model.asOf),
			snapshot: model.provenance.snapshot,
			sha: model.provenance.snapshotSha,
			leadState: model.provenance.leadState,
			rules: model.provenance.rules,
			engine: model.provenance.engine,
			digest,
			merged: model.merged,
		},
		words: {
			severity: severityWords,
			status: statusWords,
			list: listWords,
			source: sourceStatusWords,
			rule: ruleStatusWords,
			unchecked: uncheckedWords,
		},
		groups: model.groups.map((group) => group.name),
		packs: model.packs,
		sources: model.sources,
		rules: model.rules,
		texts: ruleTexts(model.leads),
		unchecked: model.unchecked,
		headings: shelves.headings.values,
		bases: shelves.bases.values,
		leads,
	};
}

/** JSON that cannot end the script element it stands in, whatever a cell holds. */
export function safeJson(value: unknown): string {
	return JSON.stringify(value).replace(
		/[<>&\u2028\u2029]/g,
		(letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
}

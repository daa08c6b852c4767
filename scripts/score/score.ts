import { match } from "./match.ts";
import type { Lead, Product } from "./product.ts";
import type { Address, Truth, TruthCase } from "./truth.ts";

export interface RuleScore {
	rule: string;
	evidence: "hard" | "soft";
	/** Cases that must come out, their evidence intact. */
	expected: number;
	found: number;
	/** Cases that the errors took the evidence of; found or not, they do not count. */
	lost: number;
	leads: number;
	falseLeads: number;
	recall: number;
	precision: number;
	misses: { case: string; why: string; subjects: string[] }[];
	falseOnes: { id: string; case: string; why: string; subjects: string[] }[];
	/** Codes under which fewer were set aside than were planted to be. */
	unsuppressed: { code: string; planted: number; counted: number }[];
	/** Why the rule did not run, when it did not. */
	notRun?: string;
	passed: boolean;
}

export interface Score {
	contract: "bidui/score@1";
	seed: number;
	scale: number;
	errors: number;
	rules: RuleScore[];
	/** Rows that nobody can use and that were loaded, and rows that wait in quarantine though they are whole. */
	quarantine: {
		file: string;
		sheet: string | null;
		row: number;
		unusable: boolean;
	}[];
	/** Sources, or one of their files, that were not taken and should have been, or the other way round. */
	sources: { source: string; becomes: string; expected: boolean }[];
	passed: boolean;
}

/** What a county with errors must reach; without errors everything must be exact. */
const floors = {
	hard: { recall: 1, precision: 0.99 },
	soft: { recall: 0.9, precision: 0.9 },
} as const;

export function score(truth: Truth, product: Product): Score {
	const errors = truth.errors ?? 0;
	const present = product.leads.filter(
		({ status }) => status === "new" || status === "continuing",
	);
	const ids = [
		...new Set([
			...truth.cases.map(({ rule }) => rule),
			...present.map(({ rule }) => rule),
		]),
	].sort();
	const rules = ids.map((rule) =>
		scoreRule(
			rule,
			truth.cases.filter((one) => one.rule === rule),
			present.filter((lead) => lead.rule === rule),
			product,
			errors > 0,
		),
	);
	const quarantine = wrongQuarantine(truth, product);
	const sources = wrongSources(truth, product);
	return {
		contract: "bidui/score@1",
		seed: truth.seed,
		scale: truth.scale,
		errors,
		rules,
		quarantine,
		sources,
		passed:
			quarantine.length === 0 &&
			sources.length === 0 &&
			rules.every(({ passed }) => passed),
	};
}

function scoreRule(
	rule: string,
	cases: readonly TruthCase[],
	leads: readonly Lead[],
	product: Product,
	withErrors: boolean,
): RuleScore {
	const { leadOf, caseOf } = match(leads, cases);
	const intact = (one: TruthCase) => one.survived !== false;
	const expected = cases.filter((one) => one.expect && intact(one));
	const missed = expected.filter((one) => !leadOf.has(one));
	const wrong = leads.filter((lead) => {
		const one = caseOf.get(lead);
		return !one || (!one.expect && intact(one));
	});
	// A lead of a case without its evidence says nothing about the rule, for or against.
	const counted = leads.filter((lead) => {
		const one = caseOf.get(lead);
		return !one || intact(one);
	});
	const run = product.runs.find(({ id }) => id === rule);
	const evidence =
		product.rules.find(({ id }) => id === rule)?.evidence ?? "soft";
	const found = expected.length - missed.length;
	const recall = expected.length === 0 ? 1 : found / expected.length;
	const precision =
		counted.length === 0 ? 1 : 1 - wrong.length / counted.length;
	const unsuppressed = shortOf(cases.filter(intact), run?.suppressed ?? []);
	const floor = floors[evidence];
	return {
		rule,
		evidence,
		expected: expected.length,
		found,
		lost: cases.filter((one) => one.expect && !intact(one)).length,
		leads: leads.length,
		falseLeads: wrong.length,
		recall,
		precision,
		misses: missed.map((one) => ({
			case: one.case,
			why: one.why,
			subjects: one.subjects.map(({ role, key }) => `${role} ${key}`),
		})),
		falseOnes: wrong.map((lead) => {
			const one = caseOf.get(lead);
			return {
				id: lead.id,
				case: one?.case ?? "unplanned",
				why: one?.why ?? "真相文件里没有的线索。",
				subjects: lead.subjects.map(
					({ role, name, key }) => `${role} ${name} ${key}`,
				),
			};
		}),
		unsuppressed,
		...(run && run.status !== "ran"
			? { notRun: run.reason?.text ?? run.status }
			: {}),
		passed: withErrors
			? recall >= floor.recall && precision >= floor.precision
			: missed.length === 0 && wrong.length === 0 && unsuppressed.length === 0,
	};
}

/** A run counts what it set aside by code; more than planted may be, fewer may not. */
function shortOf(
	cases: readonly TruthCase[],
	counts: readonly { code: string; count: number }[],
): RuleScore["unsuppressed"] {
	const planted = new Map<string, number>();
	for (const { suppressed } of cases)
		if (suppressed !== undefined)
			planted.set(suppressed, (planted.get(suppressed) ?? 0) + 1);
	return [...planted]
		.map(([code, count]) => ({
			code,
			planted: count,
			counted: counts
				.filter((one) => one.code === code)
				.reduce((sum, one) => sum + one.count, 0),
		}))
		.filter((one) => one.counted < one.planted);
}

/** Rows of which truth and quarantine say different things, by file, sheet and row. */
function wrongQuarantine(
	{ quarantined: unusable }: Truth,
	{ quarantined }: Product,
): Score["quarantine"] {
	const key = ({ file, sheet, row }: Address) =>
		JSON.stringify([file, sheet ?? null, row]);
	const [should, does] = [unusable, quarantined].map(
		(rows) => new Set(rows.map(key)),
	) as [Set<string>, Set<string>];
	const apart = [...new Set([...should, ...does])].filter(
		(at) => should.has(at) !== does.has(at),
	);
	return apart.sort().map((at) => {
		const [file, sheet, row] = JSON.parse(at) as [
			string,
			string | null,
			number,
		];
		return { file, sheet, row, unusable: should.has(at) };
	});
}

/** Sources of which truth and program say different things. */
function wrongSources(
	{ unloaded = [] }: Truth,
	{ sources }: Product,
): Score["sources"] {
	const key = (source: string, becomes: string) => `${source} ${becomes}`;
	const should = unloaded.map(({ source, becomes }) => key(source, becomes));
	const does = sources
		.filter(({ status }) => status !== "loaded" && status !== "unchanged")
		.map(({ source, status }) => key(source, status));
	const without = (of: readonly string[], those: readonly string[]) => {
		const rest = [...those];
		return of.filter((one) => {
			const at = rest.indexOf(one);
			if (at >= 0) rest.splice(at, 1);
			return at < 0;
		});
	};
	const told = (expected: boolean) => (one: string) => {
		const [source = "", becomes = ""] = one.split(" ");
		return { source, becomes, expected };
	};
	return [
		...without(should, does).map(told(true)),
		...without(does, should).map(told(false)),
	];
}

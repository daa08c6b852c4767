import { compareCodePoints } from "../../base/index.ts";
import type { Dataset } from "../../datasets/index.ts";
import {
	type Rule,
	type Severity,
	severityWords,
	type Tier,
} from "../../rules/index.ts";
import { centsOf } from "../words/format.ts";
import { familyWords } from "../words/vocabulary.ts";
import type { LeadInput } from "./input.ts";

/** One reason for the place of a lead, with the points it gives. */
interface Factor {
	points: number;
	words: string;
}

export interface RankContext {
	asOf: string;
	datasets: ReadonlyMap<string, Dataset>;
	rule: Rule | undefined;
	related: number;
	strength: string;
	/** A supporting indicator with nothing beside it. */
	alone?: boolean;
}

const severityPoints: Record<Severity, number> = {
	high: 300,
	medium: 150,
	low: 0,
};

const tierPoints: Record<Tier, number> = {
	M1: 200,
	M2: 180,
	M3: 110,
	M3R: 90,
	M4: 40,
	M5: 0,
};

const HARD = 100;
const OFFICE = 60;

/** Points for at least so much: [from, points, words]. */
const amountSteps = [
	[100_000_000n, 120, "涉及金额 100 万元以上"],
	[10_000_000n, 90, "涉及金额 10 万元以上"],
	[1_000_000n, 60, "涉及金额 1 万元以上"],
	[500_000n, 30, "涉及金额 5,000 元以上"],
] as const;
const familySteps = [
	[4, 120],
	[3, 90],
	[2, 60],
] as const;
const relatedSteps = [
	[3, 90],
	[2, 70],
	[1, 40],
] as const;
const yearSteps = [
	[1, 40, "近一年内"],
	[3, 20, "近三年内"],
] as const;

function step<Step extends readonly [number | bigint, ...unknown[]]>(
	steps: readonly Step[],
	size: number | bigint,
): Step | undefined {
	return steps.find(([least]) => size >= least);
}

function families(lead: LeadInput, context: RankContext): Dataset["family"][] {
	return [
		...new Set(
			lead.evidence.flatMap((row) => {
				const family = context.datasets.get(row.dataset)?.family;
				return family === undefined ? [] : [family];
			}),
		),
	].sort(compareCodePoints);
}

function yearsBefore(asOf: string, years: number): string {
	return `${String(Number(asOf.slice(0, 4)) - years).padStart(4, "0")}${asOf.slice(4)}`;
}

/** Below every lead, however little speaks for it. */
const ALONE = -10_000;

type Rater = (lead: LeadInput, context: RankContext) => Factor | null;

const raters: readonly Rater[] = [
	(_, { alone }) =>
		alone
			? {
					points: ALONE,
					words: "旁证指标，同一对象没有其他疑点，不单独列入首批",
				}
			: null,
	({ facts }) => ({
		points: severityPoints[facts.severity],
		words: `严重度${severityWords[facts.severity]}`,
	}),
	({ facts }, { strength }) => ({
		points: tierPoints[facts.tier],
		words: strength,
	}),
	(_, { rule }) =>
		rule?.evidence === "hard"
			? { points: HARD, words: "单项事实即可核对，不需旁证" }
			: null,
	(lead, context) => {
		const found = families(lead, context);
		const reached = step(familySteps, found.length);
		return reached === undefined
			? null
			: {
					points: reached[1],
					words: `${found.length} 类独立来源相互印证（${found.map((family) => familyWords[family]).join("、")}）`,
				};
	},
	(_, { related }) => {
		const reached = step(relatedSteps, related);
		return reached === undefined
			? null
			: { points: reached[1], words: `同一对象另有 ${related} 条疑点` };
	},
	(lead, context) =>
		families(lead, context).includes("cadre")
			? { points: OFFICE, words: "涉及公职人员或村（社区）干部" }
			: null,
	({ facts }) => {
		const cents = facts.amount === null ? null : centsOf(facts.amount);
		const reached = cents === null ? undefined : step(amountSteps, cents);
		return reached === undefined
			? null
			: { points: reached[1], words: reached[2] };
	},
	({ facts }, { asOf }) => {
		const last = facts.to ?? (facts.from === null ? null : asOf);
		if (last === null) return null;
		const reached = yearSteps.find(
			([years]) => compareCodePoints(last, yearsBefore(asOf, years)) >= 0,
		);
		return reached === undefined
			? null
			: { points: reached[1], words: `发生在${reached[2]}` };
	},
];

export interface Rating {
	score: number;
	reasons: string[];
}

/** Adds up the factors of a lead; the words say why it stands where it does. */
export function rate(lead: LeadInput, context: RankContext): Rating {
	const factors = raters.flatMap((rater) => rater(lead, context) ?? []);
	return {
		score: factors.reduce((sum, factor) => sum + factor.points, 0),
		reasons: factors.map((factor) => factor.words),
	};
}

/** Best first; gone ones last; then by amount, and by id so that the order never wavers. */
export function compareRanked(
	a: { lead: LeadInput; rating: Rating },
	b: { lead: LeadInput; rating: Rating },
): number {
	const gone = (item: { lead: LeadInput }) =>
		item.lead.status === "gone" ? 1 : 0;
	const cents = (item: { lead: LeadInput }) =>
		centsOf(item.lead.facts.amount ?? "0") ?? 0n;
	const byAmount = cents(b) - cents(a);
	return (
		gone(a) - gone(b) ||
		b.rating.score - a.rating.score ||
		(byAmount > 0n ? 1 : byAmount < 0n ? -1 : 0) ||
		compareCodePoints(a.lead.id, b.lead.id)
	);
}

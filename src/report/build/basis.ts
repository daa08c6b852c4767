import { compareCodePoints } from "../../base/index.ts";
import type { Rule } from "../../rules/index.ts";
import type { BasisView } from "../model.ts";
import { dateText } from "../words/format.ts";

type Basis = Rule["basis"][number];

/** 《…》第104条: books and articles as people write them, however the rule spells them. */
function article(basis: Basis): string {
	const law = basis.law.includes("《") ? basis.law : `《${basis.law}》`;
	const number = basis.article.replace(
		/^(\d+(?:[、～至-]\d+)*)(?!\s*条)/,
		"第$1条",
	);
	const applies = basis.applies === undefined ? "" : `（${basis.applies}）`;
	return `${law}${number}${basis.clause ?? ""}${applies}`;
}

/** The rule itself says from when it applies. */
function saysSince(basis: Basis): boolean {
	return /\d{4}-\d{2}-\d{2}|\d{4}年/.test(basis.applies ?? "");
}

/** Every basis of a rule, as the description of the rule lists them. */
export function basisViews(rule: Rule): BasisView[] {
	return rule.basis.map((basis) => ({
		text: article(basis),
		pending: basis.state === "pending",
	}));
}

/**
 * The law in force on the day of the act. What came into force while the act went on is given with that day;
 * where the day is not known or no article covers it, all are given as 待核.
 */
export function basisInForce(
	rule: Rule,
	from: string | null,
	to: string | null,
	asOf: string,
): BasisView[] {
	const start = from ?? to;
	if (start === null)
		return basisViews(rule).map((basis) => ({ ...basis, pending: true }));
	const end = from === null ? start : (to ?? asOf);
	const during = rule.basis.filter(
		(basis) =>
			(basis.to === undefined || compareCodePoints(basis.to, start) > 0) &&
			(basis.from === undefined || compareCodePoints(basis.from, end) <= 0),
	);
	if (during.length === 0)
		return rule.basis.map((basis) => ({
			text: `${article(basis)}（当时适用的条文待核）`,
			pending: true,
		}));
	return during.map((basis) => ({
		text:
			basis.from !== undefined &&
			compareCodePoints(basis.from, start) > 0 &&
			!saysSince(basis)
				? `${article(basis)}（${dateText(basis.from)}起施行，适用于此后的行为）`
				: article(basis),
		pending: basis.state === "pending",
	}));
}

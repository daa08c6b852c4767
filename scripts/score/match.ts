import type { Lead } from "./product.ts";
import type { Address, TruthCase } from "./truth.ts";

/** Roles that say how somebody comes into a lead, not which lead it is. */
const incidental = new Set(["亲属", "车主"]);

export interface Matching {
	/** The lead of each case that has one. */
	leadOf: ReadonlyMap<TruthCase, Lead>;
	caseOf: ReadonlyMap<Lead, TruthCase>;
}

/**
 * Pairs leads with cases, one to one: same rule, the same subjects, and at least one row in common.
 * Where several fit, the pair with the most rows in common goes first, and what must come out goes
 * before what must not. A lead that is left over belongs to a case whose evidence was spoiled when at
 * least half of its rows are that case's: the number that the errors took may be the one by which
 * the lead is called.
 */
export function match(
	leads: readonly Lead[],
	cases: readonly TruthCase[],
): Matching {
	const pairs: { lead: Lead; one: TruthCase; common: number }[] = [];
	for (const one of cases) {
		const rows = new Set(one.rows.map(text));
		for (const lead of leads) {
			if (lead.rule !== one.rule || !sameSubjects(lead, one)) continue;
			const common = lead.evidence.filter((row) => rows.has(text(row))).length;
			if (common > 0) pairs.push({ lead, one, common });
		}
	}
	pairs.sort(
		(a, b) =>
			Number(b.one.expect) - Number(a.one.expect) || b.common - a.common,
	);
	const leadOf = new Map<TruthCase, Lead>();
	const caseOf = new Map<Lead, TruthCase>();
	for (const { lead, one } of pairs) {
		if (leadOf.has(one) || caseOf.has(lead)) continue;
		leadOf.set(one, lead);
		caseOf.set(lead, one);
	}
	const spoiled = cases
		.filter((one) => one.survived === false && !leadOf.has(one))
		.map((one) => ({ one, rows: new Set(one.rows.map(text)) }));
	for (const lead of leads) {
		if (caseOf.has(lead)) continue;
		const found = spoiled.find(
			({ one, rows }) =>
				one.rule === lead.rule &&
				!leadOf.has(one) &&
				lead.evidence.filter((row) => rows.has(text(row))).length * 2 >=
					lead.evidence.length,
		);
		if (!found) continue;
		leadOf.set(found.one, lead);
		caseOf.set(lead, found.one);
	}
	return { leadOf, caseOf };
}

function sameSubjects(lead: Lead, one: TruthCase): boolean {
	return one.subjects
		.filter(({ role }) => !incidental.has(role))
		.every(({ kind, key }) =>
			lead.subjects.some(
				(shown) => shown.kind === kind && fits(shown.key, key),
			),
		);
}

/** A masked number shows its end only. */
function fits(shown: string, key: string): boolean {
	const end = shown.replace(/^\*+/, "");
	return end === shown ? shown === key : end !== "" && key.endsWith(end);
}

function text({ file, sheet, row }: Address): string {
	return `${file}|${sheet ?? ""}|${row}`;
}

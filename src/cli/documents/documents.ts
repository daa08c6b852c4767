import type { Problem } from "../../errors/index.ts";
import type { SourceOutcome } from "../../ingest/index.ts";
import type { ExemptionUse, Lead, LeadStatus } from "../../leads/index.ts";
import { maskSubject, maskText } from "../../privacy/index.ts";
import { packOf, type RuleSet } from "../../rules/index.ts";
import type { RuleOutcome } from "../../run/index.ts";

/** The JSON documents that commands print with --json (docs/json.md). */

/** Whom a lead or hit is about, masked. */
export function subjectsDocument(
	subjects: Lead["facts"]["subjects"],
	asOf: string,
) {
	return subjects.map((subject) => ({
		role: subject.role,
		kind: subject.kind,
		...maskSubject(subject, asOf),
	}));
}

export function sourceDocument(outcome: SourceOutcome) {
	return {
		source: outcome.source,
		dataset: outcome.dataset,
		file: outcome.file ?? null,
		sheet: outcome.sheet ?? null,
		status: outcome.status,
		read: outcome.read,
		loaded: outcome.loaded,
		quarantined: outcome.quarantined,
		decoration: outcome.decoration,
		corrected: outcome.corrected,
		reasons: outcome.reasons,
	};
}

export function ruleOutcomeDocument(outcome: RuleOutcome) {
	return {
		id: outcome.id,
		version: outcome.version,
		pack: packOf(outcome.id),
		status: outcome.status,
		reason: outcome.reason ?? null,
		hits: outcome.hits,
		suppressed: outcome.suppressed,
		leads: outcome.leads,
		narrowed: outcome.narrowed,
		executed: outcome.executed,
	};
}

export function leadDocument(
	lead: Lead & { status: LeadStatus | "past" | "exempted" | "superseded" },
	asOf: string,
	set: RuleSet,
) {
	const rule = set.rules.get(lead.facts.rule)?.rule;
	return {
		id: lead.id,
		rule: lead.facts.rule,
		version: lead.facts.version,
		status: lead.status,
		reason: lead.reason ?? null,
		...(lead.exemption === undefined
			? {}
			: {
					exemption: { ...lead.exemption, note: maskText(lead.exemption.note) },
				}),
		...(lead.by === undefined ? {} : { superseded_by: lead.by }),
		severity: lead.facts.severity,
		role: rule?.role ?? null,
		evidence_class: rule?.evidence ?? null,
		subjects: subjectsDocument(lead.facts.subjects, asOf),
		unit: lead.facts.unit,
		amount: lead.facts.amount,
		from: lead.facts.from,
		to: lead.facts.to,
		tier: lead.facts.tier,
		since: lead.since,
		evidence: lead.evidence.map((row) => ({
			title: row.title,
			dataset: row.dataset,
			source: row.source,
			file: row.file,
			sheet: row.sheet ?? null,
			row: row.row,
			line: row.line ?? null,
			address: row.address,
		})),
	};
}

export function problemDocument(item: Problem) {
	return {
		code: item.code,
		severity: item.severity,
		message: maskText(item.message),
		remedy: maskText(item.remedy),
		at: item.at,
	};
}

/** What became of the exemptions of a workspace in a run. */
export function exemptionDocument(use: ExemptionUse) {
	const named = (entries: ExemptionUse["unused"]) =>
		entries.map(({ id, rule, until, at }) => ({ id, rule, until, at }));
	return {
		applied: Object.fromEntries(use.applied),
		unused: named(use.unused),
		expired: named(use.expired),
		outdated: named(use.outdated),
	};
}

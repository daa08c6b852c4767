export type { Facts, PathStep, Subject, TypedValue } from "../rules/index.ts";
export { leadEvents, REFUTED, type RuleFinding } from "./compare.ts";
export { type EvidenceSource, fetchEvidence } from "./evidence.ts";
export {
	Exemptions,
	type ExemptionUse,
	exemptionProblems,
} from "./exemptions/apply.ts";
export { type LoadedExemption, loadExemptions } from "./exemptions/load.ts";
export {
	EXEMPTIONS_CONTRACT,
	exemptionsSchema,
} from "./exemptions/schema.ts";
export { foldEvents } from "./fold.ts";
export type { LeadHit } from "./hit.ts";
export { leadId, makeSiteKey, readSiteKey } from "./identity.ts";
export {
	commitLeadEvents,
	type LeadLog,
	readLeadLog,
	readVerdicts,
	stateDigest,
	verifyLeadLog,
} from "./log.ts";
export { resentEvidence } from "./resent.ts";
export {
	type EvidenceRow,
	type ExemptionNote,
	evidenceRowSchema,
	LEAD_EVENT_CONTRACT,
	type Lead,
	type LeadEvent,
	type LogEvent,
	leadEventSchema,
	type RelativePair,
	type ResentRow,
	type Standing,
	type VerdictEvent,
	type VerdictNote,
	verdicts,
} from "./schema.ts";
export { publishState } from "./state.ts";
export {
	exemptedLeads,
	type LeadStatus,
	leadStatuses,
	mergedLeads,
} from "./status.ts";
export {
	pairKey,
	refutedBy,
	standingVerdicts,
	type Verdict,
	type Verdicts,
} from "./verdicts.ts";

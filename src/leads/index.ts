export { leadEvents, type RuleFinding } from "./compare.ts";
export { HitError, mergeHits, type ParameterValues, readHit } from "./facts.ts";
export type { Hit, LeadHit } from "./hit.ts";
export { leadId, makeSiteKey, readSiteKey } from "./identity.ts";
export {
	commitLeadEvents,
	type LeadLog,
	readLeadLog,
	stateDigest,
	verifyLeadLog,
} from "./log.ts";
export {
	type EvidenceRow,
	evidenceRowSchema,
	type Facts,
	LEAD_EVENT_CONTRACT,
	type Lead,
	type LeadEvent,
	leadEventSchema,
	type PathStep,
	type Standing,
	type Subject,
	type TypedValue,
} from "./schema.ts";
export { type LeadStatus, leadStatuses } from "./status.ts";

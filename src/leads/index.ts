export type { Facts, PathStep, Subject, TypedValue } from "../rules/index.ts";
export { leadEvents, type RuleFinding } from "./compare.ts";
export { type EvidenceSource, fetchEvidence } from "./evidence.ts";
export type { LeadHit } from "./hit.ts";
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
	LEAD_EVENT_CONTRACT,
	type Lead,
	type LeadEvent,
	leadEventSchema,
	type Standing,
} from "./schema.ts";
export { publishState } from "./state.ts";
export { type LeadStatus, leadStatuses } from "./status.ts";

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

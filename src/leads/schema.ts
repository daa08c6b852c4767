import * as z from "zod";
import { columnKinds } from "../datasets/index.ts";
import {
	argumentTypes,
	severities,
	subjectKinds,
	tiers,
} from "../rules/index.ts";

export const LEAD_EVENT_CONTRACT = "bidui/lead-event@1";

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** An argument with its type: masking and wording go by the type. */
export const typedValueSchema = z.strictObject({
	name: z.string(),
	title: z.string().optional(),
	type: z.enum(argumentTypes),
	value,
	unit: z.string().optional(),
	/** The parameter that the value was compared with, and what it was. */
	limit: z.strictObject({ title: z.string(), value }).optional(),
});
export type TypedValue = z.infer<typeof typedValueSchema>;

export const subjectSchema = z.strictObject({
	role: z.string(),
	kind: z.enum(subjectKinds),
	/** The normalised key, plain; masked on the way out. */
	key: z.string(),
	name: z.string().nullable(),
});
export type Subject = z.infer<typeof subjectSchema>;

export const pathStepSchema = z.discriminatedUnion("type", [
	z.strictObject({
		type: z.literal("node"),
		kind: z.enum(subjectKinds),
		key: z.string(),
		name: z.string().nullable(),
		label: z.string().nullable(),
	}),
	z.strictObject({
		type: z.literal("edge"),
		text: z.string(),
		from: day.nullable(),
		to: day.nullable(),
		/** Addresses of the rows that prove the step. */
		evidence: z.array(z.string()),
	}),
]);
export type PathStep = z.infer<typeof pathStepSchema>;

/** A source row as it was when the lead was raised or last changed. */
export const evidenceRowSchema = z.strictObject({
	/** What the row proves, in the rule's words. */
	title: z.string(),
	/** `_src#_row`. */
	address: z.string(),
	dataset: z.string(),
	source: z.string(),
	file: z.string(),
	sheet: z.string().optional(),
	/** Record number as Excel shows it; `line` is the physical line of a CSV where it differs. */
	row: z.int().positive(),
	line: z.int().positive().optional(),
	cut_off: day.optional(),
	/** Heading, kind of the mapped column (null: unmapped) and the text as it came. */
	cells: z.array(
		z.strictObject({
			heading: z.string(),
			kind: z
				.enum(Object.keys(columnKinds) as [string, ...string[]])
				.nullable(),
			text: z.string().nullable(),
		}),
	),
});
export type EvidenceRow = z.infer<typeof evidenceRowSchema>;

/** What a rule said about a lead. */
export const factsSchema = z.strictObject({
	rule: z.string(),
	version: z.int().positive(),
	severity: z.enum(severities),
	tier: z.enum(tiers),
	subjects: z.array(subjectSchema).min(1),
	unit: z.string().nullable(),
	region: z.string().nullable(),
	/** In yuan, two decimals. */
	amount: z.string().nullable(),
	from: day.nullable(),
	to: day.nullable(),
	measures: z.array(typedValueSchema),
	arguments: z.array(typedValueSchema),
	path: z.array(pathStepSchema),
	/** Why the severity is lower than the rule's. */
	downgrades: z.array(z.string()),
});
export type Facts = z.infer<typeof factsSchema>;

export const standings = ["open", "gone", "not_rechecked"] as const;
export type Standing = (typeof standings)[number];

const base = {
	contract: z.literal(LEAD_EVENT_CONTRACT),
	lead: z.string(),
	as_of: day,
};

/** The lead event contract (docs/contracts/lead-event.md): one line of the lead log. */
export const leadEventSchema = z.discriminatedUnion("type", [
	z.strictObject({
		...base,
		type: z.literal("raised"),
		key: z.array(value).min(1),
		facts: factsSchema,
		evidence: z.array(evidenceRowSchema).min(1),
	}),
	z.strictObject({
		...base,
		type: z.literal("changed"),
		/** facts: what the lead says; evidence: which rows prove it. */
		what: z.array(z.enum(["facts", "evidence"])).min(1),
		facts: factsSchema,
		evidence: z.array(evidenceRowSchema).min(1),
	}),
	z.strictObject({
		...base,
		type: z.literal("standing"),
		to: z.enum(standings),
		/** Why it was not rechecked, as a code of the run stage. */
		reason: z.string().optional(),
	}),
]);
export type LeadEvent = z.infer<typeof leadEventSchema>;

/** A lead as the log's events add up to it. */
export interface Lead {
	id: string;
	key: (string | number | boolean | null)[];
	facts: Facts;
	evidence: EvidenceRow[];
	standing: Standing;
	reason: string | undefined;
	/** Number of the commit that raised it, and of the last that touched it. */
	raised: number;
	touched: number;
	/** As-of date of the run that raised it. */
	since: string;
}

import * as z from "zod";
import { columnKinds } from "../datasets/index.ts";
import { type Facts, factsSchema } from "../rules/index.ts";

export const LEAD_EVENT_CONTRACT = "bidui/lead-event@1";

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

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
			/** As people corrected it, where they did; null is blank. */
			corrected: z.string().nullable().optional(),
		}),
	),
});
export type EvidenceRow = z.infer<typeof evidenceRowSchema>;

/** A row of evidence that is gone or changed because its source was sent again (重报变动). */
export const resentRowSchema = z.strictObject({
	title: z.string(),
	/** Where it stood before. */
	address: z.string(),
	dataset: z.string(),
	source: z.string(),
	file: z.string(),
	sheet: z.string().optional(),
	row: z.int().positive(),
	change: z.enum(["removed", "changed"]),
	/** Columns of the dataset that differ; empty when the row is gone. */
	columns: z.array(z.string()),
});
export type ResentRow = z.infer<typeof resentRowSchema>;

/**
 * exempted: the rule still finds it, and a file of the workspace says not to raise it;
 * superseded: the rule still finds it, and leads of nearer rules speak of the same facts.
 */
export const standings = [
	"open",
	"gone",
	"not_rechecked",
	"exempted",
	"superseded",
] as const;
export type Standing = (typeof standings)[number];

/** The exemption that sets a lead aside, as it was written when it did. */
export const exemptionNoteSchema = z.strictObject({
	id: z.string(),
	reason: z.string(),
	note: z.string(),
	by: z.string(),
	until: day,
});
export type ExemptionNote = z.infer<typeof exemptionNoteSchema>;

/** What an analyst found of a relative without a number and somebody in the registers. */
export const verdicts = ["yes", "no", "unsure", "withdrawn"] as const;

/**
 * The two of whom a verdict speaks. A row of a family table has no lasting address, so the one who was
 * stated is named by whose relative, in which relation, under which name.
 */
export const relativePairSchema = z.strictObject({
	person_id: z.string(),
	path: z.string(),
	member_name: z.string(),
	kin_id: z.string(),
});
export type RelativePair = z.infer<typeof relativePairSchema>;

/** Who found it, when, and what he says of it. */
export const verdictNoteSchema = z.strictObject({
	by: z.string().min(1),
	on: day,
	note: z.string().min(1).optional(),
});
export type VerdictNote = z.infer<typeof verdictNoteSchema>;

const base = {
	contract: z.literal(LEAD_EVENT_CONTRACT),
	lead: z.string(),
	as_of: day,
};

/** The facts that it stands on, where its rule names them (output.fact). */
const named = { fact: z.array(z.string()).min(1).optional() };

/** The lead event contract (docs/contracts/lead-event.md): one line of the lead log. */
export const leadEventSchema = z.discriminatedUnion("type", [
	z.strictObject({
		...base,
		type: z.literal("raised"),
		key: z.array(value).min(1),
		facts: factsSchema,
		...named,
		evidence: z.array(evidenceRowSchema).min(1),
	}),
	z.strictObject({
		...base,
		type: z.literal("changed"),
		/** facts: what the lead says; evidence: which rows prove it. */
		what: z.array(z.enum(["facts", "evidence"])).min(1),
		facts: factsSchema,
		...named,
		evidence: z.array(evidenceRowSchema).min(1),
	}),
	z.strictObject({
		...base,
		/** Sources of its evidence were sent again without these rows, or with other text in them. */
		type: z.literal("resent"),
		rows: z.array(resentRowSchema).min(1),
	}),
	z.strictObject({
		...base,
		type: z.literal("standing"),
		to: z.enum(standings),
		/** Why it was not rechecked, as a code of the run stage. */
		reason: z.string().optional(),
		/** With `exempted`: by which exemption. */
		exemption: exemptionNoteSchema.optional(),
		/** With `superseded`: the leads that speak in its place. */
		by: z.array(z.string()).min(1).optional(),
		/** With `gone`: the verdict that took one of its relatives away. */
		verdict: verdictNoteSchema.optional(),
	}),
	z.strictObject({
		contract: z.literal(LEAD_EVENT_CONTRACT),
		type: z.literal("verdict"),
		pair: relativePairSchema,
		verdict: z.enum(verdicts),
		...verdictNoteSchema.shape,
	}),
]);
export type LogEvent = z.infer<typeof leadEventSchema>;
/** What the log says of a pair of relatives. */
export type VerdictEvent = Extract<LogEvent, { type: "verdict" }>;
/** What the log says of a lead. */
export type LeadEvent = Exclude<LogEvent, VerdictEvent>;

/** A lead as the log's events add up to it. */
export interface Lead {
	id: string;
	key: (string | number | boolean | null)[];
	facts: Facts;
	/** The facts that it stands on, where its rule names them. */
	fact?: string[] | undefined;
	evidence: EvidenceRow[];
	standing: Standing;
	reason: string | undefined;
	/** Why it is set aside, while it is. */
	exemption?: ExemptionNote | undefined;
	/** The verdict with which it went. */
	verdict?: VerdictNote | undefined;
	/** The leads that speak in its place, while they do. */
	by?: string[] | undefined;
	/** Evidence that sent-again sources took away or changed, last time; `n` is the commit that says so. */
	resent?: { n: number; rows: ResentRow[] } | undefined;
	/** Number of the commit that raised it, and of the last that touched it. */
	raised: number;
	touched: number;
	/** As-of date of the run that raised it. */
	since: string;
}

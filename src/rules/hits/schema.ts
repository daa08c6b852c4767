import * as z from "zod";
import {
	argumentTypes,
	severities,
	subjectKinds,
	tiers,
} from "../schema/index.ts";

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

/** One lead key of a rule's result, read by its output contract. */
export interface Hit {
	rule: string;
	key: (string | number | boolean | null)[];
	facts: Facts;
	/** The facts it stands on, as one text each (output.fact); none when the rule names none. */
	fact: string[];
	/** Addresses `_src#_row` with what each row proves, without repeats. */
	evidence: { title: string; address: string }[];
	/** The known false positive under which it is set aside. */
	suppressed: { code: string; title: string } | undefined;
}

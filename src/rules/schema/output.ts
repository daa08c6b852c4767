import * as z from "zod";
import { columnName } from "../../datasets/index.ts";
import { argumentTypes, subjectKinds } from "./vocabulary.ts";

const subjectSchema = z.strictObject({
	/** What the subject is in this lead: 干部, 企业, 享受对象. */
	role: z.string(),
	kind: z.enum(subjectKinds),
	key: columnName,
	/** A column with the name to show; persons' names are masked. */
	name: columnName.optional(),
});

const pathStepSchema = z.union([
	z.strictObject({
		node: z.enum(subjectKinds),
		key: columnName,
		name: columnName.optional(),
		label: columnName.optional(),
	}),
	z.strictObject({
		edge: columnName,
		from: columnName.optional(),
		to: columnName.optional(),
		evidence: columnName.optional(),
	}),
]);

/**
 * Which columns of the SELECT are what (docs/contracts/rule.md).
 * Evidence columns are VARCHAR: addresses `_src#_row`, separated by one space.
 */
export const outputSchema = z.strictObject({
	lead_key: z.array(columnName).min(1),
	subjects: z.array(subjectSchema).min(1),
	/** The inspected unit that the lead is about, and its region: they decide which group gets it. */
	unit: columnName.optional(),
	region: columnName.optional(),
	amount: columnName.optional(),
	from: columnName.optional(),
	to: columnName.optional(),
	tier: columnName,
	/**
	 * What a fact is that several rules may find: one contract of one cadre, one car. A column may hold
	 * several values, separated by one space, as evidence does; each makes a fact of its own.
	 */
	fact: z.array(columnName).min(1).optional(),
	evidence: z
		.array(z.strictObject({ column: columnName, title: z.string() }))
		.min(1),
	/** The values that thresholds were compared with. */
	measures: z
		.array(
			z.strictObject({
				column: columnName,
				title: z.string(),
				type: z.enum(argumentTypes),
				unit: z.string().optional(),
				parameter: z.string().optional(),
			}),
		)
		.default([]),
	/** Further values that the narrative names. */
	arguments: z
		.array(
			z.strictObject({
				name: columnName,
				column: columnName,
				type: z.enum(argumentTypes),
			}),
		)
		.default([]),
	/** How the subjects hang together, from left to right; a step whose key is NULL is left out. */
	path: z.array(pathStepSchema).default([]),
});
export type RuleOutput = z.infer<typeof outputSchema>;

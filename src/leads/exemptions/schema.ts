import * as z from "zod";
import { falsePositiveCode } from "../../rules/index.ts";

export const EXEMPTIONS_CONTRACT = "bidui/exemptions@1";

const day = z
	.string()
	.regex(/^\d{4}-\d{2}-\d{2}$/, "日期写成 “2026-06-30”（加引号）。");

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** Which leads not to raise, why, by whom, until when. All that it names must fit. */
export const exemptionSchema = z.strictObject({
	/** Its name, once in a workspace; runs and leads speak of it by this. */
	id: z
		.string()
		.regex(/^[a-z0-9][a-z0-9_-]*$/, "编号用小写英文字母、数字和短横。"),
	rule: z.string(),
	/** Only this version of the rule: a review that ends when the rule changes. */
	version: z.int().positive().optional(),
	/** Number of one lead, as reports show it. */
	lead: z.string().optional(),
	/** The lead key, cell by cell; "*" stands for any. */
	key: z.array(cell).min(1).optional(),
	/** Key of any subject of the lead: an identity number, a credit code. */
	subject: z.string().optional(),
	/** Cells of the rows that prove the lead, as the source has them. */
	evidence: z
		.array(
			z.strictObject({
				dataset: z.string().optional(),
				heading: z.string(),
				value: z.string(),
			}),
		)
		.min(1)
		.optional(),
	reason: falsePositiveCode,
	note: z.string().min(1),
	by: z.string().min(1),
	on: day,
	/** The last day on which it holds. */
	until: day,
});
export type Exemption = z.infer<typeof exemptionSchema>;

/** A file of exemptions (docs/contracts/exemptions.md). */
export const exemptionsSchema = z.strictObject({
	contract: z.literal(EXEMPTIONS_CONTRACT),
	exemptions: z.array(exemptionSchema),
});

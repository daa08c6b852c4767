import * as z from "zod";
import { columnName, identifierSchema } from "../../datasets/index.ts";
import { inputSchema, parametersSchema } from "./inputs.ts";
import { outputSchema } from "./output.ts";
import {
	dateText,
	falsePositiveCode,
	severities,
	tiers,
} from "./vocabulary.ts";

export const RULE_CONTRACT = "bidui/rule@1";

const basisSchema = z.strictObject({
	law: z.string(),
	article: z.string(),
	clause: z.string().optional(),
	/** In force on these days; left out where it is still to be checked. */
	from: dateText.optional(),
	to: dateText.optional(),
	/** checked: the text was read (shared law table); pending: still to be checked, shown as 待核. */
	state: z.enum(["checked", "pending"]),
	/** To whom or what it applies, when not to all hits. */
	applies: z.string().optional(),
});

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const testRow = z.record(columnName, cell);

export const ruleTestSchema = z.strictObject({
	name: z.string(),
	kind: z.enum(["hit", "near_miss", "known_miss", "known_false_hit"]),
	as_of: dateText,
	parameters: z.record(identifierSchema, cell).default({}),
	/** Rows per dataset or list; absent columns are NULL, a `_check` is ok and a `_precision` is day. */
	rows: z.record(identifierSchema, z.array(testRow)),
	/** Leads that must come out, exactly these; suppressed ones name their code. */
	expect: z.array(
		z.strictObject({
			lead_key: z.array(cell),
			amount: z.string().optional(),
			tier: z.enum(tiers).optional(),
			severity: z.enum(severities).optional(),
			suppressed: falsePositiveCode.optional(),
			measures: z.record(columnName, cell).optional(),
		}),
	),
});
export type RuleTest = z.infer<typeof ruleTestSchema>;

const ruleId = z
	.string()
	.regex(
		/^[A-Z]{2,6}-\d{2,3}$/,
		"规则编号写成 LYCT-05 这样：大写字母、短横、数字。",
	);

/** The rule file contract (docs/contracts/rule.md). */
export const ruleSchema = z.strictObject({
	contract: z.literal(RULE_CONTRACT),
	id: ruleId,
	version: z.int().positive(),
	status: z.enum(["experimental", "test", "stable", "deprecated"]),
	/** The internal name; readers of reports see display_name only. */
	name: z.string(),
	display_name: z.string(),
	author: z.string(),
	reviewer: z.string().optional(),
	/** Days: written first, reviewed last, changed last. */
	created: dateText.optional(),
	reviewed: dateText.optional(),
	updated: dateText,
	/** Of a deprecated rule: why, and the rule that took its place. Its id is never used again. */
	deprecated: z
		.strictObject({ reason: z.string().min(1), replacement: ruleId.optional() })
		.optional(),
	/** It runs only where bidui.yaml names the approval of this class (authorisations). */
	authorisation: identifierSchema.optional(),
	/**
	 * How many leads for each row of a dataset are usual; far outside, a threshold, a mapping or an input
	 * is more likely wrong than so many people.
	 */
	expected_rate: z
		.strictObject({
			of: identifierSchema,
			from: z.number().min(0).default(0),
			to: z.number().positive(),
			/** Where the range comes from: a policy, a published reference, or our proposal. */
			source: z.enum(["policy", "reference", "proposed"]).default("proposed"),
			/** What it rests on. */
			note: z.string().optional(),
		})
		.optional(),
	question: z.string(),
	basis: z.array(basisSchema).min(1),
	severity: z.enum(severities),
	evidence: z.enum(["hard", "soft"]),
	/** supporting: it strengthens other leads about the same subject and is never listed alone. */
	role: z.enum(["lead", "supporting"]).default("lead"),
	/**
	 * Rules that stand further off: where both find the same fact (output.fact), this one speaks and
	 * the other's lead is counted with it. Left out, not empty: it is part of the locked body.
	 */
	supersedes: z.array(ruleId).min(1).optional(),
	/** True cases that it cannot see. */
	misses: z.array(z.string()).min(1),
	false_positives: z.array(falsePositiveCode).min(1),
	ask_first: z.array(z.string()).min(1),
	/** 若……则不成立. */
	innocent: z.string(),
	papers: z
		.array(z.strictObject({ what: z.string(), from: z.string() }))
		.min(1),
	/** How a checker would go about it: 调阅, 入户, 函询, 现场. */
	method: z.string(),
	inputs: z.array(inputSchema).min(1),
	parameters: parametersSchema.default({}),
	sql: z.string().min(1),
	output: outputSchema,
	/** A hit whose boolean column is true is set aside under the code, counted and listed. */
	suppressions: z
		.array(
			z.strictObject({
				code: falsePositiveCode,
				when: columnName,
				title: z.string(),
			}),
		)
		.default([]),
	/** A hit whose boolean column is true goes one severity down. */
	downgrades: z
		.array(z.strictObject({ when: columnName, title: z.string() }))
		.default([]),
	/**
	 * One sentence with {placeholders}: names of arguments, roles of subjects, {amount}, {from}, {to}, {unit}.
	 * It says 疑似 or 需核实 and passes the list of banned words.
	 */
	narrative: z.string(),
	/** At least one hit and one near miss. */
	tests: z.array(ruleTestSchema),
	/** Mutants (`bidui rules mutate`) that no test can notice because they mean the same. */
	equivalent_mutants: z
		.array(
			z.strictObject({
				/** As `rules mutate` prints it. */
				id: z.string().regex(/^[0-9a-f]{8}$/, "照 rules mutate 列出的编号写。"),
				reason: z.string().min(1),
			}),
		)
		.default([]),
});
export type Rule = z.infer<typeof ruleSchema>;

/** The pack of a rule is the letters of its id. */
export function packOf(ruleId: string): string {
	return ruleId.slice(0, ruleId.indexOf("-"));
}

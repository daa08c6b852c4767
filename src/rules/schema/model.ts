import * as z from "zod";
import { columnName, identifierSchema } from "../../datasets/index.ts";
import { typedColumnSchema } from "../../lists/index.ts";
import { inputSchema, parametersSchema } from "./inputs.ts";

export const MODEL_CONTRACT = "bidui/model@1";

/** How a model of kind `iterate` goes on from its seed, round after round. */
const iterateSchema = z.strictObject({
	/**
	 * Rows with a key that was reached before are not taken again, so that a circle ends.
	 * Left out, a row is its own key.
	 */
	key: z.array(columnName).min(1).optional(),
	/** Rounds after the seed. */
	maximum: z.int().min(1).max(1000),
	/** fail: a row beyond the last round is a failed model; stop: the last round is part of its meaning. */
	at_maximum: z.enum(["fail", "stop"]).default("fail"),
	/** Rows in all; more is a failed model. */
	max_rows: z.int().positive().default(50_000_000),
});

/**
 * The header of a model: the YAML comment that opens its SQL file.
 * The columns are its contract: the SELECT must give just these, in this order and of these types.
 */
export const modelSchema = z
	.strictObject({
		contract: z.literal(MODEL_CONTRACT),
		name: identifierSchema,
		/** One SELECT, or a seed and a step that is repeated. Left out: select. */
		kind: z.enum(["select", "iterate"]).optional(),
		iterate: iterateSchema.optional(),
		title: z.string(),
		version: z.int().positive(),
		author: z.string(),
		description: z.string().default(""),
		inputs: z.array(inputSchema).min(1),
		parameters: parametersSchema.default({}),
		columns: z.array(typedColumnSchema).min(1),
	})
	.refine(
		({ kind, iterate }) => (kind === "iterate") === (iterate !== undefined),
		{ message: "kind: iterate 与 iterate: {maximum: …} 要一起写。" },
	);
export type ModelHeader = z.infer<typeof modelSchema>;

/** rules/packs.yaml: what the internal packs are called before readers. */
export const packsSchema = z.strictObject({
	contract: z.literal("bidui/packs@1"),
	packs: z.record(
		z.string().regex(/^[A-Z]{2,6}$/),
		z.strictObject({ name: z.string(), display_name: z.string() }),
	),
});
export type Packs = z.infer<typeof packsSchema>;

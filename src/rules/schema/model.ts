import * as z from "zod";
import { identifierSchema } from "../../datasets/index.ts";
import { typedColumnSchema } from "../../lists/index.ts";
import { inputSchema, parametersSchema } from "./inputs.ts";

export const MODEL_CONTRACT = "bidui/model@1";

/**
 * The header of a model: the YAML comment that opens its SQL file.
 * The columns are its contract: the SELECT must give just these, in this order and of these types.
 */
export const modelSchema = z.strictObject({
	contract: z.literal(MODEL_CONTRACT),
	name: identifierSchema,
	title: z.string(),
	version: z.int().positive(),
	author: z.string(),
	description: z.string().default(""),
	inputs: z.array(inputSchema).min(1),
	parameters: parametersSchema.default({}),
	columns: z.array(typedColumnSchema).min(1),
});
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

import * as z from "zod";
import { identifierSchema } from "../../datasets/index.ts";
import { columnName, inputSchema, parametersSchema } from "./inputs.ts";

export const MODEL_CONTRACT = "bidui/model@1";
export const LIST_CONTRACT = "bidui/list@1";

/** The column types that models and lists may declare. */
export const columnTypeSchema = z
	.string()
	.regex(
		/^(VARCHAR|BIGINT|DOUBLE|DATE|TIMESTAMP|BOOLEAN|DECIMAL\(\d{1,2},\d{1,2}\))$/,
		"类型用 VARCHAR、BIGINT、DOUBLE、DATE、TIMESTAMP、BOOLEAN 或 DECIMAL(18,2)。",
	);

const typedColumn = z.strictObject({
	name: columnName,
	type: columnTypeSchema,
	title: z.string().default(""),
});

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
	columns: z.array(typedColumn).min(1),
});
export type ModelHeader = z.infer<typeof modelSchema>;

const listCell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A list that people keep: relation codes, regions, public addresses. */
export const listSchema = z
	.strictObject({
		contract: z.literal(LIST_CONTRACT),
		name: identifierSchema,
		title: z.string(),
		owner: z.string(),
		updated: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
		source: z.string(),
		columns: z.array(typedColumn).min(1),
		/** Rows in place, or the name of a UTF-8 CSV with a heading, beside this file. */
		rows: z.array(z.array(listCell)).optional(),
		file: z.string().optional(),
	})
	.refine((list) => (list.rows === undefined) !== (list.file === undefined), {
		message: "rows 与 file 只写一个。",
	});
export type ListFile = z.infer<typeof listSchema>;

/** rules/packs.yaml: what the internal packs are called before readers. */
export const packsSchema = z.strictObject({
	contract: z.literal("bidui/packs@1"),
	packs: z.record(
		z.string().regex(/^[A-Z]{2,6}$/),
		z.strictObject({ name: z.string(), display_name: z.string() }),
	),
});
export type Packs = z.infer<typeof packsSchema>;

import * as z from "zod";
import { columnName, identifierSchema } from "../datasets/index.ts";

export const LIST_CONTRACT = "bidui/list@1";

/** The column types that models and lists may declare. */
const columnTypeSchema = z
	.string()
	.regex(
		/^(VARCHAR|BIGINT|DOUBLE|DATE|TIMESTAMP|BOOLEAN|DECIMAL\(\d{1,2},\d{1,2}\))$/,
		"类型用 VARCHAR、BIGINT、DOUBLE、DATE、TIMESTAMP、BOOLEAN 或 DECIMAL(18,2)。",
	);

export const typedColumnSchema = z.strictObject({
	name: columnName,
	type: columnTypeSchema,
	title: z.string().default(""),
});

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
		columns: z.array(typedColumnSchema).min(1),
		/**
		 * A table of parameters: each workspace fills a row for each of its regions and years;
		 * rules that read it do not run while one is missing.
		 */
		cells: z
			.strictObject({
				region: columnName,
				year: columnName,
				/** How many years, the as-of date's the last. */
				years: z.int().positive().default(1),
				/**
				 * Wanted only for the regions that the workspace names: without any, rules that read the table
				 * run on a default of their own.
				 */
				only_named: z.boolean().default(false),
			})
			.optional(),
		/** Runs fill it from the lead log; nobody edits it. */
		from_log: z.literal("verdict").optional(),
		/** Rows in place, or the name of a UTF-8 CSV with a heading, beside this file. */
		rows: z.array(z.array(listCell)).optional(),
		file: z.string().optional(),
	})
	.refine((list) => (list.rows === undefined) !== (list.file === undefined), {
		message: "rows 与 file 只写一个。",
	});
export type ListFile = z.infer<typeof listSchema>;

import * as z from "zod";
import { columnName, identifierSchema } from "../../datasets/index.ts";

const columns = z.array(columnName).min(1);

/**
 * What a rule or model reads, and nothing else: the sandbox shows just these columns.
 * An optional input that is missing is an empty table, and `without` says what is lost.
 */
export const inputSchema = z.union([
	z.strictObject({
		dataset: identifierSchema,
		columns,
		/**
		 * Columns that exports often lack, and what is lost without each: they are NULL then.
		 * A plain list says nothing of the loss.
		 */
		optional_columns: z
			.union([
				z
					.array(columnName)
					.transform(
						(names): Record<string, string> =>
							Object.fromEntries(names.map((name) => [name, ""])),
					),
				z.record(columnName, z.string()),
			])
			.default({}),
		optional: z.boolean().default(false),
		without: z.string().optional(),
		/** Days before the as-of date from which the data are too old for the question; the run says so. */
		fresh_days: z.int().positive().optional(),
	}),
	z.strictObject({ model: identifierSchema, columns }),
	z.strictObject({ list: identifierSchema, columns }),
]);
export type Input = z.infer<typeof inputSchema>;

/** The name under which the SQL reads an input. */
export function inputName(input: Input): string {
	if ("dataset" in input) return input.dataset;
	if ("model" in input) return input.model;
	return input.list;
}

const parameterBase = {
	title: z.string(),
	unit: z.string().optional(),
	/** Where the default comes from: a policy, a published reference, or our proposal. */
	source: z.enum(["policy", "reference", "proposed"]),
};

/** A typed parameter; the SQL names it `:name` and it arrives as a typed literal. */
export const parameterSchema = z.discriminatedUnion("type", [
	z.strictObject({
		type: z.literal("integer"),
		default: z.int(),
		min: z.int().optional(),
		max: z.int().optional(),
		...parameterBase,
	}),
	z.strictObject({
		type: z.literal("decimal"),
		/** As text, to keep its digits. */
		default: z
			.string()
			.regex(/^-?\d+(\.\d+)?$/, '小数写成带引号的文字，如 "0.05"。'),
		min: z.string().optional(),
		max: z.string().optional(),
		...parameterBase,
	}),
	z.strictObject({
		type: z.literal("date"),
		default: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
		...parameterBase,
	}),
	z.strictObject({
		type: z.literal("boolean"),
		default: z.boolean(),
		...parameterBase,
	}),
	z.strictObject({
		type: z.literal("text"),
		default: z.string(),
		...parameterBase,
	}),
]);
export type Parameter = z.infer<typeof parameterSchema>;

export const parametersSchema = z.record(identifierSchema, parameterSchema);

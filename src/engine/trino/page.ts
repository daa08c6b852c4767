import * as z from "zod";

/** A type as Trino describes it: its name and what stands in its brackets. */
export interface TypeSignature {
	rawType: string;
	arguments: { kind: string; value: unknown }[];
}

const signatureSchema: z.ZodType<TypeSignature> = z.object({
	rawType: z.string(),
	arguments: z.array(z.object({ kind: z.string(), value: z.unknown() })),
});

const errorSchema = z.object({
	message: z.string().default(""),
	errorName: z.string(),
	errorType: z.string(),
	errorLocation: z
		.object({ lineNumber: z.int(), columnNumber: z.int() })
		.optional(),
});
export type PageError = z.infer<typeof errorSchema>;

const statsSchema = z.object({
	state: z.string(),
	totalSplits: z.number().default(0),
	completedSplits: z.number().default(0),
	processedRows: z.number().default(0),
	processedBytes: z.number().default(0),
	peakMemoryBytes: z.number().default(0),
	elapsedTimeMillis: z.number().default(0),
	cpuTimeMillis: z.number().default(0),
});
/** How far a statement is: rows and bytes read, milliseconds, bytes of memory at the peak. */
export type Progress = z.infer<typeof statsSchema>;

const pageSchema = z.object({
	id: z.string(),
	nextUri: z.string().optional(),
	columns: z
		.array(
			z.object({
				name: z.string(),
				type: z.string(),
				typeSignature: signatureSchema,
			}),
		)
		.optional(),
	// Rows are checked where their types are known, not cell by cell here.
	data: z.array(z.custom<unknown[]>(Array.isArray)).optional(),
	stats: statsSchema,
	error: errorSchema.optional(),
	updateCount: z.number().optional(),
});
export type Page = z.infer<typeof pageSchema>;
export type PageColumn = NonNullable<Page["columns"]>[number];

/**
 * Reads an answer of /v1/statement or of a nextUri.
 * @throws SyntaxError or ZodError when it is not one
 */
export function readPage(body: string): Page {
	return pageSchema.parse(JSON.parse(body));
}

import * as z from "zod";

export const CORRECTION_CONTRACT = "bidui/correction@1";

const hex = z.string().regex(/^[0-9a-f]+$/);
const cells = z.array(z.string().nullable());

/** A row of a source: as in snapshots, and a digest of the text that stood there. */
const address = {
	source: z.string(),
	dataset: z.string(),
	/** Path below sources/, with forward slashes. */
	file: z.string(),
	sheet: z.string().optional(),
	/** Record number as Excel shows it. */
	row: z.int().positive(),
	/** Digest of headings and text of the row as the file has them (originalOf). */
	original: hex,
};

/** The correction contract (docs/contracts/correction.md): one line of the log of corrections. */
export const correctionEventSchema = z.discriminatedUnion("type", [
	z.strictObject({
		contract: z.literal(CORRECTION_CONTRACT),
		type: z.literal("corrected"),
		...address,
		/** The text of every column before and after, in the order of the file; null is blank. */
		before: cells,
		cells,
	}),
	z.strictObject({
		contract: z.literal(CORRECTION_CONTRACT),
		/** The row stands again as it came. */
		type: z.literal("withdrawn"),
		...address,
	}),
	z.strictObject({
		contract: z.literal(CORRECTION_CONTRACT),
		/** A form that was read, so that it is not read twice. */
		type: z.literal("form"),
		name: z.string(),
		sha256: hex,
	}),
]);
export type CorrectionEvent = z.infer<typeof correctionEventSchema>;

/** A correction that stands, with who made it and when. */
export interface Correction {
	source: string;
	dataset: string;
	file: string;
	sheet?: string | undefined;
	row: number;
	original: string;
	cells: (string | null)[];
	by: string;
	at: string;
}

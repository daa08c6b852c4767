import * as z from "zod";

export const PART_CONTRACT = "bidui/part@1";
export const SNAPSHOT_CONTRACT = "bidui/snapshot@1";
export const CHANGE_CONTRACT = "bidui/change@1";

const hex = z.string().regex(/^[0-9a-f]+$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** How a column of the part came out of the file. */
const mappingSchema = z.strictObject({
	column: z.string(),
	/** The heading as the file spells it. */
	heading: z.string(),
	/** Position in the file, from 1. */
	position: z.int().positive(),
	/** What the file's numbers were multiplied by to reach the stored unit. */
	factor: z.string().optional(),
});

/** A finding about the values of one column, with how many rows it concerns. */
const qualitySchema = z.strictObject({
	column: z.string(),
	code: z.string(),
	rows: z.int().nonnegative(),
});

/**
 * The part contract (docs/contracts/part.md): the manifest beside each Parquet file.
 * read + added = loaded + quarantined + decoration, always.
 */
export const partSchema = z.strictObject({
	contract: z.literal(PART_CONTRACT),
	dataset: z.string(),
	key: hex,
	/** The value of `_src` in every row. */
	src: hex,
	sheet: z.string().optional(),
	/** Of a sheet with several tables under one another: the names of all its parts, this one's among them. */
	stack: z.array(z.string().nullable()).optional(),
	/** sha256 and size of the source file. */
	sha256: hex,
	bytes: z.int().nonnegative(),
	format: z.string(),
	encoding: z.string().optional(),
	delimiter: z.string().optional(),
	/** Record number of the (last) heading row. */
	header_row: z.int().nonnegative(),
	/** Every heading in the order of the file, blank where there is none: the columns c1, c2, … of the raw part. */
	headings: z.array(z.string()),
	mapping: z.array(mappingSchema),
	/** Headings that map to no column; their text is in the raw part. */
	unmapped: z.array(z.string()),
	/** Dataset columns that the file does not have; NULL throughout. */
	absent: z.array(z.string()),
	counts: z.strictObject({
		read: z.int().nonnegative(),
		/** Rows beyond one a record, of records that list several people. */
		added: z.int().positive().optional(),
		loaded: z.int().nonnegative(),
		quarantined: z.int().nonnegative(),
		decoration: z.int().nonnegative(),
	}),
	/** What the decoration was: title, heading, repeat, total, note, blank. */
	decorations: z.record(z.string(), z.int().nonnegative()),
	/** Rows in quarantine per reason code. */
	reasons: z.record(z.string(), z.int().nonnegative()),
	quality: z.array(qualitySchema),
	/** Total rows of the file beside the sums of what was loaded. */
	totals: z.array(
		z.strictObject({
			row: z.int().positive(),
			column: z.string(),
			stated: z.string(),
			loaded: z.string(),
			agrees: z.boolean(),
		}),
	),
	/**
	 * Rows that people corrected, by what became of them; they are among the counts of the same name.
	 * outdated: the file has another text at that address, so that the correction was not applied.
	 */
	corrections: z
		.strictObject({
			loaded: z.int().nonnegative(),
			quarantined: z.int().nonnegative(),
			decoration: z.int().nonnegative(),
			outdated: z.int().nonnegative(),
		})
		.optional(),
	/** Rows that repeat another row of the file in every column, and natural keys that repeat. */
	duplicates: z.strictObject({
		rows: z.int().nonnegative(),
		keys: z.int().nonnegative(),
	}),
	/** Medians of amounts and areas, in the stored unit, where there are enough values. */
	medians: z.record(z.string(), z.string()).optional(),
	/** sha256 of the Parquet file. */
	digest: hex,
	normaliser: z.int().positive(),
	engine: z.string(),
});
export type Part = z.infer<typeof partSchema>;

/** What may be worth a look when a source is sent again. */
export const changeCodes = [
	"change-rows",
	"change-removed",
	"change-columns-missing",
	"change-columns-new",
	"change-nulls",
	"change-distinct",
	"change-magnitude",
] as const;

const addresses = z.array(z.string());

/** How a source that was sent again differs from the version before (docs/contracts/source.md). */
export const changeSchema = z.strictObject({
	contract: z.literal(CHANGE_CONTRACT),
	/** natural_key: rows with the same key are the same row; row: only rows alike in every column are. */
	by: z.enum(["natural_key", "row"]),
	rows: z.strictObject({
		before: z.int().nonnegative(),
		now: z.int().nonnegative(),
		added: z.int().nonnegative(),
		changed: z.int().nonnegative(),
		removed: z.int().nonnegative(),
	}),
	/** Of the changed rows, how many differ in a column; the most first. */
	columns: z.array(z.strictObject({ column: z.string(), rows: z.int() })),
	/** `_src#_row` of the first rows of each kind: removed and changed ones as they were before. */
	samples: z.strictObject({
		added: addresses,
		changed: addresses,
		removed: addresses,
	}),
	findings: z.array(
		z.strictObject({
			code: z.enum(changeCodes),
			/** A column of the dataset, or a heading that it does not know. */
			column: z.string().optional(),
			before: z.string(),
			now: z.string(),
		}),
	),
});
export type SourceChange = z.infer<typeof changeSchema>;

/** One line of a snapshot: a part, or a source that gave none. */
export const snapshotLineSchema = z.discriminatedUnion("type", [
	z.strictObject({
		contract: z.literal(SNAPSHOT_CONTRACT),
		type: z.literal("part"),
		source: z.string(),
		dataset: z.string(),
		key: hex,
		src: hex,
		/** Path below sources/, with forward slashes. */
		file: z.string(),
		sheet: z.string().optional(),
		rows: z.int().nonnegative(),
		digest: hex,
		/** sha256 of the part's manifest. */
		manifest: hex,
		cut_off: day.optional(),
	}),
	z.strictObject({
		contract: z.literal(SNAPSHOT_CONTRACT),
		type: z.literal("refused"),
		source: z.string(),
		dataset: z.string(),
		file: z.string(),
		/** Error codes that refused it. */
		codes: z.array(z.string()).min(1),
		/** The part of an earlier snapshot still stands for the source. */
		kept: z.boolean(),
	}),
	z.strictObject({
		contract: z.literal(SNAPSHOT_CONTRACT),
		/** The same bytes as another file of the dataset; its rows count once. */
		type: z.literal("duplicate"),
		source: z.string(),
		dataset: z.string(),
		file: z.string(),
		/** The file that counts. */
		of: z.string(),
	}),
	z.strictObject({
		contract: z.literal(SNAPSHOT_CONTRACT),
		/** The source was sent again; one without such a line is at its first version. */
		type: z.literal("version"),
		source: z.string(),
		dataset: z.string(),
		version: z.int().min(2),
		change: changeSchema,
	}),
	z.strictObject({
		contract: z.literal(SNAPSHOT_CONTRACT),
		type: z.literal("missing"),
		source: z.string(),
		dataset: z.string(),
	}),
]);
export type SnapshotLine = z.infer<typeof snapshotLineSchema>;
export type SnapshotVersion = Extract<SnapshotLine, { type: "version" }>;
export type SnapshotPart = Extract<SnapshotLine, { type: "part" }>;

/** A numbered list of parts that a run sees. */
export interface Snapshot {
	n: number;
	sha: string;
	lines: SnapshotLine[];
}

import * as z from "zod";
import {
	type ColumnKind,
	type ColumnType,
	type CompanionSuffix,
	columnKinds,
	companionSuffixes,
} from "./kinds.ts";

export const DATASET_CONTRACT = "bidui/dataset@1";

/** A name that needs no quoting on any engine. */
export const identifierSchema = z
	.string()
	.regex(
		/^[a-z][a-z0-9_]*$/,
		"名称用小写英文字母、数字和下划线，以字母开头，如 citizen_id。",
	);

/** A column name as SQL spells it: a declared one, a companion, `_src` or `_row`. */
export const columnName = z
	.string()
	.regex(/^[a-z_][a-z0-9_]*$/, "列名用小写英文字母、数字和下划线。");

export const datasetColumnSchema = z.strictObject({
	name: identifierSchema,
	kind: z.enum(Object.keys(columnKinds) as [ColumnKind, ...ColumnKind[]]),
	title: z.string(),
	/** Headings under which real exports send the column; compared after normalising. */
	headers: z.array(z.string()).default([]),
	/** The file must have the column, and a row without a usable value goes to quarantine. */
	required: z.boolean().default(false),
	/** A merged cell's value holds for the blank cells below it. */
	fill_down: z.boolean().default(false),
	/** The unit of the stored value; a heading or the source may say another (万元, 公顷, 平方米). */
	unit: z.enum(["元", "亩", "平方米", "公里"]).optional(),
	/** Code of a value and the spellings that stand for it; what is in none is NULL and reported. */
	codes: z.record(z.string(), z.array(z.string())).optional(),
	/** The same, kept in a list of rules/lists with columns `code` and `spelling`. */
	codes_list: identifierSchema.optional(),
	/** Summed and compared with the total row of the file. */
	totalled: z.boolean().default(false),
});
export type DatasetColumn = z.infer<typeof datasetColumnSchema>;

/** Columns by what they say of the completeness of a source. */
const completenessSchema = z.strictObject({
	/** The township or street of a row. */
	township: identifierSchema.optional(),
	/** The month or day that a row is about; the rows of each month are counted by township. */
	period: identifierSchema.optional(),
	/** Its distinct values are the households. */
	household: identifierSchema.optional(),
	/** Its sum is the amount that the department states. */
	amount: identifierSchema.optional(),
	/** The rows are the resident population: rolls are held against it by township. */
	population: z.boolean().default(false),
});

/** A column whose values should be found in another dataset. */
const referenceSchema = z.strictObject({
	column: identifierSchema,
	/** dataset.column */
	to: z
		.string()
		.regex(
			/^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/,
			"写成 数据集.列，如 household.citizen_id。",
		),
	/** The share, 0 to 1, below which it is worth a look. */
	expect: z.number().min(0).max(1).default(0.9),
});
export type Reference = z.infer<typeof referenceSchema>;

/** The dataset definition contract (docs/contracts/dataset.md). */
export const datasetSchema = z.strictObject({
	contract: z.literal(DATASET_CONTRACT),
	name: identifierSchema,
	title: z.string(),
	description: z.string().default(""),
	/** The kinds of department that usually hold it. */
	held_by: z.array(z.string()).min(1),
	/** Which family of sources it is; independent families strengthen each other. */
	family: z.enum([
		"cadre",
		"household",
		"market",
		"procurement",
		"welfare",
		"agriculture",
		"insurance",
		"property",
		"finance",
		"education",
		"oversight",
	]),
	/** An authorisation class without which no rule may read it. */
	authorisation: z.string().optional(),
	/** Columns that together name a row in the real world; duplicates are counted. */
	natural_key: z.array(identifierSchema).default([]),
	/** A row must have a value in at least one of these, or it goes to quarantine. */
	identify_by: z.array(identifierSchema).default([]),
	/**
	 * Columns that list several people in one cell, in the same order: each person becomes a row. A
	 * record in which they list different numbers of people goes to quarantine.
	 */
	split: z.array(identifierSchema).default([]),
	/** What tells whether a source is complete: which columns say where, when, who and how much. */
	completeness: completenessSchema.optional(),
	/** Values that another dataset should have too; the share that it has is told. */
	references: z.array(referenceSchema).default([]),
	columns: z.array(datasetColumnSchema).min(1),
});
export type Dataset = z.infer<typeof datasetSchema>;

/** A column as it stands in a part. */
export interface StoredColumn {
	name: string;
	type: ColumnType;
	/** The kind of a declared column. */
	kind?: ColumnKind;
	/** The declared column that a companion stands beside, and what the companion says of it. */
	companion?: { of: string; suffix: CompanionSuffix };
	title: string;
}

/**
 * The columns of every part of a dataset, in order: `_src`, `_row`, then each declared column,
 * followed by the companions that its kind has.
 */
export function storedColumns(dataset: Dataset): StoredColumn[] {
	return [
		{ name: "_src", type: "VARCHAR", title: "来源编号" },
		{ name: "_row", type: "BIGINT", title: "记录号" },
		...dataset.columns.flatMap((column): StoredColumn[] => [
			{
				name: column.name,
				type: columnKinds[column.kind].type,
				kind: column.kind,
				title: column.title,
			},
			...companionsOf(column),
		]),
	];
}

/** The companions of a declared column, as they stand in a part. */
export function companionsOf(column: DatasetColumn): StoredColumn[] {
	return (columnKinds[column.kind].companions ?? []).map((suffix) => ({
		name: `${column.name}${suffix}`,
		type: "VARCHAR",
		companion: { of: column.name, suffix },
		title: `${column.title}${companionSuffixes[suffix].title}`,
	}));
}

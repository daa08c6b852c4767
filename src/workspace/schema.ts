import * as z from "zod";
import { identifierSchema } from "../datasets/index.ts";
import { engineNames } from "../engine/index.ts";

export const WORKSPACE_CONTRACT = "bidui/workspace@1";

const day = z
	.string()
	.regex(/^\d{4}-\d{2}-\d{2}$/, "日期写成 “2026-06-30”（加引号）。");

const cell = z.union([z.string(), z.number(), z.boolean()]);

/** From where on a source that was sent again differs enough from the version before to be worth a look. */
const changeLimitsSchema = z.strictObject({
	/** Share by which the rows became fewer. */
	rows: z.number().min(0).max(1).optional(),
	/** Share of the rows before that are no longer there. */
	removed: z.number().min(0).max(1).optional(),
	/** Difference of the share of empty cells of a column. */
	nulls: z.number().min(0).max(1).optional(),
	/** Difference of the share of distinct values of a column. */
	distinct: z.number().min(0).max(1).optional(),
	/** Powers of ten between the amounts of a column, before and now. */
	magnitude: z.number().positive().optional(),
});

/** warn: it is said; stop: the version before stands until somebody accepts the new one. */
const onChangeSchema = z.enum(["warn", "stop"]);

/** What the department says that it sent. */
const controlSchema = z.strictObject({
	rows: z.int().nonnegative().optional(),
	households: z.int().nonnegative().optional(),
	/** Yuan. */
	amount: z.number().nonnegative().optional(),
});

export const sourceSchema = z.strictObject({
	/** The logical id of the source; stays the same when the file is sent again. */
	id: identifierSchema,
	/** A glob below sources/, with forward slashes: 民政局/低保人员*.xlsx */
	path: z.string().min(1),
	dataset: identifierSchema,
	/** replace: the newest file stands for all; append: every file counts; cumulative: a re-export of everything. */
	mode: z.enum(["replace", "append", "cumulative"]).default("replace"),
	/** The department that sent it, in words. */
	from: z.string().optional(),
	/** The day up to which the department's data go; open intervals end here. */
	cut_off: day.optional(),
	/** Only this sheet; otherwise every sheet whose headings fit. */
	sheet: z.string().optional(),
	/** The row of the headings, where they are not found by themselves (as Excel counts). */
	header_row: z.int().positive().optional(),
	encoding: z
		.enum(["utf-8", "gb18030", "gbk", "utf-16le", "utf-16be", "big5"])
		.optional(),
	/** Any character of ASCII that is neither a letter, a digit, a quote nor a line end. */
	delimiter: z
		.string()
		.refine(
			(text) => text.length === 1 && text < "\u007f" && !/[\w"\r\n]/.test(text),
			"分隔符是一个半角符号（如 “,” “|” “^”）或制表符。",
		)
		.optional(),
	/** Column of the dataset: heading in the file; overrides the synonyms. */
	columns: z.record(identifierSchema, z.string()).default({}),
	/** Column of the dataset: the unit in which the file gives it. */
	units: z
		.record(
			identifierSchema,
			z.enum(["元", "万元", "亿元", "亩", "公顷", "平方米"]),
		)
		.default({}),
	/** Blank cells of the dataset's fill_down columns take the value above them, in any format. */
	fill_down: z.boolean().optional(),
	/**
	 * Columns of numbers that Excel has damaged and no better export can be had of: loaded with those
	 * numbers void, instead of refusing the source.
	 */
	accept_damaged: z.array(identifierSchema).default([]),
	/** Not yet received is not an error. */
	optional: z.boolean().default(false),
	/** It was asked for and is waited for: not yet received is no error, until it is due. */
	expected: z.boolean().default(false),
	/** The day by which the department is to send it. */
	due: day.optional(),
	control: controlSchema.optional(),
	on_change: onChangeSchema.optional(),
	change_limits: changeLimitsSchema.optional(),
});
export type Source = z.infer<typeof sourceSchema>;

const groupSchema = z.strictObject({
	id: identifierSchema,
	name: z.string(),
	/** Leads about these units, by name. */
	units: z.array(z.string()).default([]),
	/** Leads whose region begins with one of these. */
	regions: z.array(z.string()).default([]),
	/** Leads of these packs. */
	packs: z.array(z.string()).default([]),
});

/** A cluster over the site's own lake, for sites that outgrew one machine. */
const lakeSchema = z.strictObject({
	/** http(s)://host:port of the coordinator. */
	url: z.url({ protocol: /^https?$/ }),
	user: z.string().min(1),
	/** PEM file of the authority that signed the server's certificate; below the workspace or absolute. */
	ca_file: z.string().optional(),
	/** Catalog in which tables may be made over files. */
	catalog: identifierSchema,
	/** Where the cluster sees the published files: local:///bidui, s3://bucket/bidui, hdfs://… */
	location: z.string().regex(/^[a-z0-9]+:\/\/.*[^/]$/),
	/** The same place as this machine sees it; without it the files are laid out below store/lake to be copied. */
	folder: z.string().optional(),
	session: z.record(z.string(), z.string()).default({}),
	/** How many models and rules run there at a time. */
	parallel: z.int().positive().default(4),
});

/** bidui.yaml: one inspection round (docs/contracts/workspace.md). */
export const workspaceSchema = z.strictObject({
	contract: z.literal(WORKSPACE_CONTRACT),
	/** The name of the round, as reports show it. */
	round: z.string().min(1),
	office: z.string().min(1),
	/** The "today" of every run (design: as-of date). */
	as_of: day,
	sources: z.array(sourceSchema).min(1),
	/** What a source that was sent again and differs much does; a source may say otherwise. */
	on_change: onChangeSchema.default("warn"),
	change_limits: changeLimitsSchema.default({}),
	/** Residents by township, where no population dataset gives them. */
	population: z.record(z.string(), z.int().positive()).default({}),
	rules: z
		.strictObject({
			/** Packs to run; left out: all. */
			packs: z.array(z.string()).optional(),
			/** Rules not to run, by id. */
			disable: z.array(z.string()).default([]),
		})
		.default({ disable: [] }),
	/** Rule or model: parameter: value. */
	parameters: z
		.record(z.string(), z.record(identifierSchema, cell))
		.default({}),
	/** Codes of the regions for which tables of parameters must have a row a year. */
	regions: z.array(z.string()).default([]),
	/** A lead goes to the first group that it fits, otherwise to 待分配. */
	groups: z.array(groupSchema).default([]),
	report: z
		.strictObject({
			title: z.string().optional(),
			/** How many of the best cards make the first list. */
			list_budget: z.int().positive().default(300),
		})
		.default({ list_budget: 300 }),
	limits: z
		.strictObject({
			memory: z
				.string()
				.regex(/^\d+(MB|GB)$/, "内存写成 “4GB” 或 “512MB”。")
				.default("4GB"),
			threads: z.int().positive().default(2),
			/** Seconds that one rule or model may take. */
			seconds: z.int().positive().default(600),
			/** Hits that one rule may return. */
			hits: z.int().positive().default(200000),
			/** Megabytes that one rule or model may spill to disk. */
			spill_mb: z.int().positive().default(20000),
		})
		.default({
			memory: "4GB",
			threads: 2,
			seconds: 600,
			hits: 200000,
			spill_mb: 20000,
		}),
	/** Where models and rules run. */
	engine: z.enum(engineNames).default("duckdb"),
	lake: lakeSchema.optional(),
	/** How much of what was is kept; what no kept snapshot and run names is removed after a run. */
	retention: z
		.strictObject({
			/** Snapshots and runs whose data and results stay. */
			snapshots: z.int().positive().default(30),
			/** Log files. */
			logs: z.int().positive().default(90),
		})
		.default({ snapshots: 30, logs: 90 }),
	/** Authorisation classes granted for this round, with the number of the approval. */
	authorisations: z.record(z.string(), z.string()).default({}),
});
export type WorkspaceConfig = z.infer<typeof workspaceSchema>;

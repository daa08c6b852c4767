import { join } from "node:path";
import { sha256File } from "../base/index.ts";
import {
	type Dataset,
	type DatasetColumn,
	storedColumns,
} from "../datasets/index.ts";
import {
	ENGINE_VERSION,
	type Engine,
	identifier,
	literal,
	pathLiteral,
	type Row,
} from "../engine/index.ts";
import { type Place, type Problem, problem } from "../errors/index.ts";
import type { List } from "../lists/index.ts";
import {
	PART_CONTRACT,
	type Part,
	type StagedPart,
	type Store,
} from "../store/index.ts";
import type { Source } from "../workspace/index.ts";
import { classifyRows, faultyRows, type RowClass } from "./checks/classify.ts";
import { damageCheck } from "./checks/damage.ts";
import { suspicion } from "./checks/suspects.ts";
import { compareTotals } from "./checks/totals.ts";
import { fillDown } from "./fill.ts";
import type { FoundHeading } from "./header/find.ts";
import { partKey, sourceAddress } from "./key.ts";
import { codeTable } from "./lookups.ts";
import { columnFactor, mappingWarnings } from "./mapping.ts";
import { NORMALISER_VERSION, plainForms } from "./normalise/index.ts";
import { normalQuery, type PlannedColumn } from "./normalise/query.ts";
import {
	cellNames,
	type RawTable,
	type StagedTable,
	sheetFormats,
} from "./readers/types.ts";
import { isDiskFull, Refusal, refuse } from "./refusal.ts";

/** What loading one table needs. */
export interface TableJob {
	engine: Engine;
	store: Store;
	source: Source;
	dataset: Dataset;
	lists: ReadonlyMap<string, List>;
	/** The engine's table of known regions. */
	regions: string | undefined;
	/** sha256 and size of the file. */
	sha256: string;
	bytes: number;
	scratch: string;
	at: Place;
	signal?: AbortSignal | undefined;
}

const PARQUET = "(FORMAT parquet, COMPRESSION zstd)";

async function copy(
	engine: Engine,
	select: string,
	path: string,
): Promise<void> {
	await engine.execute(`COPY (${select}) TO ${pathLiteral(path)} ${PARQUET}`);
}

async function one(engine: Engine, sql: string): Promise<Row> {
	return (await engine.query(sql)).rows[0] ?? {};
}

/**
 * Writes the raw part. When the engine stumbles over the file, or reads another number of records
 * than the scanner counted, the reader's slower way is taken.
 * @returns the table that was read, and how many records the raw part has
 */
async function storeRaw(
	engine: Engine,
	staged: StagedTable,
	path: string,
): Promise<{ staged: StagedTable; present: number }> {
	try {
		await copy(engine, staged.sql, path);
		const sql = `SELECT count(*) AS n FROM read_parquet(${pathLiteral(path)})`;
		const present = Number((await one(engine, sql)).n);
		if (
			staged.fallback === undefined ||
			present + staged.blankTail === staged.records
		)
			return { staged, present };
	} catch (error) {
		if (staged.fallback === undefined || isDiskFull(error)) throw error;
	}
	return storeRaw(engine, await staged.fallback(), path);
}

/** The mapped columns of a table with the cell that each reads. */
interface Mapped {
	column: DatasetColumn;
	index: number;
	position: number;
	heading: string;
	unit?: string;
}

function mappedColumns(dataset: Dataset, found: FoundHeading): Mapped[] {
	return found.map.mapping.flatMap((item) => {
		const index = dataset.columns.findIndex(
			(column) => column.name === item.column,
		);
		const column = dataset.columns[index];
		return column === undefined ? [] : [{ ...item, column, index }];
	});
}

/** Facts about the data rows that decide how they are read; columns by name. */
interface Profile {
	/** Shares that are percents. */
	percents: Set<string>;
	/** Positions of the fill_down columns that have blank cells. */
	blank: number[];
	/** No cell needs cleaning. */
	plain: Set<string>;
	/** Data rows. */
	rows: number;
	/** Cells that are not blank, of the columns with a plain form. */
	present: Map<string, number>;
}

/** Looks at the data rows once. Refuses columns that Excel has damaged. */
async function profile(
	job: TableJob,
	mapped: readonly Mapped[],
	rows: string,
): Promise<Profile> {
	const { dataset, engine, at } = job;
	const cells = new Map(
		mapped.map((item) => [item.column.name, `c${item.position}`]),
	);
	const damage = damageCheck(dataset, cells, "rows");
	const ratios = mapped.filter(({ column }) => column.kind === "ratio");
	const fills = mapped.filter(({ column }) => column.fill_down);
	const forms = mapped.filter(
		({ column }) => plainForms[column.kind] !== undefined,
	);
	const expressions = [
		"count(*) AS n",
		...damage.expressions,
		...forms.map(({ index, position }) => `count(c${position}) AS n${index}`),
		...forms.map(
			({ column, index, position }) =>
				`bool_and(regexp_full_match(c${position}, ${literal(plainForms[column.kind] ?? "")})) AS f${index}`,
		),
		...ratios.map(
			({ index, position }) =>
				`max(try_cast(trim(c${position}) AS DOUBLE)) AS p${index}`,
		),
		...fills.map(
			({ index, position }) =>
				`count(*) FILTER (c${position} IS NULL) AS b${index}`,
		),
	];
	const row = await one(
		engine,
		`SELECT ${expressions.join(", ")} FROM ${rows}`,
	);
	const suspected = damage.read(row);
	const names = new Set(suspected.map(({ column }) => column.name));
	const closer = damageCheck(
		dataset,
		new Map([...cells].filter(([name]) => names.has(name))),
		"values",
	);
	const damaged =
		suspected.length === 0
			? []
			: closer.read(
					await one(
						engine,
						`SELECT ${closer.expressions.join(", ")} FROM ${rows}`,
					),
				);
	if (damaged.length > 0)
		throw new Refusal(
			damaged.map(({ column, evidence }) =>
				problem(
					"column-damaged",
					{ ...at, field: column.title },
					{ column: column.title, evidence },
				),
			),
		);
	return {
		percents: new Set(
			ratios
				.filter(({ index }) => Number(row[`p${index}`] ?? 0) > 1)
				.map(({ column }) => column.name),
		),
		blank: fills
			.filter(({ index }) => Number(row[`b${index}`] ?? 0) > 0)
			.map(({ position }) => position),
		plain: new Set(
			forms
				.filter(({ index }) => row[`f${index}`] !== false)
				.map(({ column }) => column.name),
		),
		rows: Number(row.n),
		present: new Map(
			forms.map(({ column, index }) => [column.name, Number(row[`n${index}`])]),
		),
	};
}

async function plan(
	job: TableJob,
	mapped: readonly Mapped[],
	{ percents, plain }: Profile,
	titleUnits: readonly string[],
): Promise<PlannedColumn[]> {
	const planned: PlannedColumn[] = [];
	for (const { column, index, position, unit } of mapped) {
		const { factor, percent } = columnFactor(
			column,
			unit,
			titleUnits,
			job.source,
		);
		planned.push({
			raw: `c${position}`,
			context: {
				column,
				index,
				factor,
				percent: percent || percents.has(column.name),
				plain: plain.has(column.name),
				regionTable: job.regions,
				codeTable: await codeTable(
					job.engine,
					column,
					job.lists,
					`codes_${index}`,
				),
			},
		});
	}
	return planned;
}

/**
 * The data rows as a relation.
 * @param below whether rows that are no data come after the headings
 */
function dataRows(raw: string, heading: number, below: boolean): string {
	const others = below ? " AND _row NOT IN (SELECT _row FROM aside)" : "";
	return `(SELECT * FROM ${raw} WHERE _row > ${heading}${others})`;
}

async function counts(
	engine: Engine,
	sql: string,
): Promise<Map<string, number>> {
	const { rows } = await engine.query(sql);
	return new Map(rows.map((row) => [String(row.k), Number(row.n)]));
}

function record(map: ReadonlyMap<string, number>): Record<string, number> {
	return Object.fromEntries(
		[...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
	);
}

/**
 * Loads one table whose headings fit: raw part, checks, normalised part, quarantine, quality,
 * totals, duplicates, accounting. The files lie in the scratch folder; nothing is published.
 * @returns the staged part and warnings. Throws Refusal.
 */
export async function loadTable(
	job: TableJob,
	table: RawTable,
	found: FoundHeading,
): Promise<{ staged: StagedPart; warnings: Problem[] }> {
	const { engine, dataset, source, scratch, at, signal } = job;
	const file = { sha256: job.sha256, sheet: table.sheet };
	const src = sourceAddress(dataset, file);
	const width = Math.max(
		found.headings.length,
		...(sheetFormats.has(table.format)
			? table.head.map((item) => item.cells.length)
			: []),
	);
	const mapped = mappedColumns(dataset, found);
	const paths = {
		raw: join(scratch, "raw.parquet"),
		part: join(scratch, "part.parquet"),
		quarantine: join(scratch, "quarantine.parquet"),
		quality: join(scratch, "quality.parquet"),
	};

	const { staged: stagedTable, present } = await storeRaw(
		engine,
		await table.stage(width),
		paths.raw,
	);
	signal?.throwIfAborted();
	const raw = `read_parquet(${pathLiteral(paths.raw)})`;

	await engine.execute(
		`CREATE OR REPLACE TEMP TABLE aside AS ${classifyRows(raw, dataset, found, width, stagedTable.ragged)}`,
	);
	const below =
		Number(
			(
				await one(
					engine,
					`SELECT count(*) AS n FROM aside WHERE _row > ${found.row}`,
				)
			).n,
		) > 0;
	const unfilled = dataRows(raw, found.row, below);
	const facts = await profile(job, mapped, unfilled);
	const { percents } = facts;
	const columns = await plan(job, mapped, facts, found.units);
	const query = normalQuery(dataset, columns);
	const { rows, ordered } = await fillDown(
		{ engine, source, table, scratch, at },
		raw,
		unfilled,
		facts.blank,
	);
	signal?.throwIfAborted();

	await copy(
		engine,
		// Without windows and with joins that keep their side, rows stay in the order of the raw part.
		`${query.part(rows, src)}${ordered ? "" : " ORDER BY _row"}`,
		paths.part,
	);
	signal?.throwIfAborted();

	const part = `read_parquet(${pathLiteral(paths.part)})`;
	const loaded = await findAll(job, facts, columns, rows, part);
	const classes = await counts(
		engine,
		"SELECT class AS k, count(*) AS n FROM aside GROUP BY class",
	);
	await quarantineFaults(engine, raw, stagedTable, width, classes);
	signal?.throwIfAborted();
	const quarantined = Number(
		(
			await one(
				engine,
				"SELECT count(DISTINCT _row) AS n FROM found WHERE fatal",
			)
		).n,
	);
	if (stagedTable.blankTail > 0)
		classes.set("blank", (classes.get("blank") ?? 0) + stagedTable.blankTail);
	const decorations = new Map(
		[...classes].filter(([name]) => !(name in faultyRows)),
	);
	const account = {
		read: stagedTable.records,
		loaded,
		quarantined,
		decoration: [...decorations.values()].reduce((sum, n) => sum + n, 0),
	};
	if (
		present + stagedTable.blankTail !== account.read ||
		account.loaded + account.quarantined + account.decoration !== account.read
	)
		refuse("accounting-mismatch", at, account);

	const companions: StagedPart["companions"] = { raw: paths.raw };
	if (account.quarantined > 0) {
		await copy(
			engine,
			"SELECT _row, column_name, code AS reason, raw FROM found WHERE fatal ORDER BY _row, column_name, reason",
			paths.quarantine,
		);
		companions.quarantine = paths.quarantine;
	}
	const quality = await engine.query(
		"SELECT column_name AS c, code AS k, count(*) AS n FROM found WHERE NOT fatal AND _row NOT IN (SELECT _row FROM found WHERE fatal) GROUP BY ALL ORDER BY c, k",
	);
	if (quality.rows.length > 0) {
		await copy(
			engine,
			"SELECT _row, column_name, code FROM found WHERE NOT fatal AND _row NOT IN (SELECT _row FROM found WHERE fatal) ORDER BY _row, column_name, code",
			paths.quality,
		);
		companions.quality = paths.quality;
	}

	const totals = await totalRows(job, mapped, columns, raw, part, classes);
	const manifest: Part = {
		contract: PART_CONTRACT,
		dataset: dataset.name,
		key: partKey(source, dataset, job.lists, file),
		src,
		...(table.sheet === undefined ? {} : { sheet: table.sheet }),
		sha256: job.sha256,
		bytes: job.bytes,
		format: table.format,
		...(table.encoding === undefined ? {} : { encoding: table.encoding }),
		...(table.delimiter === undefined ? {} : { delimiter: table.delimiter }),
		header_row: found.row,
		headings: Array.from({ length: width }, (_, i) => found.headings[i] ?? ""),
		mapping: mapped.map(({ column, heading, position, unit }) => {
			const { described } = columnFactor(column, unit, found.units, source);
			return {
				column: column.name,
				heading,
				position,
				...(percents.has(column.name)
					? { factor: "0.01" }
					: described === undefined
						? {}
						: { factor: described }),
			};
		}),
		unmapped: found.map.unmapped.map((item) => item.heading),
		absent: dataset.columns
			.filter((column) => !mapped.some((item) => item.column === column))
			.map((column) => column.name),
		counts: account,
		decorations: record(decorations),
		reasons: record(
			await counts(
				engine,
				"SELECT code AS k, count(DISTINCT _row) AS n FROM found WHERE fatal GROUP BY code",
			),
		),
		quality: quality.rows.map((row) => ({
			column: String(row.c),
			code: String(row.k),
			rows: Number(row.n),
		})),
		totals,
		duplicates: await duplicates(engine, dataset, part),
		digest: await sha256File(paths.part),
		normaliser: NORMALISER_VERSION,
		engine: ENGINE_VERSION,
	};

	const warnings = mappingWarnings(found, dataset, at);
	if (account.loaded + account.quarantined === 0)
		warnings.push(problem("no-data-rows", at));
	for (const total of totals)
		if (!total.agrees)
			warnings.push(
				problem(
					"total-mismatch",
					{ ...at, row: total.row },
					{
						column:
							dataset.columns.find((item) => item.name === total.column)
								?.title ?? total.column,
						stated: total.stated,
						loaded: total.loaded,
					},
				),
			);
	return {
		staged: { manifest, part: paths.part, companions },
		warnings,
	};
}

/**
 * Makes the table `found` of all that is to be said of values. The rows that are not in the part are
 * read again in every column; the others only where the part shows, or cannot show, that there is
 * something to say.
 * @returns how many rows the part has
 */
async function findAll(
	{ engine, dataset }: TableJob,
	facts: Profile,
	columns: readonly PlannedColumn[],
	rows: string,
	part: string,
): Promise<number> {
	const values = columns.map(
		({ context }) =>
			`count(${identifier(context.column.name)}) AS v${context.index}`,
	);
	const have = await one(
		engine,
		`SELECT count(*) AS n${values.map((text) => `, ${text}`).join("")} FROM ${part}`,
	);
	const loaded = Number(have.n);
	const { everywhere, inSuspects, condition } = suspicion(
		columns,
		({ context, raw }) =>
			facts.blank.some((position) => raw === `c${position}`) ||
			Number(have[`v${context.index}`]) <
				(facts.present.get(context.column.name) ?? 0),
	);
	const within = (select: string) =>
		`(SELECT * FROM ${rows} WHERE _row IN (${select}))`;
	const some = (only: readonly PlannedColumn[]) =>
		normalQuery({ ...dataset, identify_by: [] }, only);
	await engine.execute(
		`CREATE OR REPLACE TEMP TABLE found AS ${
			loaded === facts.rows
				? some([]).findings(rows)
				: normalQuery(dataset, columns).findings(
						`(SELECT * FROM ${rows} WHERE _row NOT IN (SELECT _row FROM ${part}))`,
					)
		}`,
	);
	if (everywhere.length > 0)
		await engine.execute(
			`INSERT INTO found ${some(everywhere).findings(loaded === facts.rows ? rows : within(`SELECT _row FROM ${part}`))}`,
		);
	if (inSuspects.length > 0)
		await engine.execute(
			`INSERT INTO found ${some(inSuspects).findings(within(`SELECT _row FROM ${part} WHERE ${condition}`))}`,
		);
	return loaded;
}

/** Puts the records that could not be taken apart beside the rows with unusable values. */
async function quarantineFaults(
	engine: Engine,
	raw: string,
	staged: StagedTable,
	width: number,
	classes: ReadonlyMap<string, number>,
): Promise<void> {
	const cells = cellNames(width).map((name) => `coalesce(${name}, '')`);
	for (const [name, reason] of Object.entries(faultyRows) as [
		RowClass,
		string,
	][]) {
		if (!classes.has(name)) continue;
		await engine.execute(
			`INSERT INTO found SELECT _row, '' AS column_name, ${literal(reason)} AS code, true AS fatal, ${
				name === "unreadable"
					? "_rest"
					: `concat_ws(${literal(staged.joint)}, array_to_string(list_slice([${cells.join(", ")}], 1, _fields), ${literal(staged.joint)}), _rest)`
			} AS raw FROM ${raw} WHERE _row IN (SELECT _row FROM aside WHERE class = ${literal(name)})`,
		);
	}
}

/** Reads the total rows with the same normalisers as the data and compares them. */
async function totalRows(
	job: TableJob,
	mapped: readonly Mapped[],
	columns: readonly PlannedColumn[],
	raw: string,
	part: string,
	classes: ReadonlyMap<string, number>,
): Promise<Part["totals"]> {
	const totalled = mapped.filter(({ column }) => column.totalled);
	if (
		totalled.length === 0 ||
		(classes.get("total") ?? 0) + (classes.get("subtotal") ?? 0) === 0
	)
		return [];
	const wanted = new Set(totalled.map(({ column }) => column.name));
	const only: Dataset = {
		...job.dataset,
		identify_by: [],
		columns: totalled.map(({ column }) => ({ ...column, required: false })),
	};
	const query = normalQuery(
		only,
		columns
			.filter(({ context }) => wanted.has(context.column.name))
			.map((item) => ({
				...item,
				context: { ...item.context, plain: false },
			})),
	);
	const stated = query.part(
		`(SELECT * FROM ${raw} WHERE _row IN (SELECT _row FROM aside WHERE class IN ('total', 'subtotal')))`,
		"",
	);
	await job.engine.execute(
		`CREATE OR REPLACE TEMP TABLE totals AS SELECT s.*, a.class AS class FROM (${stated}) AS s JOIN aside AS a ON a._row = s._row`,
	);
	return compareTotals(
		job.engine,
		"totals",
		part,
		totalled.map(({ column }) => ({ name: column.name, alias: column.name })),
	);
}

/** Rows of the part that repeat another one in every column, and natural keys that repeat. */
async function duplicates(
	engine: Engine,
	dataset: Dataset,
	part: string,
): Promise<Part["duplicates"]> {
	const all = storedColumns(dataset)
		.slice(2)
		.map((column) => identifier(column.name));
	const repeated = async (columns: readonly string[], where: string) =>
		Number(
			(
				await one(
					engine,
					`SELECT count(*) - count(DISTINCT hash(${columns.join(", ")})) AS n FROM ${part} WHERE ${where}`,
				)
			).n ?? 0,
		);
	const key = dataset.natural_key.map(identifier);
	if (key.length === 0) return { rows: await repeated(all, "true"), keys: 0 };
	const named = `coalesce(${key.map((name) => `CAST(${name} AS VARCHAR)`).join(", ")}) IS NOT NULL`;
	const keys = await repeated(key, named);
	// Rows that repeat share their key, so only those of repeated keys, or without any, are compared.
	const suspects = `hash(${key.join(", ")}) IN (SELECT hash(${key.join(", ")}) FROM ${part} GROUP BY 1 HAVING count(*) > 1)`;
	const nameless = Number(
		(
			await one(
				engine,
				`SELECT count(*) AS n FROM ${part} WHERE NOT (${named})`,
			)
		).n,
	);
	return {
		rows: keys === 0 && nameless < 2 ? 0 : await repeated(all, suspects),
		keys,
	};
}

import type { Dataset, DatasetColumn } from "../../datasets/index.ts";
import { type Engine, identifier } from "../../engine/index.ts";
import type { Part, SourceChange } from "../../store/index.ts";
import type { ChangeLimits } from "./limits.ts";

type Finding = SourceChange["findings"][number];

/** Fewer values say nothing of how a column is distributed. */
const FEWEST = 20;

const amounts: ReadonlySet<DatasetColumn["kind"]> = new Set([
	"money",
	"area",
	"number",
	"integer",
]);

/** How the values of a column are distributed. */
interface Shape {
	rows: number;
	values: number;
	distinct: number;
	/** Mean power of ten of the amounts; undefined where there are too few. */
	magnitude: number | undefined;
}

/** Rows that may hold other values than before, by column; of every column where it is not known. */
export type Differing = (column: string) => number;

/** Powers of ten between the least and the largest amount that a column holds. */
const MOST_MAGNITUDES = 20;

function isAmount(column: DatasetColumn): boolean {
	return amounts.has(column.kind);
}

/** How many values a column has, and how many amounts that are not zero. */
interface Counts {
	values: number;
	amounts: number;
}

async function countsOf(
	engine: Engine,
	rows: string,
	columns: readonly DatasetColumn[],
): Promise<Counts[]> {
	const looks = columns.flatMap((column, i) => {
		const x = identifier(column.name);
		return [
			`count(${x}) AS v${i}`,
			...(isAmount(column) ? [`count(*) FILTER (${x} <> 0) AS a${i}`] : []),
		];
	});
	const row = (await engine.query(`SELECT ${looks.join(", ")} FROM ${rows}`))
		.rows[0];
	return columns.map((_, i) => ({
		values: Number(row?.[`v${i}`] ?? 0),
		amounts: Number(row?.[`a${i}`] ?? 0),
	}));
}

/** Whether so few rows differ that neither the variety nor the magnitude of a column can have moved by its limit. */
function isSettled(
	column: DatasetColumn,
	differing: number,
	counts: readonly Counts[],
	limits: ChangeLimits,
): boolean {
	const least = (key: keyof Counts) =>
		Math.min(...counts.map((item) => item[key]));
	// Each of the rows adds or takes one value, and changes by as much what is divided by.
	const moved = 2 * differing;
	return (
		moved < limits.distinct * least("values") &&
		(!isAmount(column) ||
			moved * MOST_MAGNITUDES < limits.magnitude * least("amounts"))
	);
}

/**
 * Looks at the columns of some rows in one pass. Sums are of whole numbers, so that their order does not
 * matter.
 * @param settled columns of which only the values are counted: they then seem to have no variety
 */
async function shapesOf(
	engine: Engine,
	rows: string,
	columns: readonly DatasetColumn[],
	settled: ReadonlySet<DatasetColumn>,
): Promise<Shape[]> {
	const looks = columns.flatMap((column, i) => {
		const x = identifier(column.name);
		return [
			`count(${x}) AS v${i}`,
			...(settled.has(column) ? [] : [`approx_count_distinct(${x}) AS d${i}`]),
			...(isAmount(column) && !settled.has(column)
				? [
						`count(*) FILTER (${x} <> 0) AS a${i}`,
						// A filter does not keep the logarithm from being taken.
						`sum(CAST(round(log10(abs(CAST(nullif(${x}, 0) AS DOUBLE))) * 1000) AS BIGINT)) AS m${i}`,
					]
				: []),
		];
	});
	const { rows: result } = await engine.query(
		`SELECT count(*) AS n${looks.map((text) => `, ${text}`).join("")} FROM ${rows}`,
	);
	const row = result[0] ?? {};
	const number = (name: string) => Number(row[name] ?? 0);
	return columns.map((_, i) => ({
		rows: number("n"),
		values: number(`v${i}`),
		distinct: Math.min(number(`d${i}`), number(`v${i}`)),
		magnitude:
			number(`a${i}`) < FEWEST
				? undefined
				: number(`m${i}`) / number(`a${i}`) / 1000,
	}));
}

function percent(share: number): string {
	return `${Math.round(share * 1000) / 10}%`;
}

/** A typical amount as people say it: two digits. */
function typical(magnitude: number): string {
	return String(Number((10 ** magnitude).toPrecision(2)));
}

function differences(
	column: DatasetColumn,
	before: Shape,
	now: Shape,
	limits: ChangeLimits,
): Finding[] {
	const findings: Finding[] = [];
	const say = (code: Finding["code"], was: string, is: string) =>
		findings.push({ code, column: column.name, before: was, now: is });
	const empty = (shape: Shape) => 1 - shape.values / shape.rows;
	const varied = (shape: Shape) => shape.distinct / shape.values;
	if (Math.min(before.rows, now.rows) < FEWEST) return [];
	if (Math.abs(empty(before) - empty(now)) > limits.nulls)
		say("change-nulls", percent(empty(before)), percent(empty(now)));
	if (
		Math.min(before.values, now.values) >= FEWEST &&
		Math.abs(varied(before) - varied(now)) > limits.distinct
	)
		say("change-distinct", percent(varied(before)), percent(varied(now)));
	if (
		before.magnitude !== undefined &&
		now.magnitude !== undefined &&
		Math.abs(before.magnitude - now.magnitude) >= limits.magnitude
	)
		say("change-magnitude", typical(before.magnitude), typical(now.magnitude));
	return findings;
}

/** The columns that some parts have, mapped ones by name, others by heading. */
function columnsOf(parts: readonly Part[]): {
	mapped: Set<string>;
	unmapped: Set<string>;
} {
	return {
		mapped: new Set(
			parts.flatMap((part) => part.mapping.map(({ column }) => column)),
		),
		unmapped: new Set(parts.flatMap((part) => part.unmapped)),
	};
}

/**
 * Compares the columns of two versions: which came and went, and how their values are distributed.
 * @param before, now the parts of each, and their rows as relations
 * @param differing what the comparison of their rows gave; left out where they are not of the same rows
 */
export async function compareColumns(
	engine: Engine,
	dataset: Dataset,
	before: { parts: readonly Part[]; rows: string },
	now: { parts: readonly Part[]; rows: string },
	common: ReadonlySet<string>,
	limits: ChangeLimits,
	differing?: Differing,
): Promise<Finding[]> {
	const was = columnsOf(before.parts);
	const is = columnsOf(now.parts);
	const findings: Finding[] = [];
	for (const kind of ["mapped", "unmapped"] as const) {
		for (const column of was[kind])
			if (!is[kind].has(column))
				findings.push({
					code: "change-columns-missing",
					column,
					before: "有",
					now: "无",
				});
		for (const column of is[kind])
			if (!was[kind].has(column))
				findings.push({
					code: "change-columns-new",
					column,
					before: "无",
					now: "有",
				});
	}
	const both = dataset.columns.filter(
		({ name }) =>
			common.has(name) && was.mapped.has(name) && is.mapped.has(name),
	);
	if (both.length === 0) return findings;
	const settled = new Set<DatasetColumn>();
	if (differing !== undefined) {
		const countsBefore = await countsOf(engine, before.rows, both);
		const countsNow = await countsOf(engine, now.rows, both);
		both.forEach((column, i) => {
			const counts = [countsBefore[i], countsNow[i]].filter(
				(item) => item !== undefined,
			);
			if (isSettled(column, differing(column.name), counts, limits))
				settled.add(column);
		});
	}
	const shapesBefore = await shapesOf(engine, before.rows, both, settled);
	const shapesNow = await shapesOf(engine, now.rows, both, settled);
	both.forEach((column, i) => {
		const [a, b] = [shapesBefore[i], shapesNow[i]];
		if (a !== undefined && b !== undefined)
			findings.push(...differences(column, a, b, limits));
	});
	return findings;
}

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

function isAmount(column: DatasetColumn): boolean {
	return amounts.has(column.kind);
}

/** Looks at the columns of some rows in one pass. Sums are of whole numbers, so that their order does not matter. */
async function shapesOf(
	engine: Engine,
	rows: string,
	columns: readonly DatasetColumn[],
): Promise<Shape[]> {
	const looks = columns.flatMap((column, i) => {
		const x = identifier(column.name);
		return [
			`count(${x}) AS v${i}`,
			`approx_count_distinct(${x}) AS d${i}`,
			...(isAmount(column)
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
 */
export async function compareColumns(
	engine: Engine,
	dataset: Dataset,
	before: { parts: readonly Part[]; rows: string },
	now: { parts: readonly Part[]; rows: string },
	common: ReadonlySet<string>,
	limits: ChangeLimits,
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
	const shapesBefore = await shapesOf(engine, before.rows, both);
	const shapesNow = await shapesOf(engine, now.rows, both);
	both.forEach((column, i) => {
		const [a, b] = [shapesBefore[i], shapesNow[i]];
		if (a !== undefined && b !== undefined)
			findings.push(...differences(column, a, b, limits));
	});
	return findings;
}

import {
	type ColumnKind,
	type Dataset,
	type DatasetColumn,
	storedColumns,
} from "../../datasets/index.ts";
import { identifier, literal } from "../../engine/index.ts";
import { meantEmpty } from "../findings.ts";
import { normalisers } from "./index.ts";
import type { ColumnContext, ColumnPlan } from "./types.ts";

/** A column of the dataset that the file has. */
export interface PlannedColumn {
	context: ColumnContext;
	/** SQL of the raw text over the raw table: a cell, or a filled-down one. */
	raw: string;
}

/** Kinds of which the stored value is the text itself, as far as it needed no repair. */
const texts: ReadonlySet<ColumnKind> = new Set([
	"name",
	"org",
	"citizen_id",
	"uscc",
	"phone",
	"account",
	"plate",
	"ip",
	"region",
]);
/** Kinds of numbers whose text may carry a unit, separators or brackets. */
const numbers: ReadonlySet<ColumnKind> = new Set(["money", "area", "number"]);

/** Whether the value of a column is not what stands in its cell, white space at the ends aside. */
function rewritten(column: DatasetColumn, index: number): string | undefined {
	if (texts.has(column.kind))
		return `value${index} <> trim(r${index}, ' \t\r\n\u00a0\u3000')`;
	if (numbers.has(column.kind))
		return `value${index} IS NOT NULL AND NOT regexp_full_match(trim(r${index}), '[+-]?[0-9]*\\.?[0-9]*')`;
	return undefined;
}

/** Everything that turns raw rows into rows of the dataset. */
export interface NormalQuery {
	/** The rows of the part, over a relation with `_row` and the raw cells: all that have no fatal finding. */
	part(from: string, src: string): string;
	/** One row a finding: `_row`, `column_name`, `code`, `fatal`, `raw`. */
	findings(from: string): string;
}

interface Built {
	column: DatasetColumn;
	plan: ColumnPlan;
	/** The finding as far as it tells why a value is NULL. */
	loss: string | undefined;
	index: number;
}

/** Nested SELECTs, one a step, so that each expression is computed once for a row. */
function layered(
	from: string,
	columns: readonly PlannedColumn[],
	plans: readonly Built[],
): string {
	const raws = columns.map(({ context, raw }) => `${raw} AS r${context.index}`);
	let sql = `SELECT _row, ${raws.join(", ")} FROM ${from}`;
	const depth = Math.max(0, ...plans.map(({ plan }) => plan.steps.length));
	for (let layer = 0; layer < depth; layer++) {
		const steps = plans.flatMap(({ plan }) => {
			const step = plan.steps[layer];
			return step === undefined ? [] : [`${step[1]} AS ${step[0]}`];
		});
		sql = `SELECT *, ${steps.join(", ")} FROM (${sql})`;
	}
	const results = plans.map(
		({ plan, index }) => `${plan.value} AS value${index}`,
	);
	return `(SELECT steps.*, ${results.join(", ")} FROM (${sql}) AS steps)`;
}

/**
 * Writes the SQL that normalises the rows of one file.
 * @param columns the columns of the dataset that the file has
 */
export function normalQuery(
	dataset: Dataset,
	columns: readonly PlannedColumn[],
): NormalQuery {
	const plans: Built[] = columns.map(({ context }) => ({
		column: context.column,
		index: context.index,
		plan: normalisers[context.column.kind](context),
		// What is lost is lost without a look at regions, and a join with them would cost the order of rows.
		loss: normalisers[context.column.kind]({
			...context,
			regionTable: undefined,
		}).finding,
	}));
	const byName = new Map(plans.map((built) => [built.column.name, built]));

	const meant = `(${meantEmpty.map(literal).join(", ")})`;
	const identity = dataset.identify_by.flatMap((name) => {
		const built = byName.get(name);
		return built === undefined ? [] : [built];
	});
	/** What sends a row to quarantine; the findings say the same with their codes. */
	const fatal = [
		...plans
			.filter(({ column }) => column.required)
			.map(({ loss, index }) =>
				loss === undefined
					? `value${index} IS NULL`
					: `(value${index} IS NULL AND coalesce(${loss} NOT IN ${meant}, true))`,
			),
		...(identity.length === 0
			? []
			: [
					`(${identity.map(({ index }) => `value${index} IS NULL`).join(" AND ")})`,
				]),
	];
	const kept = fatal.length === 0 ? "" : ` WHERE NOT (${fatal.join(" OR ")})`;

	const part = (from: string, src: string): string => {
		const selected = storedColumns(dataset).map((stored) => {
			const named = `AS ${identifier(stored.name)}`;
			if (stored.name === "_src") return `${literal(src)} ${named}`;
			if (stored.name === "_row") return `_row ${named}`;
			const built = byName.get(stored.companion?.of ?? stored.name);
			const sql =
				stored.companion === undefined
					? built && `value${built.index}`
					: built?.plan.companions?.[stored.companion.suffix];
			return `CAST(${sql ?? "NULL"} AS ${stored.type}) ${named}`;
		});
		return `SELECT ${selected.join(", ")} FROM ${layered(from, columns, plans)}${kept}`;
	};

	const findings = (from: string): string => {
		const entries: string[] = [];
		const conditions: string[] = [];
		for (const { column, plan, index } of plans) {
			const changed = rewritten(column, index);
			if (
				plan.finding === undefined &&
				changed === undefined &&
				!column.required
			)
				continue;
			const said = plan.finding ?? "CAST(NULL AS VARCHAR)";
			const finding =
				changed === undefined
					? said
					: `coalesce(${said}, CASE WHEN ${changed} THEN 'normalised' END)`;
			const code = column.required
				? `coalesce(${finding}, CASE WHEN value${index} IS NULL THEN 'required-empty' END)`
				: finding;
			const fatal = column.required
				? `value${index} IS NULL AND coalesce(f${index} NOT IN ${meant}, true)`
				: "false";
			entries.push(
				`{'column_name': ${literal(column.name)}, 'code': f${index}, 'fatal': ${fatal}, 'raw': r${index}}`,
			);
			conditions.push(`${code} AS f${index}`);
		}
		if (identity.length > 0) {
			const nothing = identity
				.map(({ index }) => `value${index} IS NULL`)
				.join(" AND ");
			conditions.push(`CASE WHEN ${nothing} THEN 'no-identity' END AS fi`);
			entries.push(
				`{'column_name': ${literal(identity.map(({ column }) => column.name).join(","))}, 'code': fi, 'fatal': true, 'raw': concat_ws(' ', ${identity.map(({ index }) => `r${index}`).join(", ")})}`,
			);
		}
		if (entries.length === 0)
			return "SELECT CAST(0 AS BIGINT) AS _row, '' AS column_name, '' AS code, false AS fatal, '' AS raw WHERE false";
		const flags = conditions.map((text) =>
			text.slice(text.lastIndexOf(" AS ") + 4),
		);
		return `SELECT _row, u.column_name AS column_name, u.code AS code, u.fatal AS fatal, u.raw AS raw FROM (SELECT _row, unnest([${entries.join(", ")}]) AS u FROM (SELECT *, ${conditions.join(", ")} FROM ${layered(from, columns, plans)}) WHERE ${flags.map((flag) => `${flag} IS NOT NULL`).join(" OR ")}) WHERE u.code IS NOT NULL`;
	};

	return { part, findings };
}

import { type Correction, originalOf } from "../../corrections/index.ts";
import { type Engine, literal } from "../../engine/index.ts";
import { type Place, type Problem, problem } from "../../errors/index.ts";
import type { Part } from "../../store/index.ts";
import { cellNames } from "../readers/types.ts";

/** Rows that one statement writes. */
const BATCH = 500;
const TABLE = "corrected";
const SHOWN_ROWS = 10;

/** The raw rows of a table with the corrections that hold for them. */
export interface CorrectedTable {
	/** A relation like the raw part, corrected rows in place of the original ones. */
	raw: string;
	/** A SELECT of the corrected rows: `_row`, c1 … cN; missing when there is none. */
	corrected?: string;
	/** Addresses at which the file has another text than was corrected. */
	outdated: number[];
}

/** Of all columns of the raw part those that a correction settles. */
function replaced(width: number): string {
	const cells = cellNames(width).map(
		(name) =>
			`CASE WHEN k._row IS NULL THEN r.${name} ELSE k.${name} END AS ${name}`,
	);
	return [
		"CASE WHEN k._row IS NULL THEN r._fields END AS _fields",
		"CASE WHEN k._row IS NULL THEN r._rest END AS _rest",
		...cells,
	].join(", ");
}

function valuesOf(
	rows: readonly { row: number; cells: readonly (string | null)[] }[],
	width: number,
): string {
	return rows
		.map(({ row, cells }) => {
			const texts = Array.from({ length: width }, (_, i) => {
				const text = cells[i] ?? null;
				return text === null ? "NULL" : literal(text);
			});
			return `(${[row, ...texts].join(", ")})`;
		})
		.join(", ");
}

/**
 * Puts corrected rows in the place of the original ones, where the file still has the text that was
 * corrected. The raw part itself stays as the file is.
 * @param raw the raw part
 * @param headings as many as the raw part has cells
 */
export async function applyCorrections(
	engine: Engine,
	raw: string,
	headings: readonly string[],
	corrections: readonly Correction[],
): Promise<CorrectedTable> {
	if (corrections.length === 0) return { raw, outdated: [] };
	const width = headings.length;
	const names = cellNames(width);
	const addresses = [...new Set(corrections.map(({ row }) => row))].sort(
		(a, b) => a - b,
	);
	const { rows } = await engine.query(
		`SELECT _row, _rest, ${names.join(", ")} FROM ${raw} WHERE _row IN (${addresses.join(", ")})`,
	);
	const textOf = (value: unknown) =>
		value === null || value === undefined ? null : String(value);
	const originals = new Map(
		rows.map((row) => [
			Number(row._row),
			originalOf(
				headings,
				names.map((name) => textOf(row[name])),
				textOf(row._rest),
			),
		]),
	);
	const holding = corrections
		.filter(({ row, original }) => originals.get(row) === original)
		.sort((a, b) => a.row - b.row);
	const held = new Set(holding.map(({ row }) => row));
	const outdated = addresses.filter((row) => !held.has(row));
	if (holding.length === 0) return { raw, outdated };
	await engine.execute(
		`CREATE OR REPLACE TEMP TABLE ${TABLE} (_row BIGINT, ${names.map((name) => `${name} VARCHAR`).join(", ")})`,
	);
	for (let at = 0; at < holding.length; at += BATCH)
		await engine.execute(
			`INSERT INTO ${TABLE} VALUES ${valuesOf(holding.slice(at, at + BATCH), width)}`,
		);
	return {
		raw: `(SELECT r._row AS _row, r._line AS _line, ${replaced(width)} FROM ${raw} AS r LEFT JOIN ${TABLE} AS k ON k._row = r._row)`,
		corrected: `SELECT _row, ${names.join(", ")} FROM ${TABLE} ORDER BY _row`,
		outdated,
	};
}

/**
 * What became of the corrected rows.
 * @param part the finished part; `found` is the engine's table of what was found in the rows
 * @returns undefined when no correction concerns the table
 */
export async function countCorrected(
	engine: Engine,
	table: CorrectedTable,
	part: string,
): Promise<Part["corrections"]> {
	const outdated = table.outdated.length;
	if (table.corrected === undefined)
		return outdated === 0
			? undefined
			: { loaded: 0, quarantined: 0, decoration: 0, outdated };
	const { rows } = await engine.query(
		`SELECT count(*) AS n, count(*) FILTER (_row IN (SELECT _row FROM ${part})) AS loaded, count(*) FILTER (_row IN (SELECT _row FROM found WHERE fatal)) AS quarantined FROM ${TABLE}`,
	);
	const loaded = Number(rows[0]?.loaded ?? 0);
	const quarantined = Number(rows[0]?.quarantined ?? 0);
	const decoration = Number(rows[0]?.n ?? 0) - loaded - quarantined;
	return { loaded, quarantined, decoration, outdated };
}

/** Says which corrections the file no longer has a place for. */
export function outdatedWarnings(
	{ outdated }: CorrectedTable,
	at: Place,
): Problem[] {
	if (outdated.length === 0) return [];
	const more = outdated.length > SHOWN_ROWS ? "……" : "";
	return [
		problem("corrections-outdated", at, {
			count: outdated.length,
			rows: `${outdated.slice(0, SHOWN_ROWS).join("、")}${more}`,
		}),
	];
}

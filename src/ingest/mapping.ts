import {
	type Dataset,
	type DatasetColumn,
	describeFactor,
	type Factor,
	factorOf,
	spellingsOf,
	storedUnit,
} from "../datasets/index.ts";
import { type Place, type Problem, problem } from "../errors/index.ts";
import type { Source } from "../workspace/index.ts";
import type { FoundHeading } from "./header/find.ts";
import type { RawTable } from "./readers/types.ts";
import { maskDigits } from "./refusal.ts";

const SHOWN = 30;

/** Headings for a message; what looks like a number of a person is masked. */
export function shownHeadings(headings: readonly string[]): string {
	const seen = headings
		.map((heading) => maskDigits(heading.replace(/\s+/g, " ").trim()))
		.filter((heading) => heading !== "");
	const more = seen.length > SHOWN ? `……共 ${seen.length} 个` : "";
	return seen.length === 0
		? "（没有）"
		: `${seen.slice(0, SHOWN).join("、")}${more}`;
}

/** The first rows of a table, for a message that no heading was found. */
function shownHead(table: RawTable): string {
	const rows = table.head
		.filter((record) => record.cells.some((cell) => cell.trim() !== ""))
		.slice(0, 3)
		.map(
			(record) =>
				`第 ${record.row} 行“${shownHeadings(record.cells.slice(0, 12))}”`,
		);
	return rows.length === 0 ? "（空）" : rows.join("，");
}

function titles(columns: readonly DatasetColumn[]): string {
	return columns.map((column) => column.title).join("、");
}

function accepted(columns: readonly DatasetColumn[]): string {
	return columns
		.flatMap((column) => spellingsOf(column).slice(1))
		.slice(0, SHOWN)
		.join("、");
}

/** Findings about the settings of a source that need no file. */
export function checkSettings(
	source: Source,
	dataset: Dataset,
	at: Place,
): Problem[] {
	const names = new Set(dataset.columns.map((column) => column.name));
	const named = {
		columns: Object.keys(source.columns),
		units: Object.keys(source.units),
		accept_damaged: source.accept_damaged,
	};
	return Object.entries(named).flatMap(([field, columns]) =>
		columns
			.filter((column) => !names.has(column))
			.map((column) =>
				problem("mapping-column", at, {
					source: source.id,
					dataset: dataset.name,
					field,
					column,
				}),
			),
	);
}

/** What keeps a table from being loaded into a dataset; empty when nothing does. */
export function mappingErrors(
	table: RawTable,
	found: FoundHeading | undefined,
	dataset: Dataset,
	source: Source,
	at: Place,
): Problem[] {
	if (found === undefined) {
		const needed = dataset.columns.filter((column) => column.required);
		const identifying = dataset.columns.filter((column) =>
			dataset.identify_by.includes(column.name),
		);
		const wanted = needed.length > 0 ? needed : identifying;
		return [
			problem("heading-not-found", at, {
				dataset: dataset.title,
				seen: shownHead(table),
				wanted: titles(
					wanted.length > 0 ? wanted : dataset.columns.slice(0, 3),
				),
			}),
		];
	}
	const seen = shownHeadings(found.headings);
	const problems: Problem[] = found.map.unused.map(({ column, heading }) =>
		problem("mapping-heading", at, { column, heading, seen }),
	);
	for (const column of found.map.missing)
		problems.push(
			problem("column-missing", at, {
				column: column.title,
				name: column.name,
				seen,
				accepted: accepted([column]),
			}),
		);
	if (found.map.unidentified)
		problems.push(
			problem("identity-missing", at, {
				seen,
				accepted: accepted(
					dataset.columns.filter((column) =>
						dataset.identify_by.includes(column.name),
					),
				),
			}),
		);
	for (const [name, unit] of Object.entries(source.units)) {
		const column = dataset.columns.find((item) => item.name === name);
		if (column !== undefined && factorOf(unit, column) === undefined)
			problems.push(
				problem("mapping-unit", at, {
					column: column.title,
					unit,
					stored: storedUnit(column) ?? "没有单位",
				}),
			);
	}
	return problems;
}

/** Warnings about columns that several headings fit. */
export function mappingWarnings(
	found: FoundHeading,
	dataset: Dataset,
	at: Place,
): Problem[] {
	return found.map.ambiguous.map(({ column, headings }) =>
		problem("heading-ambiguous", at, {
			column:
				dataset.columns.find((item) => item.name === column)?.title ?? column,
			name: column,
			headings: shownHeadings(headings),
			taken: headings[0] ?? "",
		}),
	);
}

const UNCHANGED: Factor = { multiply: "1", divide: "1" };

/** What a column's numbers are multiplied by: by the source's word, the heading's, or a title's. */
export function columnFactor(
	column: DatasetColumn,
	headingUnit: string | undefined,
	titleUnits: readonly string[],
	source: Source,
): { factor: Factor; described: string | undefined; percent: boolean } {
	const unit =
		source.units[column.name] ??
		headingUnit ??
		titleUnits.find((name) => factorOf(name, column) !== undefined);
	const factor =
		(unit === undefined ? undefined : factorOf(unit, column)) ?? UNCHANGED;
	return {
		factor,
		described: describeFactor(factor),
		percent: column.kind === "ratio" && unit === "%",
	};
}

import type { ColumnKind } from "../../datasets/index.ts";
import type { Row } from "../../engine/index.ts";

/** Kinds of numbers that may begin with 0, which Excel drops. */
const KINDS: ReadonlySet<ColumnKind> = new Set(["account", "code"]);
/** With fewer numbers a length means nothing. */
const LEAST = 20;
/** So many have the usual length. */
const USUAL_SHARE = 0.8;
/** Nobody counts so far. */
const UNCOUNTED = 10;
/** Of numbers that begin with any digit, one of a thousand begins with three zeros. */
export const MOST_ZEROS = 3;

/** A mapped column: its place in the dataset and in the file. */
interface Placed {
	column: {
		name: string;
		kind: ColumnKind;
		codes?: unknown;
		codes_list?: unknown;
	};
	index: number;
	position: number;
}

/**
 * Aggregates that tell the columns of numbers of which most have one length, none is longer and some
 * are a little shorter, and in which zeros do stand in front: they may have been lost from these.
 * @param among a condition on the rows that are looked at
 */
export function zerosLook(
	mapped: readonly Placed[],
	among: string,
): { expressions: string[]; read(row: Row): Map<string, number> } {
	const columns = mapped.filter(
		({ column }) =>
			KINDS.has(column.kind) &&
			column.codes === undefined &&
			column.codes_list === undefined,
	);
	return {
		expressions: columns.flatMap(({ index, position }) => {
			const cell = `c${position}`;
			const digits = (pattern: string) =>
				`CASE WHEN ${among} THEN regexp_full_match(${cell}, '${pattern}') ELSE false END`;
			return [
				`CAST(histogram(strlen(${cell})) FILTER (${digits("[0-9]+")}) AS VARCHAR) AS lengths${index}`,
				`max(strlen(${cell})) FILTER (${digits("0[0-9]+")}) AS zeros${index}`,
			];
		}),
		read: (row) =>
			new Map(
				columns.flatMap(({ column, index }): [string, number][] => {
					const lengths = [
						...String(row[`lengths${index}`] ?? "").matchAll(/(\d+)=(\d+)/g),
					].map(
						([, length, count]) => [Number(length), Number(count)] as const,
					);
					const all = lengths.reduce((sum, [, count]) => sum + count, 0);
					const usual = Math.max(...lengths.map(([length]) => length));
					const short = lengths.filter(([length]) => length < usual);
					const fits =
						all >= LEAST &&
						(lengths.find(([length]) => length === usual)?.[1] ?? 0) >=
							USUAL_SHARE * all &&
						// Numbers that count up are shorter at the beginning, and have lost nothing.
						(Number(row[`zeros${index}`] ?? 0) === usual ||
							usual >= UNCOUNTED) &&
						short.length > 0 &&
						short.every(([length]) => length >= usual - MOST_ZEROS);
					return fits ? [[column.name, usual]] : [];
				}),
			),
	};
}

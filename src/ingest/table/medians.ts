import { identifier, type Row } from "../../engine/index.ts";
import type { Part } from "../../store/index.ts";
import type { Mapped } from "./columns.ts";

/** Records that are enough to tell the order of magnitude of a column. */
const ENOUGH = 200_000;
/** With fewer values a median says nothing. */
const LEAST = 10;

/** Aggregates over a part for the medians of its amounts and areas, zeros left out; of its first records. */
export function medianLook(mapped: readonly Mapped[]): {
	expressions: string[];
	read(row: Row): NonNullable<Part["medians"]>;
} {
	const columns = mapped.filter(
		({ column }) => column.kind === "money" || column.kind === "area",
	);
	return {
		expressions: columns.map(({ column, index }) => {
			const x = identifier(column.name);
			const counts = `_row <= ${ENOUGH} AND ${x} > 0`;
			return `CASE WHEN count(*) FILTER (${counts}) >= ${LEAST} THEN CAST(quantile_disc(${x}, 0.5) FILTER (${counts}) AS VARCHAR) END AS m${index}`;
		}),
		read: (row) =>
			Object.fromEntries(
				columns.flatMap(({ column, index }) => {
					const median = row[`m${index}`];
					return median === null || median === undefined
						? []
						: [[column.name, String(median)]];
				}),
			),
	};
}

import type { Part } from "../../store/index.ts";
import type { FoundHeading } from "../header/find.ts";
import { columnFactor } from "../mapping.ts";
import type { Mapped } from "./columns.ts";
import type { TableJob } from "./job.ts";

/** The heading of every cell of the raw part, blank where there is none. */
export function headingsOf(found: FoundHeading, width: number): string[] {
	return Array.from({ length: width }, (_, i) => found.headings[i] ?? "");
}

/**
 * How a part's columns come from the file's.
 * @param percents shares that are percents
 * @param width cells of the raw part
 */
export function describeColumns(
	{ dataset, source }: Pick<TableJob, "dataset" | "source">,
	mapped: readonly Mapped[],
	found: FoundHeading,
	percents: ReadonlySet<string>,
	width: number,
): Pick<Part, "header_row" | "headings" | "mapping" | "unmapped" | "absent"> {
	return {
		header_row: found.row,
		headings: headingsOf(found, width),
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
	};
}

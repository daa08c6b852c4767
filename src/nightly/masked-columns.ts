import {
	type ColumnKind,
	columnKinds,
	companionSuffixes,
	companionsOf,
	type Dataset,
} from "../datasets/index.ts";

/** The kinds of the columns that are masked on the way out, by the names that datasets give them. */
export function maskedColumns(
	datasets: ReadonlyMap<string, Dataset>,
): Map<string, ColumnKind> {
	const kinds = new Map<string, ColumnKind>();
	for (const dataset of datasets.values())
		for (const column of dataset.columns) {
			if (columnKinds[column.kind].mask !== "none")
				kinds.set(column.name, column.kind);
			for (const { name, companion } of companionsOf(column))
				if (
					companion !== undefined &&
					companionSuffixes[companion.suffix].mask !== "none"
				)
					kinds.set(name, column.kind);
		}
	return kinds;
}

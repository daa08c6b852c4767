import type { Dataset, DatasetColumn } from "../../datasets/index.ts";
import type { FoundHeading } from "../header/find.ts";
import { codeLookup } from "../lookups.ts";
import { columnFactor } from "../mapping.ts";
import type { PlannedColumn } from "../normalise/query.ts";
import type { TableJob } from "./job.ts";
import { placeLookup } from "./places.ts";
import type { Profile } from "./profile.ts";

/** The mapped columns of a table with the cell that each reads. */
export interface Mapped {
	column: DatasetColumn;
	index: number;
	position: number;
	heading: string;
	unit?: string;
}

/** What the heading row maps, in its order. */
export function mappedColumns(dataset: Dataset, found: FoundHeading): Mapped[] {
	return found.map.mapping.flatMap((item) => {
		const index = dataset.columns.findIndex(
			(column) => column.name === item.column,
		);
		const column = dataset.columns[index];
		return column === undefined ? [] : [{ ...item, column, index }];
	});
}

/**
 * How each mapped column is to be normalised.
 * @param titleUnits the units that stand in the title
 * @param rows the relation of the data rows
 */
export async function planColumns(
	job: TableJob,
	mapped: readonly Mapped[],
	{
		percents,
		plain,
		accepted,
		luhn,
		usual,
	}: Pick<Profile, "percents" | "plain" | "accepted" | "luhn" | "usual">,
	titleUnits: readonly string[],
	rows: string,
): Promise<PlannedColumn[]> {
	const planned: PlannedColumn[] = [];
	for (const item of mapped) {
		const { column, index, position, unit } = item;
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
				luhn: luhn.has(column.name),
				usual: usual.get(column.name),
				damaged: accepted.get(column.name)?.pattern,
				regionTable: job.regions,
				placeOf:
					column.kind === "address"
						? await placeLookup(
								job.engine,
								job.lists,
								item,
								rows,
								plain.has(column.name),
							)
						: undefined,
				codeOf: codeLookup(column, job.lists),
			},
		});
	}
	return planned;
}

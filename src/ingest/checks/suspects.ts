import type { ColumnKind } from "../../datasets/index.ts";
import { identifier } from "../../engine/index.ts";
import type { PlannedColumn } from "../normalise/query.ts";

/**
 * Where the values of a column are all in their plain form, a finished part shows by itself which
 * rows there is something to say of: the value is NULL, or one of these holds. Over the stored
 * column `x`, its companion `check` and the table of known regions.
 */
const further: Partial<
	Record<
		ColumnKind,
		(x: string, check: string, regions: string | undefined) => string[]
	>
> = {
	citizen_id: (x, check, regions) => [
		`${check} = 'bad'`,
		...(regions === undefined
			? []
			: [
					`(${check} IN ('ok', 'upgraded') AND substr(${x}, 1, 6) NOT IN (SELECT code FROM ${regions}))`,
				]),
	],
	uscc: (_, check) => [`${check} = 'bad'`],
	region: (x, _, regions) =>
		regions === undefined
			? []
			: [
					`(length(${x}) >= 6 AND substr(${x}, 1, 6) NOT IN (SELECT code FROM ${regions}))`,
				],
};

/** Columns of a table by how their findings are looked for. */
export interface Suspicion {
	/** Over all rows. */
	everywhere: PlannedColumn[];
	/** Over the rows of the part that `condition` names, which is over its columns. */
	inSuspects: PlannedColumn[];
	condition: string;
}

/**
 * Decides for which columns the rows have to be normalised a second time to find what is to be said
 * of their values.
 * @param lost whether a column of the part has fewer values than its raw text has
 */
export function suspicion(
	columns: readonly PlannedColumn[],
	lost: (column: PlannedColumn) => boolean,
): Suspicion {
	const everywhere: PlannedColumn[] = [];
	const inSuspects: PlannedColumn[] = [];
	const conditions: string[] = [];
	for (const item of columns) {
		const { column, plain, regionTable } = item.context;
		if (!plain) {
			everywhere.push(item);
			continue;
		}
		const x = identifier(column.name);
		const own = [
			...(lost(item) ? [`${x} IS NULL`] : []),
			...(further[column.kind]?.(
				x,
				identifier(`${column.name}_check`),
				regionTable,
			) ?? []),
		];
		if (own.length === 0) continue;
		inSuspects.push(item);
		conditions.push(...own);
	}
	return { everywhere, inSuspects, condition: conditions.join(" OR ") };
}

import type { Dataset } from "../../datasets/index.ts";
import type { Engine } from "../../engine/index.ts";
import { classifyRows, noDataAt } from "../checks/classify.ts";
import type { FoundHeading } from "../header/find.ts";
import { fewRows } from "./few.ts";

/** The rows of a raw part that hold data. */
export interface DataRows {
	/** A relation. */
	rows: string;
	/** How many rows of each class are set aside. */
	classes: Map<string, number>;
}

/**
 * Sets the rows that are no data aside, in a table `aside` of `_row` and `class`.
 * @param raw the raw part, a relation
 * @param rows how many it has
 */
export async function setAside(
	engine: Engine,
	raw: string,
	dataset: Dataset,
	found: FoundHeading,
	width: number,
	ragged: boolean,
	rows: number,
): Promise<DataRows> {
	const among = await fewRows(
		engine,
		raw,
		rows,
		noDataAt(dataset, found, width),
		"short_rows",
	);
	await engine.execute(
		`CREATE OR REPLACE TEMP TABLE aside AS ${classifyRows(among, dataset, found, width, ragged)}`,
	);
	const { rows: classes } = await engine.query(
		`SELECT class, count(*) AS n, count(*) FILTER (_row > ${found.row}) AS below FROM aside GROUP BY class`,
	);
	const others = classes.some(({ below }) => Number(below) > 0)
		? " AND _row NOT IN (SELECT _row FROM aside)"
		: "";
	return {
		rows: `(SELECT * FROM ${raw} WHERE _row > ${found.row}${others})`,
		classes: new Map(
			classes.map((item) => [String(item.class), Number(item.n)]),
		),
	};
}

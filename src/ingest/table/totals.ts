import type { Dataset } from "../../datasets/index.ts";
import type { Part } from "../../store/index.ts";
import { compareTotals } from "../checks/totals.ts";
import { normalQuery, type PlannedColumn } from "../normalise/query.ts";
import type { Mapped } from "./columns.ts";
import type { TableJob } from "./job.ts";

/** Reads the total rows with the same normalisers as the data and compares them. */
export async function totalRows(
	job: TableJob,
	mapped: readonly Mapped[],
	columns: readonly PlannedColumn[],
	raw: string,
	part: string,
	classes: ReadonlyMap<string, number>,
): Promise<Part["totals"]> {
	const totalled = mapped.filter(({ column }) => column.totalled);
	if (
		totalled.length === 0 ||
		(classes.get("total") ?? 0) + (classes.get("subtotal") ?? 0) === 0
	)
		return [];
	const wanted = new Set(totalled.map(({ column }) => column.name));
	const only: Dataset = {
		...job.dataset,
		identify_by: [],
		columns: totalled.map(({ column }) => ({ ...column, required: false })),
	};
	const query = normalQuery(
		only,
		columns
			.filter(({ context }) => wanted.has(context.column.name))
			.map((item) => ({
				...item,
				context: { ...item.context, plain: false },
			})),
	);
	const stated = query.part(
		`(SELECT * FROM ${raw} WHERE _row IN (SELECT _row FROM aside WHERE class IN ('total', 'subtotal')))`,
		"",
	);
	await job.engine.execute(
		`CREATE OR REPLACE TEMP TABLE totals AS SELECT s.*, a.class AS class FROM (${stated}) AS s JOIN aside AS a ON a._row = s._row`,
	);
	return compareTotals(
		job.engine,
		"totals",
		part,
		totalled.map(({ column }) => ({ name: column.name, alias: column.name })),
	);
}

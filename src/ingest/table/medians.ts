import { identifier } from "../../engine/index.ts";
import type { Part } from "../../store/index.ts";
import type { Mapped } from "./columns.ts";
import { one, type TableJob } from "./job.ts";

/** Records that are enough to tell the order of magnitude of a column. */
const ENOUGH = 200_000;
/** With fewer values a median says nothing. */
const LEAST = 10;

/** The medians of the amounts and areas of a part, zeros left out; of its first records. */
export async function medians(
	{ engine }: Pick<TableJob, "engine">,
	mapped: readonly Mapped[],
	part: string,
): Promise<NonNullable<Part["medians"]>> {
	const columns = mapped.filter(
		({ column }) => column.kind === "money" || column.kind === "area",
	);
	if (columns.length === 0) return {};
	const row = await one(
		engine,
		`SELECT ${columns
			.map(({ column, index }) => {
				const x = identifier(column.name);
				return `CASE WHEN count(*) FILTER (${x} > 0) >= ${LEAST} THEN CAST(quantile_disc(${x}, 0.5) FILTER (${x} > 0) AS VARCHAR) END AS m${index}`;
			})
			.join(", ")} FROM ${part} WHERE _row <= ${ENOUGH}`,
	);
	return Object.fromEntries(
		columns.flatMap(({ column, index }) => {
			const median = row[`m${index}`];
			return median === null || median === undefined
				? []
				: [[column.name, String(median)]];
		}),
	);
}

import { type Engine, identifier, literal } from "../../engine/index.ts";
import { faultyRows, type RowClass } from "../checks/classify.ts";
import { suspicion } from "../checks/suspects.ts";
import { normalQuery, type PlannedColumn } from "../normalise/query.ts";
import { cellNames, type StagedTable } from "../readers/types.ts";
import { one, type TableJob } from "./job.ts";
import type { Profile } from "./profile.ts";

/**
 * Makes the table `found` of all that is to be said of values. The rows that are not in the part are
 * read again in every column; the others only where the part shows, or cannot show, that there is
 * something to say.
 * @returns how many rows the part has
 */
export async function findAll(
	{ engine, dataset }: TableJob,
	facts: Profile,
	columns: readonly PlannedColumn[],
	rows: string,
	part: string,
): Promise<number> {
	const values = columns.map(
		({ context }) =>
			`count(${identifier(context.column.name)}) AS v${context.index}`,
	);
	const have = await one(
		engine,
		`SELECT count(*) AS n${values.map((text) => `, ${text}`).join("")} FROM ${part}`,
	);
	const loaded = Number(have.n);
	const { everywhere, inSuspects, condition } = suspicion(
		columns,
		({ context, raw }) =>
			facts.blank.some((position) => raw === `c${position}`) ||
			Number(have[`v${context.index}`]) <
				(facts.present.get(context.column.name) ?? 0),
	);
	const within = (select: string) =>
		`(SELECT * FROM ${rows} WHERE _row IN (${select}))`;
	const some = (only: readonly PlannedColumn[]) =>
		normalQuery({ ...dataset, identify_by: [] }, only);
	await engine.execute(
		`CREATE OR REPLACE TEMP TABLE found AS ${
			loaded === facts.rows
				? some([]).findings(rows)
				: normalQuery(dataset, columns).findings(
						`(SELECT * FROM ${rows} WHERE _row NOT IN (SELECT _row FROM ${part}))`,
					)
		}`,
	);
	if (everywhere.length > 0)
		await engine.execute(
			`INSERT INTO found ${some(everywhere).findings(loaded === facts.rows ? rows : within(`SELECT _row FROM ${part}`))}`,
		);
	if (inSuspects.length > 0)
		await engine.execute(
			`INSERT INTO found ${some(inSuspects).findings(within(`SELECT _row FROM ${part} WHERE ${condition}`))}`,
		);
	return loaded;
}

/** Puts the records that could not be taken apart beside the rows with unusable values. */
export async function quarantineFaults(
	engine: Engine,
	raw: string,
	staged: StagedTable,
	width: number,
	classes: ReadonlyMap<string, number>,
): Promise<void> {
	const cells = cellNames(width).map((name) => `coalesce(${name}, '')`);
	for (const [name, reason] of Object.entries(faultyRows) as [
		RowClass,
		string,
	][]) {
		if (!classes.has(name)) continue;
		await engine.execute(
			`INSERT INTO found SELECT _row, '' AS column_name, ${literal(reason)} AS code, true AS fatal, ${
				name === "unreadable"
					? "_rest"
					: name === "unsplit"
						? `array_to_string([${cells.join(", ")}], ${literal(staged.joint)})`
						: `concat_ws(${literal(staged.joint)}, array_to_string(list_slice([${cells.join(", ")}], 1, _fields), ${literal(staged.joint)}), _rest)`
			} AS raw FROM ${raw} WHERE _row IN (SELECT _row FROM aside WHERE class = ${literal(name)})`,
		);
	}
}

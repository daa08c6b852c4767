import { type Engine, literal } from "../../engine/index.ts";
import { faultyRows, type RowClass } from "../checks/classify.ts";
import { suspicion } from "../checks/suspects.ts";
import { normalQuery, type PlannedColumn } from "../normalise/query.ts";
import { cellNames, type StagedTable } from "../readers/types.ts";
import { type TableJob, written } from "./job.ts";
import type { PartLook } from "./part-look.ts";
import type { Profile } from "./profile.ts";

/**
 * Makes the table `found` of all that is to be said of values. The rows that are not in the part are
 * read again in every column; the others only where the part shows, or cannot show, that there is
 * something to say.
 * @returns how many findings there are
 */
export async function findAll(
	{ engine, dataset }: TableJob,
	facts: Profile,
	columns: readonly PlannedColumn[],
	rows: string,
	part: string,
	have: Pick<PartLook, "rows" | "values">,
): Promise<number> {
	const whole = have.rows === facts.rows;
	const { everywhere, inSuspects, condition } = suspicion(
		columns,
		({ context: { column }, raw }) =>
			facts.blank.some((position) => raw === `c${position}`) ||
			(have.values.get(column.name) ?? 0) <
				(facts.present.get(column.name) ?? 0),
	);
	const within = (select: string) =>
		`(SELECT * FROM ${rows} WHERE _row IN (${select}))`;
	const some = (only: readonly PlannedColumn[]) =>
		normalQuery({ ...dataset, identify_by: [] }, only);
	const selects = [
		...(whole
			? []
			: [
					normalQuery(dataset, columns).findings(
						`(SELECT * FROM ${rows} WHERE _row NOT IN (SELECT _row FROM ${part}))`,
					),
				]),
		...(everywhere.length === 0
			? []
			: [
					some(everywhere).findings(
						whole ? rows : within(`SELECT _row FROM ${part}`),
					),
				]),
		...(inSuspects.length === 0
			? []
			: [
					some(inSuspects).findings(
						within(`SELECT _row FROM ${part} WHERE ${condition}`),
					),
				]),
	];
	const [first = some([]).findings(rows), ...others] = selects;
	let findings = await written(
		engine,
		`CREATE OR REPLACE TEMP TABLE found AS ${first}`,
	);
	for (const select of others)
		findings += await written(engine, `INSERT INTO found ${select}`);
	return findings;
}

/** Puts the records that could not be taken apart beside the rows with unusable values. @returns how many */
export async function quarantineFaults(
	engine: Engine,
	raw: string,
	staged: StagedTable,
	width: number,
	classes: ReadonlyMap<string, number>,
): Promise<number> {
	let faults = 0;
	const cells = cellNames(width).map((name) => `coalesce(${name}, '')`);
	for (const [name, reason] of Object.entries(faultyRows) as [
		RowClass,
		string,
	][]) {
		if (!classes.has(name)) continue;
		faults += await written(
			engine,
			`INSERT INTO found SELECT _row, '' AS column_name, ${literal(reason)} AS code, true AS fatal, ${
				name === "unreadable"
					? "_rest"
					: name === "unsplit"
						? `array_to_string([${cells.join(", ")}], ${literal(staged.joint)})`
						: `concat_ws(${literal(staged.joint)}, array_to_string(list_slice([${cells.join(", ")}], 1, _fields), ${literal(staged.joint)}), _rest)`
			} AS raw FROM ${raw} WHERE _row IN (SELECT _row FROM aside WHERE class = ${literal(name)})`,
		);
	}
	return faults;
}

import type { Dataset } from "../datasets/index.ts";
import type { Engine } from "../engine/index.ts";
import type { Mapped } from "./table/columns.ts";
import { copy, one } from "./table/job.ts";

/** What stands between people who share a cell. */
const MARKS = "、,，;；/|\\n\\r";
const BLANKS = " \t\u00a0\u3000";
/** An identity number is not shorter: so spaces inside one number part nobody. */
const SHORTEST_ID = 15;

/** Data rows in which every person has a row. */
export interface SplitRows {
	/** A relation; rows of one record stand together, in the order of the cell. */
	rows: string;
	/** Some record was split. */
	split: boolean;
	/** Records whose cells list different numbers of people; they are in `aside` as `unsplit`. */
	mismatched: number;
}

const pieces = (cell: string, marks: string) =>
	`list_filter(list_transform(regexp_split_to_array(${cell}, '[${marks}]+'), x -> trim(x, '${BLANKS}')), x -> x <> '')`;

/** Whether lists have the same length, those of blank cells aside. */
const agree = (lists: readonly string[]) => {
	const lengths = `list_filter([${lists.map((name) => `len(${name})`).join(", ")}], x -> x > 0)`;
	return `coalesce(list_min(${lengths}) = list_max(${lengths}), true)`;
};

/**
 * Gives each of several people in one cell a row of his own, in the columns that the dataset splits
 * together. All rows keep the address of their record. A record in which names and numbers do not
 * come in the same count is not guessed at.
 * @param rows the data rows, a relation
 */
export async function splitPeople(
	engine: Engine,
	dataset: Dataset,
	mapped: readonly Mapped[],
	rows: string,
): Promise<SplitRows> {
	const columns = mapped.filter(({ column }) =>
		dataset.split.includes(column.name),
	);
	if (columns.length === 0) return { rows, split: false, mismatched: 0 };
	const cell = (position: number) => `c${position}`;
	const ids = columns.filter(({ column }) => column.kind === "citizen_id");
	const several = [
		...columns.map(
			({ position }) =>
				`regexp_matches(trim(${cell(position)}, '${BLANKS}'), '[^${MARKS}][${MARKS}]+[^${MARKS}]')`,
		),
		...ids.map(
			({ position }) => `length(${cell(position)}) > ${2 * SHORTEST_ID}`,
		),
	].join(" OR ");
	const found = await one(
		engine,
		`SELECT coalesce(bool_or(${several}), false) AS any FROM ${rows}`,
	);
	if (found.any !== true) return { rows, split: false, mismatched: 0 };

	const byMark = columns.map(({ position }) => `_m${position}`);
	const bySpace = columns.map(({ position }) => `_s${position}`);
	const most = (lists: readonly string[]) =>
		`greatest(0, ${lists.map((name) => `coalesce(len(${name}), 0)`).join(", ")})`;
	const longIds = ids
		.map(
			({ position }) =>
				`len(list_filter(_s${position}, x -> length(x) < ${SHORTEST_ID})) = 0`,
		)
		.join(" AND ");
	const spaced =
		ids.length === 0
			? "false"
			: `${most(ids.map(({ position }) => `_s${position}`))} > 1 AND ${agree(bySpace)} AND coalesce(${longIds}, false)`;
	const cut = `SELECT *, ${columns
		.map(
			({ position }) =>
				`${pieces(cell(position), MARKS)} AS _m${position}, ${pieces(cell(position), `${MARKS}${BLANKS}`)} AS _s${position}`,
		)
		.join(", ")} FROM ${rows}`;
	const judged = `SELECT *, CASE WHEN ${most(byMark)} > 1 AND ${agree(byMark)} THEN ${most(byMark)} WHEN ${spaced} THEN -${most(bySpace)} WHEN ${most(byMark)} > 1 THEN 0 ELSE 1 END AS _people FROM (${cut})`;
	await engine.execute(
		`INSERT INTO aside SELECT _row, 'unsplit' AS class FROM (${judged}) WHERE _people = 0`,
	);
	const { n } = await one(
		engine,
		"SELECT count(*) AS n FROM aside WHERE class = 'unsplit'",
	);
	const replaced = columns.map(
		({ position }) =>
			`CASE WHEN _people > 1 THEN _m${position}[_nth] WHEN _people < 0 THEN _s${position}[_nth] ELSE ${cell(position)} END AS ${cell(position)}`,
	);
	return {
		rows: `(SELECT * EXCLUDE (_people, _nth, ${[...byMark, ...bySpace].join(", ")}) REPLACE (${replaced.join(", ")}) FROM (SELECT *, unnest(range(1, abs(_people) + 1)) AS _nth FROM (${judged}) WHERE _people <> 0))`,
		split: true,
		mismatched: Number(n),
	};
}

/**
 * Leaves a record out of the part as a whole when one of its people cannot be loaded: a record is
 * loaded or in quarantine, never both.
 * @returns the path of the part that holds
 */
export async function wholeRecords(
	engine: Engine,
	rows: string,
	part: { relation: string; path: string },
	copyTo: string,
): Promise<string> {
	await engine.execute(
		`CREATE OR REPLACE TEMP TABLE torn AS SELECT r._row AS _row FROM (SELECT _row, count(*) AS n FROM ${rows} GROUP BY _row) AS r JOIN (SELECT _row, count(*) AS n FROM ${part.relation} GROUP BY _row) AS p ON p._row = r._row WHERE p.n < r.n`,
	);
	const { n } = await one(engine, "SELECT count(*) AS n FROM torn");
	if (Number(n) === 0) return part.path;
	await copy(
		engine,
		`SELECT * FROM ${part.relation} WHERE _row NOT IN (SELECT _row FROM torn)`,
		copyTo,
	);
	return copyTo;
}

import { join } from "node:path";
import { openDuckdb, pathLiteral } from "../engine/index.ts";
import { fail, ProblemError } from "../errors/index.ts";
import {
	type List,
	listNameOf,
	readListWorkbook,
	readSheets,
	withRows,
	writeList,
} from "../lists/index.ts";
import { moneyExact } from "../report/index.ts";
import type { Workspace } from "../workspace/index.ts";
import { loadDefinitions } from "./definitions.ts";
import { limitsOf } from "./limits.ts";
import { readLastRun } from "./report.ts";

/** The model of the spellings that are nobody's yet; it is made for the worklist. */
export const UNMATCHED = "unit_unmatched";
/** The list of what people decided about spellings. */
const DECIDED = "unit_name";

function decided(workspace: Workspace): List {
	const { lists } = loadDefinitions(workspace);
	return lists.get(DECIDED) ?? fail("list-unknown", {}, { name: DECIDED });
}

/**
 * The spellings of units that the last run could not place, most money first, then what was decided before:
 * a list to be filled in. The note says where a spelling stands and which unit it may be.
 * Fails with run-missing before the first run.
 */
export async function unitWorklist(workspace: Workspace): Promise<{
	list: List;
	/** How many spellings wait. */
	open: number;
}> {
	const list = decided(workspace);
	const last = readLastRun(workspace);
	const key = last.manifest.models[UNMATCHED];
	if (key === undefined) return { list, open: 0 };
	const engine = await openDuckdb(limitsOf(workspace));
	try {
		const { rows } = await engine.query(
			`SELECT spelling, sources, lines, CAST(amount AS VARCHAR) AS amount, CAST(first_day AS VARCHAR) AS first_day,
				CAST(last_day AS VARCHAR) AS last_day, hint_code, hint_name
			FROM read_parquet(${pathLiteral(last.store.resultPath("models", UNMATCHED, key))})
			ORDER BY TRY_CAST(amount AS DECIMAL(18,2)) DESC NULLS LAST, lines DESC, spelling`,
		);
		const waiting = rows.map((row) => {
			const note = [
				`${row.sources} ${row.lines} 行`,
				...(row.amount === null ? [] : [moneyExact(String(row.amount))]),
				...(row.first_day === null
					? []
					: [`${row.first_day} 至 ${row.last_day}`]),
				...(row.hint_code === null
					? []
					: [`参考：${row.hint_code} ${row.hint_name}`]),
			].join("；");
			return [String(row.spelling), null, null, null, note];
		});
		return {
			list: withRows(list, [...waiting, ...list.rows]),
			open: waiting.length,
		};
	} finally {
		engine.close();
	}
}

/**
 * Reads a filled-in worklist: rows with a unit's code become the workspace's list, the others are left open.
 * @returns how many spellings are decided, and where the list was written
 */
export async function importUnits(
	workspace: Workspace,
	file: string,
): Promise<{ path: string; decided: number; open: number }> {
	const list = decided(workspace);
	const sheets = await readSheets(file);
	const name = listNameOf(sheets) ?? "";
	if (name !== DECIDED) fail("list-unknown", { file }, { name });
	const edited = readListWorkbook(sheets, list, file);
	if (Array.isArray(edited)) throw new ProblemError(edited);
	const at = list.columns.findIndex((column) => column.name === "unit_code");
	const rows = edited.rows.filter((row) => row[at] !== null);
	const path = writeList(join(workspace.rules.at(-1) ?? "", "lists"), list, {
		...edited,
		rows,
	});
	return {
		path,
		decided: rows.length,
		open: edited.rows.length - rows.length,
	};
}

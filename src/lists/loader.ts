import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { compareCodePoints, fingerprint } from "../base/index.ts";
import type { ColumnType } from "../datasets/index.ts";
import { loadYaml, type ParsedTexts } from "../documents/index.ts";
import { type Problem, problem } from "../errors/index.ts";
import { type ListFile, listSchema } from "./schema.ts";

type Cell = string | number | boolean | null;

/** A list as read: its columns, its rows, and a fingerprint of both. */
export interface List {
	name: string;
	title: string;
	owner: string;
	updated: string;
	source: string;
	cells: ListFile["cells"];
	/** What of the lead log fills it, when that is where its rows are. */
	fromLog: ListFile["from_log"];
	columns: { name: string; type: ColumnType; title: string }[];
	rows: Cell[][];
	readonly fingerprint: string;
	/** The file that declares it. */
	file: string;
}

function readCsv(list: ListFile, path: string): Cell[][] | Problem {
	let records: string[][];
	try {
		records = parse(readFileSync(path), { bom: true, skip_empty_lines: true });
	} catch (error) {
		return problem(
			"list-unreadable",
			{ file: path },
			{ reason: (error as Error).message },
		);
	}
	const [heading, ...rows] = records;
	const names = list.columns.map((column) => column.name);
	if (heading?.join(",") !== names.join(","))
		return problem(
			"list-heading",
			{ file: path, line: 1 },
			{ expected: names.join(","), found: heading?.join(",") ?? "" },
		);
	return rows.map((row) => row.map((cell) => (cell === "" ? null : cell)));
}

/** A list with other rows; its fingerprint is theirs. */
export function withRows(list: List, rows: Cell[][]): List {
	const { columns } = list;
	let print: string | undefined;
	return {
		...list,
		rows,
		get fingerprint() {
			print ??= fingerprint({ columns, rows });
			return print;
		},
	};
}

/**
 * Reads every list of some folders; a later folder's list replaces an earlier one of the same name.
 * @param folders rules/lists of the product, then of the workspace
 */
export function loadLists(
	folders: readonly string[],
	texts?: ParsedTexts,
): {
	lists: Map<string, List>;
	problems: Problem[];
} {
	const lists = new Map<string, List>();
	const problems: Problem[] = [];
	for (const folder of folders) {
		if (!existsSync(folder)) continue;
		const files = readdirSync(folder)
			.filter((name) => name.endsWith(".yaml"))
			.sort(compareCodePoints);
		for (const name of files) {
			const file = join(folder, name);
			const loaded = loadYaml(file, listSchema, { texts });
			if (!loaded.ok) {
				problems.push(...loaded.problems);
				continue;
			}
			const list = loaded.value;
			const rows =
				list.file === undefined
					? (list.rows ?? [])
					: readCsv(list, join(folder, list.file));
			if (!Array.isArray(rows)) {
				problems.push(rows);
				continue;
			}
			const ragged = rows.findIndex(
				(row) => row.length !== list.columns.length,
			);
			if (ragged >= 0) {
				problems.push(
					problem(
						"list-ragged",
						{ file: join(folder, list.file ?? name), row: ragged + 1 },
						{ expected: list.columns.length, found: rows[ragged]?.length ?? 0 },
					),
				);
				continue;
			}
			const columns = list.columns.map((column) => ({
				...column,
				type: column.type as ColumnType,
			}));
			let print: string | undefined;
			lists.set(list.name, {
				name: list.name,
				title: list.title,
				owner: list.owner,
				updated: list.updated,
				source: list.source,
				cells: list.cells,
				fromLog: list.from_log,
				columns,
				rows,
				get fingerprint() {
					print ??= fingerprint({ columns, rows });
					return print;
				},
				file,
			});
		}
	}
	return { lists, problems };
}

import { readFileSync } from "node:fs";
import { fail, type Problem, problem } from "../errors/index.ts";
import type { List } from "./loader.ts";

type Cell = List["rows"][number][number];

/** A list as people edit it in Excel, read back. */
export interface EditedList {
	owner: string;
	updated: string;
	source: string;
	rows: Cell[][];
}

const TEXT = "@";
const ROWS = "清单";
const ABOUT = "说明";
const about = [
	["负责人", "owner"],
	["更新日期", "updated"],
	["来源", "source"],
] as const;

const patterns: readonly (readonly [RegExp, RegExp, string])[] = [
	[/^BIGINT$/, /^-?\d{1,18}$/, "整数"],
	[/^(DOUBLE|DECIMAL)/, /^-?\d+(\.\d+)?$/, "数"],
	[/^DATE$/, /^\d{4}-\d{2}-\d{2}$/, "日期，如 2026-06-30"],
	[/^BOOLEAN$/, /^(true|false)$/, "true 或 false"],
];

function headings({ columns }: List): string[] {
	const titles = columns.map(({ title, name }) => title || name);
	return columns.map(({ name }, i) =>
		titles.indexOf(titles[i] ?? "") === i &&
		titles.lastIndexOf(titles[i] ?? "") === i
			? (titles[i] ?? name)
			: name,
	);
}

/**
 * A list as an xlsx file: its rows, all cells as text, and a sheet that says whose it is, with what date.
 * @param rows in the place of the list's own: those of a form to be filled in
 */
export async function listWorkbook(
	list: List,
	rows: readonly (readonly Cell[])[] = list.rows,
): Promise<Uint8Array> {
	const { writeXlsx } = await import("hucre/xlsx");
	return writeXlsx({
		sheets: [
			{
				name: ROWS,
				columns: list.columns.map(() => ({ width: 20, numFmt: TEXT })),
				rows: [
					headings(list),
					...rows.map((row) =>
						row.map((value) => (value === null ? null : String(value))),
					),
				],
				freezePane: { rows: 1 },
			},
			{
				name: ABOUT,
				columns: [
					{ width: 14, numFmt: TEXT },
					{ width: 60, numFmt: TEXT },
				],
				rows: [
					["清单", list.name],
					["名称", list.title],
					...about.map(([title, name]) => [title, list[name]]),
					[],
					[
						"改完后：bidui lists import 清单文件 -w 工作区；改了内容请一并改更新日期。",
					],
				],
			},
		],
		properties: {
			title: list.title,
			creator: list.owner,
			created: new Date(`${list.updated}T00:00:00Z`),
			modified: new Date(`${list.updated}T00:00:00Z`),
		},
	});
}

/**
 * The sheets of a workbook that people filled in, each with its rows.
 * Fails with list-unreadable when there is no such file or it is no xlsx.
 */
export async function readSheets(
	file: string,
): Promise<{ name: string; rows: unknown[][] }[]> {
	const { readXlsx } = await import("hucre/xlsx");
	try {
		return (await readXlsx(readFileSync(file))).sheets;
	} catch (error) {
		return fail(
			"list-unreadable",
			{ file },
			{ reason: (error as Error).message },
		);
	}
}

function text(value: unknown): string | null {
	if (value === null || value === undefined) return null;
	if (value instanceof Date) return value.toISOString().slice(0, 10);
	const plain = String(value).trim();
	return plain === "" ? null : plain;
}

type Sheets = Awaited<ReturnType<typeof readSheets>>;

/** The name of the list that a workbook holds; undefined when it is no list. */
export function listNameOf(sheets: Sheets): string | undefined {
	const sheet = sheets.find(({ name }) => name === ABOUT);
	const row = sheet?.rows.find((cells) => text(cells[0]) === "清单");
	return text(row?.[1]) ?? undefined;
}

/** Reads a workbook that listWorkbook made and people changed; every wrong cell is a problem. */
export function readListWorkbook(
	sheets: Sheets,
	list: List,
	file: string,
): EditedList | Problem[] {
	const sheet = sheets.find(({ name }) => name === ROWS);
	const [heading = [], ...body] = sheet?.rows ?? [];
	const expected = headings(list);
	const found = heading.map(text).filter((name) => name !== null);
	if (found.join("|") !== expected.join("|"))
		return [
			problem(
				"list-heading",
				{ file, sheet: ROWS, row: 1 },
				{ expected: expected.join("、"), found: found.join("、") },
			),
		];
	const problems: Problem[] = [];
	const rows: Cell[][] = [];
	body.forEach((cells, i) => {
		const row = list.columns.map((_, at) => text(cells[at]));
		if (row.every((value) => value === null)) return;
		list.columns.forEach(({ type }, at) => {
			const value = row[at] ?? null;
			const wrong = patterns.find(
				([kind, fits]) =>
					kind.test(type) && value !== null && !fits.test(value),
			);
			if (wrong !== undefined)
				problems.push(
					problem(
						"list-cell",
						{ file, sheet: ROWS, row: i + 2 },
						{
							column: expected[at] ?? "",
							value: value ?? "",
							expected: wrong[2],
						},
					),
				);
		});
		rows.push(row);
	});
	const said = (title: string) => {
		const info = sheets.find(({ name }) => name === ABOUT);
		const row = info?.rows.find((cells) => text(cells[0]) === title);
		return text(row?.[1]) ?? "";
	};
	const edited = Object.fromEntries(
		about.map(([title, name]) => [name, said(title)]),
	) as Record<"owner" | "updated" | "source", string>;
	for (const [title, name] of about)
		if (
			edited[name] === "" ||
			(name === "updated" && !/^\d{4}-\d{2}-\d{2}$/.test(edited[name]))
		)
			problems.push(
				problem(
					"list-cell",
					{ file, sheet: ABOUT },
					{
						column: title,
						value: edited[name],
						expected: name === "updated" ? "日期，如 2026-06-30" : "文字",
					},
				),
			);
	return problems.length > 0 ? problems : { ...edited, rows };
}

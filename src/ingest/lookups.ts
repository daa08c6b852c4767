import type { DatasetColumn } from "../datasets/index.ts";
import { type Engine, literal } from "../engine/index.ts";
import type { List } from "../lists/index.ts";
import { REGION_LIST } from "./key.ts";

/** Between texts of a column; no code or spelling has it. */
const SEPARATOR = "\u001f";

/** Makes a table of texts in the engine: each column is one literal, since thousands take long to parse. */
async function makeTable(
	engine: Engine,
	name: string,
	columns: readonly string[],
	rows: readonly (readonly string[])[],
): Promise<void> {
	await engine.execute(
		`CREATE OR REPLACE TEMP TABLE ${name} (${columns.map((column) => `${column} VARCHAR`).join(", ")})`,
	);
	if (rows.length === 0) return;
	const lists = columns.map(
		(_, at) =>
			`unnest(string_split(${literal(rows.map((row) => row[at] ?? "").join(SEPARATOR))}, chr(31)))`,
	);
	await engine.execute(`INSERT INTO ${name} SELECT ${lists.join(", ")}`);
}

/** The table of known regions; undefined when there is no such list. */
export async function regionTable(
	engine: Engine,
	lists: ReadonlyMap<string, List>,
): Promise<string | undefined> {
	const list = lists.get(REGION_LIST);
	const at = list?.columns.findIndex((column) => column.name === "code") ?? -1;
	if (list === undefined || at < 0) return undefined;
	const codes = new Set(list.rows.map((row) => String(row[at] ?? "")));
	await makeTable(
		engine,
		"known_region",
		["code"],
		[...codes].map((code) => [code]),
	);
	return "known_region";
}

/** Spelling → code, as they are compared: without white space, width folded, in upper case. */
export function codeSpellings(
	column: DatasetColumn,
	lists: ReadonlyMap<string, List>,
): Map<string, string> {
	const pairs: [code: string, spelling: string][] = [];
	for (const [code, spellings] of Object.entries(column.codes ?? {}))
		pairs.push(
			[code, code],
			...spellings.map((text) => [code, text] as [string, string]),
		);
	const list =
		column.codes_list === undefined ? undefined : lists.get(column.codes_list);
	if (list !== undefined) {
		const code = list.columns.findIndex((item) => item.name === "code");
		const spelling = list.columns.findIndex((item) => item.name === "spelling");
		for (const row of list.rows) {
			const value = String(row[code] ?? "");
			pairs.push([value, value], [value, String(row[spelling] ?? "")]);
		}
	}
	const table = new Map<string, string>();
	const add = (spelling: string, code: string) => {
		const key = spelling
			.normalize("NFKC")
			.replace(/[\s\p{Cf}]+/gu, "")
			.toUpperCase();
		if (key !== "" && code !== "" && !table.has(key)) table.set(key, code);
	};
	for (const [code, spelling] of pairs) add(spelling, code);
	// Excel drops the zeros in front of a code.
	for (const [code] of pairs)
		if (/^0+\d+$/.test(code)) add(code.replace(/^0+(?=\d)/, ""), code);
	return table;
}

/**
 * SQL of the code that a spelling stands for, NULL for none; undefined for a column without codes.
 * Two lists side by side and no join: after a join the engine writes rows in any order.
 */
export function codeLookup(
	column: DatasetColumn,
	lists: ReadonlyMap<string, List>,
): ((spelling: string) => string) | undefined {
	if (column.codes === undefined && column.codes_list === undefined)
		return undefined;
	const pairs = [...codeSpellings(column, lists)];
	const texts = (at: 0 | 1) =>
		`[${pairs.map((pair) => literal(pair[at])).join(", ")}]`;
	return pairs.length === 0
		? () => "CAST(NULL AS VARCHAR)"
		: (spelling) => `${texts(1)}[list_position(${texts(0)}, ${spelling})]`;
}

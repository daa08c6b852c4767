import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import type { List } from "./loader.ts";
import { LIST_CONTRACT } from "./schema.ts";
import type { EditedList } from "./workbook.ts";

function csvCell(value: unknown): string {
	const plain = value === null ? "" : String(value);
	return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

function replace(path: string, content: string): void {
	writeFileSync(`${path}.new`, content);
	renameSync(`${path}.new`, path);
}

/**
 * Writes an edited list as the workspace's own: its head as YAML, its rows as a CSV beside it.
 * By its name it takes the place of a shipped one; a rule is never edited for it.
 * @param folder rules/lists of the workspace
 * @returns path of the YAML file
 */
export function writeList(
	folder: string,
	list: List,
	edited: EditedList,
): string {
	mkdirSync(folder, { recursive: true });
	const head = {
		contract: LIST_CONTRACT,
		name: list.name,
		title: list.title,
		owner: edited.owner,
		updated: edited.updated,
		source: edited.source,
		columns: list.columns,
		...(list.cells === undefined ? {} : { cells: list.cells }),
		file: `${list.name}.csv`,
	};
	const lines = [list.columns.map(({ name }) => name), ...edited.rows];
	replace(
		join(folder, `${list.name}.csv`),
		`${lines.map((row) => row.map(csvCell).join(",")).join("\n")}\n`,
	);
	const path = join(folder, `${list.name}.yaml`);
	replace(path, stringify(head));
	return path;
}

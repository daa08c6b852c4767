import type { Rng } from "../base/rng.ts";

export type Cell = string | number | null;

/** One row of a sheet, and the facts that it writes down. */
export interface Line {
	cells: Cell[];
	records?: readonly object[];
	/**
	 * Why nobody can use the row: it broke off, does not say whom it is about, has no number where only that tells, or has
	 * more names in a cell than numbers.
	 */
	unusable?: "broken off" | "nameless" | "no number" | "names without numbers";
}

export interface Merge {
	row: number;
	column: number;
	toRow: number;
	toColumn: number;
}

export interface Sheet {
	name: string;
	lines: Line[];
	merges: Merge[];
}

export interface Column<R> {
	heading: string;
	cell(record: R): Cell;
	/** Summed in the total row. */
	total?(record: R): number;
	/** Rows that follow each other with the same key show the value once, in merged cells. */
	merged?: boolean;
}

export interface Table<R extends object> {
	name?: string;
	/** Rows above the headings, merged over all columns. */
	titles?: readonly string[];
	/** Rows below the last, such as who made the table. */
	notes?: readonly string[];
	columns: readonly Column<R>[];
	records: readonly R[];
	/** What merged columns go by. */
	groupBy?(record: R): unknown;
	/** Where the total row stands; a wrong one is off by one unit of the office's own doing. */
	total?: "end" | "top and end" | "wrong";
	/** Rows that nobody can read: in quarantine they go. */
	unreadable?: readonly Cell[][];
	blanks?: number;
	/** How many rows stand twice. */
	duplicates?: number;
}

/** Lays a table out row by row, as the office's clerk would leave it. */
export function layOut<R extends object>(rng: Rng, table: Table<R>): Sheet {
	const { columns } = table;
	const width = columns.length;
	const lines: Line[] = [];
	const merges: Merge[] = [];
	const across = (text: string) => {
		merges.push({
			row: lines.length,
			column: 0,
			toRow: lines.length,
			toColumn: width - 1,
		});
		lines.push({ cells: [text, ...blank(width - 1)] });
	};
	for (const title of table.titles ?? []) across(title);
	lines.push({ cells: columns.map((column) => column.heading) });
	if (table.total === "top and end") lines.push(totalLine(table));
	for (const block of blocks(rng, table)) {
		if (block.records.length > 1)
			columns.forEach((column, i) => {
				if (column.merged)
					merges.push({
						row: lines.length,
						column: i,
						toRow: lines.length + block.records.length - 1,
						toColumn: i,
					});
			});
		block.records.forEach((record, i) => {
			lines.push({
				cells: columns.map((column) =>
					column.merged && i > 0 ? null : column.cell(record),
				),
				records: [record],
			});
		});
		for (const cells of block.after)
			lines.push({
				cells,
				...(cells.every((cell) => cell === null)
					? {}
					: { unusable: cells.length < width ? "broken off" : "nameless" }),
			});
	}
	if (table.total) lines.push(totalLine(table));
	for (const note of table.notes ?? []) across(note);
	return { name: table.name ?? "Sheet1", lines, merges };
}

interface Block<R> {
	records: R[];
	after: Cell[][];
}

/** Records that hang together by merged cells, with what was strewn between them. */
function blocks<R extends object>(rng: Rng, table: Table<R>): Block<R>[] {
	const made: Block<R>[] = [];
	let key: unknown;
	for (const record of table.records) {
		const own = table.groupBy ? table.groupBy(record) : record;
		const last = made[made.length - 1];
		if (last && own === key) last.records.push(record);
		else made.push({ records: [record], after: [] });
		key = own;
	}
	if (made.length === 0) return made;
	for (let i = 0; i < (table.duplicates ?? 0); i++) {
		const at = rng.int(0, made.length - 1);
		const twice = made[at] as Block<R>;
		made.splice(at + 1, 0, { records: [...twice.records], after: [] });
	}
	for (const cells of table.unreadable ?? []) rng.pick(made).after.push(cells);
	for (let i = 0; i < (table.blanks ?? 0); i++)
		rng.pick(made).after.push(blank(table.columns.length));
	return made;
}

function blank(width: number): Cell[] {
	return Array.from({ length: width }, () => null);
}

function totalLine<R extends object>(table: Table<R>): Line {
	const cells = table.columns.map((column, i): Cell => {
		if (i === 0) return "合计";
		if (!column.total) return null;
		const { total } = column;
		// Sums in 1/10,000 of the unit, so that no digit is lost.
		const sum =
			table.records.reduce(
				(all, record) => all + Math.round(total(record) * 10_000),
				0,
			) / 10_000;
		return table.total === "wrong" ? sum + 100 : sum;
	});
	return { cells };
}

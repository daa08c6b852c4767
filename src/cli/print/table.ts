import { cells, pad } from "./width.ts";

export interface TableColumn<Row> {
	title: string;
	value: (row: Row) => string | number;
	/** Numbers stand on the right. */
	right?: boolean;
}

/** Lays rows out as a plain table that lines up in a console with Chinese text. */
export function table<Row>(
	columns: readonly TableColumn<Row>[],
	rows: readonly Row[],
): string {
	const texts = rows.map((row) =>
		columns.map((column) => String(column.value(row))),
	);
	const widths = columns.map((column, i) =>
		Math.max(cells(column.title), ...texts.map((row) => cells(row[i] ?? ""))),
	);
	const line = (values: readonly string[]): string =>
		values
			.map((value, i) => pad(value, widths[i] ?? 0, columns[i]?.right ?? false))
			.join("  ")
			.trimEnd();
	return [line(columns.map((column) => column.title)), ...texts.map(line)].join(
		"\n",
	);
}

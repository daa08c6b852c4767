import type { Cell, CellValue, RowDef, WriteSheet } from "hucre";
import { type StyleName, styles } from "./styles.ts";

/** A column of a printed table. */
export interface Column<Row> {
	title: string;
	/** In characters of Western type; a Chinese one takes two. */
	width: number;
	style: StyleName;
	value: (row: Row) => CellValue;
	/** Neither shown nor printed; the feedback is read by it. */
	hidden?: boolean;
}

/** What stands above and around a table. */
export interface SheetFrame {
	name: string;
	title: string;
	notes: string;
	/** Said in place of rows when there are none. */
	empty: string;
}

/** Excel holds no more in a cell. */
const CELL_LIMIT = 32000;
const LINE_POINTS = 13.5;
const MAX_POINTS = 400;
const HEADER_ROW = 3;

function letter(column: number): string {
	return String.fromCharCode(65 + column);
}

function fitted(value: CellValue): CellValue {
	return typeof value === "string" && value.length > CELL_LIMIT
		? `${value.slice(0, CELL_LIMIT)}……（内容过长，其余见网页报告）`
		: value;
}

function widthOf(text: string): number {
	let width = 0;
	for (const letter of text) width += letter.charCodeAt(0) > 0x2e7f ? 2 : 1;
	return width;
}

/** Programs do not agree on the height of wrapped rows, so it is worked out here. */
function heightOf(values: readonly CellValue[], widths: number[]): number {
	const lines = values.map((value, i) =>
		String(value ?? "")
			.split("\n")
			.reduce(
				(sum, line) =>
					sum +
					Math.max(1, Math.ceil((widthOf(line) + 1) / ((widths[i] ?? 10) - 1))),
				0,
			),
	);
	return Math.min(MAX_POINTS, Math.max(1, ...lines) * LINE_POINTS + 6);
}

/**
 * A table on A4 landscape: title, notes, repeated heading row, filter, page numbers.
 * @returns the sheet with the row number (from 1) of the first and the last data row
 */
export function tableSheet<Row>(
	frame: SheetFrame,
	columns: readonly Column<Row>[],
	rows: readonly Row[],
): { sheet: WriteSheet; first: number; last: number } {
	const visible = columns.filter((column) => column.hidden !== true);
	const widths = visible.map((column) => column.width);
	const body = rows.map((row) =>
		columns.map((column) => fitted(column.value(row))),
	);
	const grid: CellValue[][] = [
		[frame.title],
		[frame.notes],
		columns.map((column) => column.title),
		...(body.length > 0 ? body : [[frame.empty]]),
	];
	const cells = new Map<string, Partial<Cell>>([
		["0,0", { style: styles.title }],
		["1,0", { style: styles.note }],
	]);
	const rowDefs = new Map<number, RowDef>([
		[0, { height: 28 }],
		[1, { height: heightOf([frame.notes], [widths.reduce((a, b) => a + b)]) }],
		[
			2,
			{
				height:
					heightOf(
						visible.map((column) => column.title),
						widths,
					) + 6,
			},
		],
	]);
	columns.forEach((_, c) => {
		cells.set(`2,${c}`, { style: styles.heading });
	});
	body.forEach((values, r) => {
		rowDefs.set(r + HEADER_ROW, {
			height: heightOf(values.slice(0, visible.length), widths),
		});
		columns.forEach((column, c) => {
			cells.set(`${r + HEADER_ROW},${c}`, {
				value: values[c] ?? null,
				style: styles[column.style],
			});
		});
	});
	if (body.length === 0) {
		cells.set(`${HEADER_ROW},0`, { style: styles.note });
		rowDefs.set(HEADER_ROW, { height: 26 });
	}
	const lastColumn = visible.length - 1;
	const first = HEADER_ROW + 1;
	const last = HEADER_ROW + Math.max(1, body.length);
	const across = (row: number) => ({
		startRow: row,
		startCol: 0,
		endRow: row,
		endCol: lastColumn,
	});
	const sheet: WriteSheet = {
		name: frame.name,
		columns: columns.map((column) => ({
			width: column.width,
			...(column.hidden === true ? { hidden: true } : {}),
		})),
		rows: grid,
		cells,
		rowDefs,
		merges: [
			across(0),
			across(1),
			...(body.length === 0 ? [across(HEADER_ROW)] : []),
		],
		freezePane: { rows: HEADER_ROW },
		...(body.length === 0
			? {}
			: {
					autoFilter: {
						range: `A${HEADER_ROW}:${letter(lastColumn)}${last}`,
					},
				}),
		pageSetup: {
			paperSize: "a4",
			orientation: "landscape",
			fitToPage: true,
			fitToWidth: 1,
			fitToHeight: 0,
			horizontalCentered: true,
			printArea: `$A$1:$${letter(lastColumn)}$${last}`,
			printTitlesRow: `$${HEADER_ROW}:$${HEADER_ROW}`,
			margins: {
				top: 0.55,
				bottom: 0.6,
				left: 0.4,
				right: 0.4,
				header: 0.3,
				footer: 0.3,
			},
		},
		headerFooter: {
			oddFooter: `&L${frame.title}&C第 &P 页 共 &N 页&R内部资料 注意保管`,
		},
	};
	return { sheet, first, last };
}

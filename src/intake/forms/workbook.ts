import { basename } from "node:path/posix";
import type { CellStyle, WriteSheet } from "hucre";
import {
	HELP_SHEET,
	headingOf,
	LEADING,
	stateWords,
	writeRowNumber,
} from "./layout.ts";
import type { FormPart, FormRow } from "./rows.ts";

/** A part of a form: one sheet. */
export interface FormSheet {
	part: FormPart;
	rows: FormRow[];
}

const FONT = "宋体";
/** Excel's code for text: no program then changes the digits of a number. */
const TEXT = "@";

function look(rgb?: string, bold = false, wrap = bold): CellStyle {
	return {
		font: { name: FONT, size: 10, bold },
		numFmt: TEXT,
		alignment: { vertical: "top", wrapText: wrap },
		...(rgb === undefined
			? {}
			: { fill: { type: "pattern", pattern: "solid", fgColor: { rgb } } }),
	};
}

const looks = {
	heading: look("DCE6F1", true),
	/** Not to be changed. */
	fixed: look("EFEFEF", false, true),
	/** To be corrected. */
	faulty: look("FFE08A"),
	open: look(),
};

/** A name that Excel takes: at most 31 characters, none of []:*?/\\, told apart by its number. */
function sheetName(number: number, { line }: FormPart): string {
	const name = (line.sheet ?? basename(line.file)).replace(
		/[[\]:*?/\\']/g,
		"_",
	);
	return `${number} ${name}`.slice(0, 31);
}

function rowsSheet({ part, rows }: FormSheet, number: number): WriteSheet {
	const { line, part: manifest } = part;
	const headings = manifest.headings.map((heading, i) =>
		headingOf(heading, i + 1),
	);
	const cells: NonNullable<WriteSheet["cells"]> = new Map();
	const titles = [...LEADING.map(({ title }) => title), ...headings];
	titles.forEach((_, c) => {
		cells.set(`0,${c}`, { style: looks.heading });
	});
	const body = rows.map((row, r) => {
		const values = [
			writeRowNumber({
				source: line.source,
				src: line.src,
				row: row.row,
				original: row.original,
			}),
			line.file,
			line.sheet ?? "",
			String(row.row),
			stateWords[row.state],
			row.reason,
			...row.cells.map((text) => text ?? ""),
		];
		values.forEach((value, c) => {
			const position = c - LEADING.length + 1;
			const style =
				position < 1
					? looks.fixed
					: row.faulty.has(position)
						? looks.faulty
						: looks.open;
			cells.set(`${r + 1},${c}`, { value, style });
		});
		return values;
	});
	return {
		name: sheetName(number, part),
		columns: [
			...LEADING.map(({ width }) => ({ width, numFmt: TEXT })),
			...headings.map((heading) => ({
				width: Math.min(28, Math.max(12, heading.length * 2 + 4)),
				numFmt: TEXT,
			})),
		],
		rows: [titles, ...body],
		cells,
		freezePane: { rows: 1 },
		pageSetup: {
			paperSize: "a4",
			orientation: "landscape",
			fitToPage: true,
			fitToWidth: 1,
			fitToHeight: 0,
			printTitlesRow: "$1:$1",
		},
	};
}

function helpSheet(title: string, left: number): WriteSheet {
	const lines = [
		[title],
		[
			"这些记录没有装载，或有内容读不通，或曾经更正。含有未打码的个人信息，只供办公室内部更正使用，不得外传。",
		],
		[
			"怎么改：在原表头下的各列里直接改成正确的内容；黄色的格是待核原因所指的内容。",
		],
		[
			"不要改动灰色的列，不要增删列；不更正的行保持原样即可，行可以删去、可以排序。",
		],
		["整行都不是数据（签字、说明等）的，把该行原表头下的内容全部清空。"],
		["改回文件里原来的内容，就是撤销更正。"],
		[
			"证件号、账号请以文本填写；改好后保存、关闭，再运行：bidui load --corrections 本文件。",
		],
		...(left > 0
			? [[`另有 ${left} 行没有装载、也没有列出，请提供方整体重新导出。`]]
			: []),
	];
	return {
		name: HELP_SHEET,
		columns: [{ width: 100, numFmt: TEXT }],
		rows: lines,
	};
}

/**
 * The form in which people correct the rows of a source, plain values included.
 * Equal rows give equal bytes.
 * @param left rows that it does not list
 * @param day becomes the date of the file, so that no clock does
 */
export async function formWorkbook(
	title: string,
	sheets: readonly FormSheet[],
	left: number,
	day: string,
): Promise<Uint8Array> {
	const { writeXlsx } = await import("hucre/xlsx");
	const date = new Date(`${day}T00:00:00Z`);
	return writeXlsx({
		sheets: [
			helpSheet(title, left),
			...sheets.map((sheet, i) => rowsSheet(sheet, i + 1)),
		],
		properties: { title, created: date, modified: date },
		defaultFont: { name: FONT, size: 10 },
	});
}

/** The columns before the cells of the source; people read them, and the loader knows a row by the first. */
export const LEADING = [
	{ title: "记录编号（勿改）", width: 16 },
	{ title: "文件（勿改）", width: 22 },
	{ title: "工作表（勿改）", width: 14 },
	{ title: "行号（勿改）", width: 12 },
	{ title: "状态（勿改）", width: 14 },
	{ title: "待核原因（勿改）", width: 40 },
] as const;

export const HELP_SHEET = "说明";

export const stateWords = {
	waiting: "未装载",
	doubtful: "已装载，存疑",
	corrected: "经更正",
} as const;

/** What a form calls the column at a position, from 1. */
export function headingOf(heading: string, position: number): string {
	const shown = heading.replace(/\s+/g, " ").trim();
	return shown === "" ? `（第 ${position} 列，没有表头）` : shown;
}

/** The address of a row, as the first column of a form has it. */
export interface RowNumber {
	source: string;
	/** `_src`. */
	src: string;
	row: number;
	original: string;
}

export function writeRowNumber(number: RowNumber): string {
	return [number.source, number.src, number.row, number.original].join("#");
}

/** @returns undefined when the text is no address */
export function readRowNumber(text: string): RowNumber | undefined {
	const found =
		/^([a-z][a-z0-9_]*)#([0-9a-f]+)#([1-9][0-9]*)#([0-9a-f]+)$/.exec(
			text.trim(),
		);
	if (found === null) return undefined;
	const [, source = "", src = "", row = "", original = ""] = found;
	return { source, src, row: Number(row), original };
}

import type { Rng } from "../base/rng.ts";
import type { Cell, Line, Sheet } from "../files/sheet.ts";
import { county } from "../places/county.ts";

/** What clerks do to a whole table: its rows stand where this leaves them. */
type Habit = (sheet: Sheet, rng: Rng) => void;

/** By the beginning of the path; see the table in the README. */
export const habits: readonly (readonly [path: string, habit: Habit])[] = [
	["市场监管局/股东", repeatHeadings(45)],
	["乡镇/村（社区）", repeatHeadings(5)],
	["农业农村局/惠农补贴", pageSubtotals(30, "补贴金额（元）")],
	["公安局/户籍", respell("户籍地址", 200, address)],
	["民政局/殡仪馆", respell("逝者姓名", 100, (name) => `${name}（已故）`)],
	["民政局/殡仪馆", twoLevels],
	["组织部/干部任职", openEnds("截止时间", ["9999-12-31", "长期", "至今"])],
	["公安局/机动车", openEnds("转移（注销）日期", ["1900-01-00", "9999-12-31"])],
	["公安局/死亡注销", centenarian],
];

/** The headings are the first line that has more than its first cell. */
export function headingAt(sheet: Sheet): number {
	return sheet.lines.findIndex(({ cells }) => (cells[1] ?? null) !== null);
}

/** Printed page by page, with the headings on each. */
function repeatHeadings(page: number): Habit {
	return (sheet) =>
		insertEvery(sheet, page, () => [
			...(sheet.lines[headingAt(sheet)]?.cells ?? []),
		]);
}

/** A sum below every page. */
function pageSubtotals(page: number, heading: string): Habit {
	return (sheet) => {
		const headings = sheet.lines[headingAt(sheet)]?.cells ?? [];
		const column = headings.indexOf(heading);
		if (column < 0) throw new Error(`no column ${heading}`);
		insertEvery(sheet, page, (lines) => {
			const fen = lines.reduce((sum, { cells }) => {
				const yuan = Number(String(cells[column] ?? "").replace(/[￥,]/g, ""));
				return sum + (Number.isFinite(yuan) ? Math.round(yuan * 100) : 0);
			}, 0);
			return headings.map((_, i): Cell => {
				if (i === 0) return "本页小计";
				return i === column ? (fen / 100).toFixed(2) : null;
			});
		});
	};
}

/** Puts a line below so many rows each, made of them. */
function insertEvery(
	sheet: Sheet,
	page: number,
	line: (above: readonly Line[]) => Cell[],
): void {
	const made: Line[] = [];
	let above: Line[] = [];
	for (const one of sheet.lines) {
		made.push(one);
		if (!one.records) continue;
		above.push(one);
		if (above.length < page) continue;
		made.push({ cells: line(above) });
		above = [];
	}
	sheet.lines = made;
}

/** The first and some more of the values of a column in another way that means the same. */
function respell(
	heading: string,
	permille: number,
	other: (text: string, rng: Rng) => string,
): Habit {
	return (sheet, rng) => {
		let none = true;
		each(sheet, heading, (cell) => {
			if (typeof cell !== "string" || !(none || rng.permille(permille)))
				return cell;
			none = false;
			return other(cell, rng);
		});
	};
}

/** Where nothing is written because it goes on, a system writes something. */
function openEnds(heading: string, words: readonly string[]): Habit {
	return (sheet, rng) => {
		let none = true;
		each(sheet, heading, (cell) => {
			if (cell !== null || !(none || rng.permille(80))) return cell;
			none = false;
			return rng.pick(words);
		});
	};
}

function each(
	sheet: Sheet,
	heading: string,
	change: (cell: Cell) => Cell,
): void {
	const column = sheet.lines[headingAt(sheet)]?.cells.indexOf(heading) ?? -1;
	if (column < 0) throw new Error(`no column ${heading}`);
	for (const { cells, records } of sheet.lines)
		if (records) cells[column] = change(cells[column] ?? null);
}

const numerals = "零一二三四五六七八九";

/** An address as another clerk has it: without the province, the county by its old name, groups and rooms spelled otherwise. */
function address(text: string, rng: Rng): string {
	return rng.pick([
		(of: string) => of.replace(county.province, ""),
		(of: string) => of.replace(county.name, county.former.name),
		(of: string) =>
			of.replace(/(\d)组/, (_, n: string) => `${numerals[Number(n)]}组`),
		(of: string) => of.replace(/(\d+)组/, "第$1村民小组"),
		(of: string) => of.replace(/(\d+)幢(\d+)单元(\d+)室/, "$1栋$2单元$3"),
		(of: string) => of.replace(/(\d+)幢(\d+)单元(\d+)室/, "$1-$2-$3"),
	])(text);
}

/** One who was born in 1915 has a number of 15 digits out of the last four that were kept for those of his age. */
function centenarian(sheet: Sheet): void {
	const headings = sheet.lines[headingAt(sheet)]?.cells ?? [];
	const row: Record<string, Cell> = {
		公民身份号码: `${county.code}150302998`,
		姓名: "宁周氏",
		性别: "2",
		死亡日期: "2025-01-20",
		户口注销日期: "2025/1/24",
		数据来源: "公安注销",
	};
	sheet.lines.push({
		cells: headings.map((heading) => row[String(heading)] ?? null),
	});
}

/** Headings in two rows: what belongs together stands below one word. */
function twoLevels(sheet: Sheet): void {
	const at = headingAt(sheet);
	const headings = (sheet.lines[at]?.cells ?? []).map(String);
	const groups: readonly (readonly [
		word: string,
		first: string,
		last: string,
	])[] = [
		["逝者", "逝者姓名", "逝者证件号"],
		["火化", "火化时间", "火化证号"],
	];
	const upper: Cell[] = [...headings];
	const lower: Cell[] = headings.map(() => null);
	for (const merge of sheet.merges)
		if (merge.row > at) {
			merge.row++;
			merge.toRow++;
		}
	for (const [word, first, last] of groups) {
		const [from, to] = [headings.indexOf(first), headings.indexOf(last)];
		for (let i = from; i <= to; i++) {
			upper[i] = i === from ? word : null;
			lower[i] = headings[i]?.replace(word, "") ?? null;
		}
		sheet.merges.push({ row: at, toRow: at, column: from, toColumn: to });
	}
	sheet.lines.splice(at, 1, { cells: upper }, { cells: lower });
	upper.forEach((_, i) => {
		if (lower[i] === null)
			sheet.merges.push({ row: at, toRow: at + 1, column: i, toColumn: i });
	});
}

import { readFile, stat } from "node:fs/promises";
import type { Sheet, Workbook } from "hucre";
import { vetPackage } from "../archive/vet.ts";
import { askPassword, knownPasswords, PASSWORD_VARIABLE } from "../password.ts";
import { Refusal, refuse, refuseUnreadable } from "../refusal.ts";
import { stageSheet } from "./stage-sheet.ts";
import {
	HEAD_RECORDS,
	type RawRecord,
	type RawTable,
	type Reader,
	type ReadRequest,
	type SkippedSheet,
	usualWidth,
} from "./types.ts";
import type { MergedCells } from "./xlsx-merges.ts";
import { cellText } from "./xlsx-text.ts";

/** These formats are read whole: .xls has 65,536 rows at most, and .ods is rare. */
const MOST_BYTES = 256 << 20;
/** How often a person is asked for the password of a file. */
const MOST_QUESTIONS = 3;
/** Name of the stream that a protected .xlsx has inside its old container, as UTF-16. */
const PROTECTED = Buffer.from("EncryptedPackage", "utf16le");

type Format = "xls" | "ods" | "xlsx";

async function openWorkbook(
	format: "xls" | "ods",
	data: Buffer,
	request: ReadRequest,
): Promise<{ format: Format; book: Workbook }> {
	const hucre = await import("hucre");
	if (format === "ods") return { format, book: await hucre.readOds(data) };
	if (!data.includes(PROTECTED))
		return { format, book: await hucre.readXls(data) };
	const open = async (password: string): Promise<Workbook | undefined> => {
		try {
			return await hucre.readXlsx(data, { password });
		} catch (error) {
			if (error instanceof Error && error.name === "DecryptionError")
				return undefined;
			throw error;
		}
	};
	let tried = false;
	for (const password of knownPasswords()) {
		const book = await open(password);
		if (book !== undefined) return { format: "xlsx", book };
		tried = true;
	}
	for (let times = 0; times < MOST_QUESTIONS; times++) {
		const password = await askPassword(request.at.file ?? request.path);
		if (password === undefined) break;
		const book = await open(password);
		if (book !== undefined) return { format: "xlsx", book };
		tried = true;
	}
	if (tried)
		return refuse("workbook-unreadable", request.at, { reason: "密码不对" });
	return refuse("format-unsupported", request.at, {
		format: "有密码的 Excel 文件",
		advice: `去掉密码后另存为 .xlsx 再放回；或把密码放进环境变量 ${PASSWORD_VARIABLE}，或在终端里运行、按提示输入。`,
	});
}

async function* merged(
	sheet: Sheet,
	columns: ReadonlySet<number>,
): AsyncGenerator<MergedCells> {
	for (const { startRow, endRow, startCol } of sheet.merges ?? [])
		if (endRow > startRow && columns.has(startCol + 1))
			yield { position: startCol + 1, first: startRow + 1, last: endRow + 1 };
}

function tableOf(
	sheet: Sheet,
	index: number,
	format: Format,
	scratch: string,
): RawTable {
	// A sheet may leave rows out: the library's list then has holes, which are blank rows.
	const records: RawRecord[] = Array.from(sheet.rows, (cells, i) => ({
		row: i + 1,
		cells: Array.from(cells ?? [], cellText),
	}));
	return {
		format,
		sheet: sheet.name,
		head: records.slice(0, HEAD_RECORDS),
		...usualWidth(
			records.reduce((most, { cells }) => Math.max(most, cells.length), 0),
		),
		stage: (width) =>
			stageSheet(records, scratch, index, width, sheet.rows.length),
		merged: (columns) => merged(sheet, columns),
	};
}

async function* read(
	format: "xls" | "ods",
	request: ReadRequest,
): AsyncGenerator<RawTable | SkippedSheet> {
	const { path, source, scratch, at, known } = request;
	const { size } = await stat(path);
	if (size > MOST_BYTES)
		refuse("workbook-unreadable", at, {
			reason: `文件超过 ${MOST_BYTES >> 20} MB`,
		});
	try {
		if (format === "ods") await vetPackage(path, at);
		const opened = await openWorkbook(format, await readFile(path), request);
		const { sheets } = opened.book;
		if (
			source.sheet !== undefined &&
			!sheets.some((sheet) => sheet.name === source.sheet)
		)
			refuse("sheet-missing", at, {
				sheet: source.sheet,
				sheets: sheets.map((sheet) => sheet.name).join("、"),
			});
		for (const [index, sheet] of sheets.entries()) {
			if (source.sheet !== undefined && sheet.name !== source.sheet) continue;
			if (known(sheet.name)) continue;
			if (
				(sheet.hidden === true || sheet.veryHidden === true) &&
				source.sheet === undefined
			)
				yield { sheet: sheet.name, reason: "工作表是隐藏的" };
			else yield tableOf(sheet, index, opened.format, scratch);
		}
	} catch (error) {
		if (error instanceof Refusal) throw error;
		if (error instanceof Error && error.name === "EncryptedFileError")
			refuse("format-unsupported", at, {
				format: "有密码的文件",
				advice: "去掉密码后另存为 .xlsx 再放回。",
			});
		refuseUnreadable(error, at);
	}
}

/** Excel 97 to 2003, and protected .xlsx, which lies in the same container. */
export const xlsReader: Reader = {
	format: "xls",
	read: (request) => read("xls", request),
};

/** OpenDocument spreadsheets. */
export const odsReader: Reader = {
	format: "ods",
	read: (request) => read("ods", request),
};

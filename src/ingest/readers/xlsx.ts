import { readFile } from "node:fs/promises";
import { type Place, problem } from "../../errors/index.ts";
import { type VettedPart, vetPackage } from "../archive/vet.ts";
import { ZipFile } from "../archive/zip.ts";
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
import { mergedDown, sheetPart } from "./xlsx-merges.ts";
import { cellText } from "./xlsx-text.ts";

interface SheetName {
	name: string;
	hidden: boolean;
}

/** The sheets of a workbook in order, without reading their cells. */
async function sheetNames(data: Uint8Array): Promise<SheetName[]> {
	const { readXlsx } = await import("hucre/xlsx");
	const sheets: SheetName[] = [];
	await readXlsx(data, {
		sheets: (info) => {
			sheets.push({
				name: info.name,
				hidden: info.hidden === true || info.veryHidden === true,
			});
			return false;
		},
	});
	return sheets;
}

async function* records(
	data: Uint8Array,
	sheet: number,
	at: Place,
): AsyncGenerator<RawRecord> {
	const { streamXlsxRows } = await import("hucre/xlsx");
	try {
		for await (const row of streamXlsxRows(data, { sheet }))
			yield { row: row.index + 1, cells: row.values.map(cellText) };
	} catch (error) {
		refuseUnreadable(error, at);
	}
}

/** One sheet: its head is read when it is offered, the rest of the same stream when it is staged. */
async function openSheet(
	path: string,
	data: Uint8Array,
	index: number,
	sheet: string,
	scratch: string,
	vetted: VettedPart | undefined,
	at: Place,
): Promise<RawTable & { close(): Promise<void> }> {
	const rows = records(data, index, at);
	const head: RawRecord[] = [];
	while (head.length < HEAD_RECORDS) {
		const next = await rows.next();
		if (next.done === true) break;
		head.push(next.value);
	}
	const all = async function* () {
		yield* head;
		yield* rows;
	};
	return {
		format: "xlsx",
		sheet,
		head,
		...(vetted === undefined || vetted.uncalculated === 0
			? {}
			: {
					warnings: [
						problem(
							"formulas-empty",
							{ ...at, sheet },
							{ cells: vetted.uncalculated },
						),
					],
				}),
		...usualWidth(vetted?.columns),
		stage: (width) => stageSheet(all(), scratch, index, width, vetted?.rows),
		merged: (columns) => mergedDown(path, sheet, columns),
		close: async () => {
			await rows.return(undefined);
		},
	};
}

/** What was seen of a sheet when the package was looked through. */
async function vettedSheet(
	path: string,
	sheet: string,
	parts: ReadonlyMap<string, VettedPart>,
): Promise<VettedPart | undefined> {
	const zip = await ZipFile.open(path);
	try {
		return parts.get((await sheetPart(zip, sheet)) ?? "");
	} finally {
		await zip.close();
	}
}

async function* read(
	request: ReadRequest,
): AsyncGenerator<RawTable | SkippedSheet> {
	const { path, source, scratch, at, known } = request;
	const data = await readFile(path);
	if (data.length === 0) refuse("file-empty", at);
	try {
		const parts = await vetPackage(path, at);
		const sheets = await sheetNames(data);
		if (
			source.sheet !== undefined &&
			!sheets.some((sheet) => sheet.name === source.sheet)
		)
			refuse("sheet-missing", at, {
				sheet: source.sheet,
				sheets: sheets.map((sheet) => sheet.name).join("、"),
			});
		for (const [index, { name, hidden }] of sheets.entries()) {
			if (source.sheet !== undefined && name !== source.sheet) continue;
			if (known(name)) continue;
			if (hidden && source.sheet === undefined) {
				yield { sheet: name, reason: "工作表是隐藏的" };
				continue;
			}
			const table = await openSheet(
				path,
				data,
				index,
				name,
				scratch,
				await vettedSheet(path, name, parts),
				at,
			);
			try {
				yield table;
			} finally {
				await table.close();
			}
		}
	} catch (error) {
		if (error instanceof Refusal) throw error;
		if (error instanceof Error && error.name === "EncryptedFileError")
			refuse("format-unsupported", at, {
				format: "有密码的 Excel 文件",
				advice: "去掉密码后另存为 .xlsx 再放回。",
			});
		refuseUnreadable(error, at);
	}
}

/** Excel workbooks. Only this file and xlsx-text.ts know the library, which is loaded when it is needed. */
export const xlsxReader: Reader = { format: "xlsx", read };

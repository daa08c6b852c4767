import { writeXlsx } from "hucre/xlsx";
import type { Sheet } from "./sheet.ts";
import { repack } from "./zip.ts";

const made = new Date(Date.UTC(2026, 6, 1));

/** An Excel workbook, the same to the byte for the same sheets. */
export async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
	const bytes = await writeXlsx({
		properties: { created: made, modified: made },
		sheets: sheets.map((sheet) => ({
			name: sheet.name,
			rows: sheet.lines.map((line) => line.cells),
			merges: sheet.merges.map((merge) => ({
				startRow: merge.row,
				startCol: merge.column,
				endRow: merge.toRow,
				endCol: merge.toColumn,
			})),
		})),
	});
	return repack(bytes);
}

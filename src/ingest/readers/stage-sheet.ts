import { join } from "node:path";
import { CanonicalWriter } from "./canonical.ts";
import type { RawRecord, StagedTable } from "./types.ts";

/** Between the cells of a row that is shown as one text. */
const JOINT = "\t";

/**
 * Puts the rows of a sheet where DuckDB can read them: a row has as many cells as it likes.
 * @param index of the sheet in its workbook
 * @param counted rows that another count of the sheet gave; left out: those that come
 */
export async function stageSheet(
	records: Iterable<RawRecord> | AsyncIterable<RawRecord>,
	scratch: string,
	index: number,
	width: number,
	counted?: number,
): Promise<StagedTable> {
	const writer = new CanonicalWriter(join(scratch, `sheet${index}.txt`), width);
	try {
		for await (const { row, cells } of records)
			writer.write(row, undefined, width, cells, JOINT);
	} catch (error) {
		writer.abandon();
		throw error;
	}
	return {
		sql: writer.finish(),
		records: counted ?? writer.records,
		blankTail: 0,
		ragged: false,
		joint: JOINT,
	};
}

import { createWriteStream, mkdirSync, rmSync } from "node:fs";
import { stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { MOST_RATIO, MOST_UNPACKED, SMALL } from "../archive/limits.ts";
import { membersOf } from "../archive/names.ts";
import { ZipFault, ZipFile } from "../archive/zip.ts";
import { refuse } from "../refusal.ts";
import type {
	FindReader,
	RawTable,
	ReadRequest,
	SkippedSheet,
} from "./types.ts";

/** The sheet of a table inside an archive: the file, and its sheet where it has several. */
function sheetName(member: string, sheet: string | undefined): string {
	return sheet === undefined ? member : `${member}：${sheet}`;
}

/**
 * A zip archive: every file in it is read as if it lay in sources by itself, one after the other. In
 * addresses the name inside the archive stands where a workbook has its sheet.
 */
export async function* readZip(
	request: ReadRequest,
	readerOf: FindReader,
): AsyncGenerator<RawTable | SkippedSheet> {
	const { path, scratch, at, known } = request;
	let zip: ZipFile | undefined;
	try {
		zip = await ZipFile.open(path);
		const members = membersOf(zip.entries, at);
		if (members.length === 0) refuse("file-empty", at);
		let left = MOST_UNPACKED;
		for (const [index, { name, entry }] of members.entries()) {
			const folder = join(scratch, `member${index}`);
			mkdirSync(folder, { mode: 0o700 });
			const inner = join(folder, `unpacked${extname(name).slice(0, 9)}`);
			const most = Math.min(
				left,
				Math.max(SMALL, entry.compressed * MOST_RATIO),
			);
			await pipeline(
				Readable.from(zip.stream(entry, most)),
				createWriteStream(inner, { mode: 0o600 }),
			);
			left -= (await stat(inner)).size;
			const place = { ...at, sheet: name };
			const reader = await readerOf({ path: inner, at: place });
			const tables = reader.read({
				...request,
				path: inner,
				scratch: folder,
				at: place,
				known: (sheet) => known(sheetName(name, sheet)),
			});
			for await (const table of tables)
				yield { ...table, sheet: sheetName(name, table.sheet) };
			rmSync(folder, { recursive: true, force: true });
		}
	} catch (error) {
		if (error instanceof ZipFault)
			refuse("archive-unreadable", at, { reason: error.message });
		throw error;
	} finally {
		await zip?.close();
	}
}

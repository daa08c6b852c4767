/**
 * Writes Excel 97 workbooks ([MS-XLS], BIFF8) in their container ([MS-CFB]), as far as a table of texts
 * needs them: no library that is kept writes this format.
 */

const SECTOR = 512;
const FREE = 0xffffffff;
const END = 0xfffffffe;
const FAT = 0xfffffffd;
/** The longest data of a record. */
const LONGEST = 8224;

const u16 = (...values: number[]) => {
	const bytes = Buffer.alloc(values.length * 2);
	values.forEach((value, i) => {
		bytes.writeUInt16LE(value, i * 2);
	});
	return bytes;
};
const u32 = (...values: number[]) => {
	const bytes = Buffer.alloc(values.length * 4);
	values.forEach((value, i) => {
		bytes.writeUInt32LE(value >>> 0, i * 4);
	});
	return bytes;
};

function record(id: number, ...data: Buffer[]): Buffer {
	const body = Buffer.concat(data);
	return Buffer.concat([u16(id, body.length), body]);
}

/** The shared strings; a string that a record cannot hold goes on in the next, behind a byte for its width. */
function sharedStrings(texts: readonly string[]): Buffer {
	const records: Buffer[] = [];
	let id = 0x00fc;
	let data: Buffer[] = [u32(texts.length, texts.length)];
	let length = 8;
	const close = () => {
		records.push(record(id, ...data));
		id = 0x003c;
		data = [];
		length = 0;
	};
	const put = (bytes: Buffer) => {
		data.push(bytes);
		length += bytes.length;
	};
	for (const text of texts) {
		if (length + 3 > LONGEST) close();
		put(Buffer.concat([u16(text.length), Buffer.from([1])]));
		for (let at = 0; at < text.length; ) {
			const room = (LONGEST - length) >> 1;
			if (room === 0) {
				close();
				put(Buffer.from([1]));
				continue;
			}
			put(Buffer.from(text.slice(at, at + room), "utf16le"));
			at += room;
		}
	}
	close();
	return Buffer.concat(records);
}

function workbook(name: string, rows: readonly (readonly string[])[]): Buffer {
	const begin = (kind: number) =>
		record(0x0809, u16(0x0600, kind, 0x0dbb, 0x07cc), u32(0, 0x0600));
	const end = record(0x000a);
	const texts = [...new Set(rows.flat())];
	const index = new Map(texts.map((text, i) => [text, i]));
	const sheetRecord = (at: number) =>
		record(
			0x0085,
			u32(at),
			u16(0),
			Buffer.from([name.length, 1]),
			Buffer.from(name, "utf16le"),
		);
	const before = [begin(0x0005)];
	const after = [sharedStrings(texts), end];
	const at = Buffer.concat([...before, sheetRecord(0), ...after]).length;
	return Buffer.concat([
		...before,
		sheetRecord(at),
		...after,
		begin(0x0010),
		...rows.flatMap((row, r) =>
			row.map((text, c) =>
				record(0x00fd, u16(r, c, 0), u32(index.get(text) ?? 0)),
			),
		),
		end,
	]);
}

function entry(
	name: string,
	type: number,
	child: number,
	start: number,
	size: number,
): Buffer {
	const bytes = Buffer.alloc(128);
	bytes.write(name, 0, "utf16le");
	bytes.writeUInt16LE(name === "" ? 0 : (name.length + 1) * 2, 64);
	bytes.writeUInt8(type, 66);
	bytes.writeUInt8(1, 67);
	u32(FREE, FREE, child).copy(bytes, 68);
	u32(start, size).copy(bytes, 116);
	return bytes;
}

/** A workbook with one sheet of texts. */
export function writeXls(
	sheet: string,
	rows: readonly (readonly string[])[],
): Buffer {
	const stream = workbook(sheet, rows);
	// A smaller stream would have to lie in sectors of another kind.
	const sectors = Math.max(8, Math.ceil(stream.length / SECTOR));
	let fats = 1;
	while (fats * (SECTOR / 4) < sectors + 1 + fats) fats++;
	const first = fats + 1;
	const table = new Array<number>(fats * (SECTOR / 4)).fill(FREE);
	table.fill(FAT, 0, fats);
	table[fats] = END;
	for (let i = 0; i < sectors; i++)
		table[first + i] = i === sectors - 1 ? END : first + i + 1;
	const header = Buffer.alloc(SECTOR, 0);
	Buffer.from("d0cf11e0a1b11ae1", "hex").copy(header);
	u16(0x3e, 3, 0xfffe, 9, 6).copy(header, 24);
	u32(0, fats, fats, 0, 4096, END, 0, END, 0).copy(header, 40);
	u32(...Array.from({ length: 109 }, (_, i) => (i < fats ? i : FREE))).copy(
		header,
		76,
	);
	const padded = Buffer.alloc(sectors * SECTOR);
	stream.copy(padded);
	return Buffer.concat([
		header,
		u32(...table),
		entry("Root Entry", 5, 1, END, 0),
		entry("Workbook", 2, FREE, first, padded.length),
		entry("", 0, FREE, 0, 0),
		entry("", 0, FREE, 0, 0),
		padded,
	]);
}

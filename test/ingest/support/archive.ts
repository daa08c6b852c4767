import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";

/** A file for a zip archive; `name` as bytes where it is not UTF-8. */
export interface Packed {
	name: string | Buffer;
	content: string | Uint8Array;
	/** Says in the archive that the name is UTF-8. */
	utf8?: boolean;
	/** A symbolic link. */
	link?: boolean;
	/** Sizes that the archive states instead of the true one. */
	stated?: number;
}

/** Packs a zip archive, also such as no packer makes. */
export function packZip(files: readonly Packed[]): Buffer {
	const locals: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const { name, content, utf8, link, stated } of files) {
		const rawName = Buffer.from(name);
		const raw = Buffer.from(content);
		const data = deflateRawSync(raw);
		const common = Buffer.alloc(26);
		common.writeUInt16LE(20, 0);
		common.writeUInt16LE(utf8 === true ? 0x800 : 0, 2);
		common.writeUInt16LE(8, 4);
		common.writeUInt32LE(crc32(raw), 10);
		common.writeUInt32LE(data.length, 14);
		common.writeUInt32LE(stated ?? raw.length, 18);
		common.writeUInt16LE(rawName.length, 22);
		const local = Buffer.concat([
			Buffer.from([0x50, 0x4b, 3, 4]),
			common,
			rawName,
			data,
		]);
		const tail = Buffer.alloc(14);
		tail.writeUInt32LE(link === true ? 0o120777 * 0x10000 : 0, 6);
		tail.writeUInt32LE(offset, 10);
		directory.push(
			Buffer.concat([
				Buffer.from([0x50, 0x4b, 1, 2, 20, link === true ? 3 : 0]),
				common,
				tail,
				rawName,
			]),
		);
		locals.push(local);
		offset += local.length;
	}
	const central = Buffer.concat(directory);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(files.length, 8);
	end.writeUInt16LE(files.length, 10);
	end.writeUInt32LE(central.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...locals, central, end]);
}

/** The entries of an archive that a library made (no comments, no 64-bit sizes), in order. */
export function unpackZip(
	bytes: Uint8Array,
): { name: string; content: Buffer }[] {
	const zip = Buffer.from(bytes);
	const end = zip.length - 22;
	const count = zip.readUInt16LE(end + 10);
	let at = zip.readUInt32LE(end + 16);
	return Array.from({ length: count }, () => {
		const nameLength = zip.readUInt16LE(at + 28);
		const local = zip.readUInt32LE(at + 42);
		const from =
			local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
		const data = zip.subarray(from, from + zip.readUInt32LE(at + 20));
		const entry = {
			name: zip.toString("utf8", at + 46, at + 46 + nameLength),
			content:
				zip.readUInt16LE(at + 10) === 0
					? data
					: Buffer.from(inflateRawSync(data)),
		};
		at +=
			46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
		return entry;
	});
}

/** The archive with the text of one entry changed. */
export function rewriteEntry(
	bytes: Uint8Array,
	entry: string,
	change: (text: string) => string,
): Buffer {
	return packZip(
		unpackZip(bytes).map(({ name, content }) => ({
			name,
			content: name === entry ? change(content.toString("utf8")) : content,
		})),
	);
}

import { type FileHandle, open } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, createInflateRaw } from "node:zlib";

/** One file inside a zip archive. */
export interface ZipEntry {
	/** The bytes of the name as the archive has them, and whether it declares them to be UTF-8. */
	rawName: Buffer;
	utf8: boolean;
	/** The name where nothing has to be guessed: UTF-8 or ASCII. */
	name: string;
	encrypted: boolean;
	/** A link of the file system that packed it. */
	link: boolean;
	method: number;
	/** Of the unpacked bytes. */
	crc: number;
	compressed: number;
	size: number;
	/** Of the local header. */
	offset: number;
}

/** An archive that is broken, or packed in a way that is not read. The message is for people. */
export class ZipFault extends Error {
	constructor(message: string) {
		super(message);
		this.name = "ZipFault";
	}
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end record with the longest comment. */
const TAIL = 22 + 65535 + 20;
/** A directory larger than this is made to fill the memory. */
const MAX_DIRECTORY = 64 << 20;
const STORED = 0;
const DEFLATED = 8;
const UNIX = 3;
const LINK_MODE = 0o120000;

async function readAt(
	handle: FileHandle,
	offset: number,
	length: number,
): Promise<Buffer> {
	const bytes = Buffer.alloc(length);
	let filled = 0;
	while (filled < length) {
		const { bytesRead } = await handle.read(
			bytes,
			filled,
			length - filled,
			offset + filled,
		);
		if (bytesRead === 0) throw new ZipFault("压缩包不完整，末尾缺了一段");
		filled += bytesRead;
	}
	return bytes;
}

/** Unpacks a stream; ends with the error of either side, and leaves none behind for nobody to hear. */
async function* inflated(
	packed: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
	const inflate = createInflateRaw({ chunkSize: 256 << 10 });
	const source = Readable.from(packed);
	// What goes wrong is thrown where the stream is read; a listener must still be there when it is not.
	const done = pipeline(source, inflate).catch(() => {});
	inflate.on("error", () => {});
	try {
		for await (const bytes of inflate) yield bytes as Buffer;
	} finally {
		inflate.destroy();
		source.destroy();
		await done;
	}
}

/** Sizes and offset of an entry beyond 4 GiB, from its extra field. */
function widen(entry: ZipEntry, extra: Buffer): void {
	for (let at = 0; at + 4 <= extra.length; ) {
		const id = extra.readUInt16LE(at);
		const length = extra.readUInt16LE(at + 2);
		if (id === 1) {
			let field = at + 4;
			for (const name of ["size", "compressed", "offset"] as const)
				if (entry[name] === 0xffffffff && field + 8 <= at + 4 + length) {
					entry[name] = Number(extra.readBigUInt64LE(field));
					field += 8;
				}
		}
		at += 4 + length;
	}
}

async function directory(
	handle: FileHandle,
	size: number,
): Promise<{ bytes: Buffer; count: number }> {
	const start = Math.max(0, size - TAIL);
	const tail = await readAt(handle, start, size - start);
	let at = tail.length - 22;
	while (at >= 0 && tail.readUInt32LE(at) !== END) at--;
	if (at < 0) throw new ZipFault("压缩包不完整，找不到目录");
	let count = tail.readUInt16LE(at + 10);
	let length = tail.readUInt32LE(at + 12);
	let offset = tail.readUInt32LE(at + 16);
	if (at >= 20 && tail.readUInt32LE(at - 20) === LOCATOR_64) {
		const where = Number(tail.readBigUInt64LE(at - 12));
		if (where + 56 > size) throw new ZipFault("压缩包的目录损坏");
		const wide = await readAt(handle, where, 56);
		if (wide.readUInt32LE(0) !== END_64) throw new ZipFault("压缩包的目录损坏");
		count = Number(wide.readBigUInt64LE(32));
		length = Number(wide.readBigUInt64LE(40));
		offset = Number(wide.readBigUInt64LE(48));
	}
	if (length > MAX_DIRECTORY) throw new ZipFault("压缩包的目录大得不正常");
	if (offset + length > size) throw new ZipFault("压缩包的目录损坏");
	return { bytes: await readAt(handle, offset, length), count };
}

/**
 * Reads zip archives by their directory, entry by entry, with bounded memory. Nothing is unpacked to
 * names that the archive chooses.
 */
export class ZipFile {
	readonly #handle: FileHandle;
	readonly entries: readonly ZipEntry[];

	private constructor(handle: FileHandle, entries: readonly ZipEntry[]) {
		this.#handle = handle;
		this.entries = entries;
	}

	/** Opens an archive. Throws ZipFault. */
	static async open(path: string): Promise<ZipFile> {
		const handle = await open(path, "r");
		try {
			const { size } = await handle.stat();
			const { bytes } = await directory(handle, size);
			const entries: ZipEntry[] = [];
			for (let at = 0; at + 46 <= bytes.length; ) {
				if (bytes.readUInt32LE(at) !== CENTRAL)
					throw new ZipFault("压缩包的目录损坏");
				const nameLength = bytes.readUInt16LE(at + 28);
				const extraLength = bytes.readUInt16LE(at + 30);
				const flags = bytes.readUInt16LE(at + 8);
				const rawName = bytes.subarray(at + 46, at + 46 + nameLength);
				const mode = bytes.readUInt32LE(at + 38) >>> 16;
				const entry: ZipEntry = {
					rawName,
					utf8: (flags & 0x800) !== 0,
					name: rawName.toString("utf8"),
					encrypted: (flags & 1) !== 0,
					link:
						bytes.readUInt8(at + 5) === UNIX && (mode & 0o170000) === LINK_MODE,
					method: bytes.readUInt16LE(at + 10),
					crc: bytes.readUInt32LE(at + 16),
					compressed: bytes.readUInt32LE(at + 20),
					size: bytes.readUInt32LE(at + 24),
					offset: bytes.readUInt32LE(at + 42),
				};
				widen(
					entry,
					bytes.subarray(
						at + 46 + nameLength,
						at + 46 + nameLength + extraLength,
					),
				);
				entries.push(entry);
				at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
			}
			return new ZipFile(handle, entries);
		} catch (error) {
			await handle.close();
			if (error instanceof RangeError) throw new ZipFault("压缩包的目录损坏");
			throw error;
		}
	}

	/** The bytes of an entry as they are unpacked; ends with ZipFault beyond `most` bytes. */
	async *stream(entry: ZipEntry, most: number): AsyncGenerator<Buffer> {
		if (entry.encrypted) throw new ZipFault("压缩包有密码");
		if (entry.method !== STORED && entry.method !== DEFLATED)
			throw new ZipFault(`压缩方法 ${entry.method} 不能读`);
		const header = await readAt(this.#handle, entry.offset, 30);
		if (header.readUInt32LE(0) !== LOCAL) throw new ZipFault("压缩包损坏");
		const from =
			entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
		const handle = this.#handle;
		const packed = async function* (): AsyncGenerator<Buffer> {
			for (let at = 0; at < entry.compressed; at += 1 << 20)
				yield await readAt(
					handle,
					from + at,
					Math.min(1 << 20, entry.compressed - at),
				);
		};
		const unpacked: AsyncIterable<Buffer> =
			entry.method === STORED ? packed() : inflated(packed());
		let total = 0;
		let crc = 0;
		try {
			for await (const bytes of unpacked) {
				total += bytes.length;
				if (total > most) throw new ZipFault("压缩包解开后大得不正常");
				crc = crc32(bytes, crc);
				yield bytes;
			}
			if (crc !== entry.crc) throw new ZipFault("压缩包损坏，校验码不符");
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code?.startsWith("Z_"))
				throw new ZipFault("压缩包损坏，解不开");
			throw error;
		}
	}

	/** A whole small entry; undefined when there is none of that name. */
	async text(name: string, most: number): Promise<string | undefined> {
		const entry = this.entries.find((item) => item.name === name);
		if (entry === undefined) return undefined;
		const chunks: Buffer[] = [];
		for await (const bytes of this.stream(entry, most)) chunks.push(bytes);
		return Buffer.concat(chunks).toString("utf8");
	}

	async close(): Promise<void> {
		await this.#handle.close();
	}
}

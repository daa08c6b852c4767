import { closeSync, openSync, writeSync } from "node:fs";
import { crc32, inflateRawSync } from "node:zlib";
import { Deflater, deflate } from "./deflate.ts";

interface Entry {
	name: Uint8Array;
	data: Uint8Array;
}

/**
 * Packs a zip file again with fixed times and our own deflate, so that its bytes depend on its
 * contents only and not on the zlib of the machine.
 */
export function repack(zip: Uint8Array): Uint8Array {
	return write(read(zip));
}

function read(zip: Uint8Array): Entry[] {
	const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
	let end = zip.length - 22;
	while (view.getUint32(end, true) !== 0x06054b50) end--;
	const count = view.getUint16(end + 10, true);
	let at = view.getUint32(end + 16, true);
	const entries: Entry[] = [];
	for (let i = 0; i < count; i++) {
		const method = view.getUint16(at + 10, true);
		const packed = view.getUint32(at + 20, true);
		const nameLength = view.getUint16(at + 28, true);
		const skip = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
		const local = view.getUint32(at + 42, true);
		const from =
			local +
			30 +
			view.getUint16(local + 26, true) +
			view.getUint16(local + 28, true);
		const body = zip.subarray(from, from + packed);
		entries.push({
			name: zip.slice(at + 46, at + 46 + nameLength),
			data: method === 0 ? body : inflateRawSync(body),
		});
		at += 46 + nameLength + skip;
	}
	return entries;
}

// 1980-01-01 00:00, the first moment that the format can say.
const time = 0;
const date = 0x21;

function write(entries: readonly Entry[]): Uint8Array {
	const chunks: Uint8Array[] = [];
	const directory: Uint8Array[] = [];
	let offset = 0;
	for (const { name, data } of entries) {
		const packed = deflate(data);
		const { local, central } = headers(name, {
			crc: crc32(data),
			packed: packed.length,
			size: data.length,
			offset,
		});
		chunks.push(local, packed);
		directory.push(central);
		offset += local.length + packed.length;
	}
	return Buffer.concat([...chunks, ...directory, tail(directory, offset)]);
}

interface Sizes {
	crc: number;
	packed: number;
	size: number;
	/** Where the local header stands. */
	offset: number;
}

function headers(
	name: Uint8Array,
	{ crc, packed, size, offset }: Sizes,
): { local: Uint8Array; central: Uint8Array } {
	const local = new Uint8Array(30 + name.length);
	const central = new Uint8Array(46 + name.length);
	const l = new DataView(local.buffer);
	const c = new DataView(central.buffer);
	l.setUint32(0, 0x04034b50, true);
	c.setUint32(0, 0x02014b50, true);
	c.setUint16(4, 20, true);
	for (const [head, shift] of [
		[l, 4],
		[c, 6],
	] as const) {
		head.setUint16(shift, 20, true);
		head.setUint16(shift + 4, 8, true);
		head.setUint16(shift + 6, time, true);
		head.setUint16(shift + 8, date, true);
		head.setUint32(shift + 10, crc, true);
		head.setUint32(shift + 14, packed, true);
		head.setUint32(shift + 18, size, true);
		head.setUint16(shift + 22, name.length, true);
	}
	c.setUint32(42, offset, true);
	local.set(name, 30);
	central.set(name, 46);
	return { local, central };
}

function tail(directory: readonly Uint8Array[], offset: number): Uint8Array {
	const end = new Uint8Array(22);
	const t = new DataView(end.buffer);
	t.setUint32(0, 0x06054b50, true);
	t.setUint16(8, directory.length, true);
	t.setUint16(10, directory.length, true);
	t.setUint32(
		12,
		directory.reduce((sum, part) => sum + part.length, 0),
		true,
	);
	t.setUint32(16, offset, true);
	return end;
}

/** A zip file that is written piece by piece; what it says of an entry is filled in when that has been written. */
export class ZipFile {
	readonly #file: number;
	readonly #directory: Uint8Array[] = [];
	#offset = 0;

	constructor(path: string) {
		this.#file = openSync(path, "w");
	}

	add(name: string, pieces: Iterable<Uint8Array>): void {
		const named = Buffer.from(name, "utf8");
		const at: Sizes = { crc: 0, packed: 0, size: 0, offset: this.#offset };
		this.#put(headers(named, at).local);
		const deflater = new Deflater(1 << 20);
		const put = (bytes: Uint8Array) => {
			at.packed += bytes.length;
			this.#put(bytes);
		};
		for (const piece of pieces) {
			at.crc = crc32(piece, at.crc);
			at.size += piece.length;
			put(deflater.block(piece, false));
		}
		put(deflater.block(new Uint8Array(0), true));
		const { local, central } = headers(named, at);
		writeSync(this.#file, local, 0, local.length, at.offset);
		this.#directory.push(central);
	}

	/** @returns the size of the file */
	close(): number {
		const end = tail(this.#directory, this.#offset);
		for (const bytes of [...this.#directory, end]) this.#put(bytes);
		closeSync(this.#file);
		return this.#offset;
	}

	#put(bytes: Uint8Array): void {
		writeSync(this.#file, bytes, 0, bytes.length, this.#offset);
		this.#offset += bytes.length;
	}
}

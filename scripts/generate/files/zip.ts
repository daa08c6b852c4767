import { crc32, inflateRawSync } from "node:zlib";
import { deflate } from "./deflate.ts";

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
			head.setUint32(shift + 10, crc32(data), true);
			head.setUint32(shift + 14, packed.length, true);
			head.setUint32(shift + 18, data.length, true);
			head.setUint16(shift + 22, name.length, true);
		}
		c.setUint32(42, offset, true);
		local.set(name, 30);
		central.set(name, 46);
		chunks.push(local, packed);
		directory.push(central);
		offset += local.length + packed.length;
	}
	const size = directory.reduce((sum, part) => sum + part.length, 0);
	const tail = new Uint8Array(22);
	const t = new DataView(tail.buffer);
	t.setUint32(0, 0x06054b50, true);
	t.setUint16(8, entries.length, true);
	t.setUint16(10, entries.length, true);
	t.setUint32(12, size, true);
	t.setUint32(16, offset, true);
	return Buffer.concat([...chunks, ...directory, tail]);
}

import { type FileHandle, open } from "node:fs/promises";

/** Small enough for its text to stay in the processor's cache while it is looked at. */
const BLOCK = 1 << 20;

/** A record longer than this is not a record. */
export const MAX_RECORD_BYTES = 32 << 20;

/** A stretch of a file. */
export interface Block {
	bytes: Buffer;
	/** Where it begins in the file. */
	offset: number;
}

/** A line that does not end within MAX_RECORD_BYTES. */
export class LineTooLong extends Error {
	readonly offset: number;

	constructor(offset: number) {
		super("line too long");
		this.offset = offset;
	}
}

async function readFully(
	handle: FileHandle,
	into: Buffer,
	at: number,
): Promise<number> {
	let filled = 0;
	while (filled < into.length) {
		const { bytesRead } = await handle.read(
			into,
			filled,
			into.length - filled,
			at + filled,
		);
		if (bytesRead === 0) break;
		filled += bytesRead;
	}
	return filled;
}

export const LINE_FEED = 10;
/** What a JSON text on a single line can be cut at. */
export const COMMA = 44;

/** So many bytes hold a block of a file and show where the file ends: a small file gets a small buffer. */
async function roomFor(handle: FileHandle, skip: number): Promise<number> {
	const { size } = await handle.stat();
	return Math.max(2, Math.min(BLOCK, size - skip + 1));
}

/**
 * Reads a file in blocks that end at a line feed (the last one at the end of the file). The bytes of a
 * block hold until the next one is asked for.
 * @param skip bytes to leave out at the start (a byte order mark)
 * @param end the byte at which blocks end
 */
export async function* lineBlocks(
	path: string,
	skip = 0,
	end: typeof LINE_FEED | typeof COMMA = LINE_FEED,
): AsyncGenerator<Block> {
	const handle = await open(path, "r");
	try {
		const step = await roomFor(handle, skip);
		let offset = skip;
		// One buffer serves all blocks: what is left of a line moves to its start, and it grows with long lines.
		let buffer: Buffer = Buffer.allocUnsafe(step);
		let kept = 0;
		for (;;) {
			if (buffer.length - kept < step) {
				const larger = Buffer.allocUnsafe(kept + step);
				buffer.copy(larger, 0, 0, kept);
				buffer = larger;
			}
			const room = buffer.subarray(kept, kept + step);
			const filled = await readFully(handle, room, offset + kept);
			const bytes = buffer.subarray(0, kept + filled);
			if (filled < step) {
				if (bytes.length > 0) yield { bytes, offset };
				return;
			}
			const length = bytes.lastIndexOf(end) + 1;
			if (length === 0 && bytes.length > MAX_RECORD_BYTES)
				throw new LineTooLong(offset);
			if (length > 0) yield { bytes: bytes.subarray(0, length), offset };
			kept = bytes.length - length;
			buffer.copyWithin(0, length, bytes.length);
			offset += length;
		}
	} finally {
		await handle.close();
	}
}

/** Reads a file in blocks of an even number of bytes, for UTF-16. */
export async function* evenBlocks(
	path: string,
	skip: number,
): AsyncGenerator<Block> {
	const handle = await open(path, "r");
	try {
		const step = (await roomFor(handle, skip)) & ~1;
		for (let offset = skip; ; offset += step) {
			const bytes = Buffer.allocUnsafe(step);
			const filled = await readFully(handle, bytes, offset);
			if (filled > 0) yield { bytes: bytes.subarray(0, filled), offset };
			if (filled < step) return;
		}
	} finally {
		await handle.close();
	}
}

/** The first bytes of a file, or those from an offset on. */
export async function fileHead(
	path: string,
	length: number,
	offset = 0,
): Promise<Buffer> {
	const handle = await open(path, "r");
	try {
		const bytes = Buffer.allocUnsafe(
			Math.min(length, await roomFor(handle, offset)),
		);
		return bytes.subarray(0, await readFully(handle, bytes, offset));
	} finally {
		await handle.close();
	}
}

/** The physical line, from 1, on which an offset of a file lies (lines end in a line feed byte). */
export async function lineAt(path: string, offset: number): Promise<number> {
	let line = 1;
	try {
		for await (const block of lineBlocks(path)) {
			if (block.offset > offset) break;
			const end = Math.min(block.bytes.length, offset - block.offset);
			for (
				let at = block.bytes.indexOf(10);
				at >= 0 && at < end;
				at = block.bytes.indexOf(10, at + 1)
			)
				line++;
		}
	} catch (error) {
		// The line that never ends is the one that was asked for.
		if (!(error instanceof LineTooLong)) throw error;
	}
	return line;
}

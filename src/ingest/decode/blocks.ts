import { type FileHandle, open } from "node:fs/promises";

const BLOCK = 4 << 20;

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

/**
 * Reads a file in blocks that end at a line feed (the last one at the end of the file).
 * In UTF-8, GB18030 and Big5 a line feed byte is never part of another character, so each block
 * can be decoded by itself. The bytes of a block hold until the next one is asked for. Throws LineTooLong.
 * @param skip bytes to leave out at the start (a byte order mark)
 */
export async function* lineBlocks(
	path: string,
	skip = 0,
): AsyncGenerator<Block> {
	const handle = await open(path, "r");
	try {
		let offset = skip;
		// One buffer serves all blocks: what is left of a line moves to its start, and it grows with long lines.
		let buffer: Buffer = Buffer.allocUnsafe(BLOCK);
		let kept = 0;
		for (;;) {
			if (buffer.length - kept < BLOCK) {
				const larger = Buffer.allocUnsafe(kept + BLOCK);
				buffer.copy(larger, 0, 0, kept);
				buffer = larger;
			}
			const room = buffer.subarray(kept, kept + BLOCK);
			const filled = await readFully(handle, room, offset + kept);
			const bytes = buffer.subarray(0, kept + filled);
			if (filled < BLOCK) {
				if (bytes.length > 0) yield { bytes, offset };
				return;
			}
			const end = bytes.lastIndexOf(10) + 1;
			if (end === 0 && bytes.length > MAX_RECORD_BYTES)
				throw new LineTooLong(offset);
			if (end > 0) yield { bytes: bytes.subarray(0, end), offset };
			kept = bytes.length - end;
			buffer.copyWithin(0, end, bytes.length);
			offset += end;
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
		for (let offset = skip; ; offset += BLOCK) {
			const bytes = Buffer.allocUnsafe(BLOCK);
			const filled = await readFully(handle, bytes, offset);
			if (filled > 0) yield { bytes: bytes.subarray(0, filled), offset };
			if (filled < BLOCK) return;
		}
	} finally {
		await handle.close();
	}
}

/** The first bytes of a file. */
export async function fileHead(path: string, length: number): Promise<Buffer> {
	const handle = await open(path, "r");
	try {
		const bytes = Buffer.alloc(length);
		return bytes.subarray(0, await readFully(handle, bytes, 0));
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

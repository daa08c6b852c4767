import { isUtf8 } from "node:buffer";
import type { Place } from "../../errors/index.ts";
import { Refusal, refuse } from "../refusal.ts";
import {
	type Block,
	type COMMA,
	evenBlocks,
	fileHead,
	LINE_FEED,
	LineTooLong,
	lineAt,
	lineBlocks,
	MAX_RECORD_BYTES,
} from "./blocks.ts";
import { CopyWriter } from "./copy.ts";
import {
	byteOrderMark,
	type EncodingName,
	encodings,
	firstBadByte,
	GROWTH,
	highBytes,
} from "./encodings.ts";
import { type Judge, LOOK_BYTES, likelyEncodings } from "./likely.ts";

/** Takes the text of a file as UTF-8, block by block, in order; the bytes hold until the next block. */
export interface TextSink {
	push(utf8: Buffer): void;
	/**
	 * What a copy is to hold in place of the block that was pushed last. Where a sink has this, a copy is
	 * made in every encoding.
	 */
	copied?(utf8: Buffer): Buffer;
}

/** A file as UTF-8. */
export interface Decoded<Sink extends TextSink> {
	encoding: EncodingName;
	/** The file itself, or the UTF-8 copy that was made of it. */
	path: string;
	/** Bytes before the text at the start of `path`. */
	skip: number;
	sink: Sink;
}

interface Failure {
	encoding: EncodingName;
	offset: number;
}

/** So many bytes beyond ASCII that hold as UTF-8 cannot be another encoding by chance. */
const CERTAIN_PREFIX = 90;
/** The same for a single line of a GB18030 file. */
const CERTAIN_LINE = 24;

/**
 * Whether the first characters beyond ASCII of a line could be UTF-8: a lead byte with the bytes that
 * must follow it. Nearly every line of GB18030 fails here, without a look at the rest.
 */
function mayBeUtf8(bytes: Buffer, start: number, end: number): boolean {
	let i = start;
	while (i < end && (bytes[i] as number) < 0x80) i++;
	for (let character = 0; character < 3 && i + 2 < end; character++) {
		const lead = bytes[i] as number;
		if (lead < 0x80) {
			i++;
			continue;
		}
		const follow = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
		for (let k = 1; k <= follow && i + k < end; k++)
			if (((bytes[i + k] as number) & 0xc0) !== 0x80) return false;
		i += follow + 1;
	}
	return true;
}

/** The first line of a GB18030 block that is certainly UTF-8; -1 when there is none. */
function utf8LineIn(bytes: Buffer): number {
	for (let start = 0; start < bytes.length; ) {
		const feed = bytes.indexOf(10, start);
		const end = feed < 0 ? bytes.length : feed;
		if (end - start >= CERTAIN_LINE && mayBeUtf8(bytes, start, end)) {
			const line = bytes.subarray(start, end);
			if (isUtf8(line) && highBytes(line, CERTAIN_LINE) >= CERTAIN_LINE)
				return start;
		}
		start = end + 1;
	}
	return -1;
}

/** Bytes at the end of a UTF-16 block that belong to a pair which the next block completes. */
function halfPair(bytes: Buffer, encoding: EncodingName): number {
	if (bytes.length < 2) return 0;
	const high =
		encoding === "utf-16le" ? bytes[bytes.length - 1] : bytes[bytes.length - 2];
	return high !== undefined && high >= 0xd8 && high <= 0xdb ? 2 : 0;
}

async function* wholePairs(
	blocks: AsyncGenerator<Block>,
	encoding: EncodingName,
): AsyncGenerator<Block> {
	let carry: Buffer = Buffer.alloc(0);
	let last: Block | undefined;
	for await (const block of blocks) {
		const bytes = Buffer.concat([carry, block.bytes]);
		const offset = block.offset - carry.length;
		const keep = halfPair(bytes, encoding);
		carry = bytes.subarray(bytes.length - keep);
		last = { bytes: carry, offset: offset + bytes.length - keep };
		yield { bytes: bytes.subarray(0, bytes.length - keep), offset };
	}
	if (last !== undefined && last.bytes.length > 0) yield last;
}

/**
 * Reads the whole file under one encoding.
 * @returns the file as UTF-8, or where it stops being valid
 */
async function attempt<Sink extends TextSink>(
	path: string,
	encoding: EncodingName,
	skip: number,
	copy: string,
	sink: Sink,
	at: Place,
	end: typeof LINE_FEED | typeof COMMA,
): Promise<Decoded<Sink> | Failure> {
	const rule = encodings[encoding];
	const writer =
		encoding === "utf-8" && sink.copied === undefined
			? undefined
			: await CopyWriter.open(copy);
	let into = Buffer.alloc(0);
	const blocks = rule.lines
		? lineBlocks(path, skip, end)
		: wholePairs(evenBlocks(path, skip), encoding);
	try {
		for await (const { bytes, offset } of blocks) {
			if (rule.name !== "utf-8" && into.length < GROWTH * bytes.length)
				into = Buffer.allocUnsafe(GROWTH * bytes.length);
			const utf8 = rule.toUtf8(bytes, into);
			if (utf8 === undefined)
				return { encoding, offset: offset + firstBadByte(bytes, encoding) };
			if (rule.name === "gb18030") {
				const line = utf8LineIn(bytes);
				if (line >= 0)
					refuse("encoding-mixed", at, {
						encoding: "GB18030",
						offset: offset + line,
						line: await lineAt(path, offset + line),
					});
			}
			sink.push(utf8);
			await writer?.write(sink.copied?.(utf8) ?? utf8);
		}
		await writer?.flush();
	} finally {
		await writer?.close();
	}
	return writer === undefined
		? { encoding, path, skip, sink }
		: { encoding, path: copy, skip: 0, sink };
}

async function holdsMuchUtf8(
	path: string,
	offset: number,
	end: typeof LINE_FEED | typeof COMMA,
): Promise<boolean> {
	let count = 0;
	for await (const block of lineBlocks(path, 0, end)) {
		if (block.offset >= offset) break;
		const part = block.bytes.subarray(0, Math.max(0, offset - block.offset));
		count += highBytes(part, CERTAIN_PREFIX - count);
		if (count >= CERTAIN_PREFIX) return true;
	}
	return false;
}

/**
 * Decides the encoding of a text file from all its bytes and gives its text as UTF-8: a byte order
 * mark, else strict UTF-8, else strict GB18030, or what the start of the file shows to be another
 * (likely.ts); never a guess. Memory stays bounded for any size.
 * Refuses with the offset and the line where the file stops being valid, or changes its encoding.
 * @param declared the encoding that the source states; no other is tried then
 * @param copy where a UTF-8 copy may be written
 * @param sink makes a fresh receiver of the text for each encoding that is tried
 * @param judge counts the headings that a text has
 * @param end the byte at which the file may be cut
 */
export async function decodeText<Sink extends TextSink>(
	path: string,
	declared: EncodingName | undefined,
	copy: string,
	sink: () => Sink,
	at: Place,
	judge: Judge = () => 0,
	end: typeof LINE_FEED | typeof COMMA = LINE_FEED,
): Promise<Decoded<Sink>> {
	const head = await fileHead(path, LOOK_BYTES);
	const mark = byteOrderMark(head);
	let candidates = likelyEncodings(head, declared, judge, at);
	const failures: Failure[] = [];
	try {
		for (let i = 0; i < candidates.length; i++) {
			const encoding = candidates[i] as EncodingName;
			const skip =
				mark !== undefined &&
				encodings[mark.encoding].name === encodings[encoding].name
					? mark.length
					: 0;
			const read = await attempt(path, encoding, skip, copy, sink(), at, end);
			if ("sink" in read) return read;
			failures.push(read);
			// A start in plain ASCII says nothing: what comes where it ends is looked at instead.
			if (encoding === "utf-8" && i === 0 && highBytes(head, 1) === 0)
				candidates = [
					encoding,
					...likelyEncodings(
						await fileHead(path, LOOK_BYTES, read.offset),
						declared,
						judge,
						at,
					).filter((name) => name !== encoding),
				];
			if (
				candidates.length > 1 &&
				encoding === "utf-8" &&
				(await holdsMuchUtf8(path, read.offset, end))
			)
				refuse("encoding-mixed", at, {
					encoding: "UTF-8",
					offset: read.offset,
					line: await lineAt(path, read.offset),
				});
		}
	} catch (error) {
		if (error instanceof LineTooLong)
			refuse("record-too-long", at, {
				line: await lineAt(path, error.offset),
				megabytes: MAX_RECORD_BYTES >> 20,
			});
		throw error;
	}
	const [first, second] = failures;
	if (first === undefined) throw new Refusal([]);
	if (second === undefined)
		return refuse(
			declared === undefined ? "encoding-mixed" : "encoding-declared",
			at,
			{
				encoding: first.encoding.toUpperCase(),
				offset: first.offset,
				line: await lineAt(path, first.offset),
			},
		);
	return refuse("encoding-unknown", at, {
		utf8Offset: first.offset,
		utf8Line: await lineAt(path, first.offset),
		gbOffset: second.offset,
		gbLine: await lineAt(path, second.offset),
	});
}

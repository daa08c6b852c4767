import { isUtf8 } from "node:buffer";

/** How the bytes of one encoding become UTF-8. */
export interface Encoding {
	/** As the part manifest and the setting `encoding:` name it. */
	name: string;
	/** Blocks can be cut at line feed bytes. */
	lines: boolean;
	/**
	 * UTF-8 bytes of a block that stands for itself; undefined when it is not valid.
	 * @param into where they may be put: GROWTH times as long as the block
	 */
	toUtf8(bytes: Buffer, into: Buffer): Buffer | undefined;
}

/** No character takes more than so many times the bytes that it has in its own encoding. */
export const GROWTH = 2;

/** Text is decoded in pieces of this size: their strings live in the processor's cache and die young. */
const PIECE = 64 << 10;
const LINE_FEED = 10;

/** Where the piece ends that begins at an offset: behind a line feed, or with the block. */
function endOfPiece(bytes: Buffer, start: number): number {
	if (bytes.length - start <= PIECE) return bytes.length;
	const before = bytes.lastIndexOf(LINE_FEED, start + PIECE);
	const at = before >= start ? before : bytes.indexOf(LINE_FEED, start + PIECE);
	return at < 0 ? bytes.length : at + 1;
}

function byDecoder(name: string, label: string, lines: boolean): Encoding {
	return {
		name,
		lines,
		toUtf8(bytes, into) {
			const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
			let filled = 0;
			try {
				for (let start = 0; start < bytes.length; ) {
					const end = lines ? endOfPiece(bytes, start) : bytes.length;
					filled += into.write(
						decoder.decode(bytes.subarray(start, end)),
						filled,
						"utf8",
					);
					start = end;
				}
			} catch {
				return undefined;
			}
			return into.subarray(0, filled);
		},
	};
}

/** Every encoding that a source may have; gbk is read as its superset. */
export const encodings = {
	"utf-8": {
		name: "utf-8",
		lines: true,
		toUtf8: (bytes: Buffer) => (isUtf8(bytes) ? bytes : undefined),
	},
	gb18030: byDecoder("gb18030", "gb18030", true),
	gbk: byDecoder("gb18030", "gb18030", true),
	big5: byDecoder("big5", "big5", true),
	"utf-16le": byDecoder("utf-16le", "utf-16le", false),
	"utf-16be": byDecoder("utf-16be", "utf-16be", false),
} satisfies Record<string, Encoding>;

export type EncodingName = keyof typeof encodings;

/** Byte order marks, the longest first. */
const marks: { bytes: readonly number[]; encoding: EncodingName }[] = [
	{ bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
	{ bytes: [0x84, 0x31, 0x95, 0x33], encoding: "gb18030" },
	{ bytes: [0xff, 0xfe], encoding: "utf-16le" },
	{ bytes: [0xfe, 0xff], encoding: "utf-16be" },
];

/** The encoding that a byte order mark declares, and how long the mark is. */
export function byteOrderMark(
	head: Buffer,
): { encoding: EncodingName; length: number } | undefined {
	const mark = marks.find(({ bytes }) =>
		bytes.every((byte, i) => head[i] === byte),
	);
	return mark && { encoding: mark.encoding, length: mark.bytes.length };
}

/**
 * Where in a block that is not valid the first character begins that is none.
 * Prefixes are tried with `stream`, so that a character cut by the prefix itself is no error.
 */
export function firstBadByte(bytes: Buffer, encoding: EncodingName): number {
	const label = encodings[encoding].name;
	const holds = (length: number, stream: boolean): boolean => {
		try {
			new TextDecoder(label, { fatal: true }).decode(
				bytes.subarray(0, length),
				{ stream },
			);
			return true;
		} catch {
			return false;
		}
	};
	let good = 0;
	let bad = bytes.length + 1;
	while (bad - good > 1) {
		const middle = (good + bad) >> 1;
		if (middle <= bytes.length && holds(middle, true)) good = middle;
		else bad = middle;
	}
	// The longest prefix may end inside the bad character; a character has four bytes at most.
	for (let end = good; end >= Math.max(0, good - 3); end--)
		if (holds(end, false)) return end;
	return good;
}

/** How many bytes of a text are not ASCII, counted up to a bound. */
export function highBytes(bytes: Buffer, bound: number): number {
	let count = 0;
	for (let i = 0; i < bytes.length && count < bound; i++)
		if ((bytes[i] as number) >= 0x80) count++;
	return count;
}

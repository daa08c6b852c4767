import type { TextSink } from "../decode/decode.ts";
import { LOOK_BYTES } from "../decode/likely.ts";
import { CsvScanner } from "./csv-scan.ts";

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const ZERO = 48;
/** More digits than a line number has, and the delimiter. */
const NUMBER_ROOM = 20;

/** Puts the number of each line in front of it, blank ones aside. */
class LineNumbers {
	readonly #delimiter: number;
	#line = 0;
	#lineBegins = true;
	#into: Buffer = Buffer.alloc(0);

	constructor(delimiter: string) {
		this.#delimiter = delimiter.charCodeAt(0);
	}

	#grow(length: number): Buffer {
		const larger = Buffer.allocUnsafe(2 * length);
		this.#into.copy(larger);
		this.#into = larger;
		return larger;
	}

	/** @returns the numbered text; it holds until the next call */
	number(text: Buffer): Buffer {
		let into = this.#into;
		let filled = 0;
		for (let start = 0; start < text.length; ) {
			const feed = text.indexOf(LINE_FEED, start);
			const end = feed < 0 ? text.length : feed + 1;
			const length = filled + end - start + NUMBER_ROOM;
			if (into.length < length) into = this.#grow(length);
			if (this.#lineBegins) {
				this.#line++;
				if (text[start] !== LINE_FEED && text[start] !== CARRIAGE_RETURN) {
					let digits = 1;
					for (let n = this.#line; n >= 10; n = Math.floor(n / 10)) digits++;
					for (let n = this.#line, at = filled + digits; at > filled; ) {
						into[--at] = ZERO + (n % 10);
						n = Math.floor(n / 10);
					}
					filled += digits;
					into[filled++] = this.#delimiter;
				}
			}
			into.set(text.subarray(start, end), filled);
			filled += end - start;
			this.#lineBegins = feed >= 0;
			start = end;
		}
		return into.subarray(0, filled);
	}
}

/**
 * Looks at the text of a CSV file as it streams by: counts its records and keeps its head. The copy of a
 * large file has the numbers of its lines: the engine then reads it with all threads, while numbers that
 * the engine gives keep it to one.
 */
export class CsvText implements TextSink {
	readonly scanner: CsvScanner;
	readonly copied?: (utf8: Buffer) => Buffer;
	#head: Buffer = Buffer.alloc(0);

	constructor(delimiter: string, numbered: boolean) {
		this.scanner = new CsvScanner(delimiter);
		if (numbered) {
			const lines = new LineNumbers(delimiter);
			this.copied = (utf8) => lines.number(utf8);
		}
	}

	push(utf8: Buffer): void {
		this.scanner.push(utf8);
		const wanted = LOOK_BYTES - this.#head.length;
		if (wanted > 0)
			this.#head = Buffer.concat([this.#head, utf8.subarray(0, wanted)]);
	}

	/** The first records as text; the last one may be cut. */
	head(): string {
		return new TextDecoder("utf-8").decode(this.#head, { stream: true });
	}
}

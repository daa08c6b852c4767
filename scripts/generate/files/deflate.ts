/**
 * DEFLATE (RFC 1951) with the fixed code and a short hash chain. zlib would pack tighter, but its
 * output differs between versions of Node and processors, and the sample must be the same to the byte.
 */
export function deflate(data: Uint8Array): Uint8Array {
	return new Deflater(data.length).block(data, true);
}

/** The same for data that comes piece by piece: each is a block of its own, and refers to no other. */
export class Deflater {
	readonly #bits: BitWriter;

	constructor(guess: number) {
		this.#bits = new BitWriter(guess);
	}

	/** What is whole bytes by now. */
	block(data: Uint8Array, last: boolean): Uint8Array {
		const bits = this.#bits;
		bits.write(last ? 1 : 0, 1);
		bits.write(1, 2);
		const head = new Int32Array(1 << 15).fill(-1);
		const previous = new Int32Array(data.length);
		const hashAt = (i: number) =>
			(((data[i] as number) << 10) ^
				((data[i + 1] as number) << 5) ^
				(data[i + 2] as number)) &
			0x7fff;
		const insert = (i: number) => {
			if (i + 2 >= data.length) return;
			const hash = hashAt(i);
			previous[i] = head[hash] as number;
			head[hash] = i;
		};
		let at = 0;
		while (at < data.length) {
			let best = 0;
			let distance = 0;
			if (at + 2 < data.length) {
				let candidate = head[hashAt(at)] as number;
				const longest = Math.min(258, data.length - at);
				for (
					let tries = 0;
					candidate >= 0 && at - candidate <= 32768 && tries < 32;
					tries++
				) {
					let length = 0;
					while (
						length < longest &&
						data[candidate + length] === data[at + length]
					)
						length++;
					if (length > best) {
						best = length;
						distance = at - candidate;
						if (length === longest) break;
					}
					candidate = previous[candidate] as number;
				}
			}
			if (best >= 3) {
				writeLength(bits, best);
				writeDistance(bits, distance);
				for (const end = at + best; at < end; at++) insert(at);
			} else {
				writeLiteral(bits, data[at] as number);
				insert(at++);
			}
		}
		writeLiteral(bits, 256);
		return bits.take(last);
	}
}

class BitWriter {
	#bytes: Uint8Array;
	#length = 0;
	#held = 0;
	#count = 0;

	constructor(guess: number) {
		this.#bytes = new Uint8Array(Math.max(64, guess));
	}

	/** Bits from the lowest on. */
	write(value: number, count: number): void {
		this.#held |= value << this.#count;
		this.#count += count;
		while (this.#count >= 8) {
			this.#push(this.#held & 255);
			this.#held >>>= 8;
			this.#count -= 8;
		}
	}

	/** Bits of a Huffman code: from the highest on. */
	code(value: number, count: number): void {
		let reversed = 0;
		for (let i = 0; i < count; i++)
			reversed |= ((value >> i) & 1) << (count - 1 - i);
		this.write(reversed, count);
	}

	#push(byte: number): void {
		if (this.#length === this.#bytes.length) {
			const wider = new Uint8Array(this.#bytes.length * 2);
			wider.set(this.#bytes);
			this.#bytes = wider;
		}
		this.#bytes[this.#length++] = byte;
	}

	/** The bytes that are full, at the end also the last. */
	take(last: boolean): Uint8Array {
		if (last && this.#count > 0) this.#push(this.#held & 255);
		const taken = this.#bytes.slice(0, this.#length);
		this.#length = 0;
		return taken;
	}
}

function writeLiteral(bits: BitWriter, symbol: number): void {
	if (symbol < 144) bits.code(0x30 + symbol, 8);
	else if (symbol < 256) bits.code(0x190 + symbol - 144, 9);
	else if (symbol < 280) bits.code(symbol - 256, 7);
	else bits.code(0xc0 + symbol - 280, 8);
}

const lengthBase = [
	3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67,
	83, 99, 115, 131, 163, 195, 227, 258,
];
const lengthExtra = [
	0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5,
	5, 5, 0,
];
const distanceBase = [
	1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769,
	1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
];
const distanceExtra = [
	0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11,
	11, 12, 12, 13, 13,
];

function writeLength(bits: BitWriter, length: number): void {
	const i = lastNotAbove(lengthBase, length);
	writeLiteral(bits, 257 + i);
	bits.write(length - (lengthBase[i] as number), lengthExtra[i] as number);
}

function writeDistance(bits: BitWriter, distance: number): void {
	const i = lastNotAbove(distanceBase, distance);
	bits.code(i, 5);
	bits.write(
		distance - (distanceBase[i] as number),
		distanceExtra[i] as number,
	);
}

function lastNotAbove(bases: readonly number[], value: number): number {
	let i = bases.length - 1;
	while ((bases[i] as number) > value) i--;
	return i;
}

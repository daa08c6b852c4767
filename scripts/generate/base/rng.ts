/**
 * A seeded generator of pseudo-random numbers (sfc32), so that the same seed gives the same bytes
 * on every machine. Only integer arithmetic: floating point functions differ between engines.
 */
export class Rng {
	readonly #seed: string;
	#a: number;
	#b: number;
	#c: number;
	#counter = 1;

	constructor(seed: string) {
		this.#seed = seed;
		[this.#a, this.#b, this.#c] = hash(seed);
		for (let i = 0; i < 12; i++) this.#next();
	}

	/** An independent stream; it depends on the seed and the label, not on what was drawn before. */
	fork(label: string): Rng {
		return new Rng(`${this.#seed}/${label}`);
	}

	#next(): number {
		const sum = (this.#a + this.#b + this.#counter) | 0;
		this.#counter = (this.#counter + 1) | 0;
		this.#a = this.#b ^ (this.#b >>> 9);
		this.#b = (this.#c + (this.#c << 3)) | 0;
		this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
		this.#c |= 0;
		return sum >>> 0;
	}

	/** A whole number between two bounds, both included. */
	int(from: number, to: number): number {
		return from + (this.#next() % (to - from + 1));
	}

	/** True in so many of a thousand draws. */
	permille(rate: number): boolean {
		return this.#next() % 1000 < rate;
	}

	pick<T>(list: readonly T[]): T {
		const item = list[this.int(0, list.length - 1)];
		if (item === undefined) throw new Error("pick from an empty list");
		return item;
	}

	/** Draws by weight from a table of [value, weight]. */
	weighted<T>(table: readonly (readonly [T, number])[]): T {
		let total = 0;
		for (const [, weight] of table) total += weight;
		let left = this.#next() % total;
		for (const [value, weight] of table) {
			left -= weight;
			if (left < 0) return value;
		}
		throw new Error("weighted draw from an empty table");
	}

	/** A shuffled copy. */
	shuffle<T>(list: readonly T[]): T[] {
		const copy = [...list];
		for (let i = copy.length - 1; i > 0; i--) {
			const j = this.int(0, i);
			const held = copy[i] as T;
			copy[i] = copy[j] as T;
			copy[j] = held;
		}
		return copy;
	}

	digits(length: number): string {
		let text = "";
		for (let i = 0; i < length; i++) text += this.int(0, 9);
		return text;
	}

	hex(length: number): string {
		let text = "";
		for (let i = 0; i < length; i++) text += this.int(0, 15).toString(16);
		return text.toUpperCase();
	}
}

/** Three well mixed words from a text (after MurmurHash3's finaliser). */
function hash(text: string): [number, number, number] {
	let h = 1779033703 ^ text.length;
	for (let i = 0; i < text.length; i++) {
		h = Math.imul(h ^ text.charCodeAt(i), 3432918353);
		h = (h << 13) | (h >>> 19);
	}
	const word = () => {
		h = Math.imul(h ^ (h >>> 16), 2246822507);
		h = Math.imul(h ^ (h >>> 13), 3266489909);
		h ^= h >>> 16;
		return h | 0;
	};
	return [word(), word(), word()];
}

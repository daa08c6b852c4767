/** A source of choices that is the same everywhere for a seed (mulberry32). */
export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = seed | 0;
	}

	/** A whole number from 0 to below `bound`. */
	below(bound: number): number {
		this.#state = (this.#state + 0x6d2b79f5) | 0;
		let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) % bound;
	}

	/** True once in `times`. */
	once(times: number): boolean {
		return this.below(times) === 0;
	}

	pick<T>(from: readonly T[]): T {
		const item = from[this.below(from.length)];
		if (item === undefined) throw new RangeError("nothing to pick from");
		return item;
	}
}

import type { ColumnKind } from "../datasets/index.ts";

/** Heavenly stems, then numbers: names that are nobody's. */
const stems = "甲乙丙丁戊己庚辛壬癸";
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = "10X98765432";
const USCC_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const USCC_WEIGHTS = [
	1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28,
];

/** Check digit of a citizen identity number by GB 11643. */
function idCheck(digits: string): string {
	const sum = ID_WEIGHTS.reduce(
		(total, weight, i) => total + weight * Number(digits[i]),
		0,
	);
	return ID_CHECKS[sum % 11] ?? "";
}

/** Check letter of a unified social credit code by GB 32100. */
function usccCheck(letters: string): string {
	const sum = USCC_WEIGHTS.reduce(
		(total, weight, i) =>
			total + weight * USCC_LETTERS.indexOf(letters[i] ?? "0"),
		0,
	);
	return USCC_LETTERS[(31 - (sum % 31)) % 31] ?? "";
}

function number(n: number, width: number): string {
	return String(n).padStart(width, "0");
}

/** A value that stands for the n-th real one of its kind (from 1). */
type Maker = (n: number, real: string) => string;

const makers: Partial<Record<ColumnKind, Maker>> = {
	// The year of birth and the sex stay, for rules about age; region, day and person are made up.
	citizen_id: (n, real) => {
		const year = /^\d{6}(\d{4})/.exec(real)?.[1] ?? "1970";
		const sex = Number(real[16] ?? 1) % 2;
		const order = number(Math.floor(n / 5) % 100, 2);
		const digits = `990101${year}0101${order}${(n % 5) * 2 + sex}`;
		return `${digits}${idCheck(digits)}`;
	},
	uscc: (n) => {
		const letters = `91990101MA${number(n, 7)}`;
		return `${letters}${usccCheck(letters)}`;
	},
	name: (n) => `${stems[(n - 1) % 10]}某${n > 10 ? Math.ceil(n / 10) : ""}`,
	org: (n) => `示例单位${n}`,
	phone: (n) => `1990000${number(n, 4)}`,
	account: (n) => `999900000000${number(n, 4)}`,
	address: (n) => `示例村${n}号`,
	plate: (n) => `示A${number(n, 5)}`,
	device: (n) => `DEVICE${number(n, 6)}`,
	ip: (n) => `192.0.2.${n % 255}`,
	text: (n) => `文字${n}`,
	code: (n) => `NO${number(n, 4)}`,
	// What lies below a county stays, so that places still contain each other.
	region: (n) => `9901${number(n % 100, 2)}`,
};

/** Letters that an identity number has and a stand-in keeps apart from one that fails its check. */
const validId = /^\d{17}[\dX]$/;

/**
 * Puts made-up values in the place of real ones, the same for the same: keys still meet.
 * Numbers keep valid check digits; figures, dates and declared codes stay as they are.
 */
export class Pseudonyms {
	readonly #known = new Map<string, string>();
	readonly #counts = new Map<string, number>();

	/** @param kind undefined: the value is of no known kind and stays */
	of(kind: ColumnKind | undefined, real: string): string {
		const make = kind === undefined ? undefined : makers[kind];
		if (make === undefined || kind === undefined) return real;
		// A name in a column of names and the same in one of organisations are one name.
		const family = kind === "org" ? "name" : kind;
		if (kind === "region" && real.length > 6)
			return this.of(kind, real.slice(0, 6)) + real.slice(6);
		const known = this.#known.get(`${family}\u0000${real}`);
		if (known !== undefined) return known;
		const n = (this.#counts.get(kind) ?? 0) + 1;
		this.#counts.set(kind, n);
		const made =
			kind === "citizen_id" && !validId.test(real) ? `证件${n}` : make(n, real);
		this.#known.set(`${family}\u0000${real}`, made);
		return made;
	}

	/** How many values were replaced. */
	get size(): number {
		return this.#known.size;
	}
}

import { Rng } from "../base/rng.ts";

/** What the statements that make a city depend on. */
export interface Plan {
	seed: number;
	residents: number;
	/** Founding couples, from whom everybody descends. */
	founders: number;
	villages: number;
}

/** Residents per founding couple, measured; the generator prints how many it made. */
const descendants = 5.167;

export function planFor(seed: number, residents: number): Plan {
	return {
		seed,
		residents,
		founders: Math.max(200, Math.round(residents / descendants)),
		villages: Math.max(40, Math.round(residents / 3300)),
	};
}

/**
 * `u(x, salt, n)` draws a whole number below n for x; each salt is a stream of its own. Only whole
 * numbers are drawn and computed with, so that every machine makes the same; `hash` is DuckDB's, whose
 * version is pinned.
 */
export function macros(seed: number): string[] {
	// Spread, so that two seeds have no stream in common.
	const shift = new Rng(`bidui/${seed}/city`).int(0, 2 ** 30) * 4096;
	return [
		`CREATE MACRO u(x, salt, n) AS (hash(x::BIGINT, (salt + ${shift})::BIGINT) % n)::INTEGER`,
		// A number is kept as its 17 digits and the place of its check character, in one whole number.
		"CREATE MACRO id_text(n) AS (n // 16)::VARCHAR || substr('10X98765432', 1 + (n % 16)::INTEGER, 1)",
		"CREATE MACRO yuan(fen) AS (fen // 100)::VARCHAR || '.' || lpad((fen % 100)::VARCHAR, 2, '0')",
		"CREATE MACRO hundredths(n) AS (n // 100)::VARCHAR || '.' || lpad((n % 100)::VARCHAR, 2, '0')",
	];
}

/** A list of texts, as SQL. */
export function list(values: readonly string[]): string {
	return `[${values.map((value) => `'${value}'`).join(", ")}]`;
}

/** One of the values, by a whole number. */
export function oneOf(values: readonly string[], index: string): string {
	return `${list(values)}[1 + (${index}) % ${values.length}]`;
}

/** A value by weight: `draw` is below the sum of the weights. */
export function byWeight(
	table: readonly (readonly [value: string | number, weight: number])[],
	draw: string,
): string {
	let sum = 0;
	const quote = (value: string | number) =>
		typeof value === "number" ? String(value) : `'${value}'`;
	const arms = table.slice(0, -1).map(([value, weight]) => {
		sum += weight;
		return `WHEN ${draw} < ${sum} THEN ${quote(value)}`;
	});
	const last = table[table.length - 1]?.[0] ?? 0;
	return `CASE ${arms.join(" ")} ELSE ${quote(last)} END`;
}

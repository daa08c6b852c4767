/** A value that JSON can hold. */
export type Json =
	| null
	| boolean
	| number
	| string
	| Json[]
	| { [key: string]: Json };

/**
 * Compares two strings by Unicode code point, as DuckDB and Trino sort them.
 * JavaScript's own order is by UTF-16 unit and differs on rare characters.
 */
export function compareCodePoints(a: string, b: string): number {
	const length = Math.min(a.length, b.length);
	for (let i = 0; i < length; i++) {
		const x = a.charCodeAt(i);
		const y = b.charCodeAt(i);
		if (x !== y) {
			// Surrogates (D800–DFFF) stand for code points above every other unit.
			const xs = x >= 0xd800 && x <= 0xdfff;
			const ys = y >= 0xd800 && y <= 0xdfff;
			if (xs !== ys) return xs ? 1 : -1;
			return x - y;
		}
	}
	return a.length - b.length;
}

/** JSON with keys in code point order and no white space: equal values give equal text. */
export function canonicalJson(value: unknown): string {
	if (value === undefined) return "null";
	if (value === null || typeof value !== "object") {
		if (typeof value === "bigint") return value.toString();
		return JSON.stringify(value);
	}
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
	const record = value as Record<string, unknown>;
	const keys = Object.keys(record)
		.filter((key) => record[key] !== undefined)
		.sort(compareCodePoints);
	return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key])}`).join(",")}}`;
}

import * as z from "zod";

type Schema = z.core.$ZodType;

/** What a wrapper stands for: optional, default, transform. */
function inner(schema: Schema): Schema {
	if (
		schema instanceof z.ZodOptional ||
		schema instanceof z.ZodDefault ||
		schema instanceof z.ZodNullable
	)
		return inner(schema.unwrap());
	if (schema instanceof z.ZodPipe) return inner(schema.in);
	return schema;
}

/** The schemas that may stand one step below; a union has several. */
function below(schema: Schema, key: PropertyKey): Schema[] {
	const plain = inner(schema);
	if (plain instanceof z.ZodUnion)
		return plain.options.flatMap((option) => below(option, key));
	if (plain instanceof z.ZodObject) {
		const next = plain.shape[String(key)];
		return next === undefined ? [] : [next];
	}
	if (plain instanceof z.ZodRecord) return [plain.valueType];
	if (plain instanceof z.ZodArray) return [plain.element];
	return [];
}

function keysOf(schema: Schema): string[] {
	const plain = inner(schema);
	if (plain instanceof z.ZodUnion) return plain.options.flatMap(keysOf);
	return plain instanceof z.ZodObject ? Object.keys(plain.shape) : [];
}

/** The keys that may stand at a path of a document, each once. */
export function allowedKeys(
	schema: Schema,
	path: readonly PropertyKey[],
): string[] {
	let at: Schema[] = [schema];
	for (const key of path) at = at.flatMap((entry) => below(entry, key));
	return [...new Set(at.flatMap(keysOf))];
}

/** Letters to change, add or drop to make one word of another. */
function distance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++)
			next[j] = Math.min(
				(row[j] ?? 0) + 1,
				(next[j - 1] ?? 0) + 1,
				(row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
			);
		row = next;
	}
	return row[b.length] ?? 0;
}

/** The word that was probably meant; undefined when none is near. */
export function nearest(
	word: string,
	known: readonly string[],
): string | undefined {
	return known
		.map((candidate) => ({ candidate, far: distance(word, candidate) }))
		.filter(({ candidate, far }) => far <= Math.max(1, candidate.length / 3))
		.sort((a, b) => a.far - b.far)[0]?.candidate;
}

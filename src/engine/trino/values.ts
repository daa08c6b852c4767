import type { PageColumn, TypeSignature } from "./page.ts";

/**
 * A value as the client gives it: DECIMAL, DATE, TIMESTAMP and TIME as Trino's text, with every digit;
 * integers and floating numbers as numbers; ARRAY as a list, ROW as a list of its fields in order,
 * MAP as pairs.
 */
export type TrinoValue = null | string | number | boolean | TrinoValue[];

type Decode = (value: unknown) => TrinoValue;

function orNull(decode: Decode): Decode {
	return (value) =>
		value === null || value === undefined ? null : decode(value);
}

function wrong(type: string, value: unknown): never {
	throw new TypeError(`${type}: ${JSON.stringify(value)}`);
}

const text =
	(type: string): Decode =>
	(value) =>
		typeof value === "string" ? value : wrong(type, value);

/** JSON rounds integers beyond 2^53 when they are read, so such a one is refused and never wrong. */
const integer =
	(type: string): Decode =>
	(value) => {
		if (typeof value !== "number") return wrong(type, value);
		if (!Number.isSafeInteger(value))
			throw new RangeError(`integer out of range: ${value}`);
		return value;
	};

/** NaN and the infinities come as words. */
const floating =
	(type: string): Decode =>
	(value) => {
		if (typeof value === "number") return value;
		return value === "NaN" || value === "Infinity" || value === "-Infinity"
			? Number(value)
			: wrong(type, value);
	};

const plain: Readonly<Record<string, (type: string) => Decode>> = {
	boolean: (type) => (value) =>
		typeof value === "boolean" ? value : wrong(type, value),
	tinyint: integer,
	smallint: integer,
	integer,
	bigint: integer,
	real: floating,
	double: floating,
};

function inner(signature: TypeSignature, at: number): TypeSignature {
	const value = signature.arguments[at]?.value as
		| (TypeSignature & { typeSignature?: TypeSignature })
		| undefined;
	const found = value?.typeSignature ?? value;
	if (found?.rawType === undefined)
		throw new TypeError(`a type without its parts: ${signature.rawType}`);
	return found;
}

function list(value: unknown, type: string): unknown[] {
	return Array.isArray(value) ? value : wrong(type, value);
}

function decoder(signature: TypeSignature): Decode {
	const type = signature.rawType;
	switch (type) {
		case "array": {
			const item = decoder(inner(signature, 0));
			return orNull((value) => list(value, type).map(item));
		}
		case "map": {
			const key = decoder(inner(signature, 0));
			const item = decoder(inner(signature, 1));
			return orNull((value) =>
				Object.entries(value as Record<string, unknown>).map(([k, v]) => [
					// Keys of JSON objects are texts, whatever their type was.
					plain[inner(signature, 0).rawType] === undefined
						? k
						: key(JSON.parse(k)),
					item(v),
				]),
			);
		}
		case "row": {
			const fields = signature.arguments.map((_, i) =>
				decoder(inner(signature, i)),
			);
			return orNull((value) => {
				const values = list(value, type);
				return fields.map((field, i) => field(values[i]));
			});
		}
		default:
			return orNull((plain[type] ?? text)(type));
	}
}

/**
 * What reads the rows of a result whose columns are known.
 * @throws TypeError for a value that is not of its type, RangeError for an integer beyond 2^53
 */
export function rowReader(
	columns: readonly PageColumn[],
): (row: readonly unknown[]) => TrinoValue[] {
	const decoders = columns.map(({ typeSignature }) => decoder(typeSignature));
	return (row) => decoders.map((decode, i) => decode(row[i]));
}

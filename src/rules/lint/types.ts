/** A Trino type as far as the linter follows it. */
export type Type =
	| {
			kind:
				| "any" // not followed: a column of an undeclared table, a function's generic result
				| "unknown" // a bare NULL
				| "boolean"
				| "integer"
				| "double"
				| "varchar"
				| "varbinary"
				| "date"
				| "timestamp"
				| "interval";
	  }
	| { kind: "decimal"; scale: number }
	| { kind: "array"; element: Type }
	| { kind: "row"; fields: Type[] };

export const any: Type = { kind: "any" };
export const unknown: Type = { kind: "unknown" };
export const boolean: Type = { kind: "boolean" };
export const integer: Type = { kind: "integer" };
export const double: Type = { kind: "double" };
export const varchar: Type = { kind: "varchar" };
export const varbinary: Type = { kind: "varbinary" };
export const date: Type = { kind: "date" };
export const timestamp: Type = { kind: "timestamp" };
export const interval: Type = { kind: "interval" };
export const decimal = (scale: number): Type => ({ kind: "decimal", scale });
export const array = (element: Type): Type => ({ kind: "array", element });
export const row = (fields: Type[]): Type => ({ kind: "row", fields });

/** Nothing can be said against a type that is not followed, nor against NULL. */
export function isOpen(type: Type): boolean {
	return type.kind === "any" || type.kind === "unknown";
}

export function isNumeric(type: Type): boolean {
	return (
		type.kind === "integer" || type.kind === "decimal" || type.kind === "double"
	);
}

/** A type as SQL names it, for messages. */
export function typeName(type: Type): string {
	switch (type.kind) {
		case "decimal":
			return `decimal(…,${type.scale})`;
		case "array":
			return `array(${typeName(type.element)})`;
		case "row":
			return `row(${type.fields.map(typeName).join(", ")})`;
		case "integer":
			return "bigint";
		case "unknown":
			return "NULL";
		default:
			return type.kind;
	}
}

/** How Trino widens numbers by itself, from the narrowest. */
const numericRank = ["integer", "decimal", "double"];

/**
 * The type to which Trino brings both by itself; undefined when it refuses to.
 * Text never becomes anything else, and nothing becomes text.
 */
export function common(a: Type, b: Type): Type | undefined {
	if (a.kind === "any" || b.kind === "any") return any;
	if (a.kind === "unknown") return b;
	if (b.kind === "unknown") return a;
	if (isNumeric(a) && isNumeric(b)) {
		if (a.kind === "decimal" && b.kind === "decimal")
			return decimal(Math.max(a.scale, b.scale));
		return numericRank.indexOf(a.kind) > numericRank.indexOf(b.kind) ? a : b;
	}
	if (a.kind === "array" && b.kind === "array") {
		const element = common(a.element, b.element);
		return element && array(element);
	}
	if (a.kind === "row" && b.kind === "row") {
		if (a.fields.length !== b.fields.length) return undefined;
		const fields: Type[] = [];
		for (const [i, field] of a.fields.entries()) {
			const type = common(field, b.fields[i] ?? any);
			if (type === undefined) return undefined;
			fields.push(type);
		}
		return row(fields);
	}
	if (a.kind === b.kind) return a;
	const moments = [a.kind, b.kind];
	if (moments.includes("date") && moments.includes("timestamp"))
		return timestamp;
	return undefined;
}

/** A column type of the store as Trino knows it. */
export function fromColumnType(type: string): Type {
	const scale = /^DECIMAL\(\d+,(\d+)\)$/.exec(type)?.[1];
	if (scale !== undefined) return decimal(Number(scale));
	return storeTypes[type] ?? any;
}

const storeTypes: Record<string, Type> = {
	VARCHAR: varchar,
	BIGINT: integer,
	DOUBLE: double,
	DATE: date,
	TIMESTAMP: timestamp,
	BOOLEAN: boolean,
};

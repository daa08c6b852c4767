import type { ColumnType } from "../../datasets/index.ts";
import { SandboxError, type Value } from "../types.ts";
import type { PageColumn } from "./page.ts";
import type { TrinoValue } from "./values.ts";

const named: Readonly<Record<string, ColumnType>> = {
	boolean: "BOOLEAN",
	tinyint: "BIGINT",
	smallint: "BIGINT",
	integer: "BIGINT",
	bigint: "BIGINT",
	double: "DOUBLE",
	varchar: "VARCHAR",
	date: "DATE",
	timestamp: "TIMESTAMP",
};

/**
 * The type under which a result column is stored, as DuckDB's results are.
 * @throws SandboxError (sql) for a type that a part cannot have: arrays, rows, real
 */
export function storedTypeOf(column: PageColumn): ColumnType {
	const { rawType, arguments: parts } = column.typeSignature;
	const type =
		rawType === "decimal"
			? (`DECIMAL(${Number(parts[0]?.value)},${Number(parts[1]?.value)})` as const)
			: named[rawType];
	if (type === undefined)
		throw new SandboxError(
			"sql",
			`结果列 ${column.name} 的类型 ${column.type} 不能存储，请写 cast(${column.name} as varchar) 等`,
		);
	return type;
}

/** Turns a value of the client into the form that leaves an engine (see Value). */
export function toValue(value: TrinoValue, type: ColumnType): Value {
	if (Array.isArray(value)) return JSON.stringify(value);
	return type === "TIMESTAMP" && typeof value === "string"
		? value.replace(/\.\d+$/, "")
		: value;
}

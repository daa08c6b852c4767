import type { DuckDBValue } from "@duckdb/node-api";
import type { Value } from "../types.ts";
import { duckdb } from "./binding.ts";

/** Turns a DuckDB value into the form that leaves the engine (see Value). */
export function toValue(value: DuckDBValue): Value {
	if (value === null) return null;
	switch (typeof value) {
		case "string":
		case "number":
		case "boolean":
			return value;
		case "bigint": {
			const number = Number(value);
			if (!Number.isSafeInteger(number))
				throw new RangeError(`integer out of range: ${value}`);
			return number;
		}
		default:
			if (value instanceof duckdb().DuckDBTimestampValue)
				return value.toString().replace(/\.\d+$/, "");
			return value.toString();
	}
}

import { readFileSync } from "node:fs";
import type { DuckDBConnection, DuckDBType, Json } from "@duckdb/node-api";
import {
	DuckDBDecimalType,
	DuckDBListType,
	DuckDBTypeId,
} from "@duckdb/node-api";

/** What a live Trino 476 answered to one expression or query. */
export interface OracleEntry {
	sql: string;
	/** As the file spells it. */
	text: string;
	answer: { types: string[]; rows: unknown[][] } | { error: string };
}

interface Line {
	expression?: string;
	query?: string;
	type?: string;
	value?: unknown;
	types?: string[];
	rows?: unknown[][];
	error?: string;
}

export function readOracle(): OracleEntry[] {
	return readFileSync(new URL("trino-476.jsonl", import.meta.url), "utf8")
		.trim()
		.split("\n")
		.map((text) => {
			const line = JSON.parse(text) as Line;
			const sql = line.query ?? `select ${line.expression}`;
			const entry = { sql, text: line.query ?? line.expression ?? "" };
			if (line.error !== undefined)
				return { ...entry, answer: { error: line.error } };
			const answer =
				line.types === undefined
					? { types: [line.type ?? ""], rows: [[line.value]] }
					: { types: line.types, rows: line.rows ?? [] };
			return { ...entry, answer };
		});
}

const integers = /^(tinyint|smallint|integer|bigint)$/;

/** A Trino type without lengths of varchar, widths of integers and precision of decimals. */
export function trinoFamily(type: string): string {
	const array = /^array\((.*)\)$/.exec(type);
	if (array) return `array(${trinoFamily(array[1] ?? "")})`;
	const decimal = /^decimal\(\d+, ?(\d+)\)$/.exec(type);
	if (decimal) return `decimal(${decimal[1]})`;
	if (integers.test(type)) return "integer";
	return type.replace(/^varchar\(\d+\)$/, "varchar");
}

const families = new Map<DuckDBTypeId, string>([
	[DuckDBTypeId.TINYINT, "integer"],
	[DuckDBTypeId.SMALLINT, "integer"],
	[DuckDBTypeId.INTEGER, "integer"],
	[DuckDBTypeId.BIGINT, "integer"],
	[DuckDBTypeId.HUGEINT, "integer"],
	[DuckDBTypeId.DOUBLE, "double"],
	[DuckDBTypeId.FLOAT, "real"],
	[DuckDBTypeId.VARCHAR, "varchar"],
	[DuckDBTypeId.BLOB, "varbinary"],
	[DuckDBTypeId.BOOLEAN, "boolean"],
	[DuckDBTypeId.DATE, "date"],
	[DuckDBTypeId.TIMESTAMP, "timestamp"],
]);

export function duckdbFamily(type: DuckDBType): string {
	if (type instanceof DuckDBListType)
		return `array(${duckdbFamily(type.valueType)})`;
	if (type instanceof DuckDBDecimalType) return `decimal(${type.scale})`;
	return families.get(type.typeId) ?? type.toString();
}

/** A value as text that is equal for equal values of one family. */
function plain(value: unknown, family: string): string {
	if (value === null || value === undefined) return "null";
	const element = /^array\((.*)\)$/.exec(family)?.[1];
	if (element !== undefined && Array.isArray(value))
		return `[${value.map((item) => plain(item, element)).join(",")}]`;
	// Sums and roots may differ in the last bits; rules compare doubles after rounding only.
	if (family === "double") return Number(value).toPrecision(13);
	if (family === "timestamp") return String(value).replace(/\.0+$/, "");
	return String(value);
}

export interface Outcome {
	types: string[];
	rows: Json[][];
}

export async function ask(
	connection: DuckDBConnection,
	sql: string,
): Promise<Outcome | { error: string }> {
	try {
		const reader = await connection.runAndReadAll(sql);
		return {
			types: reader.columnTypes().map(duckdbFamily),
			rows: reader.getRowsJson(),
		};
	} catch (error) {
		return { error: (error as Error).message.split("\n")[0] ?? "" };
	}
}

/** Why an outcome is not Trino's answer; undefined when it is. */
export function difference(
	entry: OracleEntry,
	outcome: Outcome | { error: string },
): string | undefined {
	const { answer } = entry;
	if ("error" in answer)
		return "error" in outcome ? undefined : `accepted, Trino: ${answer.error}`;
	if ("error" in outcome) return `refused: ${outcome.error}`;
	const types = answer.types.map(trinoFamily);
	if (types.join() !== outcome.types.join())
		return `types ${outcome.types.join()}, Trino: ${types.join()}`;
	const text = (rows: unknown[][]) => {
		const lines = rows.map((row) =>
			row.map((value, i) => plain(value, types[i] ?? "")).join("|"),
		);
		return (/order by/i.test(entry.sql) ? lines : lines.sort()).join("\n");
	};
	const [ours, theirs] = [text(outcome.rows), text(answer.rows)];
	return ours === theirs ? undefined : `${ours}, Trino: ${theirs}`;
}

import { identifier } from "../sql-text.ts";
import { type QueryResult, SandboxError } from "../types.ts";

type ResultColumn = QueryResult["columns"][number];

/** Types that a part may have (design decision 2). */
const stored =
	/^(VARCHAR|BIGINT|DOUBLE|DATE|TIMESTAMP|BOOLEAN|DECIMAL\(\d+,\d+\))$/;

/** Integers that fit into BIGINT whatever they hold. */
const narrow = /^(TINYINT|SMALLINT|INTEGER|UTINYINT|USMALLINT|UINTEGER)$/;

/** The type under which a result column is stored; undefined when it cannot be. */
export function storedType(type: string): string | undefined {
	if (stored.test(type)) return type;
	return narrow.test(type) ? "BIGINT" : undefined;
}

/**
 * The select list that gives result columns their stored types.
 * HUGEINT, above all, is refused: Parquet would hold it as DOUBLE.
 * @throws SandboxError (sql) for a type that cannot be stored and for two columns of one name
 */
export function storedColumns(columns: readonly ResultColumn[]): {
	columns: ResultColumn[];
	list: string;
} {
	const seen = new Set<string>();
	const result = columns.map(({ name, type }) => {
		const to = storedType(type);
		if (to === undefined)
			throw new SandboxError(
				"sql",
				`结果列 ${name} 的类型 ${type} 不能存储，请写 cast(${name} as bigint) 等`,
			);
		if (seen.has(name.toLowerCase()))
			throw new SandboxError("sql", `结果有两列同名：${name}`);
		seen.add(name.toLowerCase());
		return { name, type: to, cast: to !== type };
	});
	return {
		columns: result.map(({ name, type }) => ({ name, type })),
		list: result
			.map(({ name, type, cast }) => {
				const column = identifier(name);
				return cast ? `CAST(${column} AS ${type}) AS ${column}` : column;
			})
			.join(", "),
	};
}

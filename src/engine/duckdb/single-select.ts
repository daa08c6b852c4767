import type {
	DuckDBConnection,
	DuckDBPreparedStatement,
} from "@duckdb/node-api";
import { type QueryResult, SandboxError } from "../types.ts";
import { duckdb } from "./binding.ts";

/**
 * Prepares a text that must be exactly one SELECT.
 * @throws SandboxError (sql) when it is several statements, another statement, or wrong
 */
export async function prepareSingleSelect(
	connection: DuckDBConnection,
	sql: string,
): Promise<DuckDBPreparedStatement> {
	try {
		const statements = await connection.extractStatements(sql);
		if (statements.count !== 1)
			throw new SandboxError(
				"sql",
				`应当正好是一条 SELECT，实为 ${statements.count} 条语句`,
			);
		const prepared = await statements.prepare(0);
		if (prepared.statementType !== duckdb().StatementType.SELECT) {
			const kind = duckdb().StatementType[prepared.statementType] ?? "?";
			prepared.destroySync();
			throw new SandboxError("sql", `只能是 SELECT，实为 ${kind}`);
		}
		if (prepared.parameterCount !== 0) {
			prepared.destroySync();
			throw new SandboxError("sql", "语句中还有没有代入的参数");
		}
		return prepared;
	} catch (error) {
		if (error instanceof SandboxError) throw error;
		throw new SandboxError("sql", (error as Error).message);
	}
}

/** Names and DuckDB types of what a prepared statement gives. */
export function columnsOf(
	prepared: DuckDBPreparedStatement,
): QueryResult["columns"] {
	return Array.from({ length: prepared.columnCount }, (_, i) => ({
		name: prepared.columnName(i),
		type: prepared.columnType(i).toString(),
	}));
}

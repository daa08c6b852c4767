import { type QueryResult, storedType } from "../../engine/index.ts";
import { type Place, type Problem, problem } from "../../errors/index.ts";

/** What to cast a type to that cannot be stored. */
const instead: Readonly<Record<string, string>> = {
	HUGEINT: "bigint",
	UBIGINT: "bigint",
	UHUGEINT: "bigint",
	BIGNUM: "bigint",
	FLOAT: "double",
};

/**
 * Reports result columns whose type no part can hold, such as the HUGEINT of every sum of integers.
 * @param columns names and DuckDB types, as Testbed.describe gives them
 */
export function checkResultTypes(
	columns: QueryResult["columns"],
	at: Place,
): Problem[] {
	return columns.flatMap(({ name, type }) =>
		storedType(type) === undefined
			? [
					problem("sql-result-type", at, {
						column: name,
						found: type,
						instead: instead[type] ?? "varchar",
					}),
				]
			: [],
	);
}

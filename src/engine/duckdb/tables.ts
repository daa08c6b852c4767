import type { DuckDBConnection } from "@duckdb/node-api";
import { SandboxError } from "../types.ts";
import { type AstNode, parseSelect, walk } from "./ast.ts";

/** Forms of FROM that read nothing by themselves. */
const harmless = new Set([
	"EMPTY",
	"JOIN",
	"SUBQUERY",
	"EXPRESSION_LIST",
	"COLUMN_DATA",
]);

/** The foreign thing that a node of FROM reads, if any. */
function foreignTable(
	table: AstNode,
	known: ReadonlySet<string>,
): string | undefined {
	switch (table.type) {
		case "BASE_TABLE": {
			const path = [table.catalog_name, table.schema_name].filter(
				(part) => part !== undefined && part !== "",
			);
			const name = String(table.table_name);
			if (path.length === 0 && known.has(name.toLowerCase())) return undefined;
			return [...path, name].join(".");
		}
		case "TABLE_FUNCTION": {
			const call = table.function as AstNode;
			const name = String(call.function_name);
			return name.toLowerCase() === "unnest" ? undefined : `${name}()`;
		}
		default:
			return harmless.has(String(table.type)) ? undefined : String(table.type);
	}
}

/**
 * Refuses a statement that reads anything but the given tables and its own WITH:
 * catalog tables, qualified names, paths as tables, table functions, SHOW.
 * It knows nothing of the linter, so either one alone refuses these.
 * @throws SandboxError (sql) that names what is foreign
 */
export async function refuseForeignTables(
	connection: DuckDBConnection,
	sql: string,
	names: readonly string[],
): Promise<void> {
	const parsed = await parseSelect(connection, sql);
	if ("message" in parsed) throw new SandboxError("sql", parsed.message);
	const known = new Set(names.map((name) => name.toLowerCase()));
	const tables: AstNode[] = [];
	walk(parsed.statements, (node) => {
		const map = (node.cte_map as AstNode | undefined)?.map;
		if (Array.isArray(map))
			for (const entry of map)
				known.add(String((entry as AstNode).key).toLowerCase());
		for (const table of [node.from_table, node.left, node.right]) {
			const ref = table as AstNode | undefined;
			// Set operations and comparisons have a left and a right too; FROM's are those without a class.
			if (
				ref?.type !== undefined &&
				ref.class === undefined &&
				!String(ref.type).endsWith("_NODE")
			)
				tables.push(ref);
		}
	});
	const foreign = tables
		.map((table) => foreignTable(table, known))
		.filter((name) => name !== undefined);
	if (foreign.length > 0)
		throw new SandboxError("sql", `读取了没有声明的表：${foreign.join("、")}`);
}

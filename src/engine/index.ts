import { duckdb } from "./duckdb/binding.ts";

export {
	type AstNode,
	type AstValue,
	type Parsed,
	walk,
} from "./duckdb/ast.ts";
export { openDuckdb } from "./duckdb/engine.ts";
export { parseSql } from "./duckdb/parser.ts";
export { parseTree, printTree } from "./duckdb/round-trip.ts";
export {
	explainSelect,
	runSelect,
	runToParquet,
	type WrittenResult,
} from "./duckdb/sandbox.ts";
export {
	identifier,
	literal,
	pathList,
	pathLiteral,
} from "./duckdb/sql-text.ts";
export { storedType } from "./duckdb/storable.ts";
export {
	type InlineTable,
	runSelectOnRows,
	Testbed,
	type TestbedOptions,
} from "./duckdb/testbed.ts";
export {
	type Column,
	type Engine,
	type Limits,
	type QueryResult,
	type Row,
	SandboxError,
	type SandboxFailure,
	type SandboxInput,
	type SandboxJob,
	type Value,
} from "./types.ts";

/** The engine and its version: part of the key of everything that it made. */
export function engineVersion(): string {
	return `duckdb-${duckdb().version()}`;
}

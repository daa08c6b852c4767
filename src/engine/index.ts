export type {
	Bench,
	OpenBench,
	Seat,
	ShownTable,
	TypedTable,
} from "./bench.ts";
export {
	type AstNode,
	type AstValue,
	type Parsed,
	walk,
} from "./duckdb/ast.ts";
export { openDuckdb } from "./duckdb/engine.ts";
export { engineVersion, localNodes } from "./duckdb/nodes.ts";
export { parseSql } from "./duckdb/parser.ts";
export { parseTree, printTree } from "./duckdb/round-trip.ts";
export { explainSelect, runSelect } from "./duckdb/sandbox.ts";
export { storedType } from "./duckdb/storable.ts";
export {
	type InlineTable,
	runSelectOnRows,
	Testbed,
	type TestbedOptions,
} from "./duckdb/testbed.ts";
export { openLocalBench, type WorkbenchOptions } from "./duckdb/workbench.ts";
export {
	type EngineName,
	engineNames,
	type Lake,
	openBenches,
	openLake,
	openNodes,
} from "./open.ts";
export type { RemoteOptions } from "./remote.ts";
export {
	identifier,
	literal,
	pathList,
	pathLiteral,
} from "./sql-text.ts";
export type { TrinoSettings } from "./trino/settings.ts";
export {
	type Capabilities,
	type Column,
	type Engine,
	type Limits,
	type NodeEngine,
	type QueryResult,
	type Row,
	SandboxError,
	type SandboxFailure,
	type SandboxInput,
	type SandboxJob,
	type Value,
	type WrittenResult,
} from "./types.ts";

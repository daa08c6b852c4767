import { createRequire } from "node:module";

type Binding = typeof import("@duckdb/node-api");

const require = createRequire(import.meta.url);
let loaded: Binding | undefined;

/** DuckDB's library, loaded at its first use: commands that ask no engine start in half the time. */
export function duckdb(): Binding {
	loaded ??= require("@duckdb/node-api") as Binding;
	return loaded;
}

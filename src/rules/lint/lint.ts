import { type Column, parseSql } from "../../engine/index.ts";
import type { Problem } from "../../errors/index.ts";
import { checkTokens } from "./check-tokens.ts";
import { Findings, type SqlOrigin } from "./findings.ts";
import { AS_OF, type ParameterType } from "./parameters.ts";
import { Source } from "./source.ts";
import { Context, node, nodes } from "./tree/context.ts";
import { checkQuery } from "./tree/query.ts";
import type { Field } from "./tree/scope.ts";
import { fromColumnType } from "./types.ts";

export interface LintOptions extends SqlOrigin {
	/** Parameters that the text may name beside `:as_of`; with their types where they are known. */
	parameters: readonly string[] | ReadonlyMap<string, ParameterType>;
	/** Tables that the text may read; without them tables and columns are not checked. */
	inputs?: readonly { name: string; columns: readonly Column[] }[] | undefined;
}

function parameterTypes(
	parameters: LintOptions["parameters"],
): Map<string, ParameterType | undefined> {
	const entries: [string, ParameterType | undefined][] =
		parameters instanceof Map
			? [...parameters]
			: [...(parameters as readonly string[])].map((name) => [name, undefined]);
	return new Map([[AS_OF, "date"], ...entries]);
}

function checkParameters(
	source: Source,
	declared: ReadonlyMap<string, unknown>,
	findings: Findings,
): void {
	const used = new Set<string>();
	for (const token of source.tokens) {
		if (token.kind !== "parameter") continue;
		const name = token.text.slice(1);
		used.add(name);
		if (!declared.has(name))
			findings.add("sql-parameter-unknown", token, {
				name,
				known: [...declared.keys()].join("、"),
			});
	}
	for (const name of declared.keys())
		if (name !== AS_OF && !used.has(name))
			findings.add("sql-parameter-unused", { line: 1, column: 1 }, { name });
}

async function checkTree(
	source: Source,
	findings: Findings,
	inputs: LintOptions["inputs"],
): Promise<void> {
	const parsed = await parseSql(source.parsed);
	if ("message" in parsed) {
		// A spelling that the tokens refused already says more than the parser's message.
		if (findings.errors === 0)
			findings.add("sql-syntax", source.spot(parsed.position ?? 0), {
				reason: parsed.message.split("\n")[0] ?? "",
			});
		return;
	}
	if (parsed.statements.length !== 1) {
		findings.add("sql-statement", { line: 1, column: 1 });
		return;
	}
	const query = node(nodes(parsed.statements)[0]?.node);
	if (query === undefined) return;
	const tables = new Map<string, readonly Field[] | undefined>(
		(inputs ?? []).map(({ name, columns }) => [
			name.toLowerCase(),
			columns.map((column) => ({
				name: column.name.toLowerCase(),
				type: fromColumnType(column.type),
			})),
		]),
	);
	const context = new Context(source, findings);
	const fields = checkQuery(context, query, {
		tables,
		open: inputs === undefined,
		outer: undefined,
	});
	for (const field of fields ?? [])
		if (field.type.kind === "unknown")
			findings.add("sql-untyped-null", { line: 1, column: 1 });
}

/**
 * Refuses everything outside the portable subset (docs/portable-sql.md).
 * @returns all findings, in the order of the text, with file, line and column
 */
export async function lintSql(
	sql: string,
	options: LintOptions,
): Promise<Problem[]> {
	const types = parameterTypes(options.parameters);
	const known = new Map<string, ParameterType>();
	for (const [name, type] of types)
		if (type !== undefined) known.set(name, type);
	const source = new Source(sql, known);
	const findings = new Findings(options);
	checkParameters(source, types, findings);
	checkTokens(source.tokens, findings);
	await checkTree(source, findings, options.inputs);
	return findings.list();
}

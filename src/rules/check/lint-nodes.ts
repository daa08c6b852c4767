import { SandboxError, Testbed } from "../../engine/index.ts";
import { type Problem, ProblemError, problem } from "../../errors/index.ts";
import {
	AS_OF,
	type BoundParameter,
	bindParameters,
	checkResultTypes,
	lintSql,
} from "../lint/index.ts";
import type { RuleSet } from "../load/load.ts";
import type { RuleNode } from "../load/node.ts";
import { checkResult } from "./result.ts";
import { nodeTables } from "./tables.ts";

/** Parameters at their defaults, for checks that run nothing. */
export function defaultParameters(
	node: RuleNode,
	asOf: string,
): Map<string, BoundParameter> {
	return new Map<string, BoundParameter>([
		[AS_OF, { type: "date", value: asOf }],
		...Object.entries(node.parameters).map(
			([name, parameter]): [string, BoundParameter] => [
				name,
				{ type: parameter.type, value: parameter.default },
			],
		),
	]);
}

async function lintNode(
	node: RuleNode,
	set: RuleSet,
	testbed: Testbed,
): Promise<Problem[]> {
	const tables = nodeTables(node.inputs, set);
	const findings = await lintSql(node.sql, {
		file: node.file,
		line: node.place.line,
		column: node.place.indent + 1,
		parameters: new Map(
			Object.entries(node.parameters).map(([name, { type }]) => [name, type]),
		),
		inputs: tables,
	});
	if (findings.some((finding) => finding.severity === "error")) return findings;
	try {
		for (const table of tables)
			await testbed.createTable(table.name, table.columns);
		const found = await testbed.describe(
			bindParameters(node.sql, defaultParameters(node, "2000-01-01")),
		);
		return [
			...findings,
			...checkResultTypes(found, { file: node.file, line: node.place.line }),
			...checkResult(node, found),
		];
	} catch (error) {
		if (error instanceof ProblemError) return [...findings, ...error.problems];
		if (!(error instanceof SandboxError)) throw error;
		return [
			...findings,
			problem(
				"rule-sql-failed",
				{ file: node.file, line: node.place.line },
				{ node: node.name, reason: error.message },
			),
		];
	} finally {
		await testbed.reset();
	}
}

/**
 * Lints the SQL of rules and models, and compares what each SELECT gives with what is declared.
 * Nothing is read but the files that define them.
 */
export async function lintNodes(
	nodes: Iterable<RuleNode>,
	set: RuleSet,
): Promise<Map<RuleNode, Problem[]>> {
	const testbed = await Testbed.open();
	try {
		const findings = new Map<RuleNode, Problem[]>();
		for (const node of nodes)
			findings.set(node, await lintNode(node, set, testbed));
		return findings;
	} finally {
		testbed.close();
	}
}

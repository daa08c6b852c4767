import { type QueryResult, SandboxError, Testbed } from "../../engine/index.ts";
import { type Problem, ProblemError, problem } from "../../errors/index.ts";
import { roundColumns } from "../iterate/on-bench.ts";
import { iterateTables } from "../iterate/rounds.ts";
import {
	AS_OF,
	type BoundParameter,
	bindParameters,
	checkResultTypes,
	lintSql,
} from "../lint/index.ts";
import type { RuleSet } from "../load/load.ts";
import type { RuleNode, SqlPiece } from "../load/node.ts";
import { checkResult } from "./result.ts";
import { type NodeTable, nodeTables } from "./tables.ts";

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

/** One SELECT of a node as it is checked: what it may read, and what its result must be. */
interface Part extends SqlPiece {
	tables: NodeTable[];
	checkResult: (found: QueryResult["columns"]) => Problem[];
}

function stopResult(
	node: RuleNode,
	place: SqlPiece["place"],
	found: QueryResult["columns"],
): Problem[] {
	const types = found.map(({ type }) => type).join("、");
	return types === "BOOLEAN"
		? []
		: [
				problem(
					"model-stop",
					{ file: node.file, line: place.line },
					{ found: types },
				),
			];
}

function partsOf(node: RuleNode, set: RuleSet): Part[] {
	const tables = nodeTables(node.inputs, set);
	const own = (found: QueryResult["columns"]) => checkResult(node, found);
	if (node.kind === "rule" || node.iterate === undefined)
		return [{ sql: node.sql, place: node.place, tables, checkResult: own }];
	const { seed, step, stop } = node.iterate;
	const columns = roundColumns(node);
	const more = [...tables, ...iterateTables.map((name) => ({ name, columns }))];
	return [
		{ ...seed, tables, checkResult: own },
		{ ...step, tables: more, checkResult: own },
		...(stop === undefined
			? []
			: [
					{
						...stop,
						tables: more,
						checkResult: (found: QueryResult["columns"]) =>
							stopResult(node, stop.place, found),
					},
				]),
	];
}

async function lintNode(
	node: RuleNode,
	set: RuleSet,
	testbed: Testbed,
): Promise<Problem[]> {
	const parts = partsOf(node, set);
	const found: Problem[][] = [];
	for (const part of parts) found.push(await lintPart(node, part, testbed));
	// A parameter of a model in pieces is unused only when no piece uses it.
	const unused = (problems: Problem[]) =>
		new Set(
			problems
				.filter(({ code }) => code === "sql-parameter-unused")
				.map(({ message }) => message),
		);
	const everywhere = found.map(unused);
	return found.flatMap((problems, i) =>
		problems.filter(
			({ code, message }) =>
				code !== "sql-parameter-unused" ||
				(i === 0 && everywhere.every((messages) => messages.has(message))),
		),
	);
}

async function lintPart(
	node: RuleNode,
	part: Part,
	testbed: Testbed,
): Promise<Problem[]> {
	const { tables, place } = part;
	const findings = await lintSql(part.sql, {
		file: node.file,
		line: place.line,
		column: place.indent + 1,
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
			bindParameters(part.sql, defaultParameters(node, "2000-01-01")),
		);
		return [
			...findings,
			...checkResultTypes(found, { file: node.file, line: place.line }),
			...part.checkResult(found),
		];
	} catch (error) {
		if (error instanceof ProblemError) return [...findings, ...error.problems];
		if (!(error instanceof SandboxError)) throw error;
		return [
			...findings,
			problem(
				"rule-sql-failed",
				{ file: node.file, line: place.line },
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

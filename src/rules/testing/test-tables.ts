import { storedColumns } from "../../datasets/index.ts";
import type { Row, Testbed, Value } from "../../engine/index.ts";
import { defaultParameters } from "../check/lint-nodes.ts";
import { nodeTables } from "../check/tables.ts";
import { iterateOnTestbed } from "../iterate/on-testbed.ts";
import { boundPieces } from "../iterate/rounds.ts";
import { type BoundParameter, bindParameters } from "../lint/index.ts";
import type { RuleSet } from "../load/load.ts";
import type { LoadedRule, RuleNode } from "../load/node.ts";
import type { RuleTest } from "../schema/index.ts";

type Cells = Record<string, Value>;

/** Fills what a test's row leaves out: address, companions of identity numbers and dates. */
function completeRow(
	table: string,
	row: Cells,
	index: number,
	columns: readonly string[],
): Cells {
	const filled: Cells = { _src: table, _row: index + 1, ...row };
	for (const column of columns) {
		const base = /^(.*)_(check|precision)$/.exec(column);
		if (base === null || column in row) continue;
		const value = row[base[1] ?? ""];
		if (value !== undefined && value !== null)
			filled[column] = base[2] === "check" ? "ok" : "day";
	}
	return filled;
}

/** The rows that a test gives a dataset or list; a list without rows in the test is the real one. */
function givenRows(name: string, test: RuleTest, set: RuleSet): Cells[] {
	const rows = test.rows[name];
	const list = set.lists.get(name);
	if (rows === undefined && list !== undefined)
		return list.rows.map((row) =>
			Object.fromEntries(
				list.columns.map((column, i) => [column.name, row[i] ?? null]),
			),
		);
	const dataset = set.datasets.get(name);
	const columns =
		dataset === undefined
			? []
			: storedColumns(dataset).map((column) => column.name);
	return (rows ?? []).map((row, i) => completeRow(name, row, i, columns));
}

interface Bench {
	test: RuleTest;
	set: RuleSet;
	testbed: Testbed;
	/** Rows of the models that have run. */
	made: Map<string, Row[]>;
}

/** Lays a node's inputs out as tables for some work; models that it reads run before it. */
async function over<Result>(
	node: RuleNode,
	{ test, set, testbed, made }: Bench,
	work: () => Promise<Result>,
): Promise<Result> {
	for (const input of node.inputs) {
		if (!("model" in input) || made.has(input.model)) continue;
		const model = set.models.get(input.model);
		if (model === undefined) continue;
		const given = test.rows[input.model];
		made.set(
			input.model,
			given ?? (await select(model, { test, set, testbed, made })),
		);
	}
	try {
		for (const { name, columns } of nodeTables(node.inputs, set)) {
			const rows = made.get(name) ?? givenRows(name, test, set);
			await testbed.createTable(
				name,
				columns,
				rows.map((row) => columns.map((column) => row[column.name] ?? null)),
			);
		}
		return await work();
	} finally {
		await testbed.reset();
	}
}

async function select(node: RuleNode, bench: Bench): Promise<Row[]> {
	const parameters = defaultParameters(node, bench.test.as_of);
	const pieces = boundPieces(node, (sql) => bindParameters(sql, parameters));
	return over(node, bench, async () =>
		node.kind === "model" && pieces !== undefined
			? iterateOnTestbed(node, pieces, bench.testbed)
			: (await bench.testbed.select(bindParameters(node.sql, parameters))).rows,
	);
}

/** The parameters with which a test runs its rule: the defaults, and what the test says of them. */
export function testParameters(
	node: LoadedRule,
	test: RuleTest,
): Map<string, BoundParameter> {
	const parameters = defaultParameters(node, test.as_of);
	for (const [name, value] of Object.entries(test.parameters)) {
		const declared = node.parameters[name];
		if (declared !== undefined)
			parameters.set(name, { type: declared.type, value });
	}
	return parameters;
}

/**
 * Lays out what a rule reads in one of its tests, models made, for any number of SELECTs.
 * The testbed is empty again afterwards.
 * @throws SandboxError when a row does not fit or a model fails
 */
export function onTestTables<Result>(
	node: LoadedRule,
	test: RuleTest,
	set: RuleSet,
	testbed: Testbed,
	work: () => Promise<Result>,
): Promise<Result> {
	return over(node, { test, set, testbed, made: new Map() }, work);
}

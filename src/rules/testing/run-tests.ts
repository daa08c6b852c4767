import { canonicalJson } from "../../base/index.ts";
import { storedColumns } from "../../datasets/index.ts";
import {
	type Row,
	SandboxError,
	Testbed,
	type Value,
} from "../../engine/index.ts";
import { ProblemError } from "../../errors/index.ts";
import { defaultParameters } from "../check/lint-nodes.ts";
import { nodeTables } from "../check/tables.ts";
import { groupHits, type Hit, HitError } from "../hits/index.ts";
import { bindParameters } from "../lint/index.ts";
import type { RuleSet } from "../load/load.ts";
import type { LoadedRule, RuleNode } from "../load/node.ts";
import type { RuleTest } from "../schema/index.ts";

/** The outcome of one inline test of a rule. */
export interface TestOutcome {
	rule: string;
	test: string;
	kind: RuleTest["kind"];
	passed: boolean;
	/** What was expected and did not come, what came and was not expected; empty when passed. */
	findings: string[];
	line: number;
}

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

/** Runs a node over its inputs' rows; models that it reads run before it. */
async function rowsOf(
	node: RuleNode,
	test: RuleTest,
	set: RuleSet,
	testbed: Testbed,
	made: Map<string, Row[]>,
): Promise<Row[]> {
	for (const input of node.inputs) {
		if (!("model" in input) || made.has(input.model)) continue;
		const model = set.models.get(input.model);
		if (model === undefined) continue;
		const given = test.rows[input.model];
		made.set(
			input.model,
			given ?? (await rowsOf(model, test, set, testbed, made)),
		);
	}
	const parameters = defaultParameters(node, test.as_of);
	if (node.kind === "rule")
		for (const [name, value] of Object.entries(test.parameters)) {
			const declared = node.parameters[name];
			if (declared !== undefined)
				parameters.set(name, { type: declared.type, value });
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
		return (await testbed.select(bindParameters(node.sql, parameters))).rows;
	} finally {
		await testbed.reset();
	}
}

type Expectation = RuleTest["expect"][number];

/** The parts of a hit that an expectation speaks of, in the same form. */
function seen(hit: Hit, expected: Expectation | undefined): Expectation {
	const measures: Record<string, Value> = {};
	for (const name of Object.keys(expected?.measures ?? {}))
		measures[name] =
			hit.facts.measures.find((measure) => measure.name === name)?.value ??
			null;
	return {
		lead_key: hit.key,
		...(expected?.amount === undefined || hit.facts.amount === null
			? {}
			: { amount: hit.facts.amount }),
		...(expected?.tier === undefined ? {} : { tier: hit.facts.tier }),
		...(expected?.severity === undefined
			? {}
			: { severity: hit.facts.severity }),
		...(hit.suppressed === undefined
			? {}
			: { suppressed: hit.suppressed.code }),
		...(expected?.measures === undefined ? {} : { measures }),
	};
}

function keyOf(key: readonly unknown[]): string {
	return canonicalJson(
		key.map((cell) => (cell === null ? null : String(cell))),
	);
}

/** Compares hits with what a test expects: exactly these leads, and what it says of each. */
function compare(hits: readonly Hit[], test: RuleTest): string[] {
	const findings: string[] = [];
	const expected = new Map(
		test.expect.map((entry) => [keyOf(entry.lead_key), entry]),
	);
	for (const hit of hits) {
		const entry = expected.get(keyOf(hit.key));
		expected.delete(keyOf(hit.key));
		if (entry === undefined) {
			findings.push(`多出：${canonicalJson(seen(hit, undefined))}`);
			continue;
		}
		const got = seen(hit, entry);
		const want = canonicalJson({ ...entry, lead_key: null });
		const have = canonicalJson({ ...got, lead_key: null });
		if (want !== have)
			findings.push(
				`不符：应为 ${canonicalJson(entry)}，实为 ${canonicalJson(got)}`,
			);
	}
	for (const entry of expected.values())
		findings.push(`缺少：${canonicalJson(entry)}`);
	return findings;
}

async function runTest(
	node: LoadedRule,
	test: RuleTest,
	set: RuleSet,
	testbed: Testbed,
): Promise<string[]> {
	try {
		const rows = await rowsOf(node, test, set, testbed, new Map());
		const values = new Map(
			Object.entries(node.parameters).map(([name, parameter]) => [
				name,
				test.parameters[name] ?? parameter.default,
			]),
		);
		return compare(groupHits(node, rows, values), test);
	} catch (error) {
		if (
			error instanceof SandboxError ||
			error instanceof HitError ||
			error instanceof ProblemError
		)
			return [error.message];
		throw error;
	}
}

/**
 * Runs the inline tests of rules: rows in, leads out, models in between, in a locked engine.
 * @returns one outcome per test, in the order of rules and tests
 */
export async function testRules(
	nodes: readonly LoadedRule[],
	set: RuleSet,
): Promise<TestOutcome[]> {
	const testbed = await Testbed.open();
	try {
		const outcomes: TestOutcome[] = [];
		for (const node of nodes)
			for (const [i, test] of node.rule.tests.entries()) {
				const findings = await runTest(node, test, set, testbed);
				outcomes.push({
					rule: node.name,
					test: test.name,
					kind: test.kind,
					passed: findings.length === 0,
					findings,
					line: node.lineOf(["tests", i]),
				});
			}
		return outcomes;
	} finally {
		testbed.close();
	}
}

import { type OpenBench, SandboxError } from "../../engine/index.ts";
import { ProblemError } from "../../errors/index.ts";
import { groupHits, type Hit, HitError } from "../hits/index.ts";
import { bindParameters } from "../lint/index.ts";
import type { RuleSet } from "../load/load.ts";
import type { LoadedRule } from "../load/node.ts";
import type { RuleTest } from "../schema/index.ts";
import { compareHits } from "./compare-hits.ts";
import { Contents } from "./contents.ts";
import { type PassedTests, testKeys } from "./passed.ts";
import { TestBench, testParameters } from "./test-bench.ts";

/** The outcome of one inline test of a rule. */
export interface TestOutcome {
	rule: string;
	test: string;
	kind: RuleTest["kind"];
	passed: boolean;
	/** What was expected and did not come, what came and was not expected; empty when passed. */
	findings: string[];
	/** It did not run: it passed before, and nothing that it stands on has changed. */
	unchanged: boolean;
	readonly line: number;
}

/** Engines that share the tests, each with one thread. */
const BENCHES = 2;
const FEW_TESTS = 8;

async function hitsOf(
	node: LoadedRule,
	test: RuleTest,
	bench: TestBench,
): Promise<Hit[]> {
	const seat = await bench.layOut(node, test);
	const { rows } = await seat.select(
		bindParameters(node.sql, testParameters(node, test)),
	);
	const values = new Map(
		Object.entries(node.parameters).map(([name, parameter]) => [
			name,
			test.parameters[name] ?? parameter.default,
		]),
	);
	return groupHits(node, rows, values);
}

/**
 * What a rule makes of the rows of a test, whatever the test expects.
 * @throws SandboxError, HitError, ProblemError when the rows do not fit or the rule fails on them
 */
export async function hitsOfTest(
	node: LoadedRule,
	test: RuleTest,
	set: RuleSet,
): Promise<Hit[]> {
	const bench = await TestBench.open([node], set);
	try {
		return await hitsOf(node, test, bench);
	} finally {
		await bench.close();
	}
}

async function runTest(
	node: LoadedRule,
	test: RuleTest,
	bench: TestBench,
): Promise<string[]> {
	try {
		return compareHits(await hitsOf(node, test, bench), test);
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
 * @param passed what passed before does not run again; what passes is kept in it
 * @param open where the tests run; on this machine when left out
 * @returns one outcome per test, in the order of rules and tests
 */
export async function testRules(
	nodes: readonly LoadedRule[],
	set: RuleSet,
	passed?: PassedTests,
	open?: OpenBench,
): Promise<TestOutcome[]> {
	const keyOf = passed === undefined ? undefined : testKeys(set);
	const tests = nodes.flatMap((node) =>
		node.rule.tests.map((test, i) => ({
			node,
			test,
			i,
			key: keyOf?.(node, test) ?? "",
		})),
	);
	const outcomes: TestOutcome[] = tests.map(({ node, test, i, key }) => ({
		rule: node.name,
		test: test.name,
		kind: test.kind,
		passed: true,
		findings: [],
		unchanged: passed?.has(key) === true,
		get line() {
			return node.lineOf(["tests", i]);
		},
	}));
	const waiting = tests.flatMap((entry, at) =>
		outcomes[at]?.unchanged === true ? [] : [{ ...entry, at }],
	);
	const changed = new Set(waiting.map(({ node }) => node));
	const contents = new Contents();
	let next = 0;
	const work = async (): Promise<void> => {
		const bench = await TestBench.open(changed, set, contents, open);
		try {
			for (
				let entry = waiting[next++];
				entry !== undefined;
				entry = waiting[next++]
			) {
				const findings = await runTest(entry.node, entry.test, bench);
				const outcome = outcomes[entry.at];
				if (outcome !== undefined)
					Object.assign(outcome, { findings, passed: findings.length === 0 });
			}
		} finally {
			await bench.close();
		}
	};
	// An engine of its own costs as much as a few tests.
	const engines =
		waiting.length > FEW_TESTS ? BENCHES : Math.min(waiting.length, 1);
	await Promise.all(Array.from({ length: engines }, work));
	passed?.keep(
		tests.flatMap(({ key }, at) => (outcomes[at]?.passed ? [key] : [])),
	);
	return outcomes;
}

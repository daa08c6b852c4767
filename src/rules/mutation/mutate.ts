import {
	openLocalBench,
	type Row,
	SandboxError,
	type Seat,
} from "../../engine/index.ts";
import { ProblemError } from "../../errors/index.ts";
import { groupHits, HitError } from "../hits/index.ts";
import { type BoundParameter, bindParameters } from "../lint/index.ts";
import type { RuleSet } from "../load/load.ts";
import type { LoadedRule } from "../load/node.ts";
import type { RuleTest } from "../schema/index.ts";
import { compareHits } from "../testing/compare-hits.ts";
import { Contents } from "../testing/contents.ts";
import { TestBench, testParameters } from "../testing/test-bench.ts";
import {
	type Mutant,
	mutantsOf,
	type RunnableMutant,
	reprinted,
} from "./mutants.ts";

/** What the tests of a rule notice of its mutants. */
export interface MutationReport {
	rule: string;
	/** Mutants that run at all. */
	mutants: number;
	killed: number;
	/** What no test noticed, and nobody declared to mean the same. */
	survivors: Mutant[];
	/** Survivors that the rule declares to mean the same, with its reason. */
	equivalent: (Mutant & { reason: string })[];
	/** Declarations for which there is no mutant, or one that a test notices. */
	stale: string[];
	/** Why nothing was mutated: a test of the rule itself fails. */
	unusable: string | undefined;
}

/** Engines that share the tests of a rule, each with one thread. */
const BENCHES = 2;

/** A mutant without its join condition may run for ever; one that is stopped is one that is noticed. */
const TIMEOUT_MS = 10_000;

type Parameters = ReadonlyMap<string, BoundParameter>;

/** Whether a test is content with what a rule, mutated or not, makes of the tables that are laid out. */
async function contents(
	node: LoadedRule,
	test: RuleTest,
	parameters: Parameters,
	rowsOf: () => Promise<readonly Row[]>,
): Promise<boolean> {
	try {
		const values = new Map(
			Object.keys(node.parameters).map((name) => [
				name,
				parameters.get(name)?.value ?? null,
			]),
		);
		return (
			compareHits(groupHits(node, await rowsOf(), values), test).length === 0
		);
	} catch (error) {
		if (
			error instanceof SandboxError ||
			error instanceof HitError ||
			error instanceof ProblemError
		)
			return false;
		throw error;
	}
}

async function binds(
	node: LoadedRule,
	parameters: Parameters,
	seat: Seat,
): Promise<boolean> {
	try {
		await seat.check(bindParameters(node.sql, parameters));
		return true;
	} catch (error) {
		if (error instanceof SandboxError || error instanceof ProblemError)
			return false;
		throw error;
	}
}

/** Runs one test on the rule, then on every mutant that no test has noticed yet. */
async function runTest(
	rule: LoadedRule,
	test: RuleTest,
	seat: Seat,
	alive: Set<RunnableMutant>,
	unbound: Set<RunnableMutant>,
): Promise<string | undefined> {
	const given = testParameters(rule, test);
	const run = async (node: LoadedRule, parameters: Parameters) =>
		(await seat.select(bindParameters(node.sql, parameters))).rows;
	let rows: readonly Row[] = [];
	const sound = await contents(rule, test, given, async () => {
		rows = await run(rule, given);
		return rows;
	});
	if (!sound) return test.name;
	for (const mutant of [...alive]) {
		if (!alive.has(mutant)) continue;
		const parameters = mutant.parameters(given);
		const content = await contents(mutant.node, test, parameters, () =>
			mutant.sameSql ? Promise.resolve(rows) : run(mutant.node, parameters),
		);
		if (content) continue;
		alive.delete(mutant);
		if (!mutant.sameSql && !(await binds(mutant.node, parameters, seat)))
			unbound.add(mutant);
	}
	return undefined;
}

function described({ id, kind, before, after, line }: Mutant): Mutant {
	return { id, kind, before, after, line };
}

async function mutateRule(
	rule: LoadedRule,
	benches: readonly TestBench[],
): Promise<MutationReport> {
	const all = await mutantsOf(rule);
	const original = await reprinted(rule);
	const alive = new Set(all);
	const unbound = new Set<RunnableMutant>();
	const seats = new Set<Seat>();
	let unusable: string | undefined;
	// Tests that expect leads notice most, so they go first.
	const waiting = [...rule.rule.tests].sort(
		(a, b) => Number(b.kind === "hit") - Number(a.kind === "hit"),
	);
	const work = async (bench: TestBench): Promise<void> => {
		for (
			let test = waiting.shift();
			test !== undefined && unusable === undefined;
			test = waiting.shift()
		) {
			const now = test;
			try {
				const seat = await bench.layOut(original, now);
				seats.add(seat);
				unusable ??= await runTest(original, now, seat, alive, unbound);
			} catch (error) {
				if (!(error instanceof SandboxError)) throw error;
				unusable ??= `${now.name}：${error.message}`;
			}
		}
	};
	await Promise.all(benches.map(work));
	// No other rule runs these mutants.
	for (const seat of seats) seat.forget();
	const declared = new Map(
		rule.rule.equivalent_mutants.map(({ id, reason }) => [id, reason]),
	);
	const left = unusable === undefined ? [...alive] : [];
	const survivors = left.filter(({ id }) => !declared.has(id));
	const equivalent = left.flatMap((mutant) => {
		const reason = declared.get(mutant.id);
		return reason === undefined ? [] : [{ ...described(mutant), reason }];
	});
	const found = new Set(equivalent.map(({ id }) => id));
	const mutants = all.length - unbound.size;
	return {
		rule: rule.name,
		mutants,
		killed: unusable === undefined ? mutants - left.length : 0,
		survivors: survivors.map(described),
		equivalent,
		stale:
			unusable === undefined
				? [...declared.keys()].filter((id) => !found.has(id))
				: [],
		unusable,
	};
}

/**
 * Makes one change at a time to each rule and runs the rule's own tests on it: a change that no test
 * notices shows what the tests leave open.
 * Tables and models of a test are laid out once for all mutants.
 */
export async function mutateRules(
	rules: readonly LoadedRule[],
	set: RuleSet,
	onRule: (report: MutationReport) => void = () => {},
): Promise<MutationReport[]> {
	const contents = new Contents();
	const benches = await Promise.all(
		Array.from({ length: BENCHES }, () =>
			TestBench.open(rules, set, contents, (tables) =>
				openLocalBench(tables, { timeoutMs: TIMEOUT_MS }),
			),
		),
	);
	try {
		const reports: MutationReport[] = [];
		for (const rule of rules) {
			const report = await mutateRule(rule, benches);
			onRule(report);
			reports.push(report);
		}
		return reports;
	} finally {
		for (const bench of benches) await bench.close();
	}
}

import { compareCodePoints } from "../base/index.ts";
import type {
	Engine,
	Limits,
	NodeEngine,
	Row,
	SandboxJob,
} from "../engine/index.ts";
import { pathLiteral } from "../engine/index.ts";
import { type Problem, ProblemError, problem } from "../errors/index.ts";
import {
	groupHits,
	type Hit,
	HitError,
	type LoadedRule,
	type RuleNode,
	type RuleSet,
} from "../rules/index.ts";
import type { Snapshot, Store } from "../store/index.ts";
import type { Workspace } from "../workspace/index.ts";
import { executionOrder } from "./dag.ts";
import { executeNode, type NodeResult } from "./execute.ts";
import type { Made } from "./inputs.ts";
import { publishList } from "./lists.ts";
import type { RuleOutcome } from "./outcome.ts";
import { parameterValues } from "./parameters.ts";
import type { NodeProgress } from "./progress.ts";
import { unusualRate } from "./rate.ts";

export interface RunOptions {
	set: RuleSet;
	/** Rules to run, in the order of their ids; those with a broken file say why. */
	rules: readonly string[];
	/** Rules of the selection that cannot run, with the reason. */
	barred: ReadonlyMap<string, Problem>;
	workspace: Workspace;
	store: Store;
	snapshot: Snapshot;
	asOf: string;
	/** For the host's own statements: lists, and reading hits back. */
	engine: Engine;
	/** Where models and rules run. */
	nodes: NodeEngine;
	limits: Limits;
	/** A folder for results in the making, of a caller that does not hold the run lock. */
	staging?: string | undefined;
	/** Rules that are executed although their hits are stored; their results are not kept. */
	fresh?: ReadonlySet<string> | undefined;
	onProgress: (event: NodeProgress) => void;
	signal?: AbortSignal | undefined;
}

export interface RunResult {
	outcomes: RuleOutcome[];
	/** Per rule that ran: its hits, one per lead key, suppressed ones included. */
	hits: Map<string, Hit[]>;
	/** Per model and rule that ran: what was asked of the engine. */
	jobs: Map<string, SandboxJob>;
	/** Fingerprints of the models that were made or taken over. */
	models: Map<string, string>;
	problems: Problem[];
}

function titleOf(node: RuleNode): string {
	return node.kind === "rule" ? node.rule.display_name : node.header.title;
}

function countSuppressed(
	node: LoadedRule,
	hits: readonly Hit[],
): RuleOutcome["suppressed"] {
	return node.rule.suppressions
		.map(({ code, title }) => ({
			code,
			title,
			count: hits.filter(
				(hit) =>
					hit.suppressed?.code === code && hit.suppressed.title === title,
			).length,
		}))
		.filter((entry) => entry.count > 0);
}

function notRun(
	node: LoadedRule,
	status: "skipped" | "failed",
	reason: Problem,
	ms: number,
): RuleOutcome {
	return {
		id: node.name,
		version: node.rule.version,
		origin: node.origin,
		status,
		reason: { code: reason.code, text: reason.message },
		hits: 0,
		leads: 0,
		suppressed: [],
		narrowed: [],
		executed: false,
		ms,
	};
}

/**
 * Runs models and rules over a snapshot. A node that lacks an input is skipped with the reason,
 * one that fails does not stop the others (design decision 10).
 */
export async function runRules(options: RunOptions): Promise<RunResult> {
	const { set, store, engine, workspace } = options;
	const staging = options.staging ?? store.stagingDir("run");
	const result: RunResult = {
		outcomes: [],
		hits: new Map(),
		jobs: new Map(),
		models: new Map(),
		problems: [],
	};
	const lists = new Map<string, Made>();
	for (const list of set.lists.values())
		lists.set(list.name, await publishList(list, store, engine, staging));
	const models = new Map<string, Made | Problem>();
	const runnable = options.rules.filter((id) => !options.barred.has(id));
	const order = executionOrder(set, runnable);
	for (const [index, node] of order.entries()) {
		const announce = {
			kind: node.kind,
			name: node.name,
			title: titleOf(node),
			index: index + 1,
			total: order.length,
		};
		options.onProgress({ type: "node-start", ...announce });
		const made: NodeResult = await executeNode(node, {
			sources: {
				set,
				store,
				snapshot: options.snapshot,
				workspace,
				asOf: options.asOf,
				lists,
				models,
			},
			engine: options.nodes,
			asOf: options.asOf,
			limits: options.limits,
			timeoutMs: workspace.config.limits.seconds * 1000,
			maxHits: workspace.config.limits.hits,
			staging,
			fresh: options.fresh?.has(node.name),
			signal: options.signal,
		});
		if (options.signal?.aborted)
			throw new ProblemError([problem("run-cancelled")]);
		if (made.status === "failed") result.problems.push(made.reason);
		if (node.kind === "model") {
			if (made.status === "made") {
				models.set(node.name, {
					file: made.file,
					key: made.key,
					narrowed: made.narrowed,
				});
				result.models.set(node.name, made.key);
				result.jobs.set(node.name, made.job);
			} else models.set(node.name, made.reason);
		} else {
			const outcome = await finishRule(node, made, engine, result);
			result.outcomes.push(outcome);
			const unusual = unusualRate(node, outcome, options.snapshot, set);
			if (unusual !== undefined) result.problems.push(unusual);
		}
		const outcome = node.kind === "rule" ? result.outcomes.at(-1) : undefined;
		const status = outcome?.status ?? made.status;
		options.onProgress({
			type: "node-done",
			...announce,
			status:
				status === "made" || status === "ran"
					? made.status === "made" && !made.executed
						? "unchanged"
						: "ran"
					: status,
			reason:
				outcome?.reason?.text ??
				(made.status === "made" ? undefined : made.reason.message),
			ms: made.ms,
		});
	}
	for (const [id, reason] of options.barred) {
		const node = set.rules.get(id);
		if (node !== undefined)
			result.outcomes.push(
				notRun(
					node,
					reason.code === "skip-invalid" ? "failed" : "skipped",
					reason,
					0,
				),
			);
	}
	result.outcomes.sort((a, b) => compareCodePoints(a.id, b.id));
	return result;
}

/** Reads a rule's stored rows. */
async function storedRows(file: string, engine: Engine): Promise<Row[]> {
	const result = await engine.query(
		`SELECT * FROM read_parquet(${pathLiteral(file)})`,
	);
	return result.rows;
}

/**
 * The hits of a completed run, read again from the store. Rules that are gone since,
 * or whose output is declared otherwise now, are left out.
 */
export async function storedHits(
	outcomes: readonly {
		id: string;
		version: number;
		key?: string | undefined;
	}[],
	set: RuleSet,
	workspace: Workspace,
	store: Store,
	engine: Engine,
): Promise<Hit[]> {
	const hits: Hit[] = [];
	for (const { id, version, key } of outcomes) {
		const node = set.rules.get(id);
		if (node === undefined || key === undefined) continue;
		if (node.rule.version !== version) continue;
		const rows = await storedRows(store.resultPath("hits", id, key), engine);
		hits.push(...groupHits(node, rows, parameterValues(node, workspace)));
	}
	return hits;
}

/** Reads a rule's stored hits and says what became of it. */
async function finishRule(
	node: LoadedRule,
	made: NodeResult,
	engine: Engine,
	result: RunResult,
): Promise<RuleOutcome> {
	if (made.status !== "made")
		return notRun(node, made.status, made.reason, made.ms);
	const rows = await storedRows(made.file, engine);
	let hits: Hit[];
	try {
		hits = groupHits(node, rows, made.parameters);
	} catch (error) {
		if (!(error instanceof HitError)) throw error;
		const reason = problem(
			"hit-broken",
			{ file: node.file, line: node.place.line },
			{ rule: node.name, reason: error.message },
		);
		result.problems.push(reason);
		return notRun(node, "failed", reason, made.ms);
	}
	result.hits.set(node.name, hits);
	result.jobs.set(node.name, made.job);
	return {
		id: node.name,
		version: node.rule.version,
		origin: node.origin,
		status: "ran",
		hits: rows.length,
		leads: hits.filter((hit) => hit.suppressed === undefined).length,
		suppressed: countSuppressed(node, hits),
		narrowed: made.narrowed,
		key: made.key,
		executed: made.executed,
		ms: made.ms,
	};
}

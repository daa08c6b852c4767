import { compareCodePoints } from "../base/index.ts";
import type {
	Engine,
	Limits,
	NodeEngine,
	SandboxJob,
} from "../engine/index.ts";
import { type Problem, ProblemError, problem } from "../errors/index.ts";
import {
	type Hit,
	inputName,
	type RuleNode,
	type RuleSet,
} from "../rules/index.ts";
import type { Snapshot, Store } from "../store/index.ts";
import type { Workspace } from "../workspace/index.ts";
import { executionOrder } from "./dag.ts";
import { executeNode, type NodeResult } from "./execute.ts";
import { type FinishedRule, finishRule, notRun } from "./finish-rule.ts";
import type { Made } from "./inputs.ts";
import { publishList } from "./lists.ts";
import type { RuleOutcome } from "./outcome.ts";
import type { NodeProgress } from "./progress.ts";
import { unusualRate } from "./rate.ts";
import { type Share, sideBySide, type Task } from "./schedule.ts";
import { placesFor, shareOf } from "./share.ts";

export interface RunOptions {
	set: RuleSet;
	/** Rules to run, in the order of their ids; those with a broken file say why. */
	rules: readonly string[];
	/** Models that are made though no rule reads them: reports do. */
	models?: readonly string[] | undefined;
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
	/** Models whose results are read on this machine too, wherever they are made. */
	readHere?: ReadonlySet<string> | undefined;
	/** Rules that are executed although their hits are stored; their results are not kept. */
	fresh?: ReadonlySet<string> | undefined;
	onProgress: (event: NodeProgress) => void;
	/** Told from time to time how many bytes of memory a node's job holds. */
	onMemory?: ((node: string, bytes: number) => void) | undefined;
	signal?: AbortSignal | undefined;
}

export interface RunResult {
	outcomes: RuleOutcome[];
	/** Per rule that ran: its hits, one per lead key, suppressed ones included. */
	hits: Map<string, Hit[]>;
	/** Per model and rule that ran: what was asked of the engine. */
	jobs: Map<string, SandboxJob>;
	/** Fingerprints of the lists. */
	lists: Map<string, string>;
	/** Per model and rule that was made or taken over: its file. */
	files: Map<string, string>;
	/** Fingerprints of the models that were made or taken over. */
	models: Map<string, string>;
	problems: Problem[];
}

interface NodeTask extends Task {
	node: RuleNode;
	/** Its place in the order of execution, from 0. */
	index: number;
}

/** What became of a node; everything that is told of nodes is told in the order of execution. */
interface Finished {
	node: RuleNode;
	made: NodeResult;
	rule: FinishedRule | undefined;
}

function titleOf(node: RuleNode): string {
	return node.kind === "rule" ? node.rule.display_name : node.header.title;
}

/**
 * Runs models and rules over a snapshot, side by side where none needs the other. A node that lacks an input is skipped with the reason,
 * one that fails does not stop the others (design decision 10).
 */
export async function runRules(options: RunOptions): Promise<RunResult> {
	const { set, store, engine, workspace, onMemory } = options;
	const staging = options.staging ?? store.stagingDir("run");
	const result: RunResult = {
		outcomes: [],
		hits: new Map(),
		jobs: new Map(),
		lists: new Map(),
		files: new Map(),
		models: new Map(),
		problems: [],
	};
	const lists = new Map<string, Made>();
	for (const list of set.lists.values()) {
		const made = await publishList(list, store, engine, staging);
		lists.set(list.name, made);
		result.lists.set(list.name, made.key);
	}
	const models = new Map<string, Made | Problem>();
	const runnable = options.rules.filter((id) => !options.barred.has(id));
	const order = executionOrder(set, runnable, options.models);
	const finished: Finished[] = [];
	const readers = new Map<number, Engine>();
	const reader = async (worker: number): Promise<Engine> => {
		const own = readers.get(worker) ?? (await engine.session());
		readers.set(worker, own);
		return own;
	};
	const makeNode = async (
		{ node, index }: NodeTask,
		{ worker, among }: Share,
	): Promise<"done" | "alone"> => {
		const announce = {
			kind: node.kind,
			name: node.name,
			title: titleOf(node),
			index: index + 1,
			total: order.length,
			worker,
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
			limits: shareOf(options.limits, among),
			timeoutMs: workspace.config.limits.seconds * 1000,
			maxHits: workspace.config.limits.hits,
			staging,
			readHere: options.readHere,
			fresh: options.fresh?.has(node.name),
			onMemory:
				onMemory === undefined
					? undefined
					: (bytes) => onMemory(node.name, bytes),
			signal: options.signal,
		});
		if (options.signal?.aborted)
			throw new ProblemError([problem("run-cancelled")]);
		if (made.status === "failed" && made.starved && among > 1) return "alone";
		if (node.kind === "model")
			models.set(
				node.name,
				made.status === "made"
					? { file: made.file, key: made.key, narrowed: made.narrowed }
					: made.reason,
			);
		const rule =
			node.kind === "rule"
				? await finishRule(node, made, await reader(worker))
				: undefined;
		finished[index] = { node, made, rule };
		const status = rule?.outcome.status ?? made.status;
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
				rule?.outcome.reason?.text ??
				(made.status === "made" ? undefined : made.reason.message),
			ms: made.ms,
		});
		return "done";
	};
	const tasks = order.map(
		(node, index): NodeTask => ({
			name: node.name,
			after: node.inputs.flatMap((input) =>
				"model" in input ? [inputName(input)] : [],
			),
			node,
			index,
		}),
	);
	try {
		await sideBySide(
			tasks,
			options.nodes.places ?? placesFor(options.limits),
			makeNode,
		);
	} finally {
		for (const own of readers.values()) own.close();
	}
	for (const { node, made, rule } of finished) {
		if (made.status === "failed") result.problems.push(made.reason);
		if (made.status === "made") result.files.set(node.name, made.file);
		if (made.status === "made" && (rule === undefined || rule.hits))
			result.jobs.set(node.name, { ...made.job, limits: options.limits });
		if (node.kind === "model") {
			if (made.status === "made") result.models.set(node.name, made.key);
			continue;
		}
		if (rule === undefined) continue;
		if (rule.broken !== undefined) result.problems.push(rule.broken);
		if (rule.hits !== undefined) result.hits.set(node.name, rule.hits);
		result.outcomes.push(rule.outcome);
		const unusual = unusualRate(node, rule.outcome, options.snapshot, set);
		if (unusual !== undefined) result.problems.push(unusual);
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

import { type Engine, pathLiteral, type Row } from "../engine/index.ts";
import { type Problem, problem } from "../errors/index.ts";
import {
	groupHits,
	type Hit,
	HitError,
	type LoadedRule,
	type RuleSet,
} from "../rules/index.ts";
import type { Store } from "../store/index.ts";
import type { Workspace } from "../workspace/index.ts";
import type { NodeResult } from "./execute.ts";
import type { RuleOutcome } from "./outcome.ts";
import { parameterValues } from "./parameters.ts";

/** What became of a rule, and what it found. */
export interface FinishedRule {
	outcome: RuleOutcome;
	/** Its hits; undefined when it did not run, or they are broken. */
	hits?: Hit[];
	broken?: Problem;
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

/** The outcome of a rule without a result. */
export function notRun(
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
export async function finishRule(
	node: LoadedRule,
	made: NodeResult,
	engine: Engine,
): Promise<FinishedRule> {
	if (made.status !== "made")
		return { outcome: notRun(node, made.status, made.reason, made.ms) };
	const rows = await storedRows(made.file, engine);
	let hits: Hit[];
	try {
		hits = groupHits(node, rows, made.parameters);
	} catch (error) {
		if (!(error instanceof HitError)) throw error;
		const broken = problem(
			"hit-broken",
			{ file: node.file, line: node.place.line },
			{ rule: node.name, reason: error.message },
		);
		return { outcome: notRun(node, "failed", broken, made.ms), broken };
	}
	return {
		hits,
		outcome: {
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
		},
	};
}

import { join } from "node:path";
import * as z from "zod";
import { canonicalJson } from "../base/index.ts";
import { CommitLog } from "../commits/index.ts";
import { ProblemError } from "../errors/index.ts";
import type { RuleOutcome } from "./outcome.ts";

export const RUN_CONTRACT = "bidui/run@1";

const outcomeSchema = z.strictObject({
	id: z.string(),
	version: z.int().positive(),
	/** shipped, shipped and edited since it was locked, or local; older manifests do not say. */
	origin: z.enum(["shipped", "edited", "local"]).optional(),
	status: z.enum(["ran", "skipped", "failed"]),
	reason: z.strictObject({ code: z.string(), text: z.string() }).optional(),
	hits: z.int().nonnegative(),
	leads: z.int().nonnegative(),
	suppressed: z.array(
		z.strictObject({
			code: z.string(),
			title: z.string(),
			count: z.int().positive(),
		}),
	),
	narrowed: z.array(z.string()),
	key: z.string().optional(),
});

/**
 * The manifest of a completed run (docs/contracts/run.md): what it read, what it did, what came out.
 * It holds no clock: a run that repeats another has the same manifest, and writes none.
 */
export const runManifestSchema = z.strictObject({
	contract: z.literal(RUN_CONTRACT),
	as_of: z.string(),
	snapshot: z.strictObject({ n: z.int().positive(), sha: z.string() }),
	/** Rules that were asked for; the leads of others were left alone. */
	selected: z.array(z.string()),
	outcomes: z.array(outcomeSchema),
	/** Model: fingerprint. */
	models: z.record(z.string(), z.string()),
	/** Fingerprint of all rule files, models, lists and parameters in use. */
	rules: z.string(),
	/** Fingerprint of the exemptions, when there are any. */
	exemptions: z.string().optional(),
	engine: z.string(),
	/** Fingerprint of what else the reports show; older manifests do not have it. */
	shown: z.string().optional(),
	/** Commits of the lead log that the run before and this run had seen. */
	log: z.strictObject({
		from: z.int().nonnegative(),
		to: z.int().nonnegative(),
	}),
	lead_state: z.string(),
	statuses: z.record(z.string(), z.int().nonnegative()),
	/** Folder below out/ that holds the reports. */
	out: z.string(),
});
export type RunManifest = z.infer<typeof runManifestSchema>;

/** The outcome without what differs from run to run of the same thing. */
export function lastingOutcome(
	outcome: RuleOutcome,
): RunManifest["outcomes"][number] {
	const { executed: _executed, ms: _ms, ...rest } = outcome;
	return rest;
}

/**
 * Whether a run can only say of leads what the last one said: the same snapshot, as-of date, rules and
 * results, and nothing in the lead log since.
 * @param logged number of the lead log's last commit
 */
export function repeatsLast(
	last: RunManifest | undefined,
	now: Omit<RunManifest, "out" | "log" | "lead_state" | "statuses">,
	logged: number,
): last is RunManifest {
	if (last === undefined || last.log.to !== logged) return false;
	const { out: _o, log: _l, lead_state: _s, statuses: _c, ...before } = last;
	return canonicalJson(before) === canonicalJson(now);
}

/** The numbered manifests of a store: store/runs/. */
export class RunLog {
	readonly #log: CommitLog;

	constructor(storeRoot: string) {
		this.#log = new CommitLog(join(storeRoot, "runs"));
	}

	/** The last completed run; undefined before the first. */
	last(): RunManifest | undefined {
		const chain = this.#log.read();
		const line = chain.commits.at(-1)?.lines[0];
		if (line === undefined) {
			if (chain.problems.length > 0) throw new ProblemError(chain.problems);
			return undefined;
		}
		return runManifestSchema.parse(JSON.parse(line));
	}

	/** The last completed runs, the newest last; a log that cannot be read whole ends at its fault. */
	lastOf(count: number): RunManifest[] {
		return this.#log
			.read()
			.commits.slice(-count)
			.flatMap(({ lines }) => lines)
			.map((line) => runManifestSchema.parse(JSON.parse(line)));
	}

	/** Records a completed run unless it repeats the last one. */
	record(manifest: RunManifest, by: string): void {
		const line = canonicalJson(manifest);
		const last = this.last();
		if (last !== undefined && canonicalJson(last) === line) return;
		this.#log.append([line], by);
	}
}

import { join } from "node:path";
import { makePrivateDir } from "../base/index.ts";
import {
	explainSelect,
	openDuckdb,
	pathList,
	type SandboxInput,
} from "../engine/index.ts";
import { fail, type Problem } from "../errors/index.ts";
import { leadId, readSiteKey } from "../leads/index.ts";
import type { Hit } from "../rules/index.ts";
import { type NodeProgress, type RuleOutcome, runRules } from "../run/index.ts";
import { Store } from "../store/index.ts";
import type { Workspace } from "../workspace/index.ts";
import {
	type Definitions,
	loadDefinitions,
	selectRules,
} from "./definitions.ts";
import { limitsOf } from "./limits.ts";
import { withScratch } from "./scratch.ts";

/** A table that a rule read, and how many rows it had. */
export interface ReadTable {
	name: string;
	kind: "dataset" | "model" | "list";
	title: string;
	rows: number;
}

/** What a rule finds on the data that are loaded. */
export interface RuleTrial {
	asOf: string;
	snapshot: number;
	outcome: RuleOutcome;
	inputs: ReadTable[];
	/** One per lead key, suppressed ones included, with the number that its lead has or would have. */
	hits: (Hit & { lead: string })[];
	/** DuckDB's plan, when it was asked for. */
	plan: string | undefined;
	definitions: Definitions;
	problems: Problem[];
}

function kindOf(
	name: string,
	{ set }: Definitions,
): { kind: ReadTable["kind"]; title: string } {
	const dataset = set.datasets.get(name);
	if (dataset !== undefined) return { kind: "dataset", title: dataset.title };
	const model = set.models.get(name);
	if (model !== undefined) return { kind: "model", title: model.header.title };
	return { kind: "list", title: set.lists.get(name)?.title ?? "" };
}

/**
 * Runs one rule, whatever its status, on the current snapshot. Models that it stands on are made where
 * they are missing; its own result is made afresh and thrown away, and the lead log is left alone.
 * Fails with run-missing when nothing was loaded, rule-unknown when there is no such rule.
 */
export async function tryRule(options: {
	workspace: Workspace;
	id: string;
	asOf?: string | undefined;
	plan: boolean;
	onProgress: (event: NodeProgress) => void;
	signal: AbortSignal;
}): Promise<RuleTrial> {
	const { workspace, id, signal } = options;
	const asOf = options.asOf ?? workspace.config.as_of;
	const siteKey = readSiteKey(workspace.private);
	const definitions = loadDefinitions(workspace);
	if (!definitions.set.rules.has(id)) fail("rule-unknown", {}, { id });
	const store = new Store(workspace.store);
	const snapshot = store.currentSnapshot();
	if (snapshot === undefined) fail("run-missing", { file: workspace.root });
	const selection = await selectRules(definitions, workspace, [id], asOf);
	return withScratch(store, async (folder) => {
		const staging = join(folder, "results");
		makePrivateDir(staging);
		const limits = limitsOf(workspace, join(folder, "spill"));
		const engine = await openDuckdb(limits);
		try {
			const result = await runRules({
				set: definitions.set,
				rules: [id],
				barred: selection.barred,
				workspace,
				store,
				snapshot,
				asOf,
				engine,
				limits,
				staging,
				fresh: new Set([id]),
				onProgress: options.onProgress,
				signal,
			});
			const outcome = result.outcomes[0];
			if (outcome === undefined) return fail("rule-unknown", {}, { id });
			const job = result.jobs.get(id);
			const rowsOf = async ({ files }: SandboxInput): Promise<number> =>
				files.length === 0
					? 0
					: Number(
							(
								await engine.query(
									`SELECT count(*) AS n FROM read_parquet(${pathList(files)})`,
								)
							).rows[0]?.n,
						);
			const inputs: ReadTable[] = [];
			for (const input of job?.inputs ?? [])
				inputs.push({
					name: input.name,
					...kindOf(input.name, definitions),
					rows: await rowsOf(input),
				});
			return {
				asOf,
				snapshot: snapshot.n,
				outcome,
				inputs,
				hits: (result.hits.get(id) ?? []).map((hit) => ({
					...hit,
					lead: leadId(siteKey, id, hit.key),
				})),
				plan:
					options.plan && job !== undefined
						? await explainSelect(job)
						: undefined,
				definitions,
				problems: [
					...definitions.problems,
					...selection.problems,
					...result.problems,
				],
			};
		} finally {
			engine.close();
		}
	});
}

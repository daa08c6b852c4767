import type { Engine } from "../engine/index.ts";
import { fail } from "../errors/index.ts";
import { readSiteKey } from "../leads/index.ts";
import type { NodeProgress, RunResult } from "../run/index.ts";
import { type Snapshot, Store } from "../store/index.ts";
import type { Workspace } from "../workspace/index.ts";
import { runAside } from "./aside.ts";
import {
	type Definitions,
	loadDefinitions,
	type Selection,
	selectRules,
} from "./definitions.ts";

export interface AsideOptions {
	workspace: Workspace;
	id: string;
	asOf?: string | undefined;
	/** Execute it although its hits are stored. */
	fresh?: boolean | undefined;
	onProgress: (event: NodeProgress) => void;
	signal: AbortSignal;
}

/** One rule run on the current snapshot, beside the nightly runs. */
export interface Aside {
	asOf: string;
	definitions: Definitions;
	selection: Selection;
	snapshot: Snapshot;
	store: Store;
	engine: Engine;
	result: RunResult;
	siteKey: Uint8Array;
}

/**
 * Runs one rule, whatever its status, on the current snapshot, and some work with what came out.
 * Models that it stands on are made where they are missing; the lead log and the runs are left alone.
 * Fails with run-missing when nothing was loaded, rule-unknown when there is no such rule.
 */
export async function runRuleAside<Result>(
	options: AsideOptions,
	work: (aside: Aside) => Promise<Result>,
): Promise<Result> {
	const { workspace, id, signal } = options;
	const asOf = options.asOf ?? workspace.config.as_of;
	const siteKey = readSiteKey(workspace.private);
	const definitions = loadDefinitions(workspace);
	const { set } = definitions;
	if (!set.rules.has(id)) fail("rule-unknown", {}, { id });
	const store = new Store(workspace.store);
	const snapshot = store.currentSnapshot();
	if (snapshot === undefined)
		return fail("run-missing", { file: workspace.root });
	const selection = await selectRules(definitions, workspace, [id], asOf);
	return runAside(
		{
			set,
			rules: [id],
			barred: selection.barred,
			workspace,
			store,
			snapshot,
			asOf,
			...(options.fresh === true ? { fresh: new Set([id]) } : {}),
			onProgress: options.onProgress,
			signal,
		},
		(result, engine) =>
			work({
				asOf,
				definitions,
				selection,
				snapshot,
				store,
				engine,
				result,
				siteKey,
			}),
	);
}

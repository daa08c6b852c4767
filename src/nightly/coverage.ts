import { type Problem, problem } from "../errors/index.ts";
import { coverageOf } from "../run/index.ts";
import { type Snapshot, Store } from "../store/index.ts";
import type { Workspace } from "../workspace/index.ts";
import { type Definitions, selectRules } from "./definitions.ts";

/** What a workspace can do with a rule now. */
export interface RuleCoverage {
	/**
	 * ready, narrowed: it can run; missing: an input is not there; invalid: its file or a model is wrong;
	 * off: bidui.yaml does not ask for it, or it is on trial or deprecated.
	 */
	state: "ready" | "narrowed" | "missing" | "invalid" | "off";
	reasons: Problem[];
	narrowed: string[];
}

/** What a run would see before anything was loaded. */
const NOTHING: Snapshot = { n: 0, sha: "", lines: [] };

/** Which rules can run on what is loaded now, and why the others cannot; nothing is run. */
export async function ruleCoverage(
	definitions: Definitions,
	workspace: Workspace,
): Promise<Map<string, RuleCoverage>> {
	const { set } = definitions;
	const store = new Store(workspace.store);
	const snapshot = store.currentSnapshot() ?? NOTHING;
	const nightly = new Set(
		(await selectRules(definitions, workspace, [])).rules,
	);
	const { barred } = await selectRules(definitions, workspace, [
		...set.rules.keys(),
	]);
	return new Map(
		[...set.rules].map(([id, rule]): [string, RuleCoverage] => {
			const bar = barred.get(id);
			const inputs = coverageOf(rule, { set, store, snapshot, workspace });
			if (bar?.code === "skip-invalid")
				return [id, { ...inputs, state: "invalid", reasons: [bar] }];
			if (bar !== undefined || !nightly.has(id))
				return [
					id,
					{
						...inputs,
						state: "off",
						reasons: [bar ?? problem("skip-unasked"), ...inputs.reasons],
					},
				];
			return [id, inputs];
		}),
	);
}

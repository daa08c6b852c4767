import { canonicalJson, fingerprint } from "../base/index.ts";
import type { Problem } from "../errors/index.ts";
import {
	Exemptions,
	fetchEvidence,
	foldEvents,
	type Lead,
	leadEvents,
	loadExemptions,
	readLeadLog,
	readSiteKey,
} from "../leads/index.ts";
import { nearerRules } from "../rules/index.ts";
import type { NodeProgress, RuleOutcome } from "../run/index.ts";
import type { Workspace } from "../workspace/index.ts";
import { runAside } from "./aside.ts";
import { evidenceSources } from "./batch.ts";
import {
	type Definitions,
	loadDefinitions,
	selectRules,
} from "./definitions.ts";
import { findingsOf } from "./findings.ts";
import { readLastRun } from "./report.ts";

/**
 * What the present definitions would do to a lead:
 * add, drop; set it aside by an exemption, or as the fact of a nearer rule; change what it says; leave it; leave it unchecked.
 */
export type LeadEffect =
	| "add"
	| "drop"
	| "exempt"
	| "merge"
	| "change"
	| "keep"
	| "uncheck";

export interface RulesDiff {
	asOf: string;
	snapshot: number;
	/** The definitions, parameters and exemptions are those of the last completed run. */
	unchanged: boolean;
	outcomes: RuleOutcome[];
	/** Version of each rule in the last completed run. */
	versions: Map<string, number>;
	leads: { effect: LeadEffect; lead: Lead }[];
	definitions: Definitions;
	problems: Problem[];
}

/** Whether readers of the report see the lead. */
function seen(lead: Lead | undefined): boolean {
	return lead?.standing === "open" || lead?.standing === "not_rechecked";
}

/** What a lead says, whatever the version of its rule. */
function says({ facts }: Lead): string {
	return canonicalJson({ ...facts, version: 0 });
}

function aside(standing: Lead["standing"]): LeadEffect | undefined {
	if (standing === "exempted") return "exempt";
	return standing === "superseded" ? "merge" : undefined;
}

function effectOn(
	before: Lead | undefined,
	after: Lead,
): LeadEffect | undefined {
	if (before === undefined || !seen(before)) {
		if (seen(after)) return "add";
		// Found for the first time and set aside at once, or newly set aside.
		return before?.standing === after.standing
			? undefined
			: aside(after.standing);
	}
	if (after.standing === "gone") return "drop";
	const set = aside(after.standing);
	if (set !== undefined) return set;
	if (after.standing === "not_rechecked") return "uncheck";
	return says(before) === says(after) ? "keep" : "change";
}

/**
 * Runs rules as they are now on the snapshot and the as-of date of the last completed run, and says
 * which leads that would add, drop and keep. Nothing is committed: neither leads nor runs nor reports.
 * Fails with run-missing when no run was completed.
 * @param asked ids or packs; none means those of bidui.yaml
 */
export async function diffRules(options: {
	workspace: Workspace;
	asked: readonly string[];
	onProgress: (event: NodeProgress) => void;
	signal: AbortSignal;
}): Promise<RulesDiff> {
	const { workspace, signal } = options;
	const siteKey = readSiteKey(workspace.private);
	const { manifest, snapshot, store } = readLastRun(workspace);
	const asOf = manifest.as_of;
	const definitions = loadDefinitions(workspace);
	const { set } = definitions;
	const exempting = loadExemptions(workspace.exemptions, set.rules);
	const exemptions = new Exemptions(exempting, asOf);
	const selection = await selectRules(
		definitions,
		workspace,
		options.asked,
		asOf,
	);
	return runAside(
		{
			set,
			rules: selection.rules,
			barred: selection.barred,
			workspace,
			store,
			snapshot,
			asOf,
			onProgress: options.onProgress,
			signal,
		},
		async (result, engine) => {
			const sources = evidenceSources(snapshot, store);
			const findings = await findingsOf(
				result,
				selection,
				(hits) => fetchEvidence(hits, sources, store, engine, set.datasets),
				siteKey,
			);
			const { leads: before } = readLeadLog(workspace.leads, manifest.log.to);
			const after = new Map(before);
			foldEvents(
				after,
				leadEvents(
					before,
					findings,
					new Set(sources.map((source) => source.line.source)),
					asOf,
					(lead) => exemptions.of(lead),
					nearerRules(set.rules),
				),
				manifest.log.to + 1,
			);
			const asked = new Set(selection.rules);
			return {
				asOf,
				snapshot: snapshot.n,
				unchanged:
					manifest.rules === definitions.fingerprint &&
					manifest.exemptions ===
						(exempting.length === 0 ? undefined : fingerprint(exempting)),
				outcomes: result.outcomes,
				versions: new Map(
					manifest.outcomes.map(({ id, version }) => [id, version]),
				),
				leads: [...after.values()].flatMap((lead) => {
					if (!asked.has(lead.facts.rule)) return [];
					const effect = effectOn(before.get(lead.id), lead);
					return effect === undefined ? [] : [{ effect, lead }];
				}),
				definitions,
				problems: [
					...definitions.problems,
					...selection.problems,
					...result.problems,
				],
			};
		},
	);
}

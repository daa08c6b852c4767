import { fingerprint } from "../base/index.ts";
import { readCorrections } from "../corrections/index.ts";
import {
	type EngineName,
	type NodeEngine,
	openDuckdb,
} from "../engine/index.ts";
import { exitCodeOf, type Problem } from "../errors/index.ts";
import {
	type IngestProgress,
	loadSources,
	type ResentSource,
	type SourceOutcome,
} from "../ingest/index.ts";
import type { Form } from "../intake/index.ts";
import {
	commitLeadEvents,
	type EvidenceSource,
	Exemptions,
	type ExemptionUse,
	exemptedLeads,
	exemptionProblems,
	fetchEvidence,
	type Lead,
	type LeadStatus,
	leadEvents,
	leadStatuses,
	loadExemptions,
	mergedLeads,
	publishState,
	readLeadLog,
	readSiteKey,
	refutedBy,
	resentEvidence,
	stateDigest,
} from "../leads/index.ts";
import { relativeModels } from "../links/index.ts";
import { standingReports } from "../report/index.ts";
import { nearerRules } from "../rules/index.ts";
import {
	lastingOutcome,
	type NodeProgress,
	RUN_CONTRACT,
	type RuleOutcome,
	RunLog,
	type RunManifest,
	repeatsLast,
	runRules,
} from "../run/index.ts";
import {
	makeBundles,
	type Snapshot,
	Store,
	type Swept,
} from "../store/index.ts";
import {
	lockStore,
	preparePrivateFolders,
	type Workspace,
} from "../workspace/index.ts";
import { CHIEFS } from "./chiefs.ts";
import {
	type Definitions,
	loadDefinitions,
	selectRules,
} from "./definitions.ts";
import { openEngine } from "./engine.ts";
import { findingsOf } from "./findings.ts";
import {
	type Forecast,
	type Foreseen,
	forecast,
	Outlook,
} from "./forecast/index.ts";
import { afterLoad } from "./intake.ts";
import { limitsOf } from "./limits.ts";
import { finishProfile, Recorder } from "./profile/index.ts";
import { publishReports, shownFingerprint } from "./publish.ts";
import { tidyStore } from "./tidy.ts";
import { UNMATCHED } from "./units.ts";

export type BatchProgress = Forecast | Foreseen;

export interface BatchOptions {
	workspace: Workspace;
	/** Takes the place of as_of in bidui.yaml. */
	asOf?: string | undefined;
	/** Rule ids or packs; none means those of bidui.yaml. */
	rules?: readonly string[];
	/** Takes the place of engine in bidui.yaml. */
	engine?: EngineName | undefined;
	/** A folder below logs/ for the profile; left out: none is made. */
	profile?: string | undefined;
	onProgress: (event: BatchProgress) => void;
	signal: AbortSignal;
}

export interface BatchResult {
	asOf: string;
	snapshot: Snapshot;
	sources: SourceOutcome[];
	outcomes: RuleOutcome[];
	leads: (Lead & { status: LeadStatus })[];
	/** Leads that an exemption sets aside, and what became of the exemptions. */
	exempted: Lead[];
	/** Leads whose facts leads of nearer rules speak of. */
	merged: Lead[];
	exemptions: ExemptionUse;
	definitions: Definitions;
	/** Sources that were sent again: how they differ from the version before. */
	versions: ResentSource[];
	/** The forms of what waits in quarantine. */
	forms: Form[];
	/** Absolute paths of the report files. */
	reports: string[];
	/** What was removed because nothing kept names it. */
	swept: Swept;
	/** Absolute paths of the files of the profile. */
	profile: string[];
	problems: Problem[];
	exitCode: 0 | 1 | 2 | 3;
}

/** Who wrote a commit. */
const BY = "bidui run";

/** The parts of a snapshot with their manifests. */
export function evidenceSources(
	snapshot: Snapshot,
	store: Store,
): EvidenceSource[] {
	return snapshot.lines.flatMap((line) => {
		if (line.type !== "part") return [];
		const part = store.part(line.dataset, line.key);
		return part === undefined ? [] : [{ line, part }];
	});
}

function countStatuses(
	leads: readonly { status: LeadStatus }[],
): Record<LeadStatus, number> {
	const counts = { new: 0, continuing: 0, gone: 0, not_rechecked: 0 };
	for (const lead of leads) counts[lead.status]++;
	return counts;
}

/**
 * The whole batch: load, run, leads, reports, one after the other under the run lock.
 * Whatever happens, what was complete before stays as it was: parts and snapshots are only added,
 * the lead log gets one commit or none, reports appear as a whole folder, and the run counts
 * as completed only with its manifest, written last.
 */
export async function runBatch(options: BatchOptions): Promise<BatchResult> {
	const { workspace, signal } = options;
	const asOf = options.asOf ?? workspace.config.as_of;
	const siteKey = readSiteKey(workspace.private);
	preparePrivateFolders(workspace);
	const unlock = lockStore(workspace.store);
	const store = new Store(workspace.store);
	const recorder = options.profile === undefined ? undefined : new Recorder();
	let outlook: Outlook | undefined;
	const onProgress = (event: IngestProgress | NodeProgress): void => {
		recorder?.event(event);
		outlook?.event(event);
	};
	recorder?.stage("prepare", "准备");
	try {
		store.clearStaging();
		const limits = limitsOf(workspace, store.stagingDir("spill"));
		const definitions = loadDefinitions(workspace);
		const exempting = loadExemptions(
			workspace.exemptions,
			definitions.set.rules,
		);
		const exemptions = new Exemptions(exempting, asOf);
		const selection = await selectRules(
			definitions,
			workspace,
			options.rules ?? [],
			asOf,
		);
		const foreseen = forecast({
			workspace,
			definitions,
			rules: selection.rules,
			asOf,
		});
		options.onProgress(foreseen.forecast);
		outlook = new Outlook(foreseen.expected, options.onProgress);
		recorder?.stage("load", "装载");
		const loaded = await loadSources({
			workspace,
			datasets: definitions.set.datasets,
			lists: definitions.lists,
			store,
			limits,
			corrections: readCorrections(workspace.private).standing,
			onProgress,
			signal,
		});
		recorder?.stage("intake", "来源情况");
		const settled = await afterLoad({
			workspace,
			snapshot: loaded.snapshot,
			store,
			definitions,
			asOf,
		});
		const engine = await openDuckdb(limits);
		let nodes: NodeEngine | undefined;
		try {
			await makeBundles(store, loaded.snapshot, engine);
			nodes = await openEngine({
				workspace,
				name: options.engine,
				snapshot: loaded.snapshot,
				store,
				definitions,
				host: engine,
			});
			recorder?.stage("rules", "规则");
			const result = await runRules({
				set: definitions.set,
				rules: selection.rules,
				barred: selection.barred,
				models: [CHIEFS, UNMATCHED],
				readHere: new Set([CHIEFS, UNMATCHED, ...relativeModels]),
				workspace,
				store,
				snapshot: loaded.snapshot,
				asOf,
				engine,
				nodes,
				limits,
				onProgress,
				...(recorder === undefined
					? {}
					: {
							onMemory: (node: string, bytes: number) =>
								recorder.memory(node, bytes),
						}),
				signal,
			});
			recorder?.stage("leads", "线索");
			const runs = new RunLog(workspace.store);
			const last = runs.last();
			const described = {
				contract: RUN_CONTRACT as typeof RUN_CONTRACT,
				as_of: asOf,
				snapshot: { n: loaded.snapshot.n, sha: loaded.snapshot.sha },
				selected: selection.rules,
				outcomes: result.outcomes.map(lastingOutcome),
				models: Object.fromEntries(result.models),
				rules: definitions.fingerprint,
				...(exempting.length === 0
					? {}
					: { exemptions: fingerprint(exempting) }),
				engine: nodes.version,
				shown: shownFingerprint(workspace, definitions),
			};
			const before = readLeadLog(workspace.leads);
			// Exemptions tell what became of each, for which every lead has to be looked at.
			const repeats =
				exempting.length === 0 && repeatsLast(last, described, before.n);
			if (!repeats) {
				const sources = evidenceSources(loaded.snapshot, store);
				const findings = await findingsOf(
					result,
					selection,
					(hits) =>
						fetchEvidence(
							hits,
							sources,
							store,
							engine,
							definitions.set.datasets,
						),
					siteKey,
				);
				const resent = await resentEvidence(before.leads.values(), {
					sources,
					store,
					engine,
					datasets: definitions.set.datasets,
				});
				commitLeadEvents(
					workspace.leads,
					leadEvents(
						before.leads,
						findings,
						new Set(sources.map((source) => source.line.source)),
						asOf,
						(lead) => exemptions.of(lead),
						nearerRules(definitions.set.rules),
						resent,
						refutedBy(before.verdicts),
					),
					BY,
				);
			}
			const after = repeats ? before : readLeadLog(workspace.leads);
			await publishState(after, workspace.leads, engine);
			const from = last?.log.to ?? 0;
			const selected = new Set(selection.rules);
			const leads = leadStatuses(
				after.leads.values(),
				from,
				new Set(
					[...after.leads.values()]
						.map((lead) => lead.facts.rule)
						.filter((rule) => !selected.has(rule)),
				),
			);
			const exempted = exemptedLeads(after.leads.values());
			const merged = mergedLeads(after.leads.values());
			const use = exemptions.use(
				new Map(
					result.outcomes
						.filter((outcome) => outcome.status === "ran")
						.map(({ id, version }) => [id, version]),
				),
			);
			const manifest: Omit<RunManifest, "out"> = {
				...described,
				log: { from, to: after.n },
				lead_state: stateDigest(after),
				statuses: {
					...countStatuses(leads),
					...(exempted.length === 0 ? {} : { exempted: exempted.length }),
					...(merged.length === 0 ? {} : { superseded: merged.length }),
				},
			};
			// Leads that were new in the last run are not in this one, so its reports stand for the next only.
			recorder?.stage("reports", "报告");
			const standing =
				repeats && last.log.from === from
					? standingReports(workspace.out, last.out)
					: undefined;
			const reports =
				standing ??
				(await publishReports({
					workspace,
					definitions,
					store,
					snapshot: loaded.snapshot,
					manifest,
					leads,
					merged,
					hits: [...result.hits.values()].flat(),
					engine,
				}));
			runs.record({ ...manifest, out: reports.folder }, BY);
			const swept = tidyStore({ workspace, store, runs, lists: result.lists });
			const problems = [
				...definitions.problems,
				...selection.problems,
				...loaded.problems,
				...settled.problems,
				...result.problems,
				...reports.problems,
				...exemptionProblems(use),
			];
			const profile =
				recorder === undefined || options.profile === undefined
					? []
					: await finishProfile(recorder, options.profile, {
							workspace,
							store,
							engine,
							asOf,
							snapshot: loaded.snapshot.n,
							outcomes: loaded.outcomes,
							result,
						});
			return {
				asOf,
				snapshot: loaded.snapshot,
				sources: loaded.outcomes,
				outcomes: result.outcomes,
				leads,
				exempted,
				merged,
				exemptions: use,
				definitions,
				versions: loaded.versions,
				forms: settled.forms,
				reports: reports.files,
				swept,
				profile,
				problems,
				exitCode: exitCodeOf(problems),
			};
		} finally {
			await nodes?.close();
			engine.close();
		}
	} finally {
		outlook?.stop();
		store.clearStaging();
		unlock();
	}
}

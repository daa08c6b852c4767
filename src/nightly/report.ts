import { openDuckdb } from "../engine/index.ts";
import { fail, type Problem } from "../errors/index.ts";
import {
	exemptedLeads,
	type Lead,
	type LeadStatus,
	leadStatuses,
	mergedLeads,
	readLeadLog,
} from "../leads/index.ts";
import { RunLog, type RunManifest, storedHits } from "../run/index.ts";
import { type Snapshot, Store } from "../store/index.ts";
import type { Workspace } from "../workspace/index.ts";
import { type Definitions, loadDefinitions } from "./definitions.ts";
import { limitsOf } from "./limits.ts";
import { publishReports } from "./publish.ts";

/** The last completed run of a workspace with what it said of each lead. */
export interface LastRun {
	manifest: RunManifest;
	snapshot: Snapshot;
	store: Store;
	leads: (Lead & { status: LeadStatus })[];
	/** Leads that an exemption sets aside. */
	exempted: Lead[];
	/** Leads whose facts leads of nearer rules speak of. */
	merged: Lead[];
	/** Leads that went in earlier runs and are no longer reported. */
	past: Lead[];
}

/** Reads the last completed run. Fails with run-missing when there is none. */
export function readLastRun(workspace: Workspace): LastRun {
	const manifest = new RunLog(workspace.store).last();
	if (manifest === undefined) fail("run-missing", { file: workspace.root });
	const store = new Store(workspace.store);
	const snapshot = store.snapshot(manifest.snapshot.n);
	const log = readLeadLog(workspace.leads, manifest.log.to);
	const selected = new Set(manifest.selected);
	const all = [...log.leads.values()];
	const leads = leadStatuses(
		all,
		manifest.log.from,
		new Set(
			all.map((lead) => lead.facts.rule).filter((rule) => !selected.has(rule)),
		),
	);
	const exempted = exemptedLeads(all);
	const merged = mergedLeads(all);
	const reported = new Set(
		[...leads, ...exempted, ...merged].map((lead) => lead.id),
	);
	return {
		manifest,
		snapshot,
		store,
		leads,
		exempted,
		merged,
		past: all.filter((lead) => !reported.has(lead.id)),
	};
}

/** Writes the reports of the last completed run again, from what it recorded; nothing is recomputed. */
export async function rewriteReports(workspace: Workspace): Promise<{
	files: string[];
	problems: Problem[];
	definitions: Definitions;
}> {
	const last = readLastRun(workspace);
	const definitions = loadDefinitions(workspace);
	const { out: _out, ...manifest } = last.manifest;
	const engine = await openDuckdb(limitsOf(workspace));
	try {
		const hits = await storedHits(
			manifest.outcomes,
			definitions.set,
			workspace,
			last.store,
			engine,
		);
		const published = await publishReports({
			workspace,
			definitions,
			store: last.store,
			snapshot: last.snapshot,
			manifest,
			leads: last.leads,
			merged: last.merged,
			hits,
			engine,
		});
		return {
			files: published.files,
			problems: published.problems,
			definitions,
		};
	} finally {
		engine.close();
	}
}

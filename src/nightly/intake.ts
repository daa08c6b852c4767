import { openDuckdb } from "../engine/index.ts";
import { fail, type Problem, problem } from "../errors/index.ts";
import {
	controlProblems,
	controlTotals,
	type Form,
	type LoadReport,
	loadReport,
	publishForms,
	type RequestTerms,
	type SourceStanding,
	sourceStandings,
	writeNotices,
	writeRequests,
} from "../intake/index.ts";
import { type Snapshot, Store } from "../store/index.ts";
import type { Workspace } from "../workspace/index.ts";
import {
	type Definitions,
	loadDefinitions,
	selectRules,
} from "./definitions.ts";
import { limitsOf } from "./limits.ts";
import { withScratch } from "./scratch.ts";

const NOTHING: Snapshot = { n: 0, sha: "", lines: [] };

/** Sources that are due and not there. */
function overdue(
	workspace: Workspace,
	snapshot: Snapshot,
	asOf: string,
): Problem[] {
	return workspace.config.sources.flatMap((source, i) => {
		const { id, due, from } = source;
		const has = snapshot.lines.some(
			(line) => line.source === id && line.type !== "missing",
		);
		return has || due === undefined || due >= asOf
			? []
			: [
					problem(
						"source-overdue",
						{
							file: workspace.configFile,
							line: workspace.lineOf(["sources", i, "due"]),
						},
						{
							source: id,
							due,
							from: from === undefined ? "" : `（${from}）`,
						},
					),
				];
	});
}

/** What follows a load: forms of what waits, totals that do not agree, sources that are due. */
export async function afterLoad(options: {
	workspace: Workspace;
	snapshot: Snapshot;
	store: Store;
	definitions: Definitions;
	asOf: string;
}): Promise<{ forms: Form[]; problems: Problem[] }> {
	const { workspace, snapshot, store, definitions, asOf } = options;
	const { datasets } = definitions.set;
	const limits = limitsOf(workspace);
	const forms = await publishForms({
		workspace,
		snapshot,
		store,
		datasets,
		limits,
	});
	const problems = overdue(workspace, snapshot, asOf);
	const stated = workspace.config.sources.filter(
		({ control }) => control !== undefined,
	);
	if (stated.length > 0) {
		const engine = await openDuckdb(limits);
		try {
			for (const source of stated)
				problems.push(
					...controlProblems(
						source,
						await controlTotals(source, { snapshot, store, engine, datasets }),
					),
				);
		} finally {
			engine.close();
		}
	}
	return { forms, problems };
}

/** Sources as they stand now, for commands that only look. */
export interface SourceOverview {
	snapshot: number;
	asOf: string;
	standings: SourceStanding[];
	/** The load reports that were asked for. */
	reports: LoadReport[];
	definitions: Definitions;
}

/**
 * Where the sources of a workspace stand, and the load reports of some. Nothing is loaded.
 * Fails with source-not-declared.
 * @param wanted ids of the sources to report on; "all": those that have parts
 */
export async function sourceOverview(
	workspace: Workspace,
	options: { asOf?: string | undefined; wanted?: readonly string[] | "all" },
): Promise<SourceOverview> {
	const ids = new Set(workspace.config.sources.map(({ id }) => id));
	for (const source of options.wanted === "all" ? [] : (options.wanted ?? []))
		if (!ids.has(source))
			fail("source-not-declared", { file: workspace.configFile }, { source });
	const definitions = loadDefinitions(workspace);
	const store = new Store(workspace.store);
	const snapshot = store.currentSnapshot() ?? NOTHING;
	const asOf = options.asOf ?? workspace.config.as_of;
	return withScratch(store, async (spill) => {
		const engine = await openDuckdb(limitsOf(workspace, spill));
		try {
			const loaded = {
				snapshot,
				store,
				engine,
				datasets: definitions.set.datasets,
			};
			const standings = await sourceStandings(workspace, loaded, asOf);
			const reports: LoadReport[] = [];
			for (const standing of standings)
				if (
					options.wanted === "all"
						? standing.loaded + standing.quarantined > 0
						: options.wanted?.includes(standing.source.id)
				)
					reports.push(await loadReport(workspace, standing, loaded));
			return { snapshot: snapshot.n, asOf, standings, reports, definitions };
		} finally {
			engine.close();
		}
	});
}

/** Writes a notice of what is missing or wrong for every department that sends data. */
export async function sourceNotices(
	workspace: Workspace,
	asOf?: string,
): Promise<Awaited<ReturnType<typeof writeNotices>>> {
	const overview = await sourceOverview(workspace, { asOf, wanted: "all" });
	return writeNotices(
		workspace,
		overview.standings,
		overview.reports,
		overview.asOf,
	);
}

/**
 * Writes for every department which data and columns the rules of the round need.
 * @param rules ids or packs; none means those of bidui.yaml
 */
export async function sourceRequests(
	workspace: Workspace,
	rules: readonly string[],
	terms: RequestTerms,
): Promise<Awaited<ReturnType<typeof writeRequests>>> {
	const definitions = loadDefinitions(workspace);
	const selection = await selectRules(definitions, workspace, rules);
	return writeRequests(
		workspace,
		definitions.set,
		selection.rules.filter((id) => !selection.barred.has(id)),
		terms,
	);
}

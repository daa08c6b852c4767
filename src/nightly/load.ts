import { userInfo } from "node:os";
import { readCorrections, recordCorrections } from "../corrections/index.ts";
import { openDuckdb } from "../engine/index.ts";
import {
	exitCodeOf,
	fail,
	type Problem,
	ProblemError,
} from "../errors/index.ts";
import {
	loadSources,
	type ResentSource,
	type SourceOutcome,
} from "../ingest/index.ts";
import {
	type Form,
	filledForms,
	type ReadForm,
	readForm,
} from "../intake/index.ts";
import { Store } from "../store/index.ts";
import {
	lockStore,
	preparePrivateFolders,
	type Workspace,
} from "../workspace/index.ts";
import { type Definitions, loadDefinitions } from "./definitions.ts";
import {
	type Forecast,
	type Foreseen,
	forecast,
	Outlook,
} from "./forecast/index.ts";
import { afterLoad } from "./intake.ts";
import { limitsOf } from "./limits.ts";

/** Reads forms that people filled in and records what they corrected, before anything is loaded. */
async function takeForms(
	workspace: Workspace,
	store: Store,
	paths: readonly string[],
	by: string,
): Promise<ReadForm[]> {
	const engine = await openDuckdb(limitsOf(workspace));
	try {
		const forms: ReadForm[] = [];
		for (const path of paths) {
			// Each form is compared with what the forms before it have settled.
			const { standing, forms: known } = readCorrections(workspace.private);
			try {
				const form = await readForm(path, { store, engine, standing });
				recordCorrections(
					workspace.private,
					form.events.filter(
						(event) => event.type !== "form" || !known.has(event.sha256),
					),
					by,
				);
				forms.push(form);
			} catch (error) {
				if (!(error instanceof ProblemError)) throw error;
				forms.push({
					path,
					events: [],
					corrected: 0,
					withdrawn: 0,
					same: 0,
					problems: [...error.problems],
				});
			}
		}
		return forms;
	} finally {
		engine.close();
	}
}

/** Forms that were filled in and not read yet. */
function waitingForms(workspace: Workspace): string[] {
	const { forms } = readCorrections(workspace.private);
	return filledForms(workspace, forms);
}

export interface LoadOutcome {
	sources: SourceOutcome[];
	snapshot: number;
	/** Sources that were sent again: how they differ from the version before. */
	versions: ResentSource[];
	definitions: Definitions;
	/** The forms that were read. */
	read: ReadForm[];
	/** The forms that wait in private/. */
	forms: Form[];
	problems: Problem[];
	exitCode: 0 | 1 | 2 | 3;
}

/**
 * Loads the sources of a workspace and nothing else, under the run lock.
 * @param options.corrections forms to read first; true: those in private/ that were filled in
 * @param options.accept sources whose new version counts however much it differs from the one before
 * @param options.by who made the corrections; left out: the account
 */
export async function runLoad(options: {
	workspace: Workspace;
	corrections?: readonly string[] | true;
	by?: string | undefined;
	accept?: readonly string[];
	onProgress: (event: Forecast | Foreseen) => void;
	signal: AbortSignal;
}): Promise<LoadOutcome> {
	const { workspace, onProgress, signal } = options;
	const declared = new Set(workspace.config.sources.map(({ id }) => id));
	for (const source of options.accept ?? [])
		if (!declared.has(source))
			fail("accept-unknown", { file: workspace.configFile }, { source });
	preparePrivateFolders(workspace);
	const unlock = lockStore(workspace.store);
	const store = new Store(workspace.store);
	let outlook: Outlook | undefined;
	try {
		store.clearStaging();
		const definitions = loadDefinitions(workspace);
		const wanted = options.corrections;
		const paths = wanted === true ? waitingForms(workspace) : (wanted ?? []);
		if (wanted === true && paths.length === 0)
			fail("corrections-none", { file: workspace.private });
		const read = await takeForms(
			workspace,
			store,
			paths,
			options.by ?? userInfo().username,
		);
		const foreseen = forecast({
			workspace,
			definitions,
			rules: [],
			asOf: workspace.config.as_of,
		});
		onProgress(foreseen.forecast);
		outlook = new Outlook(foreseen.expected, onProgress);
		const loaded = await loadSources({
			workspace,
			datasets: definitions.set.datasets,
			lists: definitions.lists,
			store,
			limits: limitsOf(workspace, store.stagingDir("spill")),
			corrections: readCorrections(workspace.private).standing,
			...(options.accept === undefined ? {} : { accept: options.accept }),
			onProgress: (event) => outlook?.event(event),
			signal,
		});
		const settled = await afterLoad({
			workspace,
			snapshot: loaded.snapshot,
			store,
			definitions,
			asOf: workspace.config.as_of,
		});
		const problems = [
			...definitions.problems,
			...read.flatMap((form) => form.problems),
			...loaded.problems,
			...settled.problems,
		];
		return {
			sources: loaded.outcomes,
			snapshot: loaded.snapshot.n,
			versions: loaded.versions,
			definitions,
			read,
			forms: settled.forms,
			problems,
			exitCode: exitCodeOf(problems),
		};
	} finally {
		outlook?.stop();
		store.clearStaging();
		unlock();
	}
}

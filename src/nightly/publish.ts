import { fingerprint } from "../base/index.ts";
import type { Engine } from "../engine/index.ts";
import type { Problem } from "../errors/index.ts";
import { type Lead, type LeadStatus, readVerdicts } from "../leads/index.ts";
import {
	linkWords,
	ofClaims,
	readRelatives,
	relativeText,
} from "../links/index.ts";
import type { List } from "../lists/index.ts";
import { bannedWordsOf } from "../privacy/index.ts";
import {
	buildReport,
	layoutFingerprint,
	type ReportModel,
	writeReports,
} from "../report/index.ts";
import type { Hit } from "../rules/index.ts";
import type { RunManifest } from "../run/index.ts";
import type { Snapshot, Store } from "../store/index.ts";
import type { Workspace } from "../workspace/index.ts";
import { BANNED_WORDS } from "./check-words.ts";
import { readChiefs } from "./chiefs.ts";
import type { Definitions } from "./definitions.ts";

export interface PublishOptions {
	workspace: Workspace;
	definitions: Definitions;
	store: Store;
	snapshot: Snapshot;
	manifest: Omit<RunManifest, "out">;
	leads: (Lead & { status: LeadStatus })[];
	merged: readonly Lead[];
	hits: Hit[];
	engine: Engine;
}

/** The dataset whose rows may give a relative without a number. */
const FAMILY_TABLE = "kinship";

/** How the relatives without a number behind leads were found, in words, by the row that states each. */
async function relativeTexts({
	workspace,
	definitions,
	store,
	manifest,
	leads,
	engine,
}: Omit<PublishOptions, "hits" | "merged" | "snapshot">): Promise<
	Map<string, string[]>
> {
	const rows = leads.flatMap(({ evidence }) =>
		evidence
			.filter(({ dataset }) => dataset === FAMILY_TABLE)
			.map(({ address }) => address),
	);
	if (rows.length === 0) return new Map();
	const relatives = await readRelatives(
		{ store, models: manifest.models },
		engine,
		ofClaims([...new Set(rows)]),
	);
	const words = linkWords(definitions.lists);
	const { standing } = readVerdicts(workspace.leads, manifest.log.to);
	return new Map(
		relatives.map((relative) => [
			relative.claim,
			relativeText(relative, words, standing, manifest.as_of),
		]),
	);
}

/** Region codes and their names; a code's present name stands before its earlier ones. */
function regionNames(list: List | undefined): Map<string, string> {
	const at = (name: string) =>
		list?.columns.findIndex((column) => column.name === name) ?? -1;
	const [code, name, until] = [at("code"), at("name"), at("valid_to")];
	const rows = [...(list?.rows ?? [])].sort(
		(a, b) => Number(a[until] === null) - Number(b[until] === null),
	);
	return new Map(rows.map((row) => [String(row[code]), String(row[name])]));
}

/** Fingerprint of what reports show beside results: the round, its groups, broken rule files, the layout. */
export function shownFingerprint(
	workspace: Workspace,
	definitions: Definitions,
): string {
	return fingerprint({
		config: workspace.config,
		problems: definitions.problems,
		layout: layoutFingerprint(),
	});
}

/** Everything that the reports of a run show. */
export async function reportModel(
	options: PublishOptions,
): Promise<ReportModel> {
	const { workspace, definitions, store, snapshot, manifest } = options;
	const { set } = definitions;
	const parts = new Map(
		snapshot.lines.flatMap((line) => {
			const part =
				line.type === "part" ? store.part(line.dataset, line.key) : undefined;
			return part === undefined ? [] : [[part.key, part] as const];
		}),
	);
	return buildReport({
		config: { ...workspace.config, as_of: manifest.as_of },
		datasets: set.datasets,
		rules: [...set.rules.values()].map((node) => node.rule),
		models: [...set.models.values()],
		regions: regionNames(definitions.lists.get("region")),
		packs: set.packs,
		outcomes: manifest.outcomes,
		leads: options.leads,
		merged: options.merged,
		hits: options.hits,
		chiefs: await readChiefs(manifest.models, store, options.engine),
		snapshot,
		parts,
		problems: definitions.problems,
		relatives: await relativeTexts(options),
		provenance: {
			snapshot: snapshot.n,
			snapshotSha: snapshot.sha,
			leadState: manifest.lead_state,
			rules: manifest.rules,
			engine: manifest.engine,
		},
	});
}

/**
 * Builds the reports of a run and writes them into a folder of out/ named by as-of date and content:
 * the same content is never written twice, and nothing that exists is changed.
 */
export async function publishReports(options: PublishOptions): Promise<{
	/** Name of the folder below out/. */
	folder: string;
	/** Absolute paths. */
	files: string[];
	problems: Problem[];
}> {
	const { workspace, definitions } = options;
	const model = await reportModel(options);
	const words = definitions.lists.get(BANNED_WORDS);
	const bannedWords = words === undefined ? [] : bannedWordsOf(words);
	return writeReports(model, workspace.out, {
		bannedWords: bannedWords,
	});
}

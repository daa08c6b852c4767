import { mkdirSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { Dataset, DatasetColumn } from "../datasets/index.ts";
import { identifier, openDuckdb, pathLiteral } from "../engine/index.ts";
import { fail, type Problem } from "../errors/index.ts";
import {
	type DatasetFit,
	guessDatasets,
	loadSources,
	type SourceOutcome,
} from "../ingest/index.ts";
import { maskValue } from "../privacy/index.ts";
import { type Part, Store } from "../store/index.ts";
import {
	addSource,
	type NewSource,
	type Source,
	type Workspace,
} from "../workspace/index.ts";
import { loadDefinitions } from "./definitions.ts";
import { limitsOf } from "./limits.ts";
import { withScratch } from "./scratch.ts";

const SAMPLE_ROWS = 5;
const SHOWN_GUESSES = 3;

/** One table of an inspected file. */
export interface InspectedTable {
	part: Part;
	dataset: Dataset;
	/** The columns that the file has, and the first rows, masked. */
	columns: DatasetColumn[];
	sample: string[][];
}

/** What the product makes of a file. */
export interface Inspection {
	guesses: DatasetFit[];
	outcomes: SourceOutcome[];
	tables: InspectedTable[];
	problems: Problem[];
	/** The entry that was added to bidui.yaml. */
	written?: NewSource;
}

/** The path of a file as bidui.yaml writes it; undefined outside of sources. */
function belowSources(workspace: Workspace, path: string): string | undefined {
	const below = relative(workspace.sources, path);
	return below === "" || below.startsWith("..") || resolve(below) === below
		? undefined
		: below.split(sep).join("/");
}

function freeId(workspace: Workspace, dataset: string): string {
	const taken = new Set(workspace.config.sources.map((source) => source.id));
	let id = dataset;
	for (let n = 2; taken.has(id); n++) id = `${dataset}_${n}`;
	return id;
}

/**
 * Reads a file as a night would, into a store that is thrown away, and says what was understood. The
 * settings of a source of bidui.yaml with the same path hold.
 * @param options.dataset takes the place of the guess
 * @param options.write adds the file to bidui.yaml; fails when it lies outside of sources
 */
export async function inspectFile(
	workspace: Workspace,
	file: string,
	options: { dataset?: string; write?: boolean; signal: AbortSignal },
): Promise<Inspection> {
	const path = resolve(file);
	if (!statSync(path, { throwIfNoEntry: false })?.isFile())
		fail("inspect-missing", { file });
	const below = belowSources(workspace, path);
	if (options.write === true && below === undefined)
		fail("inspect-outside", { file }, { sources: workspace.sources });
	const { set, lists } = loadDefinitions(workspace);
	const declared = workspace.config.sources.find(
		(source) => source.path === below,
	);
	const base: Source = {
		mode: "replace",
		columns: {},
		units: {},
		accept_damaged: [],
		optional: false,
		expected: false,
		...declared,
		id: "inspect",
		path: basename(path),
		dataset: options.dataset ?? declared?.dataset ?? "",
	};
	return withScratch(new Store(workspace.store), async (folder) => {
		const limits = limitsOf(workspace);
		const engine = await openDuckdb(limits);
		try {
			const scratch = join(folder, "guess");
			mkdirSync(scratch);
			const guesses = await guessDatasets(
				engine,
				base,
				path,
				[...set.datasets.values()],
				scratch,
			);
			const name =
				base.dataset !== "" ? base.dataset : guesses[0]?.dataset.name;
			const dataset =
				name === undefined
					? undefined
					: (set.datasets.get(name) ?? fail("dataset-not-found", {}, { name }));
			const shown = guesses
				.filter(({ score }) => score > 0)
				.slice(0, SHOWN_GUESSES);
			if (dataset === undefined)
				return { guesses: shown, outcomes: [], tables: [], problems: [] };
			const store = new Store(join(folder, "store"));
			const { outcomes, problems } = await loadSources({
				workspace: {
					...workspace,
					sources: dirname(path),
					config: {
						...workspace.config,
						sources: [{ ...base, dataset: dataset.name }],
					},
				},
				datasets: set.datasets,
				lists,
				store,
				limits,
				signal: options.signal,
			});
			const tables: InspectedTable[] = [];
			for (const { part } of outcomes) {
				if (part === undefined) continue;
				const columns = dataset.columns.filter(
					(column) => !part.absent.includes(column.name),
				);
				const values = columns.map(
					({ name: column }, i) =>
						`CAST(${identifier(column)} AS VARCHAR) AS v${i}`,
				);
				const { rows } = await engine.query(
					`SELECT ${values.join(", ")} FROM read_parquet(${pathLiteral(store.partPath(dataset.name, part.key))}) ORDER BY _row LIMIT ${SAMPLE_ROWS}`,
				);
				tables.push({
					part,
					dataset,
					columns,
					sample: rows.map((row) =>
						columns.map((column, i) => maskValue(column.kind, row[`v${i}`])),
					),
				});
			}
			const inspection: Inspection = {
				guesses: shown,
				outcomes,
				tables,
				problems,
			};
			if (options.write !== true || below === undefined || tables.length === 0)
				return inspection;
			if (declared !== undefined)
				fail("inspect-declared", { file }, { id: declared.id });
			const written = {
				id: freeId(workspace, dataset.name),
				path: below,
				dataset: dataset.name,
			};
			addSource(workspace.configFile, written);
			return { ...inspection, written };
		} finally {
			engine.close();
		}
	});
}

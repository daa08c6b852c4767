import type { ColumnType } from "../datasets/index.ts";
import { storedColumns } from "../datasets/index.ts";
import type { Column, SandboxInput } from "../engine/index.ts";
import { type Problem, problem } from "../errors/index.ts";
import { inputName, type RuleNode, type RuleSet } from "../rules/index.ts";
import { filesOf, partsOf, type Snapshot, type Store } from "../store/index.ts";
import type { Workspace } from "../workspace/index.ts";

/** A result that later nodes can read: its file and the fingerprint that made it. */
export interface Made {
	file: string;
	key: string;
	/** What it could not see for want of optional inputs: what reads it cannot see it either. */
	narrowed: readonly string[];
}

/** What a node reads in this run, or why it cannot run. */
export type Resolved =
	| { ok: true; inputs: SandboxInput[]; keys: string[]; narrowed: string[] }
	| { ok: false; reason: Problem };

export interface Sources {
	set: RuleSet;
	store: Store;
	snapshot: Snapshot;
	workspace: Workspace;
	/** The as-of date; that of bidui.yaml when left out. */
	asOf?: string | undefined;
	/** Lists as Parquet, and models that were made before; a model that was not says why. */
	lists: ReadonlyMap<string, Made>;
	models: ReadonlyMap<string, Made | Problem>;
}

type DatasetInput = Extract<RuleNode["inputs"][number], { dataset: string }>;

const DAY_MS = 86_400_000;

function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

function typed(
	columns: readonly string[],
	types: ReadonlyMap<string, ColumnType>,
): Column[] {
	return columns.map((name) => ({ name, type: types.get(name) ?? "VARCHAR" }));
}

/**
 * What a node reads of a dataset and what it loses without its optional parts,
 * or the reason why it cannot run.
 */
export function datasetInput(
	input: DatasetInput,
	sources: Pick<Sources, "set" | "store" | "snapshot" | "workspace" | "asOf">,
): { table: SandboxInput; key: string; narrowed: string[] } | Problem {
	const { set, store, snapshot, workspace } = sources;
	const dataset = set.datasets.get(input.dataset);
	if (dataset === undefined)
		return problem("input-unknown", {}, { name: input.dataset });
	const granted =
		dataset.authorisation === undefined ||
		workspace.config.authorisations[dataset.authorisation] !== undefined;
	if (!granted && !input.optional)
		return problem(
			"skip-authorisation",
			{},
			{ dataset: dataset.title, authorisation: dataset.authorisation ?? "" },
		);
	const parts = granted ? partsOf(snapshot, input.dataset) : [];
	const narrowed: string[] = [];
	const lost = input.without === undefined ? "" : `：${input.without}`;
	if (parts.length === 0) {
		if (!input.optional)
			return problem(
				"skip-dataset",
				{},
				{ datasets: dataset.title, held_by: dataset.held_by.join("、") },
			);
		narrowed.push(`缺少“${dataset.title}”${lost}`);
	} else {
		const old = parts
			.map((part) => part.cut_off)
			.filter((day) => day !== undefined)
			.filter(
				(day) =>
					input.fresh_days !== undefined &&
					daysBetween(day, sources.asOf ?? workspace.config.as_of) >
						input.fresh_days,
			)
			.sort()[0];
		if (old !== undefined)
			narrowed.push(
				`“${dataset.title}”只到 ${old}，早于截止日 ${input.fresh_days} 天以上：此后的变化看不到`,
			);
		const manifests = parts.map((part) => store.part(part.dataset, part.key));
		const absent = input.columns.filter((column) =>
			manifests.every((part) => part?.absent.includes(column) === true),
		);
		const title = (name: string) =>
			dataset.columns.find((column) => column.name === name)?.title ?? name;
		const fatal = absent.filter(
			(column) => !(column in input.optional_columns),
		);
		if (fatal.length > 0)
			return problem(
				"skip-column",
				{},
				{ dataset: dataset.title, columns: fatal.map(title).join("、") },
			);
		if (absent.length > 0)
			narrowed.push(
				...absent.map((column) => {
					const effect = input.optional_columns[column] ?? "";
					return `“${dataset.title}”没有${title(column)}${effect === "" ? "" : `：${effect}`}`;
				}),
			);
	}
	const types = new Map(
		storedColumns(dataset).map((column) => [column.name, column.type]),
	);
	return {
		table: {
			name: input.dataset,
			columns: typed(input.columns, types),
			files: filesOf(store, parts),
		},
		key: `${input.dataset}:${parts.map((part) => part.key).join("+")}`,
		narrowed,
	};
}

/** Finds the files of a node's inputs; the first input that stands in its way is the reason. */
export function resolveInputs(node: RuleNode, sources: Sources): Resolved {
	const inputs: SandboxInput[] = [];
	const keys: string[] = [];
	const narrowed: string[] = [];
	for (const input of node.inputs) {
		if ("dataset" in input) {
			const found = datasetInput(input, sources);
			if ("code" in found) return { ok: false, reason: found };
			inputs.push(found.table);
			keys.push(found.key);
			narrowed.push(...found.narrowed);
			continue;
		}
		const name = inputName(input);
		const declared =
			"model" in input
				? sources.set.models.get(name)?.header.columns
				: sources.set.lists.get(name)?.columns;
		const made = ("model" in input ? sources.models : sources.lists).get(name);
		if (made === undefined || declared === undefined)
			return { ok: false, reason: problem("input-unknown", {}, { name }) };
		if ("code" in made) {
			// A model that lacks an input passes its own reason on; one that failed is named.
			if (made.code.startsWith("skip-")) return { ok: false, reason: made };
			return {
				ok: false,
				reason: problem(
					"skip-model",
					{},
					{ model: name, reason: made.message },
				),
			};
		}
		const types = new Map(
			declared.map((column) => [column.name, column.type as ColumnType]),
		);
		inputs.push({
			name,
			columns: typed(input.columns, types),
			files: [made.file],
		});
		keys.push(`${name}:${made.key}`);
		narrowed.push(...made.narrowed);
	}
	return { ok: true, inputs, keys, narrowed: [...new Set(narrowed)] };
}

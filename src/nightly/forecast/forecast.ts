import { statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import { type PlannedSource, planSources } from "../../ingest/index.ts";
import { inputName, type RuleNode } from "../../rules/index.ts";
import { executionOrder, RunLog } from "../../run/index.ts";
import { Store } from "../../store/index.ts";
import type { Workspace } from "../../workspace/index.ts";
import type { Definitions } from "../definitions.ts";
import { type History, readHistory } from "./history.ts";

/** What a run will probably take, as far as earlier runs tell. Milliseconds and bytes. */
export interface Forecast {
	type: "forecast";
	files: number;
	bytes: number;
	/** Files that are new, or not as they were when they were last met. */
	changedFiles: number;
	changedBytes: number;
	/** Undefined where no earlier run tells. */
	loadMs: number | undefined;
	/** Models and rules that read something that changed. */
	affected: number;
	/** Those of them that never ran here: their time is not in rulesMs. */
	unknown: number;
	rulesMs: number | undefined;
	/** What the store will probably grow by. */
	diskBytes: number | undefined;
	freeBytes: number;
}

/** What single files and nodes will probably take, in milliseconds; those that nothing is known of are left out. */
export interface Expected {
	files: ReadonlyMap<string, number>;
	nodes: ReadonlyMap<string, number>;
}

/** What it takes to see that a small file or a result still holds. */
const STANDS_MS = 20;

const sum = (values: Iterable<number>) =>
	[...values].reduce((total, value) => total + value, 0);

/** Looks at files, logs and the last run; nothing is read but sizes and times. */
export function forecast(options: {
	workspace: Workspace;
	definitions: Definitions;
	rules: readonly string[];
	asOf: string;
}): { forecast: Forecast; expected: Expected } {
	const { workspace, definitions } = options;
	const history = readHistory(workspace.logs);
	const planned = planSources(workspace, definitions.set.datasets);
	const files = planned.flatMap((item) => filesOf(item, workspace));
	const changed = files.filter((file) => !stands(file, history));
	const { threads } = workspace.config.limits;
	const perByte = rateOf(history);
	const times = new Map<string, number>();
	for (const file of files) {
		const ms = changed.includes(file)
			? perByte(file)
			: (history.stood.get(file.path) ?? STANDS_MS);
		if (ms !== undefined) times.set(file.path, ms);
	}
	const order = executionOrder(definitions.set, options.rules);
	const nodes = affectedNodes(order, options, changed);
	const known = nodes.filter(({ name }) => history.nodes.has(name));
	const nodeTimes = new Map(
		known.map(({ name }) => [name, history.nodes.get(name) ?? 0]),
	);
	const space = statfsSync(workspace.root);
	const told = history.loaded.size > 0;
	const changedBytes = sum(changed.map(({ bytes }) => bytes));
	const growth = growthOf(workspace, files);
	return {
		forecast: {
			type: "forecast",
			files: files.length,
			bytes: sum(files.map(({ bytes }) => bytes)),
			changedFiles: changed.length,
			changedBytes,
			loadMs: told
				? sum(times.values()) / Math.min(threads, Math.max(1, files.length))
				: undefined,
			affected: nodes.length,
			unknown: nodes.length - known.length,
			rulesMs:
				history.nodes.size > 0
					? sum(nodeTimes.values()) /
						Math.min(threads, Math.max(1, nodes.length))
					: undefined,
			diskBytes: growth === undefined ? undefined : growth * changedBytes,
			freeBytes: space.bavail * space.bsize,
		},
		expected: {
			files: times,
			nodes: new Map(
				order.flatMap((node): [string, number][] => {
					if (!nodes.includes(node)) return [[node.name, STANDS_MS]];
					const ms = nodeTimes.get(node.name);
					return ms === undefined ? [] : [[node.name, ms]];
				}),
			),
		},
	};
}

interface SourceFile {
	path: string;
	dataset: string;
	bytes: number;
	modified: number;
}

function filesOf(item: PlannedSource, { sources }: Workspace): SourceFile[] {
	return item.files.flatMap((path) => {
		const found = statSync(join(sources, path), { throwIfNoEntry: false });
		return found === undefined
			? []
			: [
					{
						path,
						dataset: item.source.dataset,
						bytes: found.size,
						modified: found.mtimeMs,
					},
				];
	});
}

/** Whether a file is as it was when it was last met, by its size and time. */
function stands(file: SourceFile, { met }: History): boolean {
	const before = met.get(file.path);
	return (
		before !== undefined &&
		before.bytes === file.bytes &&
		file.modified < before.at
	);
}

/** What loading a file takes: by its own last time, otherwise by what a byte of the others took. */
function rateOf({ loaded }: History): (file: SourceFile) => number | undefined {
	const records = [...loaded.values()];
	const bytes = sum(records.map((record) => record.bytes));
	const ms = sum(records.map((record) => record.ms));
	return (file) => {
		const own = loaded.get(file.path);
		if (own !== undefined) return (own.ms / own.bytes) * file.bytes;
		return bytes === 0 ? undefined : (ms / bytes) * file.bytes;
	};
}

/** Models and rules that read a changed file, or the as-of date when it moved, directly or through models. */
function affectedNodes(
	order: readonly RuleNode[],
	{ workspace, asOf }: Parameters<typeof forecast>[0],
	changed: readonly SourceFile[],
): RuleNode[] {
	const datasets = new Set(changed.map(({ dataset }) => dataset));
	const last = new RunLog(workspace.store).last();
	const ran = new Set([
		...(last?.selected ?? []),
		...Object.keys(last?.models ?? {}),
	]);
	const moved = last?.as_of !== asOf;
	const affected = new Set<string>();
	return order.filter((node) => {
		const touched =
			!ran.has(node.name) ||
			(moved && /:as_of\b/.test(node.sql)) ||
			node.inputs.some((input) =>
				"dataset" in input
					? datasets.has(input.dataset)
					: affected.has(inputName(input)),
			);
		if (touched) affected.add(node.name);
		return touched;
	});
}

/** Bytes in the store for a byte of the files that it was made from. */
function growthOf(
	workspace: Workspace,
	files: readonly SourceFile[],
): number | undefined {
	const store = new Store(workspace.store);
	const sizes = new Map(files.map(({ path, bytes }) => [path, bytes]));
	let stored = 0;
	const read = new Set<string>();
	for (const line of store.currentSnapshot()?.lines ?? []) {
		if (line.type !== "part" || !sizes.has(line.file)) continue;
		read.add(line.file);
		for (const path of [
			store.partPath(line.dataset, line.key),
			store.companionPath("raw", line.key),
		])
			stored += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
	}
	const bytes = sum([...read].map((path) => sizes.get(path) ?? 0));
	return bytes === 0 ? undefined : stored / bytes;
}

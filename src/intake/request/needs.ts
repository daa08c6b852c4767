import { compareCodePoints } from "../../base/index.ts";
import {
	companionsOf,
	type Dataset,
	type DatasetColumn,
} from "../../datasets/index.ts";
import type { RuleNode, RuleSet } from "../../rules/index.ts";

/** A column that rules read. */
export interface NeededColumn {
	column: DatasetColumn;
	/** Some rule cannot run without it. */
	required: boolean;
	/** Display names of the rules that read it. */
	rules: string[];
}

/** A dataset that rules read, with the columns that they need of it. */
export interface NeededDataset {
	dataset: Dataset;
	columns: NeededColumn[];
	rules: string[];
}

interface Need {
	required: boolean;
	rules: Set<string>;
}

/** The declared column behind a name that SQL reads; a companion is that of its owner. */
function ownerOf(dataset: Dataset, name: string): DatasetColumn | undefined {
	return dataset.columns.find(
		(column) =>
			column.name === name ||
			companionsOf(column).some((stored) => stored.name === name),
	);
}

/** Adds what a rule or model reads, directly and through models. */
function collect(
	node: RuleNode,
	rule: string,
	set: RuleSet,
	into: Map<string, Map<string, Need>>,
	seen: Set<RuleNode>,
): void {
	if (seen.has(node)) return;
	seen.add(node);
	for (const input of node.inputs) {
		if ("model" in input) {
			const model = set.models.get(input.model);
			if (model !== undefined) collect(model, rule, set, into, seen);
			continue;
		}
		if (!("dataset" in input)) continue;
		const dataset = set.datasets.get(input.dataset);
		if (dataset === undefined) continue;
		const columns = into.get(dataset.name) ?? new Map<string, Need>();
		into.set(dataset.name, columns);
		for (const name of input.columns) {
			const column = ownerOf(dataset, name);
			if (column === undefined) continue;
			const need = columns.get(column.name) ?? {
				required: false,
				rules: new Set<string>(),
			};
			need.required ||= !input.optional && !(name in input.optional_columns);
			need.rules.add(rule);
			columns.set(column.name, need);
		}
	}
}

/** The datasets and columns that some rules need, in the order of the definitions. */
export function neededData(
	set: RuleSet,
	rules: readonly string[],
): NeededDataset[] {
	const needs = new Map<string, Map<string, Need>>();
	for (const id of rules) {
		const node = set.rules.get(id);
		if (node !== undefined)
			collect(node, node.rule.display_name, set, needs, new Set());
	}
	return [...set.datasets.values()].flatMap((dataset) => {
		const columns = needs.get(dataset.name);
		if (columns === undefined) return [];
		const listed = dataset.columns.flatMap((column): NeededColumn[] => {
			const need = columns.get(column.name);
			return need === undefined
				? []
				: [
						{
							column,
							required: need.required || column.required,
							rules: [...need.rules].sort(compareCodePoints),
						},
					];
		});
		const all = new Set(listed.flatMap((item) => item.rules));
		return [
			{ dataset, columns: listed, rules: [...all].sort(compareCodePoints) },
		];
	});
}

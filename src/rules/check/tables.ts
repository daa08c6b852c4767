import { type ColumnType, storedColumns } from "../../datasets/index.ts";
import type { Column } from "../../engine/index.ts";
import type { RuleSet } from "../load/load.ts";
import { type Input, inputName } from "../schema/index.ts";

/** A table as a node sees it: its name and just the declared columns, with their types. */
export interface NodeTable {
	name: string;
	columns: Column[];
}

/** The types of all columns that an input's origin has. */
function typesOf(input: Input, set: RuleSet): Map<string, ColumnType> {
	if ("dataset" in input) {
		const dataset = set.datasets.get(input.dataset);
		return new Map(
			dataset === undefined
				? []
				: storedColumns(dataset).map((column) => [column.name, column.type]),
		);
	}
	const columns =
		"model" in input
			? set.models.get(input.model)?.header.columns
			: set.lists.get(input.list)?.columns;
	return new Map(
		(columns ?? []).map((column) => [column.name, column.type as ColumnType]),
	);
}

/** The tables that a node's SQL may read. Columns that do not exist are left out (checkInputs reports them). */
export function nodeTables(
	inputs: readonly Input[],
	set: RuleSet,
): NodeTable[] {
	return inputs.map((input) => {
		const types = typesOf(input, set);
		return {
			name: inputName(input),
			columns: input.columns.flatMap((name) => {
				const type = types.get(name);
				return type === undefined ? [] : [{ name, type }];
			}),
		};
	});
}

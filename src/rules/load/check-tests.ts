import { storedColumns } from "../../datasets/index.ts";
import { type Problem, problem } from "../../errors/index.ts";
import { inputName } from "../schema/index.ts";
import type { Known } from "./check.ts";
import type { LoadedRule } from "./node.ts";

/** The columns of a dataset, model or list. */
function columnsOf(name: string, known: Known): Set<string> | undefined {
	const dataset = known.datasets.get(name);
	const columns =
		dataset === undefined
			? (known.models.get(name)?.header.columns ??
				known.lists.get(name)?.columns)
			: storedColumns(dataset);
	return columns && new Set(columns.map((column) => column.name));
}

/** The columns of every table that a rule or a model below it reads. */
function tablesBelow(rule: LoadedRule, known: Known): Map<string, Set<string>> {
	const inputs = new Set(rule.inputs);
	const tables = new Map<string, Set<string>>();
	for (const input of inputs) {
		const name = inputName(input);
		const model = "model" in input ? known.models.get(name) : undefined;
		for (const more of model?.inputs ?? []) inputs.add(more);
		const columns = columnsOf(name, known);
		if (columns !== undefined) tables.set(name, columns);
	}
	return tables;
}

/** Checks that the rows and parameters of tests mean something: a misspelt one would silently say nothing. */
export function checkTests(rule: LoadedRule, known: Known): Problem[] {
	const tables = tablesBelow(rule, known);
	return rule.rule.tests.flatMap((test, i) => {
		const found: Problem[] = [];
		const wrong = (
			path: PropertyKey[],
			what: string,
			names: Iterable<string>,
		): void => {
			found.push(
				problem(
					"rule-test-name",
					{ file: rule.file, line: rule.lineOf(["tests", i, ...path]) },
					{ test: test.name, what, known: [...names].join("、") },
				),
			);
		};
		for (const name of Object.keys(test.parameters))
			if (!(name in rule.parameters))
				wrong(
					["parameters", name],
					`参数 ${name}`,
					Object.keys(rule.parameters),
				);
		for (const [name, rows] of Object.entries(test.rows)) {
			// A true case that the rule cannot see may show in tables that it does not read.
			const columns =
				tables.get(name) ??
				(test.kind === "known_miss" ? columnsOf(name, known) : undefined);
			if (columns === undefined) {
				wrong(["rows", name], `输入 ${name}`, tables.keys());
				continue;
			}
			for (const [j, row] of rows.entries())
				for (const column of Object.keys(row))
					if (!columns.has(column))
						wrong(["rows", name, j], `${name} 的列 ${column}`, columns);
		}
		return found;
	});
}

import { type Problem, problem } from "../errors/index.ts";
import { normaliseHeading, spellingsOf } from "./headings.ts";
import { columnKinds } from "./kinds.ts";
import { companionsOf, type Dataset } from "./schema.ts";

/** What a check needs to know of a list. */
export interface ListColumns {
	columns: readonly { name: string }[];
}

/** The columns that a list of codes must have. */
const CODE_COLUMNS = ["code", "spelling"];

/** Checks of a dataset definition beyond its schema. Each finding carries the file and the line. */
export function checkDataset(
	dataset: Dataset,
	file: string,
	lineOf: (path: readonly PropertyKey[]) => number,
	lists?: ReadonlyMap<string, ListColumns>,
): Problem[] {
	const problems: Problem[] = [];
	const names = new Set(dataset.columns.map((column) => column.name));

	const stored = new Set<string>();
	dataset.columns.forEach((column, i) => {
		const own = companionsOf(column).map((stored) => stored.name);
		for (const name of [column.name, ...own]) {
			if (stored.has(name))
				problems.push(
					problem(
						"dataset-column-twice",
						{ file, line: lineOf(["columns", i]) },
						{ dataset: dataset.name, column: name },
					),
				);
			stored.add(name);
		}
	});

	for (const field of ["natural_key", "identify_by", "split"] as const)
		dataset[field].forEach((name, i) => {
			if (!names.has(name))
				problems.push(
					problem(
						"dataset-key-unknown",
						{ file, line: lineOf([field, i]) },
						{ dataset: dataset.name, field, column: name },
					),
				);
		});

	const { population: _population, ...telling } = dataset.completeness ?? {};
	for (const [path, column] of [
		...Object.entries(telling).map(([field, name]) => [
			["completeness", field],
			name,
		]),
		...dataset.references.map((item, i) => [
			["references", i, "column"],
			item.column,
		]),
	] as [PropertyKey[], string][])
		if (!names.has(column))
			problems.push(
				problem(
					"dataset-key-unknown",
					{ file, line: lineOf(path) },
					{ dataset: dataset.name, field: String(path[0]), column },
				),
			);

	const owner = new Map<string, string>();
	dataset.columns.forEach((column, i) => {
		const at = () => ({ file, line: lineOf(["columns", i]) });
		for (const spelling of spellingsOf(column)) {
			const { key } = normaliseHeading(spelling);
			const other = owner.get(key);
			if (other !== undefined && other !== column.name)
				problems.push(
					problem("dataset-heading-shared", at(), {
						dataset: dataset.name,
						heading: spelling,
						column: column.name,
						other,
					}),
				);
			owner.set(key, other ?? column.name);
		}
		if (column.codes !== undefined && column.codes_list !== undefined)
			problems.push(
				problem("dataset-codes-both", at(), { column: column.name }),
			);
		const list =
			column.codes_list === undefined
				? undefined
				: lists?.get(column.codes_list);
		if (column.codes_list !== undefined && lists !== undefined) {
			const has = new Set(list?.columns.map((item) => item.name));
			if (!CODE_COLUMNS.every((name) => has.has(name)))
				problems.push(
					problem("dataset-codes-list", at(), {
						column: column.name,
						list: column.codes_list,
					}),
				);
		}
		const spelt = new Map<string, string>();
		for (const [code, spellings] of Object.entries(column.codes ?? {}))
			for (const spelling of [code, ...spellings]) {
				const other = spelt.get(spelling);
				if (other !== undefined && other !== code)
					problems.push(
						problem("dataset-code-shared", at(), {
							column: column.name,
							spelling,
							code,
							other,
						}),
					);
				spelt.set(spelling, code);
			}
		if (
			column.totalled &&
			!columnKinds[column.kind].type.startsWith("DECIMAL") &&
			column.kind !== "integer"
		)
			problems.push(problem("dataset-totalled", at(), { column: column.name }));
	});
	return problems;
}

/** Finds references to columns that the dataset they name does not have; one that is not declared is no fault. */
export function checkReferences(
	datasets: ReadonlyMap<string, Dataset>,
	files: ReadonlyMap<string, string>,
): Problem[] {
	return [...datasets.values()].flatMap((dataset) =>
		dataset.references.flatMap(({ to }) => {
			const [name = "", column = ""] = to.split(".");
			const target = datasets.get(name);
			return target === undefined ||
				target.columns.some((item) => item.name === column)
				? []
				: [
						problem(
							"dataset-reference",
							{ file: files.get(dataset.name) },
							{ dataset: dataset.name, to },
						),
					];
		}),
	);
}

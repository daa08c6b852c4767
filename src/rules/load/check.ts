import { type Dataset, storedColumns } from "../../datasets/index.ts";
import { type Problem, problem } from "../../errors/index.ts";
import type { List } from "../../lists/index.ts";
import { iterateTables } from "../iterate/rounds.ts";
import { inputName, UNFILLED } from "../schema/index.ts";
import type { LoadedModel, LoadedRule, RuleNode } from "./node.ts";

/** What inputs may refer to. */
export interface Known {
	datasets: Map<string, Dataset>;
	lists: Map<string, List>;
	models: Map<string, LoadedModel>;
}

/** The columns that an input's origin offers; undefined when there is no such origin. */
function offered(input: RuleNode["inputs"][number], known: Known) {
	if ("dataset" in input) {
		const dataset = known.datasets.get(input.dataset);
		return dataset && storedColumns(dataset).map((column) => column.name);
	}
	if ("model" in input)
		return known.models
			.get(input.model)
			?.header.columns.map((column) => column.name);
	return known.lists.get(input.list)?.columns.map((column) => column.name);
}

/** Checks that every input and every column of it exists, and that no name comes twice. */
export function checkInputs(node: RuleNode, known: Known): Problem[] {
	const problems: Problem[] = [];
	const seen = new Set<string>();
	node.inputs.forEach((input, i) => {
		const name = inputName(input);
		const at = () => ({ file: node.file, line: node.lineOf(["inputs", i]) });
		if (seen.has(name)) problems.push(problem("input-twice", at(), { name }));
		seen.add(name);
		const columns = offered(input, known);
		if (columns === undefined) {
			problems.push(problem("input-unknown", at(), { name }));
			return;
		}
		for (const [j, column] of input.columns.entries())
			if (!columns.includes(column))
				problems.push(
					problem(
						"input-column-unknown",
						{ file: node.file, line: node.lineOf(["inputs", i, "columns", j]) },
						{ name, column, known: columns.join("、") },
					),
				);
		if ("dataset" in input)
			for (const column of Object.keys(input.optional_columns))
				if (!input.columns.includes(column))
					problems.push(
						problem("input-optional-column", at(), { name, column }),
					);
	});
	return problems;
}

/** Checks what a model of kind iterate says of itself. */
export function checkIterate(model: LoadedModel): Problem[] {
	const { iterate, columns } = model.header;
	if (iterate === undefined) return [];
	const known = columns.map(({ name }) => name);
	return [
		...model.inputs.flatMap((input, i) =>
			iterateTables.some((name) => name === inputName(input))
				? [
						problem(
							"model-iterate-name",
							{ file: model.file, line: model.lineOf(["inputs", i]) },
							{ name: inputName(input) },
						),
					]
				: [],
		),
		...(iterate.key ?? []).flatMap((column, i) =>
			known.includes(column)
				? []
				: [
						problem(
							"model-iterate-key",
							{
								file: model.file,
								line: model.lineOf(["iterate", "key", i]),
							},
							{ column, known: known.join("、") },
						),
					],
		),
	];
}

/** The columns of a rule's SELECT that its declarations speak of, with where they are spoken of. */
export function declaredOutputColumns(
	rule: LoadedRule["rule"],
): { column: string; path: PropertyKey[] }[] {
	const { output } = rule;
	const found: { column: string; path: PropertyKey[] }[] = [];
	const add = (column: string | undefined, ...path: PropertyKey[]) => {
		if (column !== undefined) found.push({ column, path });
	};
	output.lead_key.forEach((column, i) => {
		add(column, "output", "lead_key", i);
	});
	output.subjects.forEach((subject, i) => {
		add(subject.key, "output", "subjects", i);
		add(subject.name, "output", "subjects", i);
	});
	for (const name of [
		"unit",
		"region",
		"amount",
		"from",
		"to",
		"tier",
	] as const)
		add(output[name], "output", name);
	output.fact?.forEach((column, i) => {
		add(column, "output", "fact", i);
	});
	output.evidence.forEach((entry, i) => {
		add(entry.column, "output", "evidence", i);
	});
	output.measures.forEach((entry, i) => {
		add(entry.column, "output", "measures", i);
	});
	output.arguments.forEach((entry, i) => {
		add(entry.column, "output", "arguments", i);
	});
	output.path.forEach((step, i) => {
		const columns =
			"node" in step
				? [step.key, step.name, step.label]
				: [step.edge, step.from, step.to, step.evidence];
		for (const column of columns) add(column, "output", "path", i);
	});
	rule.suppressions.forEach((entry, i) => {
		add(entry.when, "suppressions", i);
	});
	rule.downgrades.forEach((entry, i) => {
		add(entry.when, "downgrades", i);
	});
	return found;
}

/** Placeholders that every narrative may use. */
const builtIn = ["amount", "from", "to", "unit", "region"];

/** What a deprecated rule has to say, and nobody else. */
function checkDeprecated({ rule, file, lineOf }: LoadedRule): Problem[] {
	const given = rule.deprecated !== undefined;
	return (rule.status === "deprecated") === given
		? []
		: [
				problem("rule-deprecated", {
					file,
					line: lineOf([given ? "deprecated" : "status"]),
				}),
			];
}

/** Checks the usual rate of leads of a rule: a range, of a dataset that it or a model below it reads. */
export function checkRate(
	{ rule, inputs, file, lineOf }: LoadedRule,
	models: ReadonlyMap<string, LoadedModel>,
): Problem[] {
	const rate = rule.expected_rate;
	if (rate === undefined) return [];
	const below = new Set(inputs);
	for (const input of below)
		if ("model" in input)
			for (const more of models.get(input.model)?.inputs ?? []) below.add(more);
	return rate.from < rate.to &&
		[...below].some((input) => "dataset" in input && input.dataset === rate.of)
		? []
		: [
				problem(
					"rule-expected-rate",
					{ file, line: lineOf(["expected_rate"]) },
					{ of: rate.of },
				),
			];
}

/** Checks what a rule says about itself: placeholders, measures' parameters, kinds of tests. */
export function checkRule(node: LoadedRule): Problem[] {
	const { rule } = node;
	const problems: Problem[] = [...checkDeprecated(node)];
	rule.basis.forEach((basis, i) => {
		if (
			basis.from !== undefined &&
			basis.to !== undefined &&
			basis.from >= basis.to
		)
			problems.push(
				problem(
					"rule-basis-dates",
					{ file: node.file, line: node.lineOf(["basis", i]) },
					{ from: basis.from, to: basis.to },
				),
			);
	});
	const names = new Set([
		...builtIn,
		...rule.output.subjects.map((subject) => subject.role),
		...rule.output.arguments.map((argument) => argument.name),
		...rule.output.measures.map((measure) => measure.column),
	]);
	if (
		(rule.status === "test" || rule.status === "stable") &&
		JSON.stringify(rule).includes(UNFILLED)
	)
		problems.push(
			problem("rule-unfilled", {
				file: node.file,
				line: node.lineOf(["status"]),
			}),
		);
	for (const match of rule.narrative.matchAll(/\{([^}]*)\}/g))
		if (!names.has(match[1] ?? ""))
			problems.push(
				problem(
					"rule-placeholder",
					{ file: node.file, line: node.lineOf(["narrative"]) },
					{ name: match[1] ?? "", known: [...names].join("、") },
				),
			);
	if (!/疑似|需核实/.test(rule.narrative))
		problems.push(
			problem("rule-narrative", {
				file: node.file,
				line: node.lineOf(["narrative"]),
			}),
		);
	rule.output.measures.forEach((measure, i) => {
		if (
			measure.parameter !== undefined &&
			!(measure.parameter in rule.parameters)
		)
			problems.push(
				problem(
					"rule-measure",
					{ file: node.file, line: node.lineOf(["output", "measures", i]) },
					{ name: measure.parameter },
				),
			);
	});
	for (const kind of ["hit", "near_miss"] as const)
		if (!rule.tests.some((test) => test.kind === kind))
			problems.push(
				problem(
					"rule-tests",
					{ file: node.file, line: node.lineOf(["tests"]) },
					{ kind },
				),
			);
	return problems;
}

/** Finds cycles among models; each is reported once, with its way round. */
export function checkCycles(models: Map<string, LoadedModel>): Problem[] {
	const problems: Problem[] = [];
	const done = new Set<string>();
	const visit = (name: string, way: string[]): void => {
		if (done.has(name)) return;
		const at = way.indexOf(name);
		const model = models.get(name);
		if (model === undefined) return;
		if (at >= 0) {
			problems.push(
				problem(
					"model-cycle",
					{ file: model.file, line: model.lineOf(["inputs"]) },
					{ way: [...way.slice(at), name].join(" → ") },
				),
			);
			return;
		}
		for (const input of model.inputs)
			if ("model" in input) visit(input.model, [...way, name]);
		done.add(name);
	};
	for (const name of models.keys()) visit(name, []);
	return problems;
}

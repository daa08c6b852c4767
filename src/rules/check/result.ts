import type { Column, QueryResult } from "../../engine/index.ts";
import { type Problem, problem } from "../../errors/index.ts";
import { declaredOutputColumns } from "../load/check.ts";
import type { LoadedModel, LoadedRule, RuleNode } from "../load/node.ts";

type Found = QueryResult["columns"];

/** The type that each part of a rule's output must have; others may be of any type. */
function expectedType(path: readonly PropertyKey[]): string | undefined {
	const [first, second] = path;
	if (first === "suppressions" || first === "downgrades") return "BOOLEAN";
	if (first !== "output") return undefined;
	if (second === "amount") return "DECIMAL(18,2)";
	if (second === "from" || second === "to") return "DATE";
	if (
		second === "tier" ||
		second === "evidence" ||
		second === "unit" ||
		second === "region"
	)
		return "VARCHAR";
	return undefined;
}

function checkRuleResult(node: LoadedRule, found: Found): Problem[] {
	const types = new Map(found.map((column) => [column.name, column.type]));
	return declaredOutputColumns(node.rule).flatMap(({ column, path }) => {
		const type = types.get(column);
		const expected = expectedType(path);
		if (type !== undefined && (expected === undefined || type === expected))
			return [];
		const at = { file: node.file, line: node.lineOf(path) };
		if (type === undefined)
			return [
				problem("rule-output", at, {
					column,
					found: found.map((entry) => entry.name).join("、"),
				}),
			];
		return [
			problem("rule-output-type", at, {
				column,
				found: type,
				expected: expected ?? "",
			}),
		];
	});
}

function checkModelResult(node: LoadedModel, found: Found): Problem[] {
	const declared: Column[] = node.header.columns.map((column) => ({
		name: column.name,
		type: column.type as Column["type"],
	}));
	if (
		found.map((column) => column.name).join(",") !==
		declared.map((column) => column.name).join(",")
	)
		return [
			problem(
				"model-columns",
				{
					file: node.file,
					line: node.lineOf(["columns"]),
				},
				{
					declared: declared.map((column) => column.name).join("、"),
					found: found.map((column) => column.name).join("、"),
				},
			),
		];
	return declared.flatMap((column, i) =>
		found[i]?.type === column.type
			? []
			: [
					problem(
						"rule-output-type",
						{ file: node.file, line: node.lineOf(["columns", i]) },
						{
							column: column.name,
							found: found[i]?.type ?? "",
							expected: column.type,
						},
					),
				],
	);
}

/** Compares what a SELECT gives with what its rule or model declares. */
export function checkResult(node: RuleNode, found: Found): Problem[] {
	return node.kind === "rule"
		? checkRuleResult(node, found)
		: checkModelResult(node, found);
}

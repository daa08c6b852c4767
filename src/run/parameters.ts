import { type Problem, problem } from "../errors/index.ts";
import type { Parameter, RuleNode, RuleSet } from "../rules/index.ts";
import type { Workspace } from "../workspace/index.ts";

type Cell = string | number | boolean;

/** What a value of each type looks like, for findings. */
const expectations: Record<Parameter["type"], string> = {
	integer: "整数",
	decimal: '小数，如 "0.05"',
	date: '日期，如 "2026-06-30"',
	boolean: "true 或 false",
	text: "文字",
};

function fits(parameter: Parameter, value: Cell): string | undefined {
	switch (parameter.type) {
		case "integer":
			if (!Number.isInteger(value)) return "不是整数";
			break;
		case "decimal":
			if (!/^-?\d+(\.\d+)?$/.test(String(value))) return "不是小数";
			break;
		case "date":
			if (!/^\d{4}-\d{2}-\d{2}$/.test(String(value))) return "不是日期";
			return undefined;
		case "boolean":
			return typeof value === "boolean" ? undefined : "不是 true 或 false";
		case "text":
			return typeof value === "string" ? undefined : "不是文字";
	}
	if (parameter.min !== undefined && Number(value) < Number(parameter.min))
		return `小于下限 ${parameter.min}`;
	if (parameter.max !== undefined && Number(value) > Number(parameter.max))
		return `大于上限 ${parameter.max}`;
	return undefined;
}

/** The value that a parameter has in a workspace: its own, or the default. */
export function parameterValues(
	node: RuleNode,
	workspace: Workspace,
): Map<string, Cell> {
	const own = workspace.config.parameters[node.name] ?? {};
	return new Map(
		Object.entries(node.parameters).map(([name, parameter]) => {
			const value = own[name] ?? parameter.default;
			return [name, parameter.type === "decimal" ? String(value) : value];
		}),
	);
}

/** Checks the workspace's parameter overrides against the rules and models that they name. */
export function checkParameters(set: RuleSet, workspace: Workspace): Problem[] {
	const problems: Problem[] = [];
	for (const [name, values] of Object.entries(workspace.config.parameters)) {
		const node = set.rules.get(name) ?? set.models.get(name);
		const at = (...path: string[]) => ({
			file: workspace.configFile,
			line: workspace.lineOf(["parameters", ...path]),
		});
		if (node === undefined) {
			problems.push(problem("rule-unknown", at(name), { id: name }));
			continue;
		}
		for (const [key, value] of Object.entries(values)) {
			const parameter = node.parameters[key];
			if (parameter === undefined) {
				problems.push(
					problem("rule-parameter-unknown", at(name, key), {
						node: name,
						name: key,
						known: Object.keys(node.parameters).join("、") || "（没有）",
					}),
				);
				continue;
			}
			const reason = fits(parameter, value);
			if (reason !== undefined)
				problems.push(
					problem("rule-parameter-value", at(name, key), {
						node: name,
						name: key,
						value: String(value),
						reason,
						expected: expectations[parameter.type],
					}),
				);
		}
	}
	return problems;
}

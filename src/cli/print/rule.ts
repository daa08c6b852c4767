import {
	inputName,
	type LoadedRule,
	packName,
	packOf,
	type RuleSet,
	severityWords,
} from "../../rules/index.ts";

const sourceName = {
	policy: "政策",
	reference: "参考",
	proposed: "建议值，须按地区校准",
} as const;

function inputLine(
	input: LoadedRule["rule"]["inputs"][number],
	set: RuleSet,
): string {
	const name = inputName(input);
	const title =
		"dataset" in input
			? set.datasets.get(name)?.title
			: "model" in input
				? set.models.get(name)?.header.title
				: set.lists.get(name)?.title;
	const optional =
		"dataset" in input && input.optional
			? `（可缺；${input.without ?? ""}）`
			: "";
	return `  ${name} ${title ?? ""}${optional}：${input.columns.join("、")}`;
}

/** One rule as text for those who write and check rules. */
export function describeRule(node: LoadedRule, set: RuleSet): string {
	const { rule } = node;
	const section = (title: string, lines: readonly string[]) =>
		lines.length === 0 ? [] : [`\n${title}`, ...lines];
	return [
		`${rule.id}@${rule.version}　${rule.display_name}`,
		`类别：${packName(set, packOf(rule.id))}　级别：${severityWords[rule.severity]}　文件：${node.file}`,
		`问题：${rule.question}`,
		...section(
			"依据",
			rule.basis.map(
				(item) =>
					`  ${item.law} ${item.article}${item.clause ?? ""}${item.state === "pending" ? "（待核）" : ""}${item.applies === undefined ? "" : `（${item.applies}）`}`,
			),
		),
		...section(
			"输入",
			rule.inputs.map((input) => inputLine(input, set)),
		),
		...section(
			"参数",
			Object.entries(rule.parameters).map(
				([name, parameter]) =>
					`  ${name} ${parameter.title}＝${String(parameter.default)}${parameter.unit ?? ""}（${sourceName[parameter.source]}）`,
			),
		),
		...section(
			"自动排除",
			rule.suppressions.map((item) => `  ${item.code} ${item.title}`),
		),
		...section(
			"查不到的情形",
			rule.misses.map((item) => `  ${item}`),
		),
		...section(
			"先问三件事",
			rule.ask_first.map((item, i) => `  ${i + 1}. ${item}`),
		),
		...section("SQL", [rule.sql]),
	].join("\n");
}

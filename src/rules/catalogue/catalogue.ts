import { compareCodePoints } from "../../base/index.ts";
import { packName, type RuleSet } from "../load/load.ts";
import type { LoadedRule } from "../load/node.ts";
import { packOf } from "../schema/index.ts";
import { type Block, tabled } from "./blocks.ts";
import { ColumnOrigins } from "./expressions.ts";
import { waysTo } from "./lineage.ts";
import { ruleBlocks } from "./rule-blocks.ts";

/** Pack × dataset: how many rules of the pack read the dataset, directly or through models. */
function matrix(rules: readonly LoadedRule[], set: RuleSet): Block[] {
	const packs = [...new Set(rules.map(({ name }) => packOf(name)))];
	const reads = new Map(
		rules.map((rule) => [
			rule.name,
			new Set(waysTo(rule, set).map(({ dataset }) => dataset)),
		]),
	);
	const datasets = [...new Set([...reads.values()].flatMap((set) => [...set]))];
	return [
		{ type: "heading", level: 2, text: "规则组与数据集", anchor: "matrix" },
		{
			type: "text",
			text: "格中是读取该数据集的规则数，含经模型读取的；缺少一个数据集影响哪些规则，由此可见。",
		},
		{
			type: "table",
			columns: ["数据集", ...packs.map((pack) => packName(set, pack))],
			rows: datasets.sort(compareCodePoints).map((dataset) => [
				`${dataset} ${set.datasets.get(dataset)?.title ?? ""}`,
				...packs.map((pack) => {
					const count = rules.filter(
						({ name }) =>
							packOf(name) === pack && reads.get(name)?.has(dataset) === true,
					).length;
					return count === 0 ? "" : String(count);
				}),
			]),
		},
	];
}

function models(rules: readonly LoadedRule[], set: RuleSet): Block[] {
	const used = new Set(
		rules.flatMap((rule) =>
			waysTo(rule, set).flatMap(({ through }) => through),
		),
	);
	return tabled(
		"模型",
		["名称", "中文名", "版本", "说明", "读取"],
		[...set.models.values()]
			.filter(({ name }) => used.has(name))
			.map(({ name, header }) => [
				name,
				header.title,
				String(header.version),
				header.description,
				header.inputs
					.map((input) =>
						"dataset" in input
							? input.dataset
							: "model" in input
								? input.model
								: input.list,
					)
					.join("、"),
			]),
	);
}

/** The catalogue of rules: what each asks, on which law, of which data, and how it is tested. */
export async function catalogueOf(
	rules: readonly LoadedRule[],
	set: RuleSet,
): Promise<Block[]> {
	const sorted = [...rules].sort((a, b) => compareCodePoints(a.name, b.name));
	const packs = [...new Set(sorted.map(({ name }) => packOf(name)))];
	const origins = new ColumnOrigins(set);
	const blocks = new Map<LoadedRule, Block[]>();
	for (const rule of sorted)
		blocks.set(rule, await ruleBlocks(rule, set, origins));
	return [
		{ type: "heading", level: 1, text: "规则目录" },
		{
			type: "text",
			text: `共 ${sorted.length} 条规则。规则列出的是需要核实的疑点，不是结论。`,
		},
		{
			type: "table",
			columns: ["编号", "名称", "类别", "问题", "测试"],
			rows: sorted.map(({ name, rule }) => [
				{ text: name, anchor: name },
				rule.display_name,
				packName(set, packOf(name)),
				rule.question,
				String(rule.tests.length),
			]),
		},
		...matrix(sorted, set),
		...packs.flatMap((pack): Block[] => [
			{ type: "heading", level: 2, text: packName(set, pack) },
			...sorted
				.filter(({ name }) => packOf(name) === pack)
				.flatMap((rule) => blocks.get(rule) ?? []),
		]),
		...models(sorted, set),
	];
}

/** One rule as the catalogue has it. */
export function catalogueEntry(
	rule: LoadedRule,
	set: RuleSet,
): Promise<Block[]> {
	return ruleBlocks(rule, set, new ColumnOrigins(set));
}

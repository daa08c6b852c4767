import { compareCodePoints } from "../../base/index.ts";
import { declaredOutputColumns } from "../load/check.ts";
import type { RuleSet } from "../load/load.ts";
import type { LoadedRule } from "../load/node.ts";
import { type Block, tabled } from "./blocks.ts";
import type { ColumnOrigins } from "./expressions.ts";

const partName: Record<string, string> = {
	lead_key: "线索键",
	unit: "单位",
	region: "地区",
	amount: "金额",
	from: "起",
	to: "止",
	tier: "匹配等级",
	fact: "事实",
	path: "关系路径",
};

/** What a column of the result is for, in the words of the rule. */
function use(
	{ rule }: LoadedRule,
	[first, second, at]: readonly PropertyKey[],
): string {
	const { output } = rule;
	if (first === "suppressions") {
		const item = rule.suppressions[Number(second)];
		return `排除 ${item?.code}：${item?.title}`;
	}
	if (first === "downgrades")
		return `降级：${rule.downgrades[Number(second)]?.title}`;
	const i = Number(at);
	switch (second) {
		case "subjects":
			return output.subjects[i]?.role ?? "";
		case "evidence":
			return `证据：${output.evidence[i]?.title}`;
		case "measures":
			return output.measures[i]?.title ?? "";
		case "arguments":
			return `叙述中的 ${output.arguments[i]?.name}`;
		default:
			return partName[String(second)] ?? String(second);
	}
}

/** "real_estate：area、share；household：行地址" */
function words(sources: Iterable<string>, set: RuleSet): string {
	const columns = new Map<string, Set<string>>();
	for (const source of sources) {
		const [table = "", column = ""] = source.split(".");
		const list = columns.get(table) ?? new Set();
		list.add(column.startsWith("_") ? "行地址" : column);
		columns.set(table, list);
	}
	const title = (name: string) =>
		set.datasets.get(name)?.title ?? set.lists.get(name)?.title ?? "";
	return [...columns]
		.sort(([a], [b]) => compareCodePoints(a, b))
		.map(
			([table, list]) =>
				`${table}（${title(table)}）：${[...list].sort(compareCodePoints).join("、")}`,
		)
		.join("；");
}

/** From which columns of datasets and lists each part of a lead comes, through all models. */
export async function outputOrigins(
	node: LoadedRule,
	set: RuleSet,
	origins: ColumnOrigins,
): Promise<Block[]> {
	const uses = new Map<string, string[]>();
	for (const { column, path } of declaredOutputColumns(node.rule))
		uses.set(column, [
			...new Set([...(uses.get(column) ?? []), use(node, path)]),
		]);
	const found = await origins.of(node);
	return tabled(
		"线索的每一项由哪些列算出",
		["结果列", "用作", "由这些列算出"],
		[...uses].map(([column, parts]) => [
			column,
			parts.join("、"),
			words(found.get(column) ?? [], set) || "计数、常数或筛选条件",
		]),
	);
}

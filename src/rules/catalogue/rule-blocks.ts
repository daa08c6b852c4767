import { packName, type RuleSet } from "../load/load.ts";
import type { LoadedRule } from "../load/node.ts";
import {
	evidenceWords,
	type Input,
	inputName,
	packOf,
	type RuleTest,
	roleWords,
	severityWords,
} from "../schema/index.ts";
import { type Block, listed, tabled } from "./blocks.ts";
import type { ColumnOrigins } from "./expressions.ts";
import { waysTo } from "./lineage.ts";
import { outputOrigins } from "./output-origins.ts";

const statusName = {
	experimental: "试验",
	test: "测试",
	stable: "正式",
	deprecated: "停用",
} as const;
const originName = {
	shipped: "随产品",
	edited: "随产品，已改动",
	local: "本地",
} as const;
const sourceName = {
	policy: "政策",
	reference: "参考",
	proposed: "建议值，须按地区校准",
} as const;
const testName: Record<RuleTest["kind"], string> = {
	hit: "应查出",
	near_miss: "很像但不应查出",
	known_miss: "已知查不到",
	known_false_hit: "已知误报",
};

function inputRow(input: Input, set: RuleSet): string[] {
	const name = inputName(input);
	if ("dataset" in input)
		return [
			name,
			"数据集",
			set.datasets.get(name)?.title ?? "",
			input.columns.join("、"),
			[
				...(input.optional ? [`可缺：${input.without ?? ""}`] : []),
				...Object.entries(input.optional_columns).map(
					([column, loss]) => `缺 ${column}：${loss}`,
				),
			].join("；"),
		];
	const model = "model" in input;
	return [
		name,
		model ? "模型" : "清单",
		(model ? set.models.get(name)?.header.title : set.lists.get(name)?.title) ??
			"",
		input.columns.join("、"),
		"",
	];
}

/** The lines from columns to the rule: "kinship：member_name、rel_code → kin_edge → kin_path → LYCT-05". */
function lineage(node: LoadedRule, set: RuleSet): string[] {
	const lines = waysTo(node, set).map(({ dataset, columns, through }) =>
		[
			`${dataset}（${set.datasets.get(dataset)?.title ?? ""}）：${columns.join("、")}`,
			...through.toReversed(),
			node.name,
		].join(" → "),
	);
	return [...new Set(lines)];
}

/** A rate as so many of a thousand. */
function thousandth(rate: number): number {
	return Number((rate * 1000).toPrecision(3));
}

/** When a rule runs, what it gives way to, what is usual of it. */
function runNotes(rule: LoadedRule["rule"]): string[] {
	const { deprecated, expected_rate: rate } = rule;
	return [
		...(deprecated === undefined
			? []
			: [
					`已停用：${deprecated.reason}${deprecated.replacement === undefined ? "" : `；代替它的是 ${deprecated.replacement}`}`,
				]),
		...(rule.role === "supporting"
			? ["旁证指标：同一对象没有其他疑点时不单独列入首批"]
			: []),
		...(rule.authorisation === undefined
			? []
			: [`需要授权：${rule.authorisation}`]),
		...(rule.supersedes === undefined
			? []
			: [`同一事实优先于：${rule.supersedes.join("、")}`]),
		...(rate === undefined
			? []
			: [
					`通常每 1000 行 ${rate.of} 列出 ${thousandth(rate.from)} 至 ${thousandth(rate.to)} 条（${sourceName[rate.source]}${rate.note === undefined ? "" : `：${rate.note}`}）；远在此外的更可能是数据或口径有误`,
				]),
	];
}

/** Everything that a reader should know of one rule. */
export async function ruleBlocks(
	node: LoadedRule,
	set: RuleSet,
	origins: ColumnOrigins,
): Promise<Block[]> {
	const { rule } = node;
	return [
		{
			type: "heading",
			level: 3,
			text: `${rule.id} ${rule.display_name}`,
			anchor: rule.id,
		},
		{ type: "text", text: rule.question },
		{
			type: "table",
			columns: [
				"版本",
				"状态",
				"类别",
				"级别",
				"证据",
				"作用",
				"来历",
				"编写",
				"复核",
				"修改日期",
			],
			rows: [
				[
					String(rule.version),
					statusName[rule.status],
					packName(set, packOf(rule.id)),
					severityWords[rule.severity],
					evidenceWords[rule.evidence],
					roleWords[rule.role],
					originName[node.origin],
					rule.author,
					rule.reviewer ?? "",
					rule.updated,
				],
			],
		},
		...listed("运行", runNotes(rule)),
		...tabled(
			"依据",
			["法规", "条款", "施行", "核对", "适用"],
			rule.basis.map((item) => [
				item.law,
				`${item.article}${item.clause ?? ""}`,
				[
					...(item.from === undefined ? [] : [`${item.from} 起`]),
					...(item.to === undefined ? [] : [`${item.to} 止`]),
				].join("，"),
				item.state === "checked" ? "已核对" : "待核",
				item.applies ?? "",
			]),
		),
		...tabled(
			"输入",
			["名称", "种类", "中文名", "列", "缺少时"],
			rule.inputs.map((input) => inputRow(input, set)),
		),
		...listed("数据从哪里来", lineage(node, set)),
		...(await outputOrigins(node, set, origins)),
		...tabled(
			"参数",
			["名称", "含义", "默认值", "范围", "单位", "来源"],
			Object.entries(rule.parameters).map(([name, parameter]) => [
				name,
				parameter.title,
				String(parameter.default),
				"min" in parameter || "max" in parameter
					? `${parameter.min ?? ""} 至 ${parameter.max ?? ""}`
					: "",
				parameter.unit ?? "",
				sourceName[parameter.source],
			]),
		),
		...tabled(
			"自动排除",
			["误报码", "情形"],
			rule.suppressions.map(({ code, title }) => [code, title]),
		),
		...listed(
			"降级",
			rule.downgrades.map(({ title }) => title),
		),
		...listed("查不到的情形", rule.misses),
		{ type: "heading", level: 4, text: "核实" },
		{ type: "text", text: `${rule.innocent} 方法：${rule.method}` },
		...listed("先问三件事", rule.ask_first),
		...tabled(
			"要调取的材料",
			["材料", "向谁"],
			rule.papers.map(({ what, from }) => [what, from]),
		),
		...tabled(
			"测试",
			["名称", "种类", "截止日", "应得线索"],
			rule.tests.map((test) => [
				test.name,
				testName[test.kind],
				test.as_of,
				String(
					test.expect.filter(({ suppressed }) => suppressed === undefined)
						.length,
				),
			]),
		),
		{ type: "heading", level: 4, text: "逻辑" },
		{ type: "code", text: node.sql },
	];
}

import type { RuleView, UncheckedView } from "../model.ts";
import { conclusions, reasonCodes } from "../words/reason-codes.ts";
import { uncheckedWords } from "../words/vocabulary.ts";
import { type Column, tableSheet } from "./sheet.ts";

const uncheckedColumns: readonly Column<UncheckedView>[] = [
	{
		title: "种类",
		width: 15,
		style: "text",
		value: (item) => uncheckedWords[item.kind],
	},
	{ title: "范围", width: 30, style: "text", value: (item) => item.what },
	{ title: "原因", width: 40, style: "text", value: (item) => item.why },
	{
		title: "因此不能判断什么",
		width: 34,
		style: "text",
		value: (item) => item.effect,
	},
	{ title: "补救办法", width: 34, style: "text", value: (item) => item.remedy },
];

export function uncheckedSheet(items: readonly UncheckedView[]) {
	return tableSheet(
		{
			name: "未能检查的范围",
			title: "未能检查的范围",
			notes: "下列范围本次没有比对或没有比对完整。清单里没有，不等于没有问题。",
			empty: "没有记录到未能检查的范围。",
		},
		uncheckedColumns,
		items,
	).sheet;
}

/** How to check each kind of lead: the same for all its leads, so it stands here once. */
const methodColumns: readonly Column<RuleView>[] = [
	{
		title: "疑点类别",
		width: 16,
		style: "text",
		value: (rule) => rule.displayName,
	},
	{
		title: "核查时先问",
		width: 38,
		style: "text",
		value: (rule) =>
			rule.askFirst.map((item, i) => `${i + 1}. ${item}`).join("\n"),
	},
	{
		title: "什么情况下不成立",
		width: 28,
		style: "text",
		value: (rule) => rule.innocent,
	},
	{
		title: "需要调取的材料",
		width: 32,
		style: "text",
		value: (rule) =>
			rule.papers.map(({ what, from }) => `${what}（${from}）`).join("\n"),
	},
	{ title: "核查方式", width: 24, style: "text", value: (rule) => rule.method },
	{
		title: "依据",
		width: 34,
		style: "text",
		value: (rule) =>
			rule.basis
				.map(({ text, pending }) => (pending ? `${text}（待核）` : text))
				.join("\n"),
	},
];

export function methodSheet(rules: readonly RuleView[]) {
	return tableSheet(
		{
			name: "核查要点",
			title: "核查要点",
			notes:
				"每类疑点先问什么、调什么、依据什么。标“待核”的条文使用前须核对原文。",
			empty: "没有疑点。",
		},
		methodColumns,
		rules,
	).sheet;
}

interface Line {
	item: string;
	text: string;
}

const lines: readonly Line[] = [
	{
		item: "这是什么",
		text: "数据比对发现的疑点清单。疑点需要核实，不是结论，不得直接作为停发待遇、处理人员的依据。",
	},
	{
		item: "怎么填",
		text: "只填浅黄色三列：核查结论、不属实原因码、备注。其余各列和隐藏列请勿改动，也不要删行、换列；本表就是反馈表，按隐藏的疑点标识读回。",
	},
	{
		item: "核查结论",
		text: `从下拉表中选：${conclusions.join("、")}。`,
	},
	{
		item: "序号",
		text: "按严重度、证据强弱、独立来源多少、金额、是否涉及公职、时间远近排定；网页报告的每条疑点写明了排序理由。",
	},
	{
		item: "状态",
		text: "新增：本次首次出现；延续：上次已有；未复核：本次缺数据没有比对，仍按原样列出；消失：本次不再出现，消失不等于已经查清。",
	},
	{
		item: "脱敏",
		text: "姓名、证号、电话、账号、住址、号牌已脱敏；需要原值时按规定审批后另行提供。",
	},
	{
		item: "证据",
		text: "见“证据明细”：写明文件、工作表、行号（与在 Excel 中看到的行号一致），可以回到原始数据查对。",
	},
	{
		item: "困难情形",
		text: "救助类疑点先复核困难情形，再看金额；确有困难的，按政策反映。",
	},
	...reasonCodes.map(([code, text]) => ({ item: `原因码 ${code}`, text })),
];

const lineColumns: readonly Column<Line>[] = [
	{ title: "项目", width: 18, style: "centre", value: ({ item }) => item },
	{ title: "说明", width: 110, style: "text", value: ({ text }) => text },
];

export function instructionSheet() {
	return tableSheet(
		{
			name: "填写说明",
			title: "填写说明",
			notes: "不属实的，原因码必填；原因码用来改进比对，请如实选择。",
			empty: "",
		},
		lineColumns,
		lines,
	).sheet;
}

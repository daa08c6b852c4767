import { fingerprint } from "../../base/index.ts";
import { severityWords } from "../../rules/index.ts";
import type { LeadView } from "../model.ts";
import { centsOf } from "../words/format.ts";
import { pathText } from "../words/path.ts";
import { conclusions, reasonCodes } from "../words/reason-codes.ts";
import { statusWords } from "../words/vocabulary.ts";
import { type Column, type SheetFrame, tableSheet } from "./sheet.ts";

/** The form of the list; feedback is read by it. A change of columns is a new version. */
export const FORM_VERSION = "bidui/list-form@1";

function subjects(lead: LeadView): string {
	return lead.subjects
		.map((subject) => {
			const key = subject.key === "" ? "" : `（${subject.key}）`;
			return `${subject.role}：${subject.name}${key}`;
		})
		.join("\n");
}

function place(lead: LeadView): string {
	return [
		lead.unit,
		lead.region,
		...(lead.chiefs.length === 0 ? [] : [`时任：${lead.chiefs.join("；")}`]),
	]
		.filter((part) => part !== null)
		.join("\n");
}

function standing(lead: LeadView): string {
	return `${severityWords[lead.severity]}\n${statusWords[lead.status]}`;
}

/** The sentence, how its people and companies hang together, how relatives were found, and what is counted with it. */
function described(lead: LeadView): string {
	const path = pathText(lead.path);
	return [
		lead.sentence,
		...(lead.status === "gone" && lead.statusReason !== null
			? [`（不再出现：${lead.statusReason}）`]
			: []),
		...(path === "" ? [] : [`关系路径：${path}`]),
		...(lead.merged.length === 0
			? []
			: [`（同一事实并入：${lead.merged.join("、")}）`]),
		...lead.relatives.map((lines) => `（亲属认定：${lines.join("")}）`),
	].join("\n");
}

/** What the row said when it was written, so that a later reader sees whether it was changed. */
function rowHash(lead: LeadView): string {
	return fingerprint([
		FORM_VERSION,
		...columns
			.filter((column) => column.style !== "feedback")
			.map((column) => column.value(lead)),
	]).slice(0, 16);
}

const columns: readonly Column<LeadView>[] = [
	{ title: "序号", width: 5, style: "count", value: (lead) => lead.rank },
	{ title: "疑点编号", width: 11, style: "centre", value: (lead) => lead.id },
	{
		title: "疑点类别",
		width: 15,
		style: "text",
		value: (lead) => `${lead.displayName}\n（${lead.packName}）`,
	},
	{ title: "严重度\n状态", width: 7, style: "centre", value: standing },
	{ title: "对象（已脱敏）", width: 23, style: "text", value: subjects },
	{ title: "单位／地区\n当时任职的人", width: 14, style: "text", value: place },
	{
		title: "疑点描述",
		width: 38,
		style: "text",
		value: described,
	},
	{
		title: "涉及金额（元）",
		width: 13,
		style: "number",
		value: (lead) => {
			const cents = lead.amount === null ? null : centsOf(lead.amount);
			return cents === null ? null : Number(cents) / 100;
		},
	},
	{
		title: "证据强弱",
		width: 11,
		style: "text",
		value: (lead) => lead.strength,
	},
	{ title: "核查结论", width: 9, style: "feedback", value: () => null },
	{ title: "不属实原因码", width: 7.5, style: "feedback", value: () => null },
	{ title: "备注", width: 12, style: "feedback", value: () => null },
];

const hidden: readonly Column<LeadView>[] = [
	{
		title: "疑点标识",
		width: 18,
		style: "text",
		hidden: true,
		value: (lead) => lead.id,
	},
	{
		title: "表单版本",
		width: 18,
		style: "text",
		hidden: true,
		value: () => FORM_VERSION,
	},
	{
		title: "行校验",
		width: 18,
		style: "text",
		hidden: true,
		value: rowHash,
	},
];

const RESULT_COLUMN = "J";
const REASON_COLUMN = "K";

/** A list of leads that is also the form on which the result of checking comes back. */
export function leadsSheet(frame: SheetFrame, leads: readonly LeadView[]) {
	const { sheet, first, last } = tableSheet(
		frame,
		[...columns, ...hidden],
		leads,
	);
	if (leads.length === 0) return sheet;
	return {
		...sheet,
		dataValidations: [
			{
				type: "list" as const,
				values: [...conclusions],
				range: `${RESULT_COLUMN}${first}:${RESULT_COLUMN}${last}`,
				allowBlank: true,
				showErrorMessage: true,
				errorTitle: "核查结论",
				errorMessage: `请从下拉表中选：${conclusions.join("、")}。`,
			},
			{
				type: "list" as const,
				values: reasonCodes.map(([code]) => code),
				range: `${REASON_COLUMN}${first}:${REASON_COLUMN}${last}`,
				allowBlank: true,
				showErrorMessage: true,
				errorTitle: "原因码",
				errorMessage: "请从下拉表中选，各码的意思见“填写说明”。",
			},
		],
	};
}

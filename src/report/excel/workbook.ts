import { writeXlsx } from "hucre";
import type { LeadList, LeadView, ReportModel } from "../model.ts";
import { centsOf, dateText, moneyText } from "../words/format.ts";
import { listWords } from "../words/vocabulary.ts";
import { evidenceSheet } from "./evidence-sheet.ts";
import { leadsSheet } from "./leads-sheet.ts";
import {
	instructionSheet,
	methodSheet,
	uncheckedSheet,
} from "./reading-sheets.ts";

/** What a group's list is made for. */
export interface GroupList {
	name: string;
	leads: readonly LeadView[];
}

function totalOf(leads: readonly LeadView[]): string {
	const cents = leads.reduce(
		(sum, lead) => sum + (centsOf(lead.amount ?? "0") ?? 0n),
		0n,
	);
	const digits = String(cents).padStart(3, "0");
	return moneyText(`${digits.slice(0, -2)}.${digits.slice(-2)}`);
}

function notesOf(
	model: ReportModel,
	leads: readonly LeadView[],
	digest: string,
): string {
	return [
		model.office,
		model.round,
		`比对基准日 ${dateText(model.asOf)}`,
		`数据快照第 ${model.provenance.snapshot} 号`,
		`报告校验码 ${digest.slice(0, 8)}`,
		`共 ${leads.length} 条，涉及金额 ${totalOf(leads)}`,
		"疑点需要核实，不是结论；已脱敏",
	].join("　");
}

/** Which lists a workbook has; only the first is there when it is empty. */
const lists: readonly { list: LeadList; name: string }[] = [
	{ list: "first", name: "疑点清单" },
	{ list: "reserve", name: "备查" },
	{ list: "gone", name: "本次消失" },
];

/** Days since the beginning do not matter to a program; equal content must give equal bytes. */
function fixedDate(asOf: string): Date {
	return new Date(`${asOf}T00:00:00Z`);
}

/** The 疑点清单 of one inspection group as an xlsx file. */
export async function groupWorkbook(
	model: ReportModel,
	group: GroupList,
	digest: string,
): Promise<Uint8Array> {
	const sheets = lists.flatMap(({ list, name }) => {
		const leads = group.leads.filter((lead) => lead.list === list);
		if (leads.length === 0 && list !== "first") return [];
		const title =
			list === "first"
				? `疑点清单（${group.name}）`
				: `疑点清单（${group.name}，${listWords[list]}）`;
		return [
			leadsSheet(
				{
					name,
					title,
					notes: notesOf(model, leads, digest),
					empty:
						"本组本次没有疑点。没有疑点不等于没有问题，请看“未能检查的范围”。",
				},
				leads,
			),
		];
	});
	const rules = new Set(group.leads.map((lead) => lead.rule));
	return writeXlsx({
		sheets: [
			...sheets,
			evidenceSheet(group.leads, notesOf(model, group.leads, digest)),
			uncheckedSheet(model.unchecked),
			instructionSheet(),
			methodSheet(model.rules.filter((rule) => rules.has(rule.id))),
		],
		properties: {
			title: `疑点清单（${group.name}）`,
			creator: model.office,
			created: fixedDate(model.asOf),
			modified: fixedDate(model.asOf),
		},
		defaultFont: { name: "宋体", size: 10 },
	});
}

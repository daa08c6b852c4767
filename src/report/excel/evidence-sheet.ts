import type { EvidenceView, LeadView } from "../model.ts";
import { dateText } from "../words/format.ts";
import { type Column, tableSheet } from "./sheet.ts";

interface Row {
	lead: LeadView;
	row: EvidenceView;
	position: number;
}

const columns: readonly Column<Row>[] = [
	{
		title: "疑点编号",
		width: 11,
		style: "centre",
		value: ({ lead }) => lead.id,
	},
	{
		title: "证据",
		width: 5.5,
		style: "count",
		value: ({ position }) => position,
	},
	{
		title: "说明什么",
		width: 18,
		style: "text",
		value: ({ row }) => row.title,
	},
	{ title: "数据", width: 16, style: "text", value: ({ row }) => row.dataset },
	{ title: "文件", width: 26, style: "text", value: ({ row }) => row.file },
	{
		title: "工作表",
		width: 11,
		style: "text",
		value: ({ row }) => row.sheet ?? "",
	},
	{ title: "行号", width: 7, style: "count", value: ({ row }) => row.row },
	{
		title: "数据截止日",
		width: 14.5,
		style: "centre",
		value: ({ row }) => (row.cutOff === null ? "未注明" : dateText(row.cutOff)),
	},
	{
		title: "该行内容（已脱敏，空白格略去）",
		width: 70,
		style: "text",
		value: ({ row }) =>
			row.cells.map(({ heading, text }) => `${heading}：${text}`).join("；"),
	},
];

/** Every source row behind the leads, by file, sheet and row. */
export function evidenceSheet(leads: readonly LeadView[], notes: string) {
	return tableSheet(
		{ name: "证据明细", title: "证据明细", notes, empty: "没有疑点。" },
		columns,
		leads.flatMap((lead) =>
			lead.evidence.map((row, i) => ({ lead, row, position: i + 1 })),
		),
	).sheet;
}

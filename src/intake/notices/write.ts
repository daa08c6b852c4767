import { join } from "node:path";
import { fingerprint } from "../../base/index.ts";
import { maskText } from "../../privacy/index.ts";
import { type Column, tableSheet } from "../../report/index.ts";
import type { Workspace } from "../../workspace/index.ts";
import { controlWords } from "../completeness/control.ts";
import type { LoadReport } from "../completeness/report.ts";
import {
	type SourceStanding,
	sourceStateWords,
} from "../completeness/status.ts";
import { fileName, writeHandout } from "../handout.ts";
import { type NoticeItem, noticeItems } from "./items.ts";

/** The notice of one department. */
interface Notice {
	department: string;
	items: NoticeItem[];
	standings: SourceStanding[];
}

const UNNAMED = "提供单位未注明";

const itemColumns: readonly Column<NoticeItem & { position: number }>[] = [
	{
		title: "序号",
		width: 6,
		style: "count",
		value: ({ position }) => position,
	},
	{ title: "数据", width: 20, style: "text", value: ({ data }) => data },
	{ title: "文件", width: 30, style: "text", value: ({ file }) => file },
	{
		title: "需要补正或说明的事项",
		width: 44,
		style: "text",
		value: ({ what }) => what,
	},
	{
		title: "涉及范围",
		width: 34,
		style: "text",
		value: ({ extent }) => extent,
	},
	{ title: "请贵单位", width: 26, style: "text", value: ({ ask }) => ask },
	{ title: "办理情况", width: 22, style: "feedback", value: () => "" },
];

const receivedColumns: readonly Column<SourceStanding>[] = [
	{
		title: "数据",
		width: 24,
		style: "text",
		value: ({ dataset, source }) => dataset?.title ?? source.dataset,
	},
	{
		title: "应收日期",
		width: 14,
		style: "centre",
		value: ({ source }) => source.due ?? "",
	},
	{
		title: "收到的文件",
		width: 48,
		style: "text",
		value: ({ files }) => maskText(files.join("\n")),
	},
	{ title: "版本", width: 8, style: "count", value: ({ version }) => version },
	{
		title: "采用（行）",
		width: 12,
		style: "count",
		value: ({ loaded }) => loaded,
	},
	{
		title: "待核（行）",
		width: 12,
		style: "count",
		value: (row) => row.quarantined,
	},
	{
		title: "控制数",
		width: 26,
		style: "text",
		value: ({ controls }) =>
			controls
				.map(
					({ what, stated, loaded, agrees }) =>
						`${controlWords[what]} ${stated}${agrees ? "，相符" : `，收到 ${loaded ?? "不能计算"}`}`,
				)
				.join("\n"),
	},
	{
		title: "状态",
		width: 16,
		style: "centre",
		value: ({ state }) => sourceStateWords[state],
	},
];

function noticesOf(
	standings: readonly SourceStanding[],
	reports: readonly LoadReport[],
): Notice[] {
	const byDepartment = new Map<string, Notice>();
	for (const standing of standings) {
		const department = standing.source.from ?? UNNAMED;
		const notice = byDepartment.get(department) ?? {
			department,
			items: [],
			standings: [],
		};
		notice.standings.push(standing);
		notice.items.push(
			...noticeItems(
				standing,
				reports.find((item) => item.standing.source.id === standing.source.id),
			),
		);
		byDepartment.set(department, notice);
	}
	return [...byDepartment.values()].filter(({ items }) => items.length > 0);
}

async function workbookOf(
	notice: Notice,
	workspace: Workspace,
	asOf: string,
): Promise<Uint8Array> {
	const { writeXlsx } = await import("hucre/xlsx");
	const { office, round } = workspace.config;
	const notes = [office, round, `截止日 ${asOf}`].join("　");
	const date = new Date(`${asOf}T00:00:00Z`);
	const title = `数据补正通知（${notice.department}）`;
	return writeXlsx({
		sheets: [
			tableSheet(
				{
					name: "补正事项",
					title,
					notes: `${notes}　具体记录另行提供，不在本表中。`,
					empty: "没有需要补正的事项。",
				},
				itemColumns,
				notice.items.map((item, i) => ({ ...item, position: i + 1 })),
			).sheet,
			tableSheet(
				{ name: "接收情况", title: "数据接收情况", notes, empty: "" },
				receivedColumns,
				notice.standings,
			).sheet,
		],
		properties: { title, creator: office, created: date, modified: date },
		defaultFont: { name: "宋体", size: 10 },
	});
}

/**
 * Writes a notice for every department that has something to settle, masked, into a folder of out/ that is named by as-of date and content:
 * what was handed out, and perhaps filled in, is never written over.
 * @returns the absolute paths, in the order of bidui.yaml
 */
export async function writeNotices(
	workspace: Workspace,
	standings: readonly SourceStanding[],
	reports: readonly LoadReport[],
	asOf: string,
): Promise<{ path: string; department: string; items: number }[]> {
	const notices = noticesOf(standings, reports);
	const digest = fingerprint(
		notices.map(({ department, items, standings: own }) => [
			department,
			items,
			own.map(({ source, state, loaded, quarantined }) => [
				source.id,
				state,
				loaded,
				quarantined,
			]),
		]),
	);
	const paths = await writeHandout(
		join(workspace.out, `补正通知_${asOf}_${digest.slice(0, 8)}`),
		new Map(
			notices.map((notice) => [
				`补正通知_${fileName(notice.department)}.xlsx`,
				() => workbookOf(notice, workspace, asOf),
			]),
		),
	);
	return notices.map(({ department, items }, i) => ({
		path: paths[i] ?? "",
		department,
		items: items.length,
	}));
}

import type { Dataset } from "../../datasets/index.ts";
import { errorCodes } from "../../errors/index.ts";
import {
	changeProblems,
	type FindingCode,
	findings,
} from "../../ingest/index.ts";
import { maskText } from "../../privacy/index.ts";
import { controlWords } from "../completeness/control.ts";
import type { LoadReport } from "../completeness/report.ts";
import type { SourceStanding } from "../completeness/status.ts";

/** One thing that a department is asked to settle. */
export interface NoticeItem {
	/** Title of the data. */
	data: string;
	file: string;
	/** What is wrong. */
	what: string;
	/** How much of it: rows, months, yuan. */
	extent: string;
	/** What the department is asked to do. */
	ask: string;
}

const RESEND = "请补正后重报";
const EXPLAIN = "请说明原因，属漏报、错报的请重报";

const MOST_MONTHS = 12;

function some(months: readonly string[]): string {
	const shown = months.slice(0, MOST_MONTHS).join("、");
	return months.length > MOST_MONTHS
		? `${shown} 等 ${months.length} 个月`
		: shown;
}

function words(code: string): string {
	return findings[code as FindingCode]?.title ?? code;
}

/** A message without what only the finding itself knows. */
function codeWords(code: string): string {
	const entry = (errorCodes as Record<string, { message: string } | undefined>)[
		code
	];
	return entry === undefined
		? code
		: (entry.message.split(/[：:]?[“（]?\{/)[0] ?? code);
}

function title(dataset: Dataset | undefined, column: string): string {
	return dataset?.columns.find(({ name }) => name === column)?.title ?? column;
}

/** What is asked of the department about a source that gave nothing. */
function missingItems(standing: SourceStanding): NoticeItem[] {
	const { source, dataset, state, reasons } = standing;
	const data = dataset?.title ?? source.dataset;
	if (state === "absent" || state === "overdue")
		return [
			{
				data,
				file: "—",
				what: state === "overdue" ? "逾期未提供" : "尚未提供",
				extent: source.due === undefined ? "" : `应于 ${source.due} 前提供`,
				ask: "请按调取清单提供",
			},
		];
	return reasons.map((code) => ({
		data,
		file: maskText(standing.files.join("、")),
		what: `文件不能采用：${codeWords(code)}`,
		extent: "整个文件",
		ask: "请从原系统重新导出后重报",
	}));
}

/** What is asked about rows, columns and totals of the files. */
function partItems(report: LoadReport): NoticeItem[] {
	const { dataset, source } = report.standing;
	const data = dataset?.title ?? source.dataset;
	return report.parts.flatMap(({ line, part }) => {
		const file = maskText(
			`${line.file}${line.sheet === undefined ? "" : `，工作表“${line.sheet}”`}`,
		);
		const item = (what: string, extent: string, ask: string) => ({
			data,
			file,
			what,
			extent,
			ask,
		});
		return [
			...Object.entries(part.reasons).map(([code, rows]) =>
				item(`记录不能采用：${words(code)}`, `${rows} 行`, RESEND),
			),
			...part.quality
				.filter(
					({ code }) => !("meant" in (findings[code as FindingCode] ?? {})),
				)
				.map(({ column, code, rows }) =>
					item(
						`${title(dataset, column)}：${words(code)}`,
						`${rows} 行`,
						RESEND,
					),
				),
			...part.totals
				.filter(({ agrees }) => !agrees)
				.map(({ row, column, stated, loaded }) =>
					item(
						`第 ${row} 行合计“${title(dataset, column)}”与各行相加不一致`,
						`合计 ${stated}，相加 ${loaded}`,
						EXPLAIN,
					),
				),
			...(part.duplicates.rows > 0
				? [item("整行重复", `${part.duplicates.rows} 行`, EXPLAIN)]
				: []),
		];
	});
}

/** What is asked about a source as a whole. */
function wholeItems(report: LoadReport): NoticeItem[] {
	const { standing, version, matrix, rolls, references } = report;
	const { source, dataset } = standing;
	const item = (what: string, extent: string, ask: string): NoticeItem => ({
		data: dataset?.title ?? source.dataset,
		file: "—",
		what,
		extent,
		ask,
	});
	const named = (name: string | null) =>
		name ?? (matrix?.byTownship ? "（未写乡镇）" : "全部");
	return [
		...standing.controls
			.filter(({ agrees }) => !agrees)
			.map(({ what, stated, loaded }) =>
				item(
					`${controlWords[what]}与控制数不符`,
					`控制数 ${stated}，收到 ${loaded ?? "不能计算"}`,
					EXPLAIN,
				),
			),
		...(version === undefined || dataset === undefined
			? []
			: changeProblems(version.change, dataset, "").map(({ message }) =>
					item(message, `第 ${version.version} 版`, EXPLAIN),
				)),
		...(matrix?.townships ?? []).flatMap(({ name, holes, low }) => [
			...(holes.length > 0
				? [item(`${named(name)}缺月份`, some(holes), EXPLAIN)]
				: []),
			...(low.length > 0
				? [item(`${named(name)}有的月份不到通常的一半`, some(low), EXPLAIN)]
				: []),
		]),
		...((matrix?.absent.length ?? 0) > 0
			? [item("有的乡镇没有记录", matrix?.absent.join("、") ?? "", EXPLAIN)]
			: []),
		...rolls
			.filter(({ odd }) => odd)
			.map(({ township, persons, residents }) =>
				item(
					`${township}人数与其他乡镇相差悬殊`,
					`${persons} 人，人口 ${residents}`,
					EXPLAIN,
				),
			),
		...references
			.filter(({ low }) => low)
			.map(({ column, values, found }) =>
				item(
					`${title(dataset, column)}有的在其他部门的数据里找不到`,
					`${values} 个里找到 ${found} 个`,
					"请核对这些号码",
				),
			),
	];
}

/** What is asked of the department that sent, or did not send, a source. */
export function noticeItems(
	standing: SourceStanding,
	report: LoadReport | undefined,
): NoticeItem[] {
	return [
		...missingItems(standing),
		...(report === undefined
			? []
			: [...partItems(report), ...wholeItems(report)]),
	];
}

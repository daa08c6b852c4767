import type { Dataset } from "../../datasets/index.ts";
import {
	changeProblems,
	type FindingCode,
	findings,
	versionWords,
} from "../../ingest/index.ts";
import {
	type ControlTotal,
	controlWords,
	type LoadReport,
	type SourceStanding,
	sourceStateWords,
} from "../../intake/index.ts";
import { maskText } from "../../privacy/index.ts";
import { count } from "./numbers.ts";
import { table } from "./table.ts";

function controlText(controls: readonly ControlTotal[]): string {
	if (controls.length === 0) return "—";
	return controls
		.map(
			({ what, agrees }) => `${controlWords[what]}${agrees ? "相符" : "不符"}`,
		)
		.join("，");
}

/** Expected, received, usable: a line a source. */
export function standingTable(standings: readonly SourceStanding[]): string {
	return table(
		[
			{ title: "来源", value: ({ source }) => source.id },
			{
				title: "数据",
				value: ({ source, dataset }) => dataset?.title ?? source.dataset,
			},
			{ title: "提供单位", value: ({ source }) => source.from ?? "—" },
			{ title: "应收", value: ({ source }) => source.due ?? "—" },
			{ title: "收到", value: ({ files }) => `${files.length} 个文件` },
			{
				title: "版本",
				value: ({ version, loaded, quarantined }) =>
					loaded + quarantined === 0 ? "—" : `第 ${version} 版`,
			},
			{ title: "装载", value: ({ loaded }) => count(loaded), right: true },
			{ title: "待核", value: (row) => count(row.quarantined), right: true },
			{ title: "控制数", value: ({ controls }) => controlText(controls) },
			{ title: "状态", value: ({ state }) => sourceStateWords[state] },
		],
		standings,
	);
}

/** "应收 12，收到 10，可用 9" */
export function standingLine(standings: readonly SourceStanding[]): string {
	const received = standings.filter(({ files }) => files.length > 0).length;
	const usable = standings.filter(({ state }) =>
		["usable", "questioned", "kept"].includes(state),
	).length;
	const late = standings.filter(({ state }) => state === "overdue").length;
	return `应收 ${standings.length}，收到 ${received}，可用 ${usable}${late === 0 ? "" : `，逾期未收到 ${late}`}`;
}

const MOST_MONTHS = 12;

function reasonWords(code: string): string {
	return findings[code as FindingCode]?.title ?? code;
}

function partLines(report: LoadReport, dataset: Dataset | undefined): string[] {
	const titleOf = (name: string) =>
		dataset?.columns.find((column) => column.name === name)?.title ?? name;
	return report.parts.flatMap(({ line, part }) => [
		`${maskText(line.file)}${line.sheet === undefined ? "" : ` 工作表“${line.sheet}”`}：读取 ${count(part.counts.read)}，装载 ${count(part.counts.loaded)}，待核 ${count(part.counts.quarantined)}，非数据行 ${count(part.counts.decoration)}${part.corrections === undefined ? "" : `，经更正 ${count(part.corrections.loaded)}`}`,
		`  ${[part.format, part.encoding, part.header_row > 0 ? `表头第 ${part.header_row} 行` : undefined].filter((text) => text !== undefined).join("，")}`,
		...Object.entries(part.reasons).map(
			([code, rows]) => `  待核：${reasonWords(code)} ${count(rows)} 行`,
		),
		...part.quality.map(
			({ column, code, rows }) =>
				`  ${titleOf(column)}：${reasonWords(code)} ${count(rows)} 行`,
		),
		...part.totals
			.filter(({ agrees }) => !agrees)
			.map(
				({ row, column, stated, loaded }) =>
					`  第 ${row} 行合计“${titleOf(column)}”为 ${stated}，装载的各行相加为 ${loaded}`,
			),
		...(part.unmapped.length === 0
			? []
			: [`  没有对应的列：${maskText(part.unmapped.join("、"))}`]),
		...(part.absent.length === 0
			? []
			: [`  文件没有的列：${part.absent.map(titleOf).join("、")}`]),
	]);
}

function matrixLines({ matrix }: LoadReport): string[] {
	if (matrix === undefined) return [];
	const { months, townships, absent, undated } = matrix;
	const named = (name: string | null) =>
		name ?? (matrix.byTownship ? "（未写）" : "（全部）");
	const shown = months.slice(-MOST_MONTHS);
	const from = months.length - shown.length;
	return [
		months.length === 0
			? "\n各乡镇行数："
			: `\n乡镇 × 月份（${months[0]} 至 ${months.at(-1)}${from > 0 ? `，只列最近 ${shown.length} 个月，全部见 --json` : ""}；· 为没有）：`,
		table(
			[
				{ title: "乡镇", value: ({ name }) => named(name) },
				{ title: "合计", value: ({ rows }) => count(rows), right: true },
				...shown.map((month, i) => ({
					title: month.slice(2),
					value: ({ byMonth }: (typeof townships)[number]) => {
						const n = byMonth[from + i] ?? 0;
						return n === 0 ? "·" : count(n);
					},
					right: true,
				})),
			],
			townships,
		),
		...townships
			.filter(({ holes }) => holes.length > 0)
			.map(
				({ name, holes }) =>
					`  缺：${named(name)} ${holes.slice(0, MOST_MONTHS).join("、")}${holes.length > MOST_MONTHS ? ` 等 ${holes.length} 个月` : ""}`,
			),
		...townships
			.filter(({ low }) => low.length > 0)
			.map(
				({ name, low }) =>
					`  偏少：${named(name)} ${low.slice(0, MOST_MONTHS).join("、")}${low.length > MOST_MONTHS ? ` 等 ${low.length} 个月` : ""}（不到通常的一半）`,
			),
		...(absent.length === 0 ? [] : [`  整个乡镇没有：${absent.join("、")}`]),
		...(undated === 0 ? [] : [`  没有月份：${count(undated)} 行`]),
	];
}

function rollLines({ rolls }: LoadReport): string[] {
	if (rolls.length === 0) return [];
	return [
		"\n名册人数与人口：",
		table(
			[
				{ title: "乡镇", value: ({ township }) => township },
				{ title: "名册", value: ({ persons }) => count(persons), right: true },
				{ title: "人口", value: (row) => count(row.residents), right: true },
				{
					title: "每千人",
					value: ({ perThousand }) => perThousand.toFixed(1),
					right: true,
				},
				{ title: "", value: ({ odd }) => (odd ? "与其他乡镇相差悬殊" : "") },
			],
			rolls,
		),
	];
}

function damagedLines(
	{ damaged }: LoadReport,
	columnTitle: (name: string) => string,
): string[] {
	if (damaged.length === 0) return [];
	return [
		"\n末几位被 Excel 损坏、已作废的证号：",
		...damaged.map(({ column, rows, persons, one, several }) => {
			const sure =
				one === undefined || several === undefined
					? "户籍没有装载，认不出是谁"
					: `按前 15 位和姓名，户籍里只有一人的 ${count(one)} 人，几人都符合、不能认定的 ${count(several)} 人，没有的 ${count(persons - one - several)} 人`;
			return `  ${columnTitle(column)}：${count(rows)} 行、${count(persons)} 人；${sure}`;
		}),
	];
}

/** The load report of a source as text. */
export function reportText(
	report: LoadReport,
	datasets: ReadonlyMap<string, Dataset>,
): string {
	const { standing, version, references, duplicates } = report;
	const { source, dataset } = standing;
	const title = (name: string) => {
		const [target = "", column = ""] = name.split(".");
		const other = datasets.get(target);
		return `${other?.title ?? target}·${other?.columns.find((item) => item.name === column)?.title ?? column}`;
	};
	const columnTitle = (name: string) =>
		dataset?.columns.find((item) => item.name === name)?.title ?? name;
	return [
		`${source.id}　${dataset?.title ?? source.dataset}（${source.from ?? "提供单位未注明"}）　${sourceStateWords[standing.state]}`,
		`方式 ${source.mode}，第 ${standing.version} 版，数据截止${source.cut_off ?? "未注明"}${source.due === undefined ? "" : `，应于 ${source.due} 前提供`}`,
		"",
		...partLines(report, dataset),
		...(standing.controls.length === 0
			? []
			: [
					"\n控制数：",
					...standing.controls.map(
						({ what, stated, loaded, agrees }) =>
							`  ${controlWords[what]}：提供方 ${stated}，装载 ${loaded ?? "无法计算（没有对应的列）"}${agrees ? "，相符" : "，不符"}`,
					),
				]),
		...(version === undefined
			? []
			: [
					`\n${versionWords(version, dataset)}`,
					...(dataset === undefined
						? []
						: changeProblems(version.change, dataset, "").map(
								({ message }) => `  ${message}`,
							)),
				]),
		...matrixLines(report),
		...rollLines(report),
		...(references.length === 0
			? []
			: [
					"\n与其他数据对得上的比例：",
					...references.map(({ column, to, values, found, low }) =>
						found === undefined
							? `  ${columnTitle(column)} → ${title(to)}：没有装载，不能核对`
							: `  ${columnTitle(column)} → ${title(to)}：${count(values)} 个里找到 ${count(found)} 个（${values === 0 ? "—" : `${((found / values) * 100).toFixed(1)}%`}）${low ? "，偏低" : ""}`,
					),
				]),
		...damagedLines(report, columnTitle),
		`\n重复：整行 ${count(duplicates.rows)} 行${duplicates.keys === undefined ? "" : `，主要字段相同 ${count(duplicates.keys)} 行`}`,
		...duplicates.across.map(
			({ source: other, keys }) =>
				`  与来源 ${other} 相同的有 ${count(keys)} 个`,
		),
	].join("\n");
}

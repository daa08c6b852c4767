import type { Profile, Span } from "./types.ts";

const kinds: Record<Span["kind"], string> = {
	stage: "阶段",
	source: "来源",
	model: "中间结果",
	rule: "规则",
};

const statuses: Record<string, string> = {
	loaded: "已装载",
	unchanged: "未变化，沿用",
	refused: "拒收",
	missing: "未收到",
	duplicate: "重复，不计",
	ran: "完成",
	skipped: "跳过",
	failed: "出错",
};

const seconds = (ms: number) => (ms / 1000).toFixed(2);
const count = (value: number | undefined) =>
	value === undefined ? "" : value.toLocaleString("en-US");
/** Megabytes. */
const size = (bytes: number | undefined) =>
	bytes === undefined ? "" : (bytes / 1e6).toFixed(2);

function rows(spans: readonly Span[]): string[] {
	return [
		"| 类别 | 名称 | 说明 | 情况 | 第几路 | 开始（秒） | 用时（秒） | 读入行 | 写出行 | 读入 MB | 写出 MB | 引擎内存 MB | 进程内存 MB |",
		"| --- | --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
		...spans.map((span) =>
			[
				"",
				kinds[span.kind],
				span.name,
				span.title,
				statuses[span.status] ?? span.status,
				span.worker === undefined ? "" : span.worker + 1,
				seconds(span.start),
				seconds(span.end - span.start),
				count(span.rowsIn),
				count(span.rowsOut),
				size(span.bytesIn),
				size(span.bytesOut),
				size(span.engineBytes),
				size(span.processBytes),
				"",
			]
				.map((cell) => String(cell).replaceAll("|", "\\|"))
				.join(" | ")
				.trim(),
		),
	];
}

/** The profile as Markdown: stages in their order, then everything else, what took longest first. */
export function profileTable(profile: Profile): string {
	const { machine, spans } = profile;
	const stages = spans.filter(({ kind }) => kind === "stage");
	const others = spans
		.filter(({ kind }) => kind !== "stage")
		.sort((a, b) => b.end - b.start - (a.end - a.start));
	const peak = Math.max(0, ...profile.samples.map(({ bytes }) => bytes));
	return [
		"# 这次运行的用时",
		"",
		`截止日 ${profile.as_of}，数据快照第 ${profile.snapshot} 号。共 ${seconds(profile.ms)} 秒，处理器 ${seconds(profile.cpuMs)} 秒，进程内存最多 ${size(peak)} MB。`,
		`机器 ${machine.cores} 核、${(machine.memory / 2 ** 30).toFixed(1)} GiB 内存；bidui.yaml 允许 ${machine.threads} 个线程、${machine.memory_limit} 内存。`,
		"",
		"“引擎内存”是这条规则或中间结果自己的引擎用过的最多内存；“进程内存”是同一时间整个程序占用的最多内存，几路同时工作时不能分开。多次抽样得出，很短的步骤可能没有抽到。时间每次运行都不同，不影响任何结果。",
		"",
		"## 各阶段",
		"",
		...rows(stages),
		"",
		"## 来源、中间结果和规则，用时长的在前",
		"",
		...rows(others),
		"",
	].join("\n");
}

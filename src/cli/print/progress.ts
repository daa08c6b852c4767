import type { BatchProgress, Forecast } from "../../nightly/index.ts";
import { bytes, count, duration } from "./numbers.ts";

const done: Record<string, string> = {
	loaded: "已装载",
	unchanged: "未变化，沿用",
	refused: "拒收",
	missing: "未收到",
	duplicate: "重复，不计",
	ran: "完成",
	skipped: "跳过",
	failed: "出错",
};

/** Shorter than this nobody asks how long it still takes. */
const WORTH_MS = 5000;

function left({ leftMs }: { leftMs?: number }): string {
	return leftMs === undefined || leftMs < WORTH_MS
		? ""
		: `，本阶段预计还需 ${duration(leftMs)}`;
}

/** What a run will probably take, in lines; honest where no earlier run tells. */
function forecastLines(event: Forecast): string {
	const files = `来源共 ${count(event.files)} 个文件、${bytes(event.bytes)}，其中新的或改动过的 ${count(event.changedFiles)} 个、${bytes(event.changedBytes)}`;
	if (event.loadMs === undefined)
		return `[预计] ${files}；磁盘可用 ${bytes(event.freeBytes)}\n[预计] 没有可参照的运行记录，用时和磁盘用量无法预计`;
	const load = `装载约 ${duration(event.loadMs)}，磁盘约增 ${event.diskBytes === undefined ? "（无法预计）" : bytes(event.diskBytes)}`;
	const time =
		event.rulesMs === undefined
			? "没有运行过，用时无法预计"
			: `约 ${duration(event.rulesMs)}`;
	const unknown =
		event.rulesMs === undefined || event.unknown === 0
			? ""
			: `（其中 ${count(event.unknown)} 条没有运行过，未计入）`;
	const rules =
		event.affected === 0
			? ""
			: `；规则和中间结果约 ${count(event.affected)} 条要重算，${time}${unknown}`;
	const short =
		event.diskBytes !== undefined && event.diskBytes > event.freeBytes
			? "\n[预计] 磁盘可能不够：请先腾出空间，或把工作区移到更大的磁盘"
			: "";
	return `[预计] ${files}；磁盘可用 ${bytes(event.freeBytes)}\n[预计] ${load}${rules}。按最近几次运行推算，仅供参考${short}`;
}

/** A progress event as one line on stderr; starts of quick steps are not worth a line. */
export function progressLine(event: BatchProgress): string | undefined {
	switch (event.type) {
		case "source-start":
			return undefined;
		case "source-done": {
			const where = [event.file ?? event.source, event.sheet]
				.filter((part) => part !== undefined)
				.join(" · ");
			return `[来源 ${event.index}/${event.total}] ${where}：${done[event.status] ?? event.status}，${count(event.rows)} 行，${duration(event.seconds * 1000)}${left(event)}`;
		}
		case "node-start":
			return undefined;
		case "node-done": {
			const kind = event.kind === "model" ? "中间结果" : "规则";
			const words =
				event.status === "unchanged" ? done.unchanged : done[event.status];
			return `[${kind} ${event.index}/${event.total}] ${event.name} ${event.title}：${words}${event.reason === undefined ? "" : `（${event.reason}）`}，${duration(event.ms)}${left(event)}`;
		}
		case "at-work":
			return `[进行中] ${event.names.join("、")}：已 ${duration(event.ms)}${left(event)}`;
		case "forecast":
			return forecastLines(event);
	}
}

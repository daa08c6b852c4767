import type { BatchProgress } from "../../nightly/index.ts";
import { count, duration } from "./numbers.ts";

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

/** A progress event as one line on stderr; starts of quick steps are not worth a line. */
export function progressLine(event: BatchProgress): string | undefined {
	switch (event.type) {
		case "source-start":
			return undefined;
		case "source-done": {
			const where = [event.file ?? event.source, event.sheet]
				.filter((part) => part !== undefined)
				.join(" · ");
			return `[来源 ${event.index}/${event.total}] ${where}：${done[event.status] ?? event.status}，${count(event.rows)} 行，${duration(event.seconds * 1000)}`;
		}
		case "node-start":
			return undefined;
		case "node-done": {
			const kind = event.kind === "model" ? "中间结果" : "规则";
			const words =
				event.status === "unchanged" ? done.unchanged : done[event.status];
			return `[${kind} ${event.index}/${event.total}] ${event.name} ${event.title}：${words}${event.reason === undefined ? "" : `（${event.reason}）`}，${duration(event.ms)}`;
		}
	}
}

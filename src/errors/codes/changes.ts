import { table } from "./entry.ts";

const LOOK =
	"向提供方核实是否漏报、换了口径或单位；确属正确的不用处理。阈值见 bidui.yaml 的 change_limits。";

/** How a source that was sent again differs from the version before. */
export const changeCodes = table({
	"change-rows": {
		severity: "warning",
		exit: 3,
		message: "重报后行数由 {before} 减为 {now}",
		remedy: LOOK,
	},
	"change-removed": {
		severity: "warning",
		exit: 3,
		message: "上一版的 {before} 行里有 {now} 行在重报后不见了",
		remedy: LOOK,
	},
	"change-columns-missing": {
		severity: "warning",
		exit: 3,
		message: "上一版有的列“{column}”在重报后没有了",
		remedy: LOOK,
	},
	"change-columns-new": {
		severity: "warning",
		exit: 3,
		message: "重报后多了一列“{column}”",
		remedy: LOOK,
	},
	"change-nulls": {
		severity: "warning",
		exit: 3,
		message: "重报后列“{column}”空白的比例由 {before} 变为 {now}",
		remedy: LOOK,
	},
	"change-distinct": {
		severity: "warning",
		exit: 3,
		message: "重报后列“{column}”不重复的比例由 {before} 变为 {now}",
		remedy: LOOK,
	},
	"change-magnitude": {
		severity: "warning",
		exit: 3,
		message: "重报后列“{column}”的数由 {before} 上下变为 {now} 上下",
		remedy: LOOK,
	},
	"change-stopped": {
		severity: "error",
		exit: 3,
		message: "重报与上一版差别过大，按 on_change: stop 没有采用：{reasons}",
		remedy:
			"沿用上一版。核实确属正确后运行 bidui load --accept {source}；不再停用的，把 on_change 改为 warn。",
	},
	"accept-unknown": {
		severity: "error",
		exit: 2,
		message: "--accept 写了 bidui.yaml 中没有的来源“{source}”",
		remedy: "写来源的 id；全部来源见 bidui sources status。",
	},
	"source-overdue": {
		severity: "warning",
		exit: 3,
		message: "来源“{source}”{from}应于 {due} 前提供，到截止日还没有收到",
		remedy: "催办；补正清单用 bidui sources report 生成。",
	},
	"control-mismatch": {
		severity: "warning",
		exit: 3,
		message: "{what}与提供方的控制数不符：控制数 {stated}，装载 {loaded}",
		remedy:
			"请提供方说明差额或重报；待核的行更正后差额会缩小（bidui sources show {source}）。",
	},
	"source-not-declared": {
		severity: "error",
		exit: 2,
		message: "bidui.yaml 里没有来源“{source}”",
		remedy: "全部来源见 bidui sources status。",
	},
});

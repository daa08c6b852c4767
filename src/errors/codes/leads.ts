import { table } from "./entry.ts";

export const leadCodes = table({
	"lead-not-reproduced": {
		severity: "warning",
		exit: 3,
		message:
			"脱敏后的行没有重现线索 {id}：规则还依赖没有带出的数据，或依赖脱敏时换掉的文字",
		remedy:
			"按给出的行补上缺的数据，改好期望再放进规则；没有重现的测试不要直接使用。",
	},
	"site-key-missing": {
		severity: "error",
		exit: 2,
		message: "没有找到本站密钥",
		remedy:
			"线索编号靠它保持不变：从备份恢复 private/site.key；新工作区用 bidui init 生成。",
	},
	"site-key-broken": {
		severity: "error",
		exit: 2,
		message: "本站密钥内容不对",
		remedy: "应为 64 位十六进制文字；请从备份恢复，不要手工修改。",
	},
	"lead-event-broken": {
		severity: "error",
		exit: 1,
		message: "线索记录第 {n} 份的第 {line} 条内容不符合约定：{reason}",
		remedy: "不要手工修改线索记录；请从备份恢复 leads 文件夹。",
	},
	"exemption-twice": {
		severity: "error",
		exit: 2,
		message: "豁免编号 {id} 已在 {first} 中使用",
		remedy: "换一个编号；豁免编号在工作区内不重复。",
	},
	"exemption-unused": {
		severity: "warning",
		exit: 3,
		message: "豁免 {id}（{rule}）没有对上任何线索",
		remedy: "检查 lead、key、subject、evidence 的写法；不再需要时删去。",
	},
	"exemption-expired": {
		severity: "warning",
		exit: 3,
		message: "豁免 {id}（{rule}）已于 {until} 到期，不再起作用",
		remedy: "重新核实后改写 until，或删去。",
	},
	"exemption-outdated": {
		severity: "warning",
		exit: 3,
		message: "豁免 {id} 只对 {rule} 的第 {version} 版有效，规则已改版",
		remedy: "按新版规则重新核实后改写 version，或删去。",
	},
	"lead-unknown": {
		severity: "error",
		exit: 2,
		message: "没有编号为 {id} 的线索",
		remedy: "用 bidui leads list 查看编号。",
	},
	"hit-broken": {
		severity: "error",
		exit: 3,
		message: "规则 {rule} 的一条结果不符合约定：{reason}",
		remedy: "检查规则 SELECT 的列；用 bidui rules test {rule} 复核。",
	},
	"hit-evidence-unknown": {
		severity: "error",
		exit: 3,
		message: "规则 {rule} 给出的证据地址 {address} 不在本次数据中",
		remedy:
			"证据列须由输入的 _src 和 _row 拼成：_src || '#' || CAST(_row AS varchar)。",
	},
});

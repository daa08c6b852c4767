import { table } from "./entry.ts";

export const reportCodes = table({
	"report-banned-word": {
		severity: "error",
		exit: 1,
		message: "报告中出现不得使用的词“{word}”：…{context}…（{reason}）",
		remedy:
			"没有写出报告，之前的报告没有改动。请改用中性说法：规则的文字在 rules 下改，轮次、巡察组名称在 bidui.yaml 中改。",
	},
	"report-unwritable": {
		severity: "error",
		exit: 1,
		message: "报告写不进去：{reason}",
		remedy:
			"检查磁盘空间和文件夹权限，关闭正在打开的报告，然后重新运行；之前的报告没有改动。",
	},
	"report-edited": {
		severity: "warning",
		exit: 3,
		message: "这一期报告已经写出过，其中 {files} 后来被改动或删除",
		remedy:
			"已保留改动后的文件，没有覆盖。需要原样的报告时，先把该文件夹改名，再运行 bidui report。",
	},
});

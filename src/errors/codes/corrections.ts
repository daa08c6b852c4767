import { table } from "./entry.ts";

export const correctionCodes = table({
	"correction-form": {
		severity: "error",
		exit: 3,
		message: "不能作为更正表读取：{reason}",
		remedy:
			"在 private/待核 中程序生成的表里改，不增删列，保存为 .xlsx 后再装载；其余的更正照常。",
	},
	"correction-unknown": {
		severity: "error",
		exit: 3,
		message: "这一行的记录编号认不出，或与原始记录对不上，没有采用",
		remedy:
			"不要改动“记录编号”一列，也不要自己加行；重新运行 bidui load，在新生成的待核表里改。",
	},
	"correction-number": {
		severity: "error",
		exit: 3,
		message: "这一格是数字，末几位已经丢失，没有采用",
		remedy: "把该格设为“文本”格式，重新完整输入号码。",
	},
	"correction-twice": {
		severity: "error",
		exit: 3,
		message: "同一条记录改成了两种内容，后一种没有采用",
		remedy: "每条记录只留一行。",
	},
	"corrections-none": {
		severity: "error",
		exit: 2,
		message: "private/待核 中没有填好、尚未装载的更正表",
		remedy:
			"先在 private/待核 的表里改好、保存并关闭；或写明文件：bidui load --corrections 文件。",
	},
	"corrections-outdated": {
		severity: "warning",
		exit: 3,
		message: "有 {count} 行更正不再适用：重报的文件在第 {rows} 行已是别的内容",
		remedy: "更正没有套用；重报的内容仍有问题的，会列在新的待核表里。",
	},
	"corrections-lost": {
		severity: "warning",
		exit: 3,
		message: "有 {count} 行更正不再适用：所更正的文件已不在来源“{source}”中",
		remedy: "如果文件改了名，请在新的待核表里重新更正。",
	},
});

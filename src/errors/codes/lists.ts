import { table } from "./entry.ts";

export const listCodes = table({
	"list-unreadable": {
		severity: "error",
		exit: 2,
		message: "清单文件读不出来：{reason}",
		remedy:
			"清单的 CSV 文件须是 UTF-8 编码、逗号分隔，首行为列名；导入的文件须是导出的 Excel（xlsx）。",
	},
	"list-unknown": {
		severity: "error",
		exit: 2,
		message: "没有清单 {name}",
		remedy:
			"用 bidui lists list 查看有哪些清单；导入的文件应由 bidui lists export 导出。",
	},
	"list-cell": {
		severity: "error",
		exit: 2,
		message: "“{column}”的值“{value}”不对",
		remedy: "应当是{expected}；改正后重新导入，有误时什么也没有写入。",
	},
	"list-from-log": {
		severity: "error",
		exit: 2,
		message: "清单 {name} 由线索记录填写，不导出，也不导入",
		remedy: "核对亲属用 bidui links export 和 bidui links import。",
	},
	"list-heading": {
		severity: "error",
		exit: 2,
		message: "清单文件的首行与声明不一致：应为 {expected}，实为 {found}",
		remedy: "让 CSV 首行与 YAML 中 columns 的名称和次序一致。",
	},
	"list-ragged": {
		severity: "error",
		exit: 2,
		message: "清单的这一行有 {found} 个值，应有 {expected} 个",
		remedy: "补齐或删去多余的值；空值写 null（CSV 中留空）。",
	},
});

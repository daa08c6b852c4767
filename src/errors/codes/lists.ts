import { table } from "./entry.ts";

export const listCodes = table({
	"list-unreadable": {
		severity: "error",
		exit: 2,
		message: "清单文件读不出来：{reason}",
		remedy: "清单的 CSV 文件须是 UTF-8 编码、逗号分隔，首行为列名。",
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

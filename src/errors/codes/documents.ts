import { table } from "./entry.ts";

export const documentCodes = table({
	"yaml-unreadable": {
		severity: "error",
		exit: 2,
		message: "无法读取文件：{reason}",
		remedy: "检查文件是否存在、是否有读取权限，并且是 UTF-8 编码。",
	},
	"yaml-syntax": {
		severity: "error",
		exit: 2,
		message: "YAML 写法有误：{reason}",
		remedy:
			"检查该行的缩进、冒号后的空格和引号；缩进只能用空格，不能用制表符。",
	},
	"yaml-shape": {
		severity: "error",
		exit: 2,
		message: "“{path}”不符合要求：{reason}",
		remedy: "{remedy}",
	},
});

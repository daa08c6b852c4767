import { table } from "./entry.ts";

export const linkCodes = table({
	"links-none": {
		severity: "error",
		exit: 2,
		message: "上一次运行没有解析亲属，没有可核对的",
		remedy:
			"装载干部家庭成员表和户籍，运行用到亲属的规则（如 LYCT-05）后再导出。",
	},
	"links-form": {
		severity: "error",
		exit: 2,
		message: "不能作为亲属核对表读取：{reason}",
		remedy:
			"在 bidui links export 导出的表里填，不增删列，保存为 .xlsx 后再导入。",
	},
	"links-pair-unknown": {
		severity: "error",
		exit: 3,
		message: "编号“{id}”认不出，这一行没有采用",
		remedy:
			"不要改动“编号”一列，也不要自己加行；数据更新后候选可能已不同，请重新导出。",
	},
	"links-cell": {
		severity: "error",
		exit: 3,
		message: "“{column}”的值“{value}”不对，这一行没有采用",
		remedy: "应当是{expected}；改正后重新导入，其余的行照常。",
	},
	"links-twice": {
		severity: "error",
		exit: 3,
		message: "编号 {id} 在表里有两种结论，后一种没有采用",
		remedy: "每对只留一行。",
	},
	"links-two-persons": {
		severity: "error",
		exit: 3,
		message: "同一名亲属已核对为另一个人，这一行的“是”没有采用",
		remedy: "一名亲属只能是一个人：把另一行改为“否”或“撤销”，再导入。",
	},
	"links-older": {
		severity: "warning",
		exit: 3,
		message: "{by} 在 {on} 已有更晚的结论，这一行没有采用",
		remedy: "确要改的，写上现在的核对日期再导入。",
	},
});

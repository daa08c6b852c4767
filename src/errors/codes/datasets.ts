import { table } from "./entry.ts";

export const datasetCodes = table({
	"dataset-not-found": {
		severity: "error",
		exit: 2,
		message: "没有数据集“{name}”",
		remedy: "用 bidui datasets list 查看可用的数据集。",
	},
	"dataset-twice": {
		severity: "error",
		exit: 2,
		message: "数据集“{name}”在同一文件夹里声明了两次（另见 {other}）",
		remedy: "改名或删去其中一个。",
	},
	"dataset-column-twice": {
		severity: "error",
		exit: 2,
		message: "数据集“{dataset}”的列“{column}”重复",
		remedy:
			"列名不能重复，也不能与自动附加的 _check、_precision 列同名；请改名。",
	},
	"dataset-key-unknown": {
		severity: "error",
		exit: 2,
		message: "数据集“{dataset}”的 {field} 写了不存在的列“{column}”",
		remedy: "改成 columns 里有的列名，或补上这一列。",
	},
	"dataset-reference": {
		severity: "warning",
		exit: 2,
		message: "数据集“{dataset}”的 references 写了不存在的列“{to}”",
		remedy: "改成那个数据集里有的列；这一项不核对，其余照常。",
	},
	"dataset-heading-shared": {
		severity: "error",
		exit: 2,
		message:
			"数据集“{dataset}”的表头“{heading}”同时属于列“{other}”和“{column}”",
		remedy: "一个表头只能对应一列；从其中一列的 headers 里删去它。",
	},
	"dataset-codes-both": {
		severity: "error",
		exit: 2,
		message: "列“{column}”同时写了 codes 和 codes_list",
		remedy: "两者只留一个。",
	},
	"dataset-codes-list": {
		severity: "error",
		exit: 2,
		message: "列“{column}”用到的清单“{list}”不存在，或缺少 code、spelling 两列",
		remedy: "在 rules/lists 中补上这个清单，或改正清单名。",
	},
	"dataset-code-shared": {
		severity: "error",
		exit: 2,
		message: "列“{column}”的写法“{spelling}”同时属于代码“{other}”和“{code}”",
		remedy: "一种写法只能对应一个代码；从其中一处删去它。",
	},
	"dataset-totalled": {
		severity: "error",
		exit: 2,
		message: "列“{column}”写了 totalled，但它不是金额、面积或整数",
		remedy: "删去 totalled，或把列改为可以合计的种类。",
	},
});

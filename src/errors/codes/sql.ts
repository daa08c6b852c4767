import { table } from "./entry.ts";
import { sqlFormCodes } from "./sql-forms.ts";
import { sqlTypeCodes } from "./sql-types.ts";

/** Codes about the SQL of rules and models (docs/portable-sql.md). */
export const sqlCodes = {
	...sqlFormCodes,
	...sqlTypeCodes,
	...table({
		"sql-parameter-unknown": {
			severity: "error",
			exit: 3,
			message: "参数“:{name}”没有声明",
			remedy: "在 parameters 中声明它，或改用已有的参数：{known}。",
		},
		"sql-parameter-unused": {
			severity: "warning",
			exit: 3,
			message: "声明了参数“{name}”，SQL 没有用到",
			remedy: "在 SQL 中用 :{name}，或删去这一参数。",
		},
		"sql-parameter-value": {
			severity: "error",
			exit: 3,
			message: "参数“{name}”的值“{value}”不是 {type} 类型",
			remedy:
				'整数写 30，小数写 "0.05"，日期写 "2026-06-30"，是否写 true 或 false。',
		},
	}),
};

import type { ErrorEntry } from "./entry.ts";
import { table } from "./entry.ts";

const typed = (message: string, remedy: string): ErrorEntry => ({
	severity: "error",
	exit: 3,
	message,
	remedy,
});

/** Types that Trino refuses or reads differently where DuckDB converts silently. */
export const sqlTypeCodes = table({
	"sql-type-name": typed("类型 {type} 不可移植", "改为 {instead}。"),
	"sql-cast-literal": typed(
		"cast('{text}' as {type}) 在两种引擎中结果不同",
		"直接写成规范的值，如 12、1000、date '2024-02-03'。",
	),
	"sql-cast-double": typed(
		"双精度数转成 {type} 时两种引擎的舍入或写法不同",
		"转整数写 cast(round(x) as bigint)；转小数写 cast(round(x, 2) as decimal(18,2))；转文字先转小数。",
	),
	"sql-compare-types": typed(
		"{left} 与 {right} 不能比较：Trino 拒绝，DuckDB 会悄悄转换",
		"让两边类型相同，如 date '2024-01-01'、cast(x as bigint)。",
	),
	"sql-branch-types": typed(
		"{what} 的各个值类型不同：{left} 与 {right}",
		"让各个值类型相同，用 cast 写明。",
	),
	"sql-operator-types": typed(
		"运算符“{operator}”不能用于 {left} 与 {right}",
		"文字拼接前用 cast(x as varchar)；日期加减写 date_add('day', n, d)，相差写 date_diff('day', a, b)。",
	),
	"sql-argument-type": typed(
		"函数 {name} 的第 {position} 个参数应为{expected}，实为 {found}",
		"用 cast 写明类型，如 cast(x as varchar)。",
	),
	"sql-condition-type": typed(
		"条件应为是否（boolean），实为 {found}",
		"写出比较，如 x > 0。",
	),
	"sql-untyped-null": typed(
		"这里的 NULL 没有类型",
		"写 cast(null as varchar) 等，写明类型。",
	),
	"sql-avg-decimal": typed(
		"avg(小数) 在 DuckDB 中是双精度，在 Trino 中是小数",
		"写 sum(x) / count(x)，结果保持小数位并四舍五入。",
	),
	"sql-result-type": typed(
		"结果列 {column} 的类型是 {found}，不能存入结果",
		"写 cast(… as {instead})；可存的类型：varchar、bigint、decimal、double、date、timestamp、boolean。",
	),
});

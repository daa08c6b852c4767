import type { ErrorEntry } from "./entry.ts";
import { table } from "./entry.ts";

const form = (message: string, remedy: string): ErrorEntry => ({
	severity: "error",
	exit: 3,
	message,
	remedy,
});

/** Spellings outside the portable subset (docs/portable-sql.md). */
export const sqlFormCodes = table({
	"sql-syntax": form(
		"SQL 写法有误：{reason}",
		"检查该处前后的逗号、括号和关键字。",
	),
	"sql-statement": form(
		"只能是一条 SELECT（或 WITH … SELECT、VALUES）",
		"去掉其他语句；规则和模型不能改数据、改设置、读文件。",
	),
	"sql-stacked": form(
		"分号之后还有内容",
		"一条规则或模型只写一条 SELECT；中间结果用 WITH 或做成模型。",
	),
	"sql-token": form(
		"“{text}”不是可移植的写法",
		"检查该处；字符串用单引号，引号写两次。",
	),
	"sql-string-prefix": form(
		"字符串前的“{prefix}”不可移植",
		"只用普通字符串 '…'；特殊字符直接写出，或用 chr(10)。",
	),
	"sql-number-form": form(
		"数字“{text}”的写法不可移植",
		"用十进制写：31、0.5、1e3。",
	),
	"sql-typed-literal": form(
		"{type} '…' 这种写法两种引擎的含义不同",
		"写 cast('…' as {type})；只有 date '…' 和 timestamp '…' 可以直接写。",
	),
	"sql-identifier-quote": form(
		"名称“{name}”没有加双引号",
		'中文名称在 Trino 中须写成 "{name}"；列名最好用英文，中文名写在 title。',
	),
	"sql-reserved-word": form(
		"“{name}”是 Trino 的保留字，不能作名称",
		"换一个名称，如 {name}_。",
	),
	"sql-cast-operator": form("“::”不可移植", "写 cast(x as bigint)。"),
	"sql-ilike": form("ILIKE 不可移植", "写 lower(x) like '…'。"),
	"sql-similar-to": form("SIMILAR TO 不可移植", "写 regexp_like(x, '…')。"),
	"sql-glob": form("GLOB 不可移植", "写 like 或 regexp_like(x, '…')。"),
	"sql-operator": form("运算符“{operator}”不可移植", "改写为：{instead}。"),
	"sql-lambda": form(
		"lambda 不可移植：DuckDB 的宏不能传 lambda",
		"用 cross join unnest(a) as u(x) 展开后计算。",
	),
	"sql-bracket": form(
		"方括号只能用来写 array[…]",
		"数组写 array[1, 2]；取元素写 element_at(a, 1)；取一段写 slice(a, 1, 2)；取文字写 substr(x, 1, 1)。",
	),
	"sql-brace": form("花括号（结构）不可移植", "把各个值写成单独的列。"),
	"sql-qualify": form(
		"QUALIFY 不可移植",
		"把窗口函数放进子查询，外层用 where 筛选。",
	),
	"sql-star-list": form("* 的增减列写法不可移植", "写出需要的每一列。"),
	"sql-all-columns": form(
		"GROUP BY ALL、ORDER BY ALL 不可移植",
		"写出列名或序号，如 group by 1, 2。",
	),
	"sql-from-first": form("FROM 开头的写法不可移植", "写 select * from …。"),
	"sql-distinct-on": form(
		"DISTINCT ON 不可移植",
		"用 row_number() over (partition by … order by …) 取第一行。",
	),
	"sql-join-kind": form(
		"这种连接不可移植",
		"半连接写 where exists (…)，反连接写 where not exists (…)；按次序连接写出条件。",
	),
	"sql-natural-join": form(
		"NATURAL JOIN 不可移植",
		"写 join … on 或 using (…)。",
	),
	"sql-pivot": form(
		"PIVOT、UNPIVOT 不可移植",
		"写 sum(case when … then … end)。",
	),
	"sql-sample": form("抽样的结果每次不同，且不可移植", "去掉抽样。"),
	"sql-recursive": form(
		"WITH RECURSIVE 不可移植：Trino 最深 10 层",
		"固定层数用连接逐层写出；闭包做成模型。",
	),
	"sql-materialized": form(
		"MATERIALIZED 不可移植",
		"去掉它；要只算一次就做成模型。",
	),
	"sql-by-name": form("UNION BY NAME 不可移植", "两边按同样次序写出各列。"),
	"sql-between-symmetric": form(
		"BETWEEN SYMMETRIC 不可移植",
		"写 x between least(a, b) and greatest(a, b)。",
	),
	"sql-ignore-nulls": form(
		"IGNORE NULLS 在两种引擎中的位置不同",
		"先在子查询中用 where x is not null 去掉空值。",
	),
	"sql-within-group": form(
		"WITHIN GROUP 不可移植",
		"写 array_join(array_agg(x order by x), ',')；分位数用窗口函数写明。",
	),
	"sql-filter-where": form("FILTER 里缺 WHERE", "写 filter (where 条件)。"),
	"sql-is-null": form(
		"ISNULL、NOTNULL 不可移植",
		"写 x is null 或 x is not null。",
	),
	"sql-clock": form(
		"不能用当前时间：同样的数据每天结果会不同",
		"用参数 :as_of（本轮比对的基准日）。",
	),
	"sql-session": form("不能用会话信息", "去掉它；结果不能取决于谁在运行。"),
	"sql-at-time-zone": form(
		"时区换算不在子集内",
		"时间在装入时已统一为当地时间。",
	),
	"sql-offset-order": form(
		"LIMIT 不能写在 OFFSET 之前",
		"写 offset 1 limit 2（先 OFFSET 后 LIMIT）。",
	),
	"sql-limit-percent": form(
		"按百分比或并列取行不可移植",
		"用 row_number() 或 rank() 取需要的行。",
	),
	"sql-limit-order": form(
		"LIMIT 没有 ORDER BY：取到哪些行不确定",
		"加 order by，写到能确定次序的列为止；只判断有没有用 exists。",
	),
	"sql-collate": form(
		"COLLATE 不可移植",
		"文字按码位比较，两种引擎一致；去掉 COLLATE。",
	),
	"sql-array-subquery": form(
		"array(子查询) 不可移植",
		"写 array_agg(x order by x)。",
	),
	"sql-if-else": form(
		"if 须写三个参数",
		"写 if(条件, 值, null)，或 case when … then … end。",
	),
	"sql-interval": form(
		"INTERVAL 在两种引擎中结果类型不同",
		"日期加减写 date_add('month', 1, d)；只有 sequence(日期, 日期, interval '1' month) 可以用。",
	),
	"sql-construct": form(
		"“{what}”不在可移植子集内",
		"见 docs/portable-sql.md 中的写法表。",
	),
	"sql-select-unnest": form(
		"UNNEST 不能写在 SELECT 里",
		"写 from t cross join unnest(a) as u(x)。",
	),
	"sql-table-unknown": form(
		"没有声明的表“{name}”",
		"在 inputs 中声明它。已声明的：{known}。",
	),
	"sql-table-qualified": form(
		"表名不能带库名或模式名：{name}",
		"只写 inputs 中声明的名称。",
	),
	"sql-table-function": form(
		"不能用表函数 {name}()",
		"只能读 inputs 中声明的表；序列用 unnest(sequence(a, b))。",
	),
	"sql-column-unknown": form(
		"没有列“{name}”",
		"在 inputs 的 columns 中声明它，或改正拼写。可用的列：{known}。",
	),
	"sql-alias-reuse": form(
		"“{name}”是本层 SELECT 里起的名，在这里还不能用",
		"写出原来的表达式，或把它放进子查询；只有 ORDER BY 能用它。",
	),
	"sql-using-qualified": form(
		"USING 连接后不能再写 {name}",
		"直接写列名，或改用 on 连接。",
	),
	"sql-name-qualified": form(
		"名称“{name}”的层数过多",
		"列写成 别名.列名；结构的成员不在子集内。",
	),
	"sql-function-unknown": form(
		"没有可移植的函数 {name}",
		"可用的函数见 docs/portable-sql.md。",
	),
	"sql-function-refused": form("函数 {name} 不可移植", "改写为：{instead}。"),
	"sql-function-arity": form(
		"函数 {name} 应有 {expected} 个参数，实为 {found} 个",
		"补上或去掉参数；count(distinct a, b) 写 count(distinct (a, b))。",
	),
	"sql-function-place": form("函数 {name} 不能这样用：{why}", "{instead}"),
	"sql-array-order": form(
		"{name} 没有 ORDER BY：结果的次序不确定",
		"写 array_agg(x order by x)；窗口写 over (… order by …)，写到能确定次序为止。",
	),
	"sql-literal-argument": form(
		"函数 {name} 的第 {position} 个参数须是写明的{what}",
		"直接写出，如 {example}；不能用列或参数。",
	),
	"sql-unit": form(
		"日期单位“{unit}”不可移植",
		"用 day、week、month、quarter、year（时间还可用 hour、minute、second、millisecond）。",
	),
	"sql-date-format": form(
		"日期格式中的“{part}”两种引擎含义不同",
		"只用 %Y、%m、%d、%H、%j、%y 和普通字符；分和秒用 minute(t)、second(t)。",
	),
	"sql-regexp": form(
		"正则表达式中的“{part}”不可移植",
		"汉字写 [一-龥] 或 \\p{Han}，数字写 [0-9]；不用环视、反向引用和 \\u。",
	),
	"sql-regexp-empty": form(
		"能匹配空串的正则表达式在两种引擎中切分不同",
		"让表达式至少匹配一个字，如把 * 改为 +。",
	),
	"sql-regexp-replacement": form(
		"替换文字中的“{part}”不可移植",
		"引用分组写 $1 至 $9，不写反斜杠。",
	),
});

import type { Value } from "../../src/engine/index.ts";

/** A need of the rule catalogue and how to write it: the text is linted, run, and stands in docs/portable-sql.md. */
export interface Spelling {
	need: string;
	/** Over the tables of spellings.test.ts. */
	sql: string;
	/** Rows that it gives there. */
	rows: Value[][];
}

export const spellings: Readonly<Record<string, readonly Spelling[]>> = {
	"Dates and months": [
		{
			need: "days between",
			sql: "select date_diff('day', from_day, to_day) from term order by 1",
			rows: [[30], [59]],
		},
		{
			need: "days of overlap of two half-open intervals, an open end being the as-of date",
			sql: "select greatest(0, date_diff('day', greatest(a.from_day, date '2024-01-15'), least(coalesce(a.to_day, :as_of), date '2024-02-15'))) from term a order by 1",
			rows: [[16], [31]],
		},
		{
			need: "n months before or after, month ends kept",
			sql: "select date_add('month', -1, date '2024-03-31'), date_add('month', 12, date '2024-02-29')",
			rows: [["2024-02-29", "2025-02-28"]],
		},
		{
			need: "whole months, whole years (age)",
			sql: "select date_diff('month', date '2024-01-31', date '2024-02-29'), date_diff('year', date '2006-03-01', date '2024-02-29')",
			rows: [[1, 17]],
		},
		{
			need: "first and last day of the month",
			sql: "select date_trunc('month', date '2024-02-15'), last_day_of_month(date '2024-02-15')",
			rows: [["2024-02-01", "2024-02-29"]],
		},
		{
			need: "year and month as text or number",
			sql: "select date_format(date '2024-03-05', '%Y-%m'), year(date '2024-03-05') * 100 + month(date '2024-03-05')",
			rows: [["2024-03", 202403]],
		},
		{
			need: "a row per month of an interval",
			sql: "select u.m from unnest(sequence(date '2024-01-01', date '2024-03-01', interval '1' month)) as u(m) order by 1",
			rows: [["2024-01-01"], ["2024-02-01"], ["2024-03-01"]],
		},
		{
			need: "weekday (Monday 1, Sunday 7)",
			sql: "select day_of_week(date '2024-03-31')",
			rows: [[7]],
		},
		{
			need: "minutes between two moments; the day of a moment",
			sql: "select date_diff('minute', timestamp '2024-01-05 08:31:00', timestamp '2024-01-05 09:00:30'), cast(timestamp '2024-01-05 08:31:00' as date)",
			rows: [[29, "2024-01-05"]],
		},
		{
			need: "working days, both ends counted, days off from a calendar",
			sql: "select count(*) from unnest(sequence(date '2024-04-03', date '2024-04-08', interval '1' day)) as u(d) where day_of_week(u.d) <= 5 and u.d not in (date '2024-04-04', date '2024-04-05')",
			rows: [[2]],
		},
	],
	"Amounts and ratios": [
		{
			need: "ratio of amounts, exact, four digits",
			sql: "select cast(amount as decimal(18,4)) / 3 from payment where id = 1",
			rows: [["33.3367"]],
		},
		{
			need: "average of amounts, to the cent, half up",
			sql: "select sum(amount) / count(amount) from payment",
			rows: [["76.67"]],
		},
		{
			need: "total as stored: amounts, counts",
			sql: "select cast(sum(amount) as decimal(18,2)), cast(sum(id) as bigint) from payment",
			rows: [["230.02", 6]],
		},
		{
			need: "amount times a rate, rounded",
			sql: "select cast(round(amount * 0.015, 2) as decimal(18,2)) from payment where id = 1",
			rows: [["1.50"]],
		},
		{
			need: "above a tolerance, no division",
			sql: "select id from payment where abs(amount - 100) > 100 * 0.05 order by 1",
			rows: [[2]],
		},
		{
			need: "share that may have nothing below the line",
			sql: "select cast(count_if(amount > 1000) as decimal(9,4)) / nullif(count(*), 0) from payment",
			rows: [["0.0000"]],
		},
		{
			need: "10,000 yuan from yuan",
			sql: "select round(amount / 10000, 2) from payment where id = 3",
			rows: [["0.01"]],
		},
		{
			need: "standard score, spread over mean",
			sql: "select round((max(ratio) - avg(ratio)) / stddev_samp(ratio), 4), round(stddev_samp(ratio) / avg(ratio), 4) from score",
			rows: [[1.6696, 0.8196]],
		},
	],
	Text: [
		{
			need: "trimmed, the ideographic space included",
			sql: "select trim('　张三 ')",
			rows: [["张三"]],
		},
		{
			need: "without dots in names, blanks, brackets",
			sql: "select regexp_replace('阿卜杜拉·买买提 ', '[·•．. 　]', '')",
			rows: [["阿卜杜拉买买提"]],
		},
		{
			need: "without the legal form at the end",
			sql: "select regexp_replace('某某建筑有限公司', '(有限责任|有限|股份有限)?公司$', '')",
			rows: [["某某建筑"]],
		},
		{
			need: "without period numbers, for likeness of names",
			sql: "select regexp_replace('道路养护（第2期）2024年', '[（(]?第?[0-9一二三四五六七八九十]+[期批标段年][）)]?', '')",
			rows: [["道路养护"]],
		},
		{
			need: "digits of a telephone number",
			sql: "select regexp_replace('0571-8888 1234', '[^0-9]', '')",
			rows: [["057188881234"]],
		},
		{
			need: "parts of an identity number: region, birth, sex",
			sql: "select substr(c, 1, 6), substr(c, 7, 8), cast(substr(c, 17, 1) as bigint) % 2 from (values ('990101199001011234')) as v(c)",
			rows: [["990101", "19900101", 1]],
		},
		{
			need: "first number in a text",
			sql: "select try_cast(regexp_extract('约12.5亩', '[0-9.]+') as decimal(12,2))",
			rows: [["12.50"]],
		},
		{
			need: "one of several words",
			sql: "select regexp_like('支付办公费及招待费', '招待|工资|还债'), strpos('公务用车', '用车') > 0",
			rows: [[true, true]],
		},
		{
			need: "a list in one cell to rows",
			sql: "select trim(u.x) from unnest(regexp_split('张三、李四, 王五', '[、,，]')) as u(x) order by 1",
			rows: [["张三"], ["李四"], ["王五"]],
		},
		{
			need: "likeness: 1 − edit distance / longer length",
			sql: "select cast(1 as decimal(9,4)) - cast(levenshtein_distance('某市建筑工程有限公司', '某市建筑工程公司') as decimal(9,4)) / greatest(length('某市建筑工程有限公司'), length('某市建筑工程公司'))",
			rows: [["0.8000"]],
		},
		{
			need: "fingerprint of a text",
			sql: "select lower(to_hex(md5(to_utf8('张三'))))",
			rows: [["615db57aa314529aaa0fbe95b3e95bd3"]],
		},
	],
	"Rows, groups and windows": [
		{
			need: "latest row per key",
			sql: "select person, amount from (select person, amount, row_number() over (partition by person order by paid desc, id desc) as n from payment) as p where n = 1 order by 1",
			rows: [
				["a", "30.01"],
				["b", "100.00"],
			],
		},
		{
			need: "row before, gap in days",
			sql: "select id, date_diff('day', lag(paid) over (partition by person order by paid, id), paid) from payment order by 1",
			rows: [
				[1, null],
				[2, 31],
				[3, null],
			],
		},
		{
			need: "running sum",
			sql: "select id, sum(amount) over (order by id rows between unbounded preceding and current row) from payment order by 1",
			rows: [
				[1, "100.01"],
				[2, "130.02"],
				[3, "230.02"],
			],
		},
		{
			need: "consecutive days or months as one run",
			sql: "select min(paid), max(paid), count(*) from (select paid, date_add('month', -cast(row_number() over (order by paid) as bigint), date_trunc('month', paid)) as run from payment) as p group by run order by 1",
			rows: [["2024-01-05", "2024-03-05", 3]],
		},
		{
			need: "sum and count under a condition",
			sql: "select count(*) filter (where amount > 50), cast(sum(amount) filter (where person = 'a') as decimal(18,2)), count(distinct person) from payment",
			rows: [[2, "130.02", 2]],
		},
		{
			need: "values of a group as one text, in order",
			sql: "select array_join(array_agg(distinct person order by person), '、') from payment",
			rows: [["a、b"]],
		},
		{
			need: "is a value in an array; size; element",
			sql: "select contains(a, 'x'), cardinality(a), element_at(a, 1), element_at(a, 9) from (values (array['x', 'y'])) as v(a)",
			rows: [[true, 2, "x", null]],
		},
		{
			need: "rows with a match, rows without one",
			sql: "select p.id from payment p where exists (select 1 from term t where t.person = p.person) and not exists (select 1 from payment q where q.person = p.person and q.paid > p.paid) order by 1",
			rows: [[2], [3]],
		},
		{
			need: "several columns as one key",
			sql: "select count(distinct (person, amount)) from payment where (person, id) in (select person, id from payment)",
			rows: [[3]],
		},
		{
			need: "pairs, each once",
			sql: "select a.id, b.id from payment a join payment b on a.id < b.id and a.person = b.person",
			rows: [[1, 2]],
		},
		{
			need: "sum of the last 31 days up to each row",
			sql: "select a.id, cast(sum(b.amount) as decimal(18,2)) from payment a join payment b on b.paid > date_add('day', -31, a.paid) and b.paid <= a.paid group by a.id order by 1",
			rows: [
				[1, "100.01"],
				[2, "30.01"],
				[3, "130.01"],
			],
		},
		{
			need: "consecutive numbers as one run",
			sql: "select min(no), max(no), count(*) from (select no, no - row_number() over (order by no) as run from (values (1001), (1002), (1003), (1007)) as v(no)) as r group by run order by 1",
			rows: [
				[1001, 1003, 3],
				[1007, 1007, 1],
			],
		},
		{
			need: "chain that comes back after three steps (any length: a model of kind iterate)",
			sql: "with t(x, y) as (values ('p', 'q'), ('q', 'r'), ('r', 'p'), ('r', 's')) select a.x, b.x, c.x from t a join t b on b.x = a.y join t c on c.x = b.y and c.y = a.x where a.x < b.x and a.x < c.x",
			rows: [["p", "q", "r"]],
		},
	],
	Statistics: [
		{
			need: "quantile of type 8 (Hyndman and Fan), here the upper quartile",
			sql: "select round(sum(case when i = low then x * (1 - part) else x * part end), 6) from (select x, i, least(greatest(cast(floor(h) as bigint), 1), n) as low, least(greatest(cast(floor(h) as bigint) + 1, 1), n) as high, case when h < 1 or h >= n then 0e0 else h - floor(h) end as part from (select ratio as x, row_number() over (order by ratio) as i, count(*) over () as n, (count(*) over () + 1e0 / 3) * 0.75 + 1e0 / 3 as h from score) as ranked) as placed where i = low or i = high",
			rows: [[5.666667]],
		},
		{
			need: "median",
			sql: "select round(avg(x), 6) from (select ratio as x, row_number() over (order by ratio) as i, count(*) over () as n from score) as r where i between n / 2e0 and n / 2e0 + 1",
			rows: [[3]],
		},
		{
			need: "one-sided binomial tail P(X ≤ k), n trials of chance p: here n 20, p 0.2, k 1",
			sql: "select round(sum(exp(f.lf - g.lf - h.lf + g.n * ln(0.2e0) + h.n * ln(1 - 0.2e0))), 8) from (select cast(u.n as bigint) as n, coalesce(sum(ln(u.n)) over (order by u.n rows between unbounded preceding and current row), 0) as lf from unnest(sequence(1, 20)) as u(n)) as f join (select 0 as n, 0e0 as lf union all select u.n, sum(ln(u.n)) over (order by u.n rows between unbounded preceding and current row) from unnest(sequence(1, 20)) as u(n)) as g on f.n = 20 and g.n <= 1 join (select 0 as n, 0e0 as lf union all select u.n, sum(ln(u.n)) over (order by u.n rows between unbounded preceding and current row) from unnest(sequence(1, 20)) as u(n)) as h on h.n = f.n - g.n",
			rows: [[0.06917529]],
		},
		{
			need: "Wilson interval, lower end (5 of 20, z 1.96)",
			sql: "select round((s / n + z * z / (2 * n) - z * sqrt((s / n * (1 - s / n) + z * z / (4 * n)) / n)) / (1 + z * z / n), 8) from (values (5e0, 20e0, 1.96e0)) as v(s, n, z)",
			rows: [[0.11186005]],
		},
		{
			need: "Gini coefficient",
			sql: "select round(2 * sum(i * x) / (max(n) * sum(x)) - (max(n) + 1e0) / max(n), 6) from (select ratio as x, row_number() over (order by ratio) as i, count(*) over () as n from score) as r",
			rows: [[0.378947]],
		},
		{
			need: "Jaccard: shared over all",
			sql: "select cast(cardinality(array_intersect(a, b)) as decimal(9,4)) / cardinality(array_union(a, b)) from (values (array[1, 2, 3], array[2, 3, 4])) as v(a, b)",
			rows: [["0.5000"]],
		},
		{
			need: "skewness as Trino counts it",
			sql: "select round((avg(ratio * ratio * ratio) - 3 * avg(ratio) * avg(ratio * ratio) + 2 * power(avg(ratio), 3)) / power(stddev_pop(ratio), 3), 6) from score",
			rows: [[1.039189]],
		},
		{
			need: "standard score and share of each row within its group",
			sql: "select id, round((cast(amount as double) - avg(cast(amount as double)) over (partition by person)) / nullif(stddev_samp(cast(amount as double)) over (partition by person), 0), 2), round(cast(amount as double) / sum(cast(amount as double)) over (partition by person), 4) from payment order by 1",
			rows: [
				[1, 0.71, 0.7692],
				[2, -0.71, 0.2308],
				[3, null, 1],
			],
		},
		{
			need: "steps between sorted values: difference and ratio",
			sql: "select ratio - lag(ratio) over (order by ratio), round(ratio / lag(ratio) over (order by ratio), 4) from score order by ratio",
			rows: [
				[null, null],
				[1, 2],
				[1, 1.5],
				[1, 1.3333],
				[5, 2.25],
			],
		},
	],
};

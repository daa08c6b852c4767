import { describe, expect, test } from "vitest";
import type { Column } from "../../src/engine/index.ts";
import { sqlCodes } from "../../src/errors/codes/sql.ts";
import { type LintOptions, lintSql } from "../../src/rules/index.ts";
import { refusals } from "./refusals.ts";

const t: { name: string; columns: Column[] } = {
	name: "t",
	columns: [
		{ name: "id", type: "BIGINT" },
		{ name: "name", type: "VARCHAR" },
		{ name: "amount", type: "DECIMAL(18,2)" },
		{ name: "ratio", type: "DOUBLE" },
		{ name: "day", type: "DATE" },
		{ name: "seen", type: "TIMESTAMP" },
		{ name: "done", type: "BOOLEAN" },
	],
};

const options: LintOptions = {
	file: "rules/X.yaml",
	parameters: [],
	inputs: [t],
};

const codes = async (sql: string, more: Partial<LintOptions> = {}) =>
	(await lintSql(sql, { ...options, ...more })).map(({ code }) => code);

describe("what is refused", () => {
	test.each(refusals)("%s: %s", async (code, sql) => {
		expect(await codes(sql)).toContain(code);
	});

	test("every code has an example", () => {
		const shown = new Set<string>(refusals.map(([code]) => code));
		const elsewhere = new Set([
			"sql-parameter-unused",
			"sql-parameter-value",
			"sql-result-type",
		]);
		const missing = Object.keys(sqlCodes).filter(
			(code) => !shown.has(code) && !elsewhere.has(code),
		);
		expect(missing).toEqual([]);
	});

	test("all findings at once, each with its place in the file and what to write", async () => {
		const sql =
			"select 姓名::bigint,\n  -- 说明 ::\n  strftime(day, '%Y') as 年\nfrom t";
		const found = await lintSql(sql, { ...options, line: 40, column: 5 });
		expect(found.map(({ code, at }) => [code, at.line, at.column])).toEqual([
			["sql-identifier-quote", 40, 12],
			["sql-column-unknown", 40, 12],
			["sql-cast-operator", 40, 14],
			["sql-function-refused", 42, 7],
			["sql-identifier-quote", 42, 30],
		]);
		expect(
			found.every(
				({ at, remedy }) => at.file === "rules/X.yaml" && remedy !== "",
			),
		).toBe(true);
		expect(found[3]?.remedy).toContain("date_format(d, '%Y-%m')");
	});
});

describe("what is let pass", () => {
	test.each([
		"select id, name from t where amount > 100 and done",
		"select * from t where name like '%公司%' or day >= date '2024-01-01'",
		"select t.id, u.name from t left join t as u on t.id = u.id and u.day < t.seen",
		"with a as (select id, max(day) as last from t group by id) select a.id, date_diff('day', a.last, :as_of) as days from a order by days desc, 1",
		"select id from t where exists (select 1 from t as u where u.id = t.id and u.amount > t.amount)",
		"select id from t where (id, name) in (select id, name from t)",
		"select u.x, u.n from t cross join unnest(split(name, '、')) with ordinality as u(x, n)",
		"select t.id, v.twice from t cross join lateral (select t.amount * 2 as twice) as v",
		"select id from t group by 1 having count(*) > 1",
		"select name as n from t order by n",
		"select count(distinct (id, name)), sum(amount) filter (where done), array_agg(distinct name order by name) from t",
		"select case when done then amount else 0 end, coalesce(name, ''), if(done, 1, 0), nullif(id, 0) from t",
		"select lag(amount) over (partition by name order by day, id), sum(amount) over (order by id rows between unbounded preceding and current row) from t",
		"select cast(id as varchar) || name, cast(round(ratio) as bigint), cast(round(ratio, 4) as decimal(12,4)) from t",
		"select amount / nullif(id, 0), amount * 0.05, round(amount / 10000, 2), abs(amount) from t",
		"select id from t where name in ('a', '::', 'ilike', 'current_date') -- now()\n/* [1] */",
		"select name from t union all select cast(null as varchar)",
		"select min(day), greatest(min(day), date '2020-01-01') from t",
		"values (1, 'a'), (2, cast(null as varchar))",
		"select x.* from (select id, name from t) as x where x.id is not null and not (x.name is null)",
	])("%s", async (sql) => {
		expect(await codes(sql)).toEqual([]);
	});
});

describe("parameters", () => {
	test("have their types", async () => {
		const parameters = new Map([
			["days", "integer"],
			["share", "decimal"],
			["word", "text"],
		] as const);
		const sql =
			"select id from t where date_diff('day', day, :as_of) > :days and amount > :share * id and name = :word";
		expect(await codes(sql, { parameters })).toEqual([]);
		expect(await codes(`${sql} and name = :days`, { parameters })).toEqual([
			"sql-compare-types",
		]);
		expect(
			await codes("select regexp_like(name, :word) from t", {
				parameters: new Map([["word", "text"]]),
			}),
		).toEqual(["sql-literal-argument"]);
	});

	test("unused ones are a warning", async () => {
		const found = await lintSql("select id from t", {
			...options,
			parameters: ["days"],
		});
		expect(found).toMatchObject([
			{ code: "sql-parameter-unused", severity: "warning" },
		]);
	});

	test("positions behind a parameter are those of the text", async () => {
		const found = await lintSql(
			"select :as_of, 'é', no_such(1) from t",
			options,
		);
		expect(found).toMatchObject([{ at: { line: 1, column: 21 } }]);
	});
});

test("without inputs, tables and columns are not checked, names of files are", async () => {
	const open: LintOptions = { file: "x", parameters: [] };
	expect(
		await lintSql("select a, b.c from anything as b where a = 1", open),
	).toEqual([]);
	expect(await lintSql("select a from '/x.parquet'", open)).not.toEqual([]);
});

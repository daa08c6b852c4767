import {
	paidIn,
	pensionMonths,
	registeredDistricts,
	subsidyFiles,
} from "../send/payments.ts";
import { clerk } from "../sql.ts";
import { type CityHits, rows } from "./hit.ts";

/** The rows of farm `row` in the files of subsidies, from a year on. */
const paidTo = (row: string, from: string) =>
	`list_transform(list_filter([${subsidyFiles.map(({ year, path }) => `{'year': ${year}, 'path': '${path}'}`).join(", ")}], x -> x.year >= ${from}), x -> x.path || '|' || (${row} + 2)::VARCHAR)`;

/** What was paid to the dead, into one account, or for more land than there is. */
export const paymentHits: readonly CityHits[] = [
	{
		rule: "XBML-09",
		why: "死亡次月之后仍发放养老金，没有收回。",
		subjects: [["待遇领取人", "person", "said"]],
		before: [
			"CREATE TEMP TABLE dead AS SELECT p, died, (row_number() OVER () - 1) AS row FROM person WHERE died IS NOT NULL LIMIT getvariable('deaths')",
			"CREATE TEMP TABLE paid_late (p INTEGER, file VARCHAR, row BIGINT)",
			...pensionMonths.map(
				(month) => `INSERT INTO paid_late
				SELECT p, '人社局/全市_养老待遇发放_${month.replace("-", "")}.csv', row FROM (
					SELECT p, died, row_number() OVER () - 1 AS row FROM pensioner WHERE ${paidIn(month)})
				WHERE died IS NOT NULL AND DATE '${month}-01' > last_day(died) + INTERVAL 1 MONTH`,
			),
		],
		sql: `SELECT id_text(id) AS said, NULL AS suppressed, list_prepend(${rows.death("dead.row")}, list(file || '|' || (paid_late.row + 2)::VARCHAR ORDER BY file)) AS rows,
				lost(p, ${clerk.death}, '证号') || lost(p, ${clerk.pension}, '证号') AS lost
			FROM paid_late JOIN dead USING (p) JOIN person USING (p) GROUP BY p, id, dead.row ORDER BY said`,
	},
	{
		rule: "XBML-01",
		why: "户主死亡，以后年度的补贴仍发给他；户里还有人的，属于没有变更户主。",
		subjects: [["补贴领取人", "person", "said"]],
		sql: `WITH mate AS (
				SELECT hh AS c, flatten(list(lost(p, ${clerk.register}, '证号') || lost(p, ${clerk.death}, '证号'))) AS lost
				FROM reg JOIN person USING (p) WHERE st = '正常' AND died IS NULL GROUP BY hh)
			SELECT farm.id_said AS said, CASE WHEN mate.c IS NOT NULL THEN 'F14' END AS suppressed,
				list_prepend(${rows.death("dead.row")}, ${paidTo("farm.row", "year(dead.died) + 1")}) AS rows,
				lost(p, ${clerk.death}, '证号') || lost(p, ${clerk.subsidy}, '证号') || lost(p, ${clerk.register}, '证号') || coalesce(mate.lost, []) AS lost
			FROM (SELECT *, row_number() OVER (ORDER BY d, c) - 1 AS row FROM farm) farm JOIN dead USING (p) LEFT JOIN mate USING (c)
			WHERE year(dead.died) < 2026 ORDER BY said`,
	},
	{
		rule: "XBML-02",
		why: "申报面积超过承包、流转后剩下的面积。",
		subjects: [["承包户", "household", "farm_code"]],
		sql: `SELECT farm_code, year || '/' || season AS period, NULL AS suppressed, [${rows.claim("rowid")}] AS rows, []::VARCHAR[] AS lost FROM claim_line
			WHERE claimed * 100 > (area - let + taken) * 105 AND claimed - (area - let + taken) >= 50 ORDER BY farm_code`,
	},
	{
		rule: "XBML-06",
		why: "三户以上的补贴打进同一个账户。",
		subjects: [["账户持有人", "person", "holder_key"]],
		// An account that ends in noughts may be what a spreadsheet made of it.
		sql: `SELECT CASE WHEN account LIKE '%0000' OR min(d) >= ${registeredDistricts} THEN account ELSE min(CASE WHEN c = holder THEN id_said END) END AS holder_key,
				CASE WHEN account LIKE '%0000' THEN 'F02' END AS suppressed, flatten(list(${paidTo("row", "0")} ORDER BY row)) AS rows, flatten(list(lost(p, ${clerk.subsidy}, '证号'))) AS lost
			FROM (SELECT *, row_number() OVER (ORDER BY d, c) - 1 AS row FROM farm) GROUP BY account HAVING count(*) >= 3 ORDER BY account`,
	},
];

import {
	industries,
	tradeFirst,
	tradeSecond,
} from "../../names/company-words.ts";
import { byWeight, list, type Plan } from "../sql.ts";
import { districts } from "./places.ts";

const bodyWeights = [3, 7, 9, 10, 5, 8, 4, 2];
const codeWeights = Array.from({ length: 17 }, (_, i) => 3 ** i % 31);
const digits = "0123456789ABCDEFGHJKLMNPQRTUWXY";

const digitSum = (of: string, from: number, by: readonly number[]) =>
	by.map((w, i) => `substr(${of}, ${from + i}, 1)::INTEGER * ${w}`).join(" + ");

/** Levels of holding: how many companies of a thousand stand so many steps below a person's own. */
const levels = [
	[0, 800],
	[1, 120],
	[2, 45],
	[3, 20],
	[4, 12],
	[5, 5],
] as const;

/**
 * Companies and who stands behind them: `company(k, ...)`, one row a stake in `stake(k, n, p, parent, share)`,
 * `officer(k, n, p, post, since, until)`, `change(k, n, item, day)` and `head_change(k, p, day)`, p the head before. Every
 * company of a level above 0 is held by one of the level below, down to five steps; some hold each other in pairs,
 * some in rings of three. `reach(k)` are companies behind which a relative of an office may stand.
 */
export function companies({ residents }: Plan): string[] {
	const count = Math.max(400, Math.round(residents / 5));
	const parts = (n: number) =>
		`${list([...tradeFirst])}[1 + k // ${n} % ${tradeFirst.length}]`;
	const second = (n: number) =>
		`${list([...tradeSecond])}[1 + k // ${n} % ${tradeSecond.length}]`;
	const f = tradeFirst.length;
	const s = tradeSecond.length;
	return [
		// Grown-ups who are not on an allowance and hardly ever paid by the public, in a row.
		`CREATE TABLE owner AS
			SELECT (row_number() OVER (ORDER BY u(p, 501, 1000000000), p) - 1)::INTEGER AS i, p, kin_of_office.p IS NOT NULL AS kin
			FROM person LEFT JOIN kin_of_office USING (p) LEFT JOIN employee USING (p) LEFT JOIN poor_member USING (p) LEFT JOIN village_post USING (p)
			WHERE died IS NULL AND birth BETWEEN DATE '1956-01-01' AND DATE '2003-01-01'
				AND (employee.p IS NULL OR (kin_of_office.p IS NULL AND u(person.p, 500, 1000) < 6)) AND poor_member.p IS NULL AND village_post.p IS NULL
			ORDER BY i`,
		// A number, not a query, in the joins below: with a query they would be made row by row.
		"SET VARIABLE owners = (SELECT count(*) FROM owner)",
		// A tenth of the companies belongs to people who have several.
		`CREATE TABLE company AS
			SELECT k, d, small, level, founded, status, closed, industry, name,
				CASE WHEN small THEN '92' ELSE '91' END AS kind, capital, phone_of,
				coded || substr('${digits}', 1 + (31 - (${digitSum("coded", 1, codeWeights.slice(0, 16))} + (CASE substr(coded, 17, 1) WHEN 'X' THEN 29 ELSE substr(coded, 17, 1)::INTEGER END) * ${codeWeights[16]}) % 31) % 31, 1) AS code
			FROM (
				SELECT *, CASE WHEN small THEN '92' ELSE '91' END || ${list(districts.map(({ code }) => code))}[d + 1] || body ||
					CASE (11 - (${digitSum("body", 1, bodyWeights)}) % 11) WHEN 10 THEN 'X' WHEN 11 THEN '0'
						ELSE (11 - (${digitSum("body", 1, bodyWeights)}) % 11)::VARCHAR END AS coded
				FROM (
					SELECT *, least(founded + 400 + u(k, 510, 4000), DATE '2026-05-01')::DATE AS closed,
						CASE WHEN small THEN ${list(districts.map(({ name }) => name))}[d + 1] ELSE '澄安' END ||
							${parts(1)} || ${second(f)} || ${parts(f * s)} || ${second(f * s * f)} ||
							CASE WHEN small THEN ['便利店', '餐馆', '五金店', '农资店'][1 + u(k, 511, 4)] ELSE ${list(industries.map(({ word }) => word))}[industry + 1] || '有限公司' END AS name
					FROM (
						SELECT k::INTEGER AS k, u(k, 502, 10) AS d, u(k, 503, 100) < 45 AS small, lpad((10000000 + k)::VARCHAR, 8, '0') AS body,
							CASE WHEN u(k, 503, 100) < 45 THEN 0 ELSE ${byWeight(levels, "u(k, 504, 1000)")} END AS level,
							(DATE '2004-01-05' + u(k, 505, 7700))::DATE AS founded,
							${byWeight(
								[
									["存续", 84],
									["注销", 10],
									["吊销", 6],
								],
								"u(k, 506, 100)",
							)} AS status,
							-- Shops are trade.
							CASE WHEN u(k, 503, 100) < 45 THEN ${industries.findIndex(({ word }) => word === "商贸")} ELSE u(k, 507, ${industries.length}) END AS industry, [10, 20, 50, 100, 200, 500, 1000, 3000][1 + u(k, 508, 8)] AS capital,
							-- Agents give their own phone for the companies that they look after.
							CASE WHEN u(k, 509, 1000) < 40 THEN -1 - u(k, 512, ${Math.max(1, Math.round(count / 500))}) ELSE k END AS phone_of
						FROM range(0, ${count}) r(k))))
			ORDER BY k`,
		`CREATE TABLE legal_rep AS
			SELECT k, p, kin FROM (
				SELECT k, CASE WHEN u(k, 521, 100) < 10 THEN u(k, 522, getvariable('owners') // 60 + 1) ELSE u(k, 523, getvariable('owners')) END AS i FROM company)
			JOIN owner USING (i) ORDER BY k`,
		`CREATE TABLE ringed AS
			SELECT k, CASE WHEN i < pairs * 2 THEN i // 2 ELSE pairs + (i - pairs * 2) // 3 END AS ring,
				CASE WHEN i < pairs * 2 THEN i % 2 ELSE (i - pairs * 2) % 3 END AS pos, CASE WHEN i < pairs * 2 THEN 2 ELSE 3 END AS size
			FROM (SELECT k, row_number() OVER (ORDER BY u(k, 533, 1000000000), k) - 1 AS i, greatest(1, count(*) OVER () * 3 // 1000) AS pairs
				FROM company WHERE level = 0 AND NOT small)
			WHERE i < pairs * 5`,
		// Two that hold a part of each other, and rings of three: of each kind six in a thousand.
		`CREATE TABLE circle AS
			SELECT one.k, next.k AS parent FROM ringed one JOIN ringed next
				ON next.ring = one.ring AND next.pos = (one.pos + 1) % one.size ORDER BY one.k`,
		`CREATE TABLE held AS
			WITH placed AS (SELECT k, level, row_number() OVER (PARTITION BY level ORDER BY k) - 1 AS i FROM company WHERE NOT small),
			-- Drawn before the join, so that it goes by equal values.
			drawn AS (SELECT k, placed.level - 1 AS above_level, u(k, 531, 1000000000) % n AS above_i
				FROM placed JOIN (SELECT level, count(*) AS n FROM placed GROUP BY level) much ON much.level = placed.level - 1)
			SELECT drawn.k, above.k AS parent, (51 + u(drawn.k, 532, 44)) * 100 AS share
			FROM drawn JOIN placed above ON above.level = above_level AND above.i = above_i
			UNION ALL
			SELECT k, parent, 800 FROM circle
			ORDER BY k, parent`,
		`CREATE TABLE stake AS
			WITH company_part AS (SELECT k, parent, share, row_number() OVER (PARTITION BY k ORDER BY parent) AS n, sum(share) OVER (PARTITION BY k) AS all_of FROM held),
			people_part AS (
				SELECT company.k, n, many, 10000 - coalesce(taken, 0) AS rest,
					CASE WHEN n = 0 THEN NULL ELSE u(company.k * 16 + n, 543, getvariable('owners')) END AS i
				FROM company LEFT JOIN (SELECT k, sum(share) AS taken FROM held GROUP BY k) taken USING (k)
				CROSS JOIN (SELECT unnest(range(0, 12))::INTEGER AS n)
				JOIN (SELECT k, CASE WHEN small THEN 0 ELSE ${byWeight(
					[
						[1, 10],
						[2, 16],
						[3, 14],
						[4, 12],
						[6, 16],
						[8, 14],
						[12, 18],
					],
					"u(k, 541, 100)",
				)} END AS many FROM company) much ON much.k = company.k
				WHERE n < many)
			SELECT k, (100 + n)::INTEGER AS n, NULL::INTEGER AS p, parent, share::INTEGER AS share FROM company_part
			UNION ALL
			SELECT people_part.k, n, coalesce(owner.p, legal_rep.p), NULL,
				-- The first has a half, or all; the others have even parts, and the second what is left over.
				(CASE WHEN many = 1 THEN rest WHEN n = 0 THEN rest // 2 ELSE rest // 2 // (many - 1) END
					+ CASE WHEN n = 1 THEN rest - rest // 2 - rest // 2 // (many - 1) * (many - 1) ELSE 0 END)::INTEGER
			FROM people_part JOIN legal_rep USING (k) LEFT JOIN owner ON owner.i = people_part.i
			WHERE n = 0 OR owner.p <> legal_rep.p
			ORDER BY k, n`,
		// Before 2024, when the tenders of the city begin, so that each bid was made under the present head.
		`CREATE TABLE head_change AS
			SELECT k, owner.p, (founded + 300 + u(k, 572, 2500))::DATE AS day FROM company JOIN owner ON owner.i = u(k, 573, getvariable('owners')) JOIN legal_rep USING (k)
			WHERE NOT small AND u(k, 571, 100) < 9 AND owner.p <> legal_rep.p AND founded + 300 + u(k, 572, 2500) < DATE '2023-11-01'
				AND (status = '存续' OR founded + 300 + u(k, 572, 2500) < closed)
			ORDER BY k`,
		`CREATE TABLE officer AS
			SELECT k, n, officer.p, post, CASE WHEN n = 0 THEN coalesce(day, founded) ELSE founded END AS since, CASE WHEN n = 3 THEN day END AS until FROM (
				SELECT legal_rep.k, 0 AS n, p, '执行董事兼经理' AS post FROM legal_rep JOIN company USING (k) WHERE NOT small
				UNION ALL
				SELECT k, 1, p, '监事' FROM company JOIN owner ON owner.i = u(k, 551, getvariable('owners')) WHERE NOT small AND u(k, 552, 100) < 60
				UNION ALL
				SELECT k, 2, p, '财务负责人' FROM company JOIN owner ON owner.i = u(k, 553, getvariable('owners')) WHERE NOT small AND u(k, 554, 100) < 25
				UNION ALL
				SELECT k, 3, p, '执行董事兼经理' FROM head_change)
			officer JOIN company USING (k) LEFT JOIN head_change USING (k)
			ORDER BY k, n`,
		// Whoever has kin in an office somewhere behind it, by stakes of any size or by office.
		`CREATE TABLE reach AS
			WITH RECURSIVE r AS (
				SELECT k FROM (SELECT k, p FROM stake WHERE p IS NOT NULL UNION ALL SELECT k, p FROM officer UNION ALL SELECT k, p FROM legal_rep) JOIN kin_of_office USING (p)
				UNION SELECT held.k FROM held JOIN r ON r.k = held.parent)
			SELECT DISTINCT k FROM r ORDER BY k`,
		`CREATE TABLE change AS
			SELECT k, n, item, (founded + 200 + u(k * 4 + n, 563, 3000))::DATE AS day FROM company
			CROSS JOIN (VALUES (0, '经营范围变更'), (1, '注册资本变更'), (2, '住所变更'), (3, '名称变更')) AS c(n, item)
			WHERE NOT small AND u(k * 4 + n, 562, 100) < 14 AND founded + 200 + u(k * 4 + n, 563, 3000) < CASE WHEN status = '存续' THEN DATE '2026-06-01' ELSE closed END
			ORDER BY k, n`,
	];
}

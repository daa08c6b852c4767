/**
 * Who lives where. `home(c, v, grp, door)` is the household of a couple; `reg(hh, seq, p, rel, st, on_day, moved)`
 * one line of the register. A household keeps those who moved out, and the one that it moved from keeps
 * everybody, so that a person stands in two lines on the average.
 *
 * Numbers of households: a couple's own; from 1,000,000,000 those of divorced women; from 2,000,000,000
 * those that a household moved from.
 */
export function households(): string[] {
	return [
		"SET VARIABLE country = (SELECT count(*) FROM country)",
		"SET VARIABLE town = (SELECT count(*) FROM town)",
		// Sons mostly stay where their parents live; the others go to town.
		`CREATE TABLE home AS
			SELECT c, CASE WHEN u(c, 101, 100) < 66 THEN country.v ELSE town.v END AS v FROM couple
			JOIN country ON country.i = u(c, 102, getvariable('country'))
			JOIN town ON town.i = u(c, 102, getvariable('town')) WHERE gen = 1 ORDER BY c`,
		...[2, 3].map(
			(gen) => `INSERT INTO home
			SELECT couple.c, CASE WHEN u(couple.c, 103, 100) < ${gen === 2 ? 68 : 52} THEN home.v ELSE town.v END
			FROM couple JOIN person ON person.p = h JOIN home ON home.c = person.par
			JOIN town ON town.i = u(couple.c, 104, getvariable('town'))
			WHERE couple.gen = ${gen} ORDER BY couple.c`,
		),
		`CREATE OR REPLACE TABLE home AS SELECT c, v, (1 + u(c, 105, 9))::INTEGER AS grp, (1 + u(c, 106, 220))::INTEGER AS door FROM home ORDER BY c`,
		// Who is married to whom now, and since when somebody has been married at all.
		`CREATE TABLE married AS
			SELECT p, min(registered) AS since FROM (
				SELECT h AS p, registered FROM couple WHERE gen > 1 UNION ALL SELECT w, registered FROM couple WHERE gen > 1)
			GROUP BY p ORDER BY p`,
		`CREATE TABLE reg AS
			SELECT hh::BIGINT AS hh, seq::INTEGER AS seq, p, rel, st, on_day FROM (
				SELECT c AS hh, 0 AS seq, h AS p, '户主' AS rel, CASE WHEN died IS NULL THEN '正常' ELSE '死亡注销' END AS st, died + 9 AS on_day
					FROM couple JOIN person ON p = h
				UNION ALL
				SELECT c, 1, w, '妻', CASE WHEN divorced IS NOT NULL THEN '迁出' WHEN died IS NULL THEN '正常' ELSE '死亡注销' END,
					CASE WHEN divorced IS NOT NULL THEN divorced + 30 ELSE died + 9 END
					FROM couple JOIN person ON p = w
				UNION ALL
				SELECT remarriage.c, 2, remarriage.w, '妻', CASE WHEN died IS NULL THEN '正常' ELSE '死亡注销' END, died + 9
					FROM remarriage JOIN person ON p = w
				UNION ALL
				SELECT 1000000000 + couple.c, 0, w, '户主', CASE WHEN died IS NULL THEN '正常' ELSE '死亡注销' END, died + 9
					FROM couple JOIN person ON p = w WHERE divorced IS NOT NULL AND NOT EXISTS (FROM remarriage r WHERE r.w = couple.w)
				UNION ALL
				SELECT par, 9 + nth, p,
					['长', '次', '三'][n] || CASE WHEN male THEN '子' ELSE '女' END,
					CASE WHEN since IS NOT NULL THEN '迁出' WHEN died IS NOT NULL THEN '死亡注销' ELSE '正常' END,
					CASE WHEN since IS NOT NULL THEN since + 40 ELSE died + 9 END
					FROM (
						SELECT person.*, since, row_number() OVER (PARTITION BY par ORDER BY person.p) AS nth,
							row_number() OVER (PARTITION BY par, male ORDER BY person.p) AS n
						FROM person LEFT JOIN married ON married.p = person.p WHERE par IS NOT NULL)
				UNION ALL
				-- A widow who lives with her eldest son.
				SELECT c, 5, mother.p, '母亲', '正常', NULL
					FROM (SELECT par, min(p) AS p FROM person JOIN married USING (p) WHERE male AND par IS NOT NULL AND died IS NULL GROUP BY par) son
					JOIN couple own ON own.h = son.p
					JOIN (SELECT couple.c AS pc, w FROM couple JOIN person ON p = h WHERE died IS NOT NULL AND divorced IS NULL) widow ON widow.pc = son.par
					JOIN person mother ON mother.p = widow.w
					WHERE mother.died IS NULL AND u(son.par, 107, 100) < 55)
			ORDER BY hh, seq`,
		`INSERT INTO reg
			SELECT 2000000000 + hh, seq, p, rel, '迁出', (DATE '2008-03-01' + u(hh, 108, 5200))::DATE
			FROM reg JOIN person USING (p)
			WHERE hh < 1000000000 AND st <> '迁出' AND u(hh, 109, 100) < 66 AND birth < DATE '2008-03-01' + u(hh, 108, 5200)
			ORDER BY hh, seq`,
	];
}

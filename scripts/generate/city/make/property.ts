import { byWeight } from "../sql.ts";

/** Vehicles, houses, pensions and farms. */
export function property(): string[] {
	return [
		// Families on an allowance have what never excludes from it, or what is excused, or once had a car; few have two homes or a shop.
		`CREATE TABLE car AS
			SELECT p, n, poor, bought,
				CASE WHEN way = 'former' THEN '转移登记' WHEN way = 'scrapped' THEN '报废' WHEN NOT poor AND u(p * 4 + n, 406, 1000) < 25 THEN '逾期未检验' ELSE '正常' END AS status,
				CASE WHEN way = 'former' THEN (bought + 500 + u(p, 407, 900))::DATE WHEN NOT poor AND u(p * 4 + n, 408, 100) < 6 THEN least(bought + 900 + u(p, 409, 1500), DATE '2026-05-01')::DATE END AS ended,
				CASE WHEN way = 'taxi' THEN '出租客运' WHEN kind = '重型自卸货车' THEN '货运' ELSE '非营运' END AS use, kind
			FROM (
				SELECT *, CASE WHEN poor THEN ${byWeight(
					[
						["bike", 900],
						["taxi", 20],
						["scrapped", 30],
						["former", 45],
						["car", 5],
					],
					"u(p, 403, 1000)",
				)} ELSE 'any' END AS way,
					CASE WHEN poor AND u(p, 403, 1000) < 900 THEN ['普通二轮摩托车', '电动自行车', '正三轮载货摩托车'][1 + u(p, 404, 3)]
						WHEN poor THEN ['小型轿车', '小型普通客车'][1 + u(p, 404, 2)] ELSE ${byWeight(
							[
								["小型轿车", 480],
								["小型普通客车", 120],
								["小型越野客车", 100],
								["普通二轮摩托车", 200],
								["轻型普通货车", 80],
								["重型自卸货车", 20],
							],
							"u(p * 4 + n, 405, 1000)",
						)} END AS kind,
					CASE WHEN poor AND u(p, 403, 1000) BETWEEN 950 AND 994 THEN DATE '2009-02-01' + u(p, 410, 900) ELSE DATE '2012-01-15' + u(p * 4 + n, 402, 5100) END::DATE AS bought
				FROM (
					SELECT person.p, n, poor_member.p IS NOT NULL AS poor
					FROM person CROSS JOIN (VALUES (0), (1)) AS v(n) LEFT JOIN poor_member USING (p)
					WHERE died IS NULL AND birth BETWEEN DATE '1954-01-01' AND DATE '2003-01-01'
						AND u(person.p * 4 + n, 401, 1000) < CASE WHEN poor_member.p IS NOT NULL THEN CASE n WHEN 0 THEN 220 ELSE 0 END WHEN n = 0 THEN 380 ELSE 60 END))
			ORDER BY p, n`,
		"UPDATE car SET ended = NULL WHERE ended <= bought",
		`CREATE TABLE house AS
			SELECT c, n, h, w, shared, floor, use, area, day FROM (
				SELECT couple.c, n, h, w, poor.c IS NOT NULL AS poor, poor.c IS NULL AND divorced IS NULL AND couple.gen > 1 AND u(couple.c * 4 + n, 422, 100) < 42 AS shared,
					1 + u(couple.c * 4 + n, 423, 30) AS floor, CASE WHEN n = 2 THEN '车位' WHEN u(couple.c * 4 + n, 424, 1000) < CASE WHEN poor.c IS NULL THEN 25 ELSE 6 END THEN '商业服务' ELSE '成套住宅' END AS use,
					CASE WHEN n = 2 THEN 1280 ELSE 6000 + u(couple.c * 4 + n, 425, 9000) END AS area, (DATE '2003-05-01' + u(couple.c * 4 + n, 426, 8000))::DATE AS day
				FROM couple LEFT JOIN poor ON poor.c = couple.c JOIN person ON person.p = h CROSS JOIN (VALUES (0), (1), (2)) AS v(n)
				WHERE died IS NULL AND u(couple.c * 4 + n, 421, 1000) < CASE WHEN poor.c IS NOT NULL THEN [400, 12, 30][n + 1] ELSE [585, 82, 82][n + 1] END)
			ORDER BY c, n`,
		`CREATE TABLE pensioner AS
			SELECT p, id_text(id) AS id_said, name, died, scheme, '6228' || lpad(p::VARCHAR, 15, '0') AS account,
				CASE scheme WHEN '城居' THEN 12800 + u(p, 442, 110) * 100 WHEN '城职' THEN 150000 + u(p, 442, 2100) * 100 ELSE 320000 + u(p, 442, 3000) * 100 END AS amount,
				-- Word of a death comes late now and then: so many months more are paid.
				CASE WHEN u(p, 443, 1000) < 8 THEN 3 WHEN u(p, 443, 1000) < 120 THEN 1 ELSE 0 END AS late, d
			FROM (
				SELECT person.*, ${byWeight(
					[
						["城居", 64],
						["城职", 28],
						["机关", 8],
					],
					"u(p, 441, 100)",
				)} AS scheme, u(p, 445, 10) AS d
				FROM person WHERE birth < DATE '1965-06-01' AND u(p, 444, 1000) < 224)
			ORDER BY d, p`,
		// Every sixth farm lets some land to the next one; areas are in hundredths of a mu. Of some who died nobody told the
		// farm office; some let another's account take their money, up to four of a district one.
		`CREATE TABLE farm AS
			SELECT *, coalesce(lag(let) OVER w, 0) AS taken, lead(c) OVER w AS tenant FROM (
				SELECT *, CASE WHEN j % 6 = 1 THEN area * 3 // 10 // 10 * 10 ELSE 0 END AS let FROM (
					SELECT home.c, h AS p, id_text(id) AS id_said, name, code, village, town, d, 1 + u(home.c, 462, 12) AS grp, 1 + u(home.c, 463, 3) AS plots,
						(8 + u(home.c, 464, 42)) * 10 AS plot_area, (1 + u(home.c, 463, 3)) * (8 + u(home.c, 464, 42)) * 10 AS area,
						home.c AS holder, '380100' || lpad(home.c::VARCHAR, 12, '0') AS farm_code,
						row_number() OVER (ORDER BY d, home.c) AS j
					FROM home JOIN couple USING (c) JOIN person ON p = h JOIN place USING (v)
					WHERE rural AND (died IS NULL OR u(home.c, 465, 100) < 12) AND birth < DATE '1992-01-01' AND u(home.c, 461, 1000) < 641))
			WINDOW w AS (ORDER BY d, c) ORDER BY d, c`,
		`UPDATE farm SET holder = lent.first FROM (
				SELECT c, min(c) OVER (PARTITION BY d, i // 4) AS first FROM (
					SELECT c, d, row_number() OVER (PARTITION BY d ORDER BY c) - 1 AS i FROM farm WHERE u(c, 466, 1000) < 4 AND p IN (SELECT p FROM person WHERE died IS NULL))) lent
			WHERE lent.c = farm.c`,
		"ALTER TABLE farm ADD COLUMN account VARCHAR",
		"UPDATE farm SET account = '6230' || lpad(holder::VARCHAR, 12, '0')",
		"UPDATE farm SET let = 0 WHERE tenant IS NULL",
		// What was claimed: what is left, less what lies fallow; a slip of the pen now and then.
		`CREATE TABLE claim AS
			SELECT c, year, season, CASE WHEN u(c * 4 + n, 472, 100000) < 12 THEN (area - let + taken) * 3 // 2 + 60 ELSE area - let + taken - u(c * 4 + n, 473, 4) * 10 END AS claimed
			FROM farm CROSS JOIN (VALUES (0, 2026, '耕地地力保护'), (1, 2025, '大春'), (2, 2025, '小春')) AS s(n, year, season)
			WHERE n = 0 OR u(c, 471, 2) + 1 = n ORDER BY year, c`,
	];
}

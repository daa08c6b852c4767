import { byWeight, oneOf } from "../sql.ts";

/**
 * Families on an allowance: `poor(c, hh, head, first, stop, monthly, kind)` and `poor_member(c, seq, p, rel)`.
 * They are no kin of an office, and hardly any of them is paid by the public; some parents of village
 * cadres get it too, mostly filed as they should be: `filed(c, officer, relation, day)`.
 */
export function welfare(): string[] {
	return [
		// The household counts, so whoever lives in it keeps it from the allowance.
		`CREATE TABLE well_off AS
			SELECT DISTINCT hh FROM reg JOIN (SELECT p FROM employee WHERE u(p, 299, 1000) >= 150 UNION SELECT p FROM kin_of_office) USING (p)`,
		`CREATE TABLE poor AS
			SELECT c, h AS head, first, CASE WHEN u(c, 304, 100) < 12 THEN (first + to_months(8 + u(c, 305, 60)))::DATE END AS stop,
				(30000 + u(c, 306, 900) * 100)::INTEGER AS monthly, kind, false AS kin_of_village_cadre
			FROM (
				SELECT c, h, make_date(2014 + u(c, 302, 12), 1 + u(c, 303, 12), 1) AS first,
					CASE WHEN rural THEN '农村低保' ELSE '城市低保' END AS kind
				FROM home JOIN couple USING (c) JOIN person ON p = h JOIN place USING (v)
				WHERE died IS NULL AND divorced IS NULL AND u(c, 301, 1000) < CASE WHEN rural THEN 52 ELSE 24 END
					AND birth < DATE '1990-01-01' AND c NOT IN (SELECT hh FROM well_off))
			ORDER BY c`,
		"UPDATE poor SET stop = NULL WHERE stop > DATE '2026-05-01'",
		// Parents of village cadres, who live in a household of their own.
		`CREATE TABLE filed AS
			SELECT par.c, office.p AS officer, '父亲' AS relation, (since + 200 + u(par.c, 312, 900))::DATE AS day, u(par.c, 313, 100) < 85 AS filed
			FROM village_post office JOIN person USING (p) JOIN couple par ON par.c = person.par JOIN person father ON father.p = par.h
			WHERE until IS NULL AND father.died IS NULL AND par.divorced IS NULL AND u(par.c, 311, 100) < 6
				AND NOT EXISTS (FROM employee WHERE employee.p IN (par.h, par.w)) AND NOT EXISTS (FROM village_post other WHERE other.p IN (par.h, par.w))
			QUALIFY row_number() OVER (PARTITION BY par.c ORDER BY office.p) = 1
			ORDER BY par.c`,
		`INSERT INTO poor SELECT c, h, date_trunc('month', day + 40)::DATE, NULL, (30000 + u(c, 306, 900) * 100)::INTEGER, '农村低保', true
			FROM filed JOIN couple USING (c) ORDER BY c`,
		`CREATE TABLE poor_member AS
			SELECT poor.c, reg.seq, p, CASE WHEN reg.seq = 0 THEN '本人' ELSE rel END AS rel
			FROM poor JOIN reg ON hh = poor.c JOIN person USING (p) LEFT JOIN village_post USING (p)
			WHERE st = '正常' AND person.died IS NULL AND village_post.p IS NULL
				AND (reg.seq = 0 OR (NOT kin_of_village_cadre AND u(p, 307, 100) < 72) OR (kin_of_village_cadre AND reg.seq = 1))
			ORDER BY poor.c, reg.seq`,
		`CREATE TABLE poor_text AS
			SELECT poor.c, '380100N' || lpad(poor.c::VARCHAR, 9, '0') AS certificate, id_text(id) AS head_id, name AS head_name,
				'6229' || lpad(poor.c::VARCHAR, 15, '0') AS account, kind, monthly, first, stop, v, ${byWeight(
					[
						["因病", 40],
						["因残", 25],
						["缺劳动力", 25],
						["因灾", 10],
					],
					"u(poor.c, 308, 100)",
				)} AS reason, ${oneOf(["否", "否", "否", "是"], "u(poor.c, 309, 4)")} AS disabled
			FROM poor JOIN person ON p = head JOIN home ON home.c = poor.c ORDER BY poor.c`,
	];
}

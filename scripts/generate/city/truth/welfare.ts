import { clerk } from "../sql.ts";
import { type CityHits, open, rows } from "./hit.ts";
import { kinOf, steps } from "./kin.ts";

/** What families on an allowance have, and who gets it. */
export const welfareHits: readonly CityHits[] = [
	{
		rule: "GXB-01",
		why: "低保家庭同时有两套住房、人均超过标准，或者有经营性用房。",
		subjects: [["救助家庭", "household", "certificate"]],
		// Each house of such a family is one owner's, so that a part is the whole.
		sql: `WITH size AS (SELECT c, count(*) AS people, flatten(list(lost(p, ${clerk.member}, '证号'))) AS lost FROM poor_member GROUP BY c),
			held AS (SELECT c, use, area, greatest(day, first) AS since, coalesce(stop, ${open}) AS until, rowid AS row FROM house_line JOIN (SELECT c, first, stop FROM poor) USING (c)),
			shop AS (SELECT c, list(${rows.house("row")}) AS rows FROM held WHERE use = '商业服务' AND since + 30 <= until GROUP BY c),
			home AS (SELECT c, count(*) AS homes, sum(area) AS room, max(since) AS since, min(until) AS until, list(${rows.house("row")}) AS rows FROM held WHERE use = '成套住宅' GROUP BY c)
			SELECT certificate, NULL AS suppressed, list_prepend(${rows.family("poor_line.rowid")}, coalesce(shop.rows, []) || coalesce(home.rows, [])) AS rows, lost
			FROM poor_line JOIN size USING (c) LEFT JOIN shop USING (c) LEFT JOIN home USING (c)
			WHERE shop.c IS NOT NULL OR (homes > 1 AND room > 4000 * people AND since + 30 <= until) ORDER BY certificate`,
	},
	{
		rule: "GXB-02",
		why: "低保家庭成员名下有机动车，登记期与享受期重叠。",
		subjects: [
			["救助家庭", "household", "certificate"],
			["车主", "person", "said"],
		],
		sql: `SELECT certificate, id_text(m.id) AS said, plate AS vehicle,
				CASE WHEN use <> '非营运' OR (v.ended IS NULL AND v.status IN ('报废', '逾期未检验')) THEN 'F10' END AS suppressed,
				[${rows.vehicle("v.rowid")}, ${rows.member("m.rowid")}] AS rows,
				lost(m.p, ${clerk.member}, '证号') || lost(m.p, ${clerk.vehicle}, '证号') AS lost
			FROM poor_member_line m JOIN car_line v USING (p)
			WHERE (kind_of(v.kind)) AND greatest(v.bought, first) < least(coalesce(v.ended, ${open}), coalesce(stop, ${open}))
			ORDER BY certificate, plate`,
		before: [
			"CREATE TEMP MACRO kind_of(kind) AS kind LIKE '%轿车' OR kind LIKE '小型%客车' OR kind LIKE '%货车'",
		],
	},
	{
		rule: "GXB-04",
		why: "低保家庭成员是财政供养人员。",
		subjects: [
			["救助家庭", "household", "certificate"],
			["成员", "person", "said"],
		],
		sql: `SELECT certificate, id_text(m.id) AS said, NULL AS suppressed, [${rows.member("m.rowid")}, ${rows.employee("paid.row")}] AS rows, lost(m.p, ${clerk.member}, '证号') AS lost
			FROM poor_member_line m JOIN (SELECT *, row_number() OVER (ORDER BY p) - 1 AS row FROM employee) paid USING (p)
			WHERE greatest(since, first) + INTERVAL 1 MONTH <= coalesce(stop, ${open}) ORDER BY certificate, said`,
	},
	{
		rule: "GXB-08",
		why: "村干部近亲属享受低保，没有备案。",
		subjects: [
			["村干部（经办人）", "person", "officer"],
			["亲属", "person", "kin"],
			["救助家庭", "household", "certificate"],
		],
		before: [
			...steps,
			...kinOf(
				"village",
				"SELECT p FROM village_post WHERE p IN (SELECT p FROM kin_of_office)",
			),
		],
		sql: `SELECT id_text(o.id) AS officer, min(id_text(m.id)) AS kin, certificate, NULL AS suppressed,
				list_prepend(${rows.office("office.row")}, list(${rows.member("m.rowid")} ORDER BY m.rowid)) AS rows,
				flatten(list(lost(m.p, ${clerk.member}, '证号'))) || lost(office.p, ${clerk.village}, '证号') AS lost
			FROM (SELECT *, row_number() OVER (ORDER BY p) - 1 AS row FROM village_post) office JOIN person o USING (p)
			JOIN kin_village ON kin_village.a = office.p JOIN poor_member_line m ON m.p = kin_village.b
			WHERE class <> 'W' AND greatest(office.since, m.first) < least(coalesce(office.until, ${open}), coalesce(m.stop, ${open}))
				AND kin_village.since <= greatest(office.since, m.first) AND greatest(office.since, m.first) < kin_village.until
				AND NOT EXISTS (FROM filed JOIN poor_member pm ON pm.c = filed.c WHERE filed.filed AND filed.officer = office.p AND pm.p = m.p)
			GROUP BY o.id, office.p, certificate, office.row ORDER BY 1, 3`,
	},
];

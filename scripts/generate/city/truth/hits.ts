import { paidIn, pensionMonths } from "../send/payments.ts";
import { clerk } from "../sql.ts";
import { kinOf, steps } from "./kin.ts";

/**
 * What may come of the city by accident, rule by rule, each a SELECT of its own tables written from the
 * rulings: subjects, and the rows that prove it as `file|row`. The columns are text; what is no subject of
 * a rule is left out. Whatever no statement here speaks of cannot arise: see the README.
 */
export interface CityHits {
	rule: string;
	why: string;
	/** What must be made before. */
	before?: readonly string[];
	/** role, kind and column of each subject. */
	subjects: readonly (readonly [
		role: string,
		kind: "person" | "company" | "household" | "lot",
		column: string,
	])[];
	sql: string;
}

const at = (file: string, row: string) =>
	`'${file}' || '|' || ((${row}) + 2)::VARCHAR`;
const rows = {
	vehicle: (row: string) => at("公安局/全市_机动车登记信息.csv", row),
	death: (row: string) => at("公安局/全市_死亡注销人员名单.csv", row),
	family: (row: string) => at("民政局/全市_低保家庭查询.csv", row),
	member: (row: string) => at("民政局/全市_低保人员查询.csv", row),
	office: (row: string) => at("乡镇/全市_村（社区）干部名册.csv", row),
	claim: (row: string) => at("乡镇/全市_补贴面积申报.csv", row),
	bid: (row: string) => at("公共资源交易中心/全市_投标人一览表.csv", row),
	upload: (row: string) =>
		at("公共资源交易中心/全市_投标文件上传日志.csv", row),
	contract: (row: string) => at("被巡察单位/全市_合同台账.csv", row),
	company: (row: string) => at("市场监管局/全市_市场主体登记信息.csv", row),
};

/** Two bids of a lot that were not withdrawn, on a condition. */
const pairs = (
	on: string,
	extra: string,
	lost: string,
	suppressed = "NULL",
) => `
	SELECT a.number || '/1' AS lot, a.code AS one, b.code AS other, ${suppressed} AS suppressed,
		[${rows.bid("a.rowid")}, ${rows.bid("b.rowid")}${extra}] AS rows, ${lost} AS lost
	FROM bid a JOIN bid b ON b.lot = a.lot AND b.n > a.n
	WHERE a.status <> '撤回' AND b.status <> '撤回' AND (${on}) ORDER BY a.lot, a.n, b.n`;
const uploads = ["a", "b"]
	.map(
		(one) =>
			`lost(${one}.lot::BIGINT * 8 + ${one}.n, ${clerk.upload}, '信用代码')`,
	)
	.join(" || ");
const bidders = [
	["标段", "lot", "lot"],
	["投标人", "company", "one"],
	["投标人", "company", "other"],
] as const;

/** Somebody stands behind a deal of which relatives of an office may know: only these deals can be found. */
const kinDeals = (classes: string, before: number) => `
	SELECT person_a.said AS cadre, person_b.said AS kin, deal.code, NULL AS suppressed,
		list_sort(list_distinct(list(${rows.contract("deal.rowid")}))) AS rows,
		list_distinct(flatten(list(lost(employee.p, ${clerk.career}, '证号') || lost(deal.k, ${clerk.company}, '证号') || lost(legal_rep.p, ${clerk.officer}, '证号') || lost(legal_rep.p, ${clerk.stake}, '证号')))) AS lost
	FROM deal JOIN legal_rep ON legal_rep.k = deal.k
	JOIN employee ON employee.cadre AND employee.d = deal.d AND employee.unit = deal.unit
	JOIN kin_cadre ON kin_cadre.a = employee.p AND kin_cadre.b = legal_rep.p AND kin_cadre.since <= deal.day AND deal.day < kin_cadre.until
	JOIN (SELECT p, id_text(id) AS said FROM person) person_a ON person_a.p = employee.p
	JOIN (SELECT p, id_text(id) AS said FROM person) person_b ON person_b.p = legal_rep.p
	WHERE deal.kin AND deal.day >= employee.since - ${before}
		AND class = (SELECT arg_min(other.class, CASE other.class WHEN 'N' THEN 0 WHEN 'S' THEN 1 WHEN 'I' THEN 2 ELSE 3 END) FROM kin_cadre other
			WHERE other.a = employee.p AND other.b = legal_rep.p AND other.since <= deal.day AND deal.day < other.until)
		AND class IN (${classes})
	GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
const dealers = [
	["干部", "person", "cadre"],
	["亲属", "person", "kin"],
	["企业", "company", "code"],
] as const;

export const hits: readonly CityHits[] = [
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
			WHERE (kind_of(v.kind)) AND greatest(v.bought, first) < least(coalesce(v.ended, DATE '2026-07-01'), coalesce(stop, DATE '2026-07-01'))
			ORDER BY certificate, plate`,
		before: [
			"CREATE TEMP MACRO kind_of(kind) AS kind LIKE '%轿车' OR kind LIKE '小型%客车' OR kind LIKE '%货车'",
		],
	},
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
		rule: "XBML-02",
		why: "申报面积超过承包、流转后剩下的面积。",
		subjects: [["承包户", "household", "farm_code"]],
		sql: `SELECT farm_code, year || '/' || season AS period, NULL AS suppressed, [${rows.claim("rowid")}] AS rows, []::VARCHAR[] AS lost FROM claim_line
			WHERE claimed * 100 > (area - let + taken) * 105 AND claimed - (area - let + taken) >= 50 ORDER BY farm_code`,
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
			WHERE class <> 'W' AND greatest(office.since, m.first) < least(coalesce(office.until, DATE '2026-07-01'), coalesce(m.stop, DATE '2026-07-01'))
				AND kin_village.since <= greatest(office.since, m.first) AND greatest(office.since, m.first) < kin_village.until
				AND NOT EXISTS (FROM filed JOIN poor_member pm ON pm.c = filed.c WHERE filed.filed AND filed.officer = office.p AND pm.p = m.p)
			GROUP BY o.id, office.p, certificate, office.row ORDER BY 1, 3`,
	},
	{
		rule: "LYCT-04",
		why: "近亲属的企业与本单位签了合同。",
		subjects: dealers,
		before: kinOf("cadre", "SELECT p FROM employee WHERE cadre"),
		sql: kinDeals("'N', 'S'", 180),
	},
	{
		rule: "LYCT-05",
		why: "姻亲或旁系亲属的企业与本单位签了合同。",
		subjects: dealers,
		sql: kinDeals("'I', 'W'", 0),
	},
	{
		rule: "WBCB-01",
		why: "同一标段两家投标人的法定代表人是同一人。",
		subjects: bidders,
		before: [
			"CREATE TEMP TABLE rep_of AS SELECT k, p FROM legal_rep WHERE k IN (SELECT k FROM bidder)",
		],
		sql: pairs(
			"(SELECT p FROM rep_of WHERE k = a.k) = (SELECT p FROM rep_of WHERE k = b.k)",
			`, ${rows.company("a.k")}, ${rows.company("b.k")}`,
			`lost(a.k, ${clerk.company}, '证号') || lost(b.k, ${clerk.company}, '证号')`,
		),
	},
	{
		rule: "WBCB-06",
		why: "同一标段两家投标人的文件出自同一台机器。",
		subjects: bidders,
		sql: pairs(
			"a.machine = b.machine",
			`, ${rows.upload("a.rowid")}, ${rows.upload("b.rowid")}`,
			uploads,
		),
	},
	{
		rule: "WBCB-07",
		why: "同一标段两家投标人从同一公网地址上传。",
		subjects: bidders,
		sql: pairs(
			"a.ip = b.ip",
			`, ${rows.upload("a.rowid")}, ${rows.upload("b.rowid")}`,
			uploads,
			"CASE WHEN (-1 - a.ip) // 10 % 2 = 0 THEN 'F16' END",
		),
	},
];

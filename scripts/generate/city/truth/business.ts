import { dutyCompanies } from "../make/offices.ts";
import { clerk } from "../sql.ts";
import { type CityHits, open, rows } from "./hit.ts";
import { kinOf } from "./kin.ts";

const dealers = [
	["干部", "person", "cadre"],
	["亲属", "person", "kin"],
	["企业", "company", "code"],
] as const;

/** The class by which a relative counts on a day: the nearest. */
const nearest = `class = (SELECT arg_min(other.class, CASE other.class WHEN 'N' THEN 0 WHEN 'S' THEN 1 WHEN 'I' THEN 2 ELSE 3 END) FROM kin_cadre other
	WHERE other.a = kin_cadre.a AND other.b = kin_cadre.b AND other.since <= deal.day AND deal.day < other.until)`;

/**
 * A relative of a cadre is the only owner and the head of a company that did business: only these deals can be
 * found, for nobody's kin stands behind a bidder.
 */
const kinDeals = (classes: string, buyers: string, when: string) => `
	SELECT id_text(person_a.id) AS cadre, id_text(person_b.id) AS kin, deal.code, NULL AS suppressed,
		list_sort(list_distinct(list(${rows.contract("deal.row")}))) AS rows,
		list_distinct(flatten(list(lost(term.p, ${clerk.career}, '证号') || lost(deal.k, ${clerk.company}, '证号') || lost(legal_rep.p, ${clerk.officer}, '证号') || lost(legal_rep.p, ${clerk.stake}, '证号')))) AS lost
	FROM kin_deal deal JOIN legal_rep USING (k) JOIN company USING (k)
	JOIN term ON term.d = deal.d AND ${buyers}
	JOIN kin_cadre ON kin_cadre.a = term.p AND kin_cadre.b = legal_rep.p AND kin_cadre.since <= deal.day AND deal.day < kin_cadre.until
	JOIN person person_a ON person_a.p = term.p JOIN person person_b ON person_b.p = legal_rep.p
	WHERE ${when} AND ${nearest} AND class IN (${classes})
	GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;

const ends = (company: string) =>
	`CASE WHEN ${company}.status = '注销' THEN ${company}.closed ELSE ${open} END`;

/** Public servants and their relatives in business. */
export const businessHits: readonly CityHits[] = [
	{
		rule: "LYCT-01",
		why: "财政供养人员在企业任职、持股。",
		subjects: [
			["人员", "person", "said"],
			["企业", "company", "code"],
		],
		before: [
			// Sole proprietors are another rule's.
			`CREATE TEMP TABLE role AS
				SELECT k, p, founded AS since, ${ends("company")} AS until, ${rows.company("k")} AS row, lost(k, ${clerk.company}, '证号') AS lost FROM legal_rep JOIN company USING (k) WHERE NOT small
				UNION ALL
				SELECT k, p, since, least(coalesce(until, ${open}), ${ends("company")}), ${rows.officer("officer.row")}, lost(p, ${clerk.officer}, '证号')
				FROM (SELECT *, row_number() OVER (ORDER BY k, n) - 1 AS row FROM officer) officer JOIN company USING (k)
				UNION ALL
				SELECT k, p, founded, ${ends("company")}, ${rows.stake("stake.row")}, lost(p, ${clerk.stake}, '证号')
				FROM (SELECT *, row_number() OVER (ORDER BY k, n) - 1 AS row FROM stake) stake JOIN company USING (k) WHERE p IS NOT NULL`,
		],
		sql: `SELECT id_text(id) AS said, code, CASE WHEN status = '吊销' AND closed <= min(greatest(role.since, paid.since)) THEN 'F06' END AS suppressed,
				list_sort(list(role.row)) || [${rows.employee("paid.row")}] AS rows, list_distinct(flatten(list(lost))) AS lost
			FROM role JOIN (SELECT *, row_number() OVER (ORDER BY p) - 1 AS row FROM employee) paid USING (p) JOIN company USING (k) JOIN person USING (p)
			WHERE greatest(role.since, paid.since) < role.until
			GROUP BY id, code, status, closed, paid.row HAVING max(role.until) - min(greatest(role.since, paid.since)) >= 30 ORDER BY said, code`,
	},
	{
		rule: "LYCT-04",
		why: "近亲属的企业与本单位签了合同。",
		subjects: dealers,
		before: [
			...kinOf("cadre", "SELECT p FROM employee WHERE cadre"),
			"CREATE TEMP TABLE kin_deal AS SELECT * FROM (SELECT *, row_number() OVER (ORDER BY lot) - 1 AS row FROM deal) WHERE kin",
		],
		sql: kinDeals(
			"'N', 'S'",
			"term.unit = deal.unit",
			"deal.day >= term.since - 180 AND (term.until IS NULL OR deal.day < term.until + 180)",
		),
	},
	{
		rule: "LYCT-05",
		why: "姻亲或旁系亲属的企业与本单位签了合同。",
		subjects: dealers,
		sql: kinDeals(
			"'I', 'W'",
			"term.unit = deal.unit",
			"deal.day >= term.since AND (term.until IS NULL OR deal.day < term.until)",
		),
	},
	{
		rule: "LYCT-16",
		why: "近亲属在干部到任后一年内到与本单位签约的企业参保。",
		subjects: dealers,
		sql: `SELECT id_text(person_a.id) AS cadre, id_text(person_b.id) AS kin, company.code, NULL AS suppressed,
				list_sort(list_distinct(list(${rows.contract("deal.row")}))) AS rows,
				list_distinct(flatten(list(lost(term.p, ${clerk.career}, '证号') || lost(job.p, ${clerk.insurance}, '证号')))) AS lost
			FROM insured job JOIN (SELECT *, row_number() OVER (ORDER BY lot) - 1 AS row FROM deal) deal USING (k) JOIN company USING (k)
			JOIN term ON term.d = deal.d AND term.unit = deal.unit AND deal.day >= term.since AND (term.until IS NULL OR deal.day < term.until)
			JOIN kin_cadre ON kin_cadre.a = term.p AND kin_cadre.b = job.p AND kin_cadre.since <= job.since AND job.since < kin_cadre.until
			JOIN person person_a ON person_a.p = term.p JOIN person person_b ON person_b.p = job.p
			WHERE class = 'N' AND job.since BETWEEN term.since AND term.since + 365 AND (term.until IS NULL OR job.since < term.until)
			GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
	},
	{
		rule: "LYCT-10",
		why: "近亲属、姻亲的企业在任职后一年内成立，成立两年内与本单位或下属单位做生意。",
		subjects: dealers,
		sql: kinDeals(
			"'N', 'S', 'I'",
			"(term.unit = deal.unit OR term.unit = unit_parent(deal.unit))",
			"founded >= term.since AND founded < term.since + INTERVAL 12 MONTH AND deal.day >= founded AND deal.day < founded + INTERVAL 24 MONTH",
		),
	},
	{
		rule: "LYCT-16",
		why: "近亲属在干部任职后一年内到与本单位有业务往来的企业参保。",
		subjects: dealers,
		sql: `SELECT id_text(a.id) AS cadre, id_text(b.id) AS kin, code, NULL AS suppressed,
				[${rows.insured("job.row")}] || list_sort(list_distinct(list(${rows.contract("met.row")}))) AS rows,
				list_distinct(flatten(list(lost(term.p, ${clerk.career}, '证号') || lost(job.p, ${clerk.insurance}, '证号')))) AS lost
			FROM term JOIN kin_cadre kin ON kin.a = term.p AND class = 'N'
			JOIN (SELECT *, row_number() OVER (ORDER BY p) - 1 AS row FROM insured) job ON job.p = kin.b AND job.k IS NOT NULL
			JOIN (SELECT *, row_number() OVER (ORDER BY lot) - 1 AS row FROM deal) met ON met.k = job.k AND met.d = term.d AND met.unit = term.unit
			JOIN person a ON a.p = term.p JOIN person b ON b.p = job.p
			WHERE job.since >= term.since AND job.since - term.since <= 365 AND (term.until IS NULL OR job.since < term.until)
				AND kin.since <= job.since AND job.since < kin.until
				AND met.day >= term.since AND (term.until IS NULL OR met.day < term.until)
			GROUP BY a.id, b.id, code, job.row ORDER BY 1, 2, 3`,
	},
	{
		rule: "LYCT-03",
		why: "配偶、子女及其配偶在分管的行业里有企业。",
		subjects: dealers,
		before: [
			`CREATE TEMP TABLE duty_kin AS
				SELECT duty.*, kin.b AS kin, kin.since AS k_since, kin.until AS k_until FROM (SELECT *, row_number() OVER (ORDER BY p) - 1 AS row FROM duty) duty
				JOIN (FROM spouse_cadre UNION FROM child_cadre UNION FROM child_spouse_cadre) kin ON kin.a = duty.p`,
			// What a relative has of a company, and by way of it of those below, down to five steps.
			`CREATE TEMP TABLE hold AS
				WITH RECURSIVE r AS (
					SELECT k, p, since, until, control, part, office, rows, lost, 1 AS depth FROM (
						SELECT k, p, founded AS since, ${ends("company")} AS until, true AS control, 0.0::DOUBLE AS part, false AS office, [${rows.company("k")}] AS rows, lost(k, ${clerk.company}, '证号') AS lost
						FROM legal_rep JOIN company USING (k)
						UNION ALL
						SELECT k, p, since, least(coalesce(until, ${open}), ${ends("company")}), post LIKE '执行董事%', 0.0, true, [${rows.company("k")}], lost(p, ${clerk.officer}, '证号') FROM officer JOIN company USING (k)
						UNION ALL
						SELECT k, p, founded, ${ends("company")}, share >= 5000, share / 10000, false, [${rows.company("k")}], lost(p, ${clerk.stake}, '证号') FROM stake JOIN company USING (k) WHERE p IS NOT NULL)
					WHERE p IN (SELECT kin FROM duty_kin)
					UNION ALL
					SELECT held.k, r.p, greatest(r.since, founded), least(r.until, ${ends("company")}), control AND share >= 5000, part * share / 10000, false, r.rows || [${rows.company("held.k")}], r.lost, depth + 1
					FROM r JOIN held ON held.parent = r.k JOIN company ON company.k = held.k WHERE depth < 5)
				SELECT * FROM r`,
		],
		sql: `WITH whole AS (SELECT k, p, sum(part) AS part FROM hold GROUP BY ALL),
			met AS (
				SELECT duty_kin.p AS cadre, kin, duty_kin.row, hold.k, greatest(duty_kin.since, k_since, hold.since) AS since, least(k_until, hold.until) AS until, rows,
					hold.lost || lost(duty_kin.p, ${clerk.career}, '证号') || lost(duty_kin.p, ${clerk.duty}, '证号') AS lost
				FROM duty_kin JOIN hold ON hold.p = kin JOIN whole ON whole.p = hold.p AND whole.k = hold.k JOIN company ON company.k = hold.k
				WHERE (control OR office OR whole.part >= 0.1 - 1e-9) AND company.d = duty_kin.d AND (${dutyCompanies("field", "industry")})
					AND least(k_until, hold.until) - greatest(duty_kin.since, k_since, hold.since) >= 30)
			SELECT id_text(a.id) AS cadre, id_text(b.id) AS kin, code, CASE WHEN status = '吊销' AND closed <= min(since) THEN 'F06' END AS suppressed,
				[${rows.duty("met.row")}] || list_sort(list_distinct(flatten(list(rows)))) AS rows, list_distinct(flatten(list(lost))) AS lost
			FROM met JOIN company USING (k) JOIN person a ON a.p = met.cadre JOIN person b ON b.p = met.kin
			GROUP BY a.id, b.id, code, status, closed, met.row ORDER BY 1, 2, 3`,
	},
];

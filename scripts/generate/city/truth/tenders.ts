import { clerk } from "../sql.ts";
import { type CityHits, rows } from "./hit.ts";

const bidders = [
	["标段", "lot", "lot"],
	["投标人", "company", "one"],
	["投标人", "company", "other"],
] as const;

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

/** What firms have to do with each other when they bid against each other. */
export const tenderHits: readonly CityHits[] = [
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
		rule: "WBCB-02",
		why: "同一标段两家投标人由同一人控制：法定代表人、执行董事兼经理，或持股够一半。",
		subjects: bidders,
		// No bidder holds a part of a company, or is held by one.
		before: [
			`CREATE TEMP TABLE hand AS
				SELECT k, p FROM rep_of
				UNION SELECT k, p FROM stake WHERE p IS NOT NULL AND share >= 5000 AND k IN (SELECT k FROM bidder)`,
		],
		sql: pairs(
			// One representative of both is the other rule's, but where an error took his number from it.
			`EXISTS (FROM hand one JOIN hand other ON other.p = one.p WHERE one.k = a.k AND other.k = b.k)
				AND ((SELECT p FROM rep_of WHERE k = a.k) <> (SELECT p FROM rep_of WHERE k = b.k)
					OR len(lost(a.k, ${clerk.company}, '证号') || lost(b.k, ${clerk.company}, '证号')) > 0)`,
			"",
			`lost(a.k, ${clerk.company}, '证号') || lost(b.k, ${clerk.company}, '证号') ||
				(SELECT flatten(list(lost(p, ${clerk.stake}, '证号') || lost(p, ${clerk.officer}, '证号'))) FROM hand WHERE k IN (a.k, b.k))`,
		),
	},
	{
		rule: "WBCB-02",
		why: "同一标段两家投标人由同一人控制（各持一半以上，或者任法定代表人）。",
		subjects: bidders,
		before: [
			// Bidders hold nothing of each other; who has a half or is the head controls them.
			`CREATE TEMP TABLE controller AS
				SELECT k, p, lost(k, ${clerk.company}, '证号') || lost(p, ${clerk.officer}, '证号') AS lost FROM rep_of
				UNION ALL SELECT k, p, lost(p, ${clerk.stake}, '证号') FROM stake WHERE p IS NOT NULL AND share >= 5000 AND k IN (SELECT k FROM bidder)`,
			`CREATE TEMP TABLE one_hand AS
				SELECT a.k AS a, b.k AS b, list_distinct(flatten(list(a.lost || b.lost))) AS lost FROM controller a JOIN controller b ON b.p = a.p AND b.k <> a.k GROUP BY ALL`,
		],
		// What WBCB-01 tells in full is not told twice.
		sql: `SELECT a.number || '/1' AS lot, a.code AS one, b.code AS other, NULL AS suppressed,
				[${rows.bid("a.rowid")}, ${rows.bid("b.rowid")}, ${rows.company("a.k")}, ${rows.company("b.k")}] AS rows, one_hand.lost AS lost
			FROM bid a JOIN bid b ON b.lot = a.lot AND b.n > a.n JOIN one_hand ON one_hand.a = a.k AND one_hand.b = b.k
			JOIN rep_of x ON x.k = a.k JOIN rep_of y ON y.k = b.k
			WHERE a.status <> '撤回' AND b.status <> '撤回' AND (x.p <> y.p OR len(one_hand.lost) > 0) ORDER BY a.lot, a.n, b.n`,
	},
	{
		rule: "WBCB-04",
		why: "同一标段两家投标人报了同一个项目经理。",
		subjects: [...bidders, ["人员", "person", "said"]],
		sql: `SELECT a.number || '/1' AS lot, a.code AS one, b.code AS other, id_text(a.id) AS said, NULL AS suppressed, [${rows.staff("a.rowid")}, ${rows.staff("b.rowid")}] AS rows,
				lost(a.x, ${clerk.staff}, '证号') || lost(b.x, ${clerk.staff}, '证号') AS lost
			FROM staff_line a JOIN staff_line b ON b.lot = a.lot AND b.n > a.n AND b.p = a.p
			JOIN bid x ON x.lot = a.lot AND x.n = a.n JOIN bid y ON y.lot = b.lot AND y.n = b.n
			WHERE x.status <> '撤回' AND y.status <> '撤回' ORDER BY a.lot, a.n, b.n`,
	},
	{
		rule: "WBCB-05",
		why: "同一标段两家投标人的保证金从同一个账户转出。",
		subjects: bidders,
		sql: pairs(
			"a.payer = b.payer",
			`, ${rows.deposit("a.rowid")}, ${rows.deposit("b.rowid")}`,
			"[]::VARCHAR[]",
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
	{
		rule: "WBCB-12",
		why: "几家总是一起投标，并且由其中一家中标。",
		subjects: [["投标人", "company", "code"]],
		before: [
			// Kind of work and district: what is usual is counted within these.
			"CREATE TEMP TABLE there AS SELECT lot, n, k, code, rank, ['工程', '货物', '工程', '服务', '服务', '工程'][1 + lot % 6] || d AS stratum, rowid AS row FROM bid WHERE status <> '撤回'",
			`CREATE TEMP TABLE tied AS
				WITH met AS (SELECT a.k AS a, b.k AS b, count(*) AS times FROM there a JOIN there b ON b.lot = a.lot AND b.k > a.k GROUP BY ALL HAVING count(*) >= 5),
				own AS (SELECT k, count(*) AS lots FROM there GROUP BY k),
				part AS (SELECT k, stratum, count(*) AS lots FROM there GROUP BY ALL),
				size AS (SELECT stratum, count(DISTINCT lot) AS lots FROM there GROUP BY stratum),
				chance AS (SELECT a, b, sum(x.lots * y.lots / size.lots) AS times FROM met JOIN part x ON x.k = a JOIN part y ON y.k = b AND y.stratum = x.stratum JOIN size ON size.stratum = x.stratum GROUP BY ALL)
				SELECT a, b FROM met JOIN chance USING (a, b) JOIN own x ON x.k = a JOIN own y ON y.k = b
				WHERE met.times >= 0.5 * (x.lots + y.lots - met.times) AND met.times >= 3 * chance.times`,
			`CREATE TEMP TABLE band AS
				WITH RECURSIVE near AS (SELECT a, b FROM tied UNION ALL SELECT b, a FROM tied), way AS (
					SELECT a AS k, a AS other FROM near UNION SELECT way.k, near.b FROM way JOIN near ON near.a = way.other)
				SELECT k, min(other) AS band FROM way GROUP BY k`,
		],
		sql: `WITH common AS (
				SELECT band, lot, count(*) AS bids, max((rank = 1)::INTEGER) AS won, list(${rows.bid("row")}) AS rows FROM there JOIN band USING (k) GROUP BY ALL HAVING count(*) > 1),
			decided AS (SELECT DISTINCT lot FROM bid WHERE rank = 1)
			SELECT (SELECT min(code) FROM there JOIN band other USING (k) WHERE other.band = common.band) AS code, NULL AS suppressed, list_sort(flatten(list(rows))) AS rows, []::VARCHAR[] AS lost
			FROM common LEFT JOIN decided ON decided.lot = common.lot
			GROUP BY common.band HAVING count(decided.lot) > 0 AND sum(CASE WHEN decided.lot IS NOT NULL THEN won ELSE 0 END) >= 0.8 * count(decided.lot) ORDER BY code`,
	},
];

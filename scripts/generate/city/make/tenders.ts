import type { Plan } from "../sql.ts";

/** Companies that bid in one trade and district: prime, so that a step through them meets no one twice. */
const poolSize = 41;
const bidsPerLot = 5;

/**
 * Tenders: `bidder(k, pool, place, machine, ip, payer, staff)` are the companies that bid, in pools of 41 that
 * meet again and again; `lot`, `bid` with its rank, and `deal` are the contracts with whoever won. Nobody's kin
 * in an office stands behind a bidder. In one pool of forty two companies had their files made by one
 * agent, in one of ten three companies share an address of their building, in one of fifty two
 * have one legal representative, in one of thirty one account, in one of thirty one project manager; and in one of
 * twenty five companies always come together. The first pool has them all, so that also a small city does.
 */
export function tenders({ residents }: Plan): string[] {
	const pools = Math.max(2, Math.floor((residents * 0.006) / poolSize));
	const lots = Math.round(residents * 0.06);
	return [
		`CREATE TABLE bidder AS
			SELECT k, pool, place, code, name, d, industry,
				CASE WHEN pool % 40 = 0 AND place = 4 THEN lag(k) OVER w ELSE k END AS machine,
				CASE WHEN pool % 30 = 0 AND place = 14 THEN lag(k) OVER w ELSE k END AS payer,
				CASE WHEN pool % 30 = 0 AND place = 17 THEN lag(k) OVER w ELSE k END AS staff,
				CASE WHEN pool % 10 = 1 AND place IN (9, 10, 11) THEN -1 - pool ELSE k END AS ip
			FROM (
				SELECT company.*, i // ${poolSize} AS pool, i % ${poolSize} AS place FROM (
					SELECT *, row_number() OVER (ORDER BY d, industry, k) - 1 AS i FROM (
						SELECT * FROM company WHERE NOT small AND status = '存续' AND founded < DATE '2022-06-01' AND k NOT IN (SELECT k FROM reach)
							AND k NOT IN (SELECT k FROM held) AND k NOT IN (SELECT parent FROM held)
						ORDER BY u(k, 601, 1000000000), k LIMIT ${pools * poolSize})) company)
			WINDOW w AS (PARTITION BY pool ORDER BY place) ORDER BY pool, place`,
		// One legal representative for two bidders of a pool.
		`CREATE OR REPLACE TABLE legal_rep AS
			SELECT legal_rep.k, coalesce(twin.p, legal_rep.p) AS p, coalesce(twin.kin, legal_rep.kin) AS kin
			FROM legal_rep LEFT JOIN (
				SELECT b.k, r.p, r.kin FROM bidder a JOIN bidder b ON b.pool = a.pool AND b.place = 21 JOIN legal_rep r ON r.k = a.k
				WHERE a.place = 20 AND a.pool % 50 = 0) twin USING (k)
			ORDER BY k`,
		`CREATE OR REPLACE TABLE officer AS
			SELECT officer.k, n, CASE WHEN n = 0 THEN legal_rep.p ELSE officer.p END AS p, post, since, until FROM officer JOIN legal_rep USING (k) ORDER BY k, n`,
		`CREATE TABLE lot AS
			SELECT lot::INTEGER AS lot, 'CA' || lpad(lot::VARCHAR, 9, '0') AS number, (lot % ${pools})::INTEGER AS pool, (20 + u(lot, 611, 900))::BIGINT * 1000000 AS budget,
				(DATE '2024-01-10' + u(lot, 612, 860))::DATE AS opened, u(lot, 613, 10) AS d, u(lot, 614, 12) AS unit,
				CASE WHEN together THEN 30 ELSE u(lot, 615, ${poolSize}) END AS first, CASE WHEN together THEN 1 ELSE 1 + u(lot, 616, ${poolSize - 1}) END AS step
			FROM (SELECT lot, lot % ${pools} % 20 = 0 AND u(lot, 617, 100) < 30 AS together FROM range(0, ${lots}) r(lot)) ORDER BY lot`,
		`CREATE TABLE bid AS
			SELECT *, CASE WHEN status = '已递交' THEN (row_number() OVER (PARTITION BY lot, status ORDER BY price, n))::INTEGER END AS rank FROM (
				SELECT lot, number, lot.d, unit, opened, budget, n::INTEGER AS n, k, code, name, machine, ip, payer, staff,
					budget * (8800 + u(lot * 8 + n, 621, 1100)) // 10000 AS price,
					CASE WHEN u(lot * 8 + n, 622, 1000) < 55 THEN '否决' WHEN u(lot * 8 + n, 622, 1000) < 63 THEN '撤回' ELSE '已递交' END AS status,
					u(lot * 8 + n, 623, 600) AS minute
				FROM lot CROSS JOIN (SELECT unnest(range(0, ${bidsPerLot})) AS n)
				JOIN bidder ON bidder.pool = lot.pool AND bidder.place = (lot.first + n * lot.step) % ${poolSize})
			ORDER BY lot, n`,
		`CREATE TABLE deal AS
			SELECT lot, number, d, unit, (opened + 20)::DATE AS day, k, code, name, price AS amount, false AS kin FROM bid WHERE rank = 1 ORDER BY lot`,
		...kinDeals,
	];
}

/**
 * A brother of a cadre, or his father-in-law, whose company has contracts: some with the cadre's own unit
 * while he was there, most with others. Only these deals have kin of an office behind them.
 */
const kinDeals = [
	`CREATE TABLE kin_owner AS
		SELECT cadre.p AS cadre, kin.p AS kin, way, term.d, term.unit, term.since, cadre.n AS nth FROM (
			SELECT p, row_number() OVER (ORDER BY p) AS n FROM employee WHERE cadre AND u(p, 631, 100) < 12) cadre
		JOIN term ON term.p = cadre.p AND term.n = 1
		JOIN (
			SELECT one.p AS cadre, other.p, 'N' AS way FROM person one JOIN person other ON other.par = one.par AND other.p <> one.p
			UNION ALL
			SELECT own.h, father.h, 'I' FROM couple own JOIN person wife ON wife.p = own.w JOIN couple father ON father.c = wife.par
			WHERE own.divorced IS NULL) link ON link.cadre = cadre.p
		JOIN person kin ON kin.p = link.p
		WHERE kin.died IS NULL AND kin.birth < DATE '1996-01-01' AND NOT EXISTS (FROM employee WHERE employee.p = kin.p)
			AND NOT EXISTS (FROM poor_member WHERE poor_member.p = kin.p) AND NOT EXISTS (FROM village_post WHERE village_post.p = kin.p)
		QUALIFY row_number() OVER (PARTITION BY cadre.p ORDER BY link.p) = 1 AND row_number() OVER (PARTITION BY kin.p ORDER BY cadre.p) = 1
		ORDER BY cadre.p`,
	// The last companies of the register become theirs, from the day of their foundation.
	`CREATE TABLE kin_company AS
		SELECT k, kin_owner.*, row_number() OVER (ORDER BY cadre) AS n FROM (SELECT *, row_number() OVER (ORDER BY cadre) AS i FROM kin_owner) kin_owner
		JOIN (
			SELECT k, row_number() OVER (ORDER BY k DESC) AS i FROM company
			WHERE NOT small AND level = 0 AND status = '存续' AND founded < DATE '2024-01-01' AND k NOT IN (SELECT k FROM bidder)
				AND k NOT IN (SELECT k FROM held) AND k NOT IN (SELECT parent FROM held) AND k NOT IN (SELECT k FROM head_change)) free USING (i)
		ORDER BY k`,
	`CREATE OR REPLACE TABLE legal_rep AS
		SELECT legal_rep.k, coalesce(kin_company.kin, legal_rep.p) AS p, kin_company.k IS NOT NULL OR legal_rep.kin AS kin FROM legal_rep LEFT JOIN kin_company USING (k) ORDER BY k`,
	`CREATE OR REPLACE TABLE officer AS
		SELECT officer.k, officer.n, coalesce(kin_company.kin, p) AS p, post, officer.since, until FROM officer LEFT JOIN kin_company USING (k)
		WHERE kin_company.k IS NULL OR officer.n = 0 ORDER BY officer.k, officer.n`,
	`CREATE OR REPLACE TABLE stake AS
		SELECT stake.k, stake.n, coalesce(kin_company.kin, p) AS p, parent, CASE WHEN kin_company.k IS NULL THEN share ELSE 10000 END AS share
		FROM stake LEFT JOIN kin_company USING (k) WHERE kin_company.k IS NULL OR stake.n = 0 ORDER BY stake.k, stake.n`,
	`INSERT INTO deal
		SELECT 1000000000 + n, 'KC' || lpad(n::VARCHAR, 8, '0'),
			CASE WHEN own THEN kin_company.d ELSE (kin_company.d + 1 + n % 9) % 10 END, CASE WHEN own THEN kin_company.unit ELSE n % 12 END,
			greatest(founded + 40 + u(cadre, 636, 700), CASE WHEN own THEN least(since + 30 + u(cadre, 632, 400), DATE '2026-05-01') ELSE DATE '2023-02-01' + u(cadre, 633, 900) END)::DATE,
			company.k, code, company.name, 5000000 + u(cadre, 634, 20000) * 1000, true
		FROM (SELECT *, u(cadre, 635, 100) < 35 AS own FROM kin_company) kin_company JOIN company ON company.k = kin_company.k ORDER BY n`,
];

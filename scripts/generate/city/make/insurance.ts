import { byWeight } from "../sql.ts";

/**
 * Who is insured where and since when: `insured(p, k, d, unit, since, until, base)`, with a company k or a unit. Employees of
 * the public in their units; of the others some in companies, never in two at once.
 */
export function insurance(): string[] {
	return [
		"CREATE TABLE employer AS SELECT (row_number() OVER (ORDER BY k) - 1)::INTEGER AS i, k FROM company WHERE NOT small AND status = '存续' ORDER BY k",
		"SET VARIABLE employers = (SELECT count(*) FROM employer)",
		`CREATE TABLE insured AS
			SELECT p, NULL::INTEGER AS k, d, unit, date_trunc('month', since)::DATE AS since, NULL::DATE AS until, 520000 + u(p, 585, 500) * 1000 AS base FROM employee
			UNION ALL
			SELECT p, k, NULL, NULL, since, CASE WHEN u(p, 583, 100) < 22 THEN since + to_months(8 + u(p, 584, 60)) END::DATE,
				${byWeight(
					[
						[433000, 60],
						[520000, 25],
						[760000, 15],
					],
					"u(p, 585, 100)",
				)}
			FROM (
				SELECT owner.p, company.k, date_trunc('month', greatest(company.founded + 31, birth + 7300, DATE '2010-01-01') + u(owner.p, 582, 1500))::DATE AS since
				FROM owner JOIN person USING (p) JOIN employer ON employer.i = u(owner.p, 586, getvariable('employers')) JOIN company ON company.k = employer.k
				LEFT JOIN employee ON employee.p = owner.p
				WHERE employee.p IS NULL AND u(owner.p, 581, 1000) < 130)
			WHERE since < DATE '2026-05-01'
			ORDER BY p`,
		"UPDATE insured SET until = NULL WHERE until > DATE '2026-05-01'",
	];
}

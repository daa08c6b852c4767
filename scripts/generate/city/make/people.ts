import { byWeight, list, oneOf, type Plan } from "../sql.ts";
import { slots } from "./names.ts";
import { birthCodes } from "./places.ts";

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Characters that no list of given names has: for whoever would be taken for a cadre's relative. */
const rare = [..."岷沅澧湄沱泸涪渠濑沚浔洹"];

/** A name and a month of birth that must be one person's only. */
export interface Known {
	name: string;
	/** 1976-04 */
	month: string;
}

/**
 * Everybody: founding couples, their children, who marry each other, and so on to the fourth
 * generation; divorces and second marriages; deaths; numbers and names.
 *
 * `human(p, gen, male, birth, par, sur)`: `par` is the couple of the parents. `couple(c, h, w, gen,
 * registered, divorced)`: c names the household as well. `person` adds number, name and death.
 */
export function people(plan: Plan, known: readonly Known[]): string[] {
	const { founders } = plan;
	return [
		`CREATE TABLE human AS
			SELECT (c * 2 + m)::INTEGER AS p, 1::TINYINT AS gen, m = 0 AS male,
				(DATE '1931-01-01' + u(c, 1, 11600) - (1 - m) * (u(c, 2, 2400) - 500))::DATE AS birth,
				NULL::INTEGER AS par, u(c * 2 + m, 3, surnames()) AS sur
			FROM range(0, ${founders}) r(c) CROSS JOIN (VALUES (0), (1)) AS s(m) ORDER BY p`,
		`CREATE TABLE couple AS SELECT c::INTEGER AS c, (c * 2)::INTEGER AS h, (c * 2 + 1)::INTEGER AS w, 1::TINYINT AS gen,
			NULL::DATE AS registered, NULL::DATE AS divorced FROM range(0, ${founders}) r(c)`,
		dates(1),
		children(2, [
			[0, 6],
			[1, 26],
			[2, 42],
			[3, 26],
		]),
		...match(2, 915, "2003-01-01"),
		dates(2),
		children(3, [
			[0, 12],
			[1, 46],
			[2, 34],
			[3, 8],
		]),
		...match(3, 640, "2002-06-01"),
		dates(3),
		children(4, [
			[0, 28],
			[1, 50],
			[2, 22],
		]),
		`CREATE TABLE remarriage AS
			WITH parted AS (SELECT c, h, w, divorced FROM couple WHERE divorced IS NOT NULL),
			men AS (SELECT h, c, divorced, row_number() OVER (ORDER BY divorced, h) AS i FROM parted WHERE u(h, 20, 100) < 45),
			women AS (SELECT w, c, divorced, row_number() OVER (ORDER BY divorced, w) AS i FROM parted WHERE u(w, 21, 100) < 45)
			SELECT men.c, men.h, women.w, (greatest(men.divorced, women.divorced) + 150 + u(men.h, 22, 1500))::DATE AS registered
			FROM men JOIN women USING (i)
			WHERE men.c <> women.c AND greatest(men.divorced, women.divorced) + 150 + u(men.h, 22, 1500) < DATE '2026-05-20'
			ORDER BY men.c`,
		...numbers(known),
	];
}

/** When couples of a generation married and parted. */
function dates(gen: number): string {
	return `CREATE OR REPLACE TABLE couple AS
		SELECT c, h, w, gen, registered,
			CASE WHEN gen = ${gen} AND u(c, 5, 1000) < ${gen === 1 ? 15 : gen === 2 ? 95 : 70} AND registered + 700 + u(c, 6, 6500) < DATE '2026-05-01'
				THEN (registered + 700 + u(c, 6, 6500))::DATE ELSE divorced END AS divorced
		FROM (
			SELECT c, h, w, couple.gen, CASE WHEN couple.gen = ${gen} THEN (greatest(a.birth, b.birth) + 8100 + u(c, 4, 1500))::DATE ELSE registered END AS registered, divorced
			FROM couple JOIN human a ON a.p = h JOIN human b ON b.p = w)
		WHERE registered < DATE '2026-06-01' OR gen < ${gen}
		ORDER BY c`;
}

/** Children of the couples of the generation before, born while the marriage lasted. */
function children(gen: number, table: [number, number][]): string {
	return `INSERT INTO human
		SELECT ((SELECT count(*) FROM human) + row_number() OVER (ORDER BY c, i) - 1)::INTEGER, ${gen}, u(c * 4 + i, ${30 + gen}, 1000) < 514, birth, c, sur
		FROM (
			SELECT c, i, a.sur, divorced, (greatest(b.birth + 7700, registered + 200) + u(c * 4 + i, ${40 + gen}, 900) + i * 880)::DATE AS birth
			FROM couple JOIN human a ON a.p = h JOIN human b ON b.p = w
			CROSS JOIN (VALUES (0), (1), (2)) AS n(i)
			WHERE couple.gen = ${gen - 1} AND i < ${byWeight(table, `u(c, ${50 + gen}, 100)`)})
		WHERE birth < DATE '2026-06-01' AND (divorced IS NULL OR birth < divorced)
		ORDER BY c, i`;
}

/** Marries the grown children of a generation to each other, by age, never brother to sister. */
function match(gen: number, permille: number, bornBefore: string): string[] {
	const free = (male: boolean) =>
		`SELECT p, par, row_number() OVER (ORDER BY birth + u(p, ${60 + gen}, 1100), p) AS i FROM human
			WHERE gen = ${gen} AND ${male ? "" : "NOT "}male AND birth < DATE '${bornBefore}' AND u(p, ${70 + gen}, 1000) < ${permille}`;
	return [
		`INSERT INTO couple
			SELECT ((SELECT count(*) FROM couple) + row_number() OVER (ORDER BY m.p) - 1)::INTEGER, m.p, f.p, ${gen}, NULL, NULL
			FROM (${free(true)}) m JOIN (${free(false)}) f USING (i) WHERE m.par <> f.par ORDER BY m.p`,
		"CREATE OR REPLACE TABLE couple AS SELECT * FROM couple ORDER BY c",
	];
}

/** Deaths of the last years, numbers that nobody else has, and names. */
function numbers(known: readonly Known[]): string[] {
	const weight = weights
		.map((w, i) => `(n17 // ${10n ** BigInt(16 - i)} % 10) * ${w}`)
		.join(" + ");
	const claimed =
		known.length === 0
			? "('', '')"
			: known.map(({ name, month }) => `('${name}', '${month}')`).join(", ");
	return [
		`CREATE TABLE claimed AS SELECT DISTINCT * FROM (VALUES ${claimed}) AS v(name, month)`,
		`CREATE TABLE person AS
			SELECT p, gen, male, birth, par, died, (n17 * 16 + (${weight}) % 11)::BIGINT AS id, name
			FROM (
				SELECT numbered.*, surname.name || CASE WHEN claimed.name IS NULL THEN given.name
						ELSE ${oneOf(rare, "u(p, 91, 144)")} || ${oneOf(rare, "u(p, 91, 144) // 12")} END AS name
				FROM (
					SELECT p, gen, male, birth, par, sur,
						CASE WHEN u(p, 81, 1000) < (CASE WHEN birth < DATE '1940-01-01' THEN 60 WHEN birth < DATE '1955-01-01' THEN 22
								WHEN birth < DATE '1975-01-01' THEN 6 ELSE 1 END)
							THEN (DATE '2024-01-05' + u(p, 82, 860))::DATE END AS died,
						given_from(male, year(birth)) + u(p, 83, ${slots}) AS giv,
						((region * 100000000 + year(birth) * 10000 + month(birth) * 100 + day(birth)) * 1000
							+ (row_number() OVER (PARTITION BY region, birth, male ORDER BY p) * 37 % 498) * 2 + male::INTEGER)::BIGINT AS n17
					FROM (SELECT *, ${list(birthCodes)}[1 + u(coalesce(par, p // 2), 80, ${birthCodes.length})]::BIGINT AS region FROM human)) numbered
				JOIN surname ON surname.k = sur JOIN given ON given.k = giv
				LEFT JOIN claimed ON claimed.name = surname.name || given.name AND claimed.month = strftime(birth, '%Y-%m'))
			ORDER BY p`,
		"UPDATE person SET died = NULL WHERE died <= birth",
		"DROP TABLE human",
	];
}

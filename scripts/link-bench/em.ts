import type { DuckDBConnection } from "@duckdb/node-api";
import { levels } from "./table.ts";

const ROUNDS = 30;
const FLOOR = "1e-6";
const features = ["name", "birth", "place", "employer"] as const;
/** Levels that say nothing: both weights are 1. */
const SILENT = "('unknown', 'none', '-')";

/**
 * How often two records agree by chance, level by level, counted in the whole table: two of it drawn at
 * random are almost never the same person.
 */
const chance = (column: string, from = "rec") =>
	`(SELECT coalesce(sum(c * (c - 1.0)) / nullif(sum(c) * (sum(c) - 1.0), 0), 0) FROM (SELECT count(*) AS c FROM ${from} WHERE ${column} IS NOT NULL GROUP BY ${column}))`;

async function chances(db: DuckDBConnection): Promise<void> {
	await db.run(`CREATE OR REPLACE TABLE agreed AS SELECT
		${chance("name")} AS name, ${chance("CASE WHEN birth_level = 'day' THEN birth END")} AS day,
		${chance("strftime(birth, '%Y%m')")} AS month, ${chance("year(birth)")} AS year,
		${chance("place")} AS place, ${chance("area")} AS area, ${chance("other")} AS other,
		(SELECT count(*) * 1.0 FROM near) / nullif((SELECT count(*) * (count(*) - 1.0) FROM rec WHERE name IS NOT NULL), 0) AS near`);
	await db.run(`CREATE OR REPLACE TABLE chance AS SELECT feature, level, greatest(u, ${FLOOR}) AS u FROM (
		SELECT 'name' AS feature, 'exact' AS level, name AS u FROM agreed
		UNION ALL SELECT 'name', 'near', near - name FROM agreed
		UNION ALL SELECT 'name', 'other', 1 - near FROM agreed
		UNION ALL SELECT 'birth', 'day', day FROM agreed
		UNION ALL SELECT 'birth', 'month', month - day FROM agreed
		UNION ALL SELECT 'birth', 'year', year - month FROM agreed
		UNION ALL SELECT 'birth', 'other', 1 - year FROM agreed
		UNION ALL SELECT 'place', 'village', place FROM agreed
		UNION ALL SELECT 'place', 'township', area * (1 - place) FROM agreed
		UNION ALL SELECT 'place', 'other', (1 - area) * (1 - place) FROM agreed
		UNION ALL SELECT 'employer', 'same', other FROM agreed
		UNION ALL SELECT 'employer', 'other', 1 - other FROM agreed)`);
}

/** Starting values of m: agreement is the rule, not the exception. */
const START = `SELECT feature, level, CASE level WHEN 'exact' THEN 0.8 WHEN 'near' THEN 0.15 WHEN 'day' THEN 0.8 WHEN 'month' THEN 0.05
	WHEN 'year' THEN 0.05 WHEN 'village' THEN 0.7 WHEN 'township' THEN 0.2 WHEN 'same' THEN 0.8 ELSE 0.1 END AS m, u FROM chance`;

/** How likely each pattern of levels is that of one person, by the weights as they stand. */
const expectation = `SELECT p.*, shared * same / (shared * same + (1 - shared) * chance) AS r FROM (
		SELECT pattern.*, exp(${features.map((f) => `coalesce(ln(${f}_w.m), 0)`).join(" + ")}) AS same,
			exp(${features.map((f) => `coalesce(ln(${f}_w.u), 0)`).join(" + ")}) AS chance
		FROM pattern ${features
			.map(
				(f) =>
					`LEFT JOIN weight ${f}_w ON ${f}_w.feature = '${f}' AND ${f}_w.level = pattern.${f}`,
			)
			.join(" ")}) p CROSS JOIN prior`;

/**
 * One session: pairs that agree in one thing, for the weights of all others (Fellegi and Sunter 1969; the
 * maximisation as in Winkler 1988). u stays as counted; only m and the share of true pairs are estimated.
 * Patterns of levels are few, so that a round costs the same for any number of pairs.
 * @param pairs SQL of the pairs with their levels; '-' where the block fixed a feature
 * @returns how many of the pairs are of one person, as expected
 */
async function session(
	db: DuckDBConnection,
	name: string,
	pairs: string,
): Promise<number> {
	await db.run(
		`CREATE OR REPLACE TABLE pattern AS SELECT name, birth, place, employer, count(*) * 1.0 AS n FROM (${pairs}) GROUP BY ALL`,
	);
	await db.run(`CREATE OR REPLACE TABLE weight AS ${START}`);
	await db.run("CREATE OR REPLACE TABLE prior AS SELECT 0.3 AS shared");
	for (let round = 0; round < ROUNDS; round++) {
		await db.run(`CREATE OR REPLACE TABLE judged AS ${expectation}`);
		await db.run(
			"CREATE OR REPLACE TABLE prior AS SELECT least(0.999, greatest(0.00001, sum(n * r) / sum(n))) AS shared FROM judged",
		);
		const counted = features
			.map(
				(f) =>
					`SELECT '${f}' AS feature, ${f} AS level, sum(n * r) AS w FROM judged WHERE ${f} NOT IN ${SILENT} GROUP BY ${f}`,
			)
			.join(" UNION ALL ");
		await db.run(`CREATE OR REPLACE TABLE weight AS
			SELECT chance.feature, chance.level, chance.u, coalesce(greatest(c.w / nullif(sum(c.w) OVER (PARTITION BY chance.feature), 0), ${FLOOR}), ${FLOOR}) AS m
			FROM chance LEFT JOIN (${counted}) c ON c.feature = chance.feature AND c.level = chance.level`);
	}
	await db.run(
		`CREATE OR REPLACE TABLE learnt_${name} AS SELECT * FROM weight`,
	);
	const { n } = (
		await db.runAndReadAll("SELECT sum(n * r)::DOUBLE AS n FROM judged")
	).getRowObjects()[0] as { n: number | null };
	return n ?? 0;
}

/** What was learnt without any label. */
export interface Learnt {
	weights: { feature: string; level: string; m: number; u: number }[];
	/** Share of the records that stand in the table a second time. */
	share: number;
}

/**
 * Estimates the weights from the pairs themselves: those of one name teach what birth, place and the rest
 * are worth, those of one birthday teach what the name is worth.
 */
export async function learn(db: DuckDBConnection): Promise<Learnt> {
	await chances(db);
	const of = (where: string, name: string, birth: string) =>
		`SELECT ${name} AS name, ${birth} AS birth, ${levels.place} AS place, ${levels.employer} AS employer
		FROM pair JOIN rec a ON a.n = pair.a JOIN rec b ON b.n = pair.b WHERE pair.a < pair.b AND ${where}`;
	const found = await session(
		db,
		"name",
		of("name_level = 'exact'", "'-'", levels.birth),
	);
	await session(
		db,
		"birth",
		of(
			"a.birth = b.birth AND a.birth_level = 'day' AND b.birth_level = 'day'",
			"name_level",
			"'-'",
		),
	);
	const weights = (
		await db.runAndReadAll(`SELECT feature, level, m::DOUBLE AS m, u::DOUBLE AS u FROM learnt_birth WHERE feature = 'name'
			UNION ALL SELECT feature, level, m::DOUBLE, u::DOUBLE FROM learnt_name WHERE feature = 'birth'
			UNION ALL SELECT n.feature, n.level, ((n.m + b.m) / 2)::DOUBLE, n.u::DOUBLE FROM learnt_name n JOIN learnt_birth b USING (feature, level)
				WHERE n.feature IN ('place', 'employer') ORDER BY 1, 3 DESC, 2`)
	).getRowObjects() as unknown as Learnt["weights"];
	const { records } = (
		await db.runAndReadAll(
			"SELECT count(*)::INTEGER AS records FROM rec WHERE name IS NOT NULL",
		)
	).getRowObjects()[0] as { records: number };
	const exact =
		weights.find(
			({ feature, level }) => feature === "name" && level === "exact",
		)?.m ?? 1;
	return {
		weights,
		share: Math.min(0.95, Math.max(0.05, (2 * found) / (records * exact))),
	};
}

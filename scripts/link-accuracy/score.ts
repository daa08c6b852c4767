import type { DuckDBConnection } from "@duckdb/node-api";

/** How one way of resolving does on one kind of claims. */
export interface Line {
	/** What the family table and the registers give of these. */
	features: string;
	method: string;
	claims: number;
	/** The relative stands in a register. */
	present: number;
	/** …and nobody else there has the stated name, sex and month of birth. */
	unique: number;
	resolved: number;
	right: number;
}

/** Right among those resolved; 1 when none was. */
export function precision({ resolved, right }: Line): number {
	return resolved === 0 ? 1 : right / resolved;
}
/** Right among those who stand in a register. */
export function recall({ present, right }: Line): number {
	return present === 0 ? 1 : right / present;
}
/** Right beside what uniqueness of name and month would let one find. */
export function ofCeiling({ unique, right }: Line): number {
	return unique === 0 ? 1 : right / unique;
}

/** Who is meant, beside who was found. Needs the tables of `population.ts` and `resolved` (n, kin_id, decision, tier). */
export async function score(db: DuckDBConnection): Promise<Line[]> {
	await db.run(`CREATE OR REPLACE TABLE register AS
		SELECT id, name, man, strftime(born, '%Y%m') AS month FROM person WHERE NOT absent AND p NOT IN (SELECT p FROM cadre WHERE untied)`);
	// By name and month of birth, as clerks do it: whoever is the only one.
	await db.run(`CREATE OR REPLACE TABLE namesake AS
		SELECT n, count(*) AS persons, min(r.id) AS only_id FROM claim JOIN person k ON k.p = claim.kin
		JOIN register r ON r.name = claim.name AND r.man = k.man AND r.month = substr(replace(replace(claim.birth, '-', ''), '.', ''), 1, 6) GROUP BY n`);
	await db.run(`CREATE OR REPLACE TABLE judged AS
		SELECT claim.n, NOT claim.absent AND NOT other.untied AS present, coalesce(namesake.persons = 1 AND namesake.only_id = claim.kin_id, false) AS is_unique,
			CASE WHEN namesake.persons = 1 THEN namesake.only_id END AS by_name, claim.kin_id, resolved.kin_id AS found, resolved.decision, resolved.tier,
			CASE WHEN length(birth) > 7 THEN 'name and day of birth'
				WHEN NOT k.untied AND work LIKE '%局%' THEN 'name, month, household and marriage registers, employer'
				WHEN NOT k.untied THEN 'name, month, household and marriage registers'
				WHEN work LIKE '%局%' THEN 'name, month, employer' ELSE 'name and month only' END AS features
		FROM claim JOIN cadre k ON k.p = claim.cadre
		LEFT JOIN (SELECT p, untied FROM cadre WHERE untied) gone ON gone.p = claim.kin
		CROSS JOIN LATERAL (SELECT coalesce(gone.untied, false) AS untied) other
		LEFT JOIN namesake USING (n) LEFT JOIN resolved USING (n)`);
	const methods: Readonly<Record<string, [found: string, where: string]>> = {
		"bidui, M3R": [
			"CASE WHEN decision = 'resolved' AND tier = 'M3R' THEN found END",
			"features <> 'name and day of birth'",
		],
		"bidui, M3": [
			"CASE WHEN decision = 'resolved' THEN found END",
			"features = 'name and day of birth'",
		],
		"name + month": ["by_name", "true"],
	};
	const lines: Line[] = [];
	for (const [method, [found, where]] of Object.entries(methods)) {
		const answer = await db.runAndReadAll(`
			SELECT CASE WHEN grouping(features) = 1 THEN 'all of these' ELSE features END AS features, count(*)::INTEGER AS claims,
				count(*) FILTER (present)::INTEGER AS present, count(*) FILTER (present AND is_unique)::INTEGER AS unique,
				count(${found})::INTEGER AS resolved, count(*) FILTER ((${found}) = kin_id)::INTEGER AS right
			FROM judged WHERE ${where} GROUP BY GROUPING SETS ((features), ()) ORDER BY grouping(features), features`);
		for (const row of answer.getRowObjects())
			lines.push({ ...(row as unknown as Omit<Line, "method">), method });
	}
	return lines;
}

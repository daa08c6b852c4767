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

/** What the population must be for the figures to mean what the issue of accuracy asks. */
export interface Shares {
	residents: number;
	claims: number;
	/** Of the claims: name and month of birth only, nothing else known; not in any register. */
	bare: number;
	absent: number;
}

/** Counts what the population is, from the tables of `score`. */
export async function shares(db: DuckDBConnection): Promise<Shares> {
	const answer =
		await db.runAndReadAll(`SELECT (SELECT count(*)::INTEGER FROM person) AS residents, count(*)::INTEGER AS claims,
		(count(*) FILTER (features = 'name and month only') / count(*))::DOUBLE AS bare,
		(count(*) FILTER (NOT present) / count(*))::DOUBLE AS absent FROM judged`);
	return answer.getRowObjects()[0] as unknown as Shares;
}

/** Writes what any linker may read: the relatives as stated, and who stands in a register. Needs `register`. */
export async function writeTables(
	db: DuckDBConnection,
	left: string,
	right: string,
): Promise<void> {
	await db.run(`COPY (SELECT n AS id, claim.name, replace(replace(birth, '-', ''), '.', '') AS birth, k.man AS sex
		FROM claim JOIN person k ON k.p = claim.kin ORDER BY n) TO '${left}' (HEADER)`);
	await db.run(
		`COPY (SELECT id, name, day AS birth, man AS sex FROM register ORDER BY id) TO '${right}' (HEADER)`,
	);
}

/** Everybody who stands in a register. */
export async function makeRegister(db: DuckDBConnection): Promise<void> {
	await db.run(`CREATE OR REPLACE TABLE register AS
		SELECT id, name, man, strftime(born, '%Y%m') AS month, strftime(born, '%Y%m%d') AS day FROM person
		WHERE NOT absent AND p NOT IN (SELECT p FROM cadre WHERE untied)`);
}

/**
 * Who is meant, beside who was found. Needs the tables of `population.ts`, `register`, `resolved`
 * (n, kin_id, decision, tier) and `other_linker` (n, kin_id).
 * @param linker what the other linker is called; undefined when there is none
 */
export async function score(
	db: DuckDBConnection,
	linker: string | undefined,
): Promise<Line[]> {
	// By name and month of birth, as clerks do it: whoever is the only one.
	await db.run(`CREATE OR REPLACE TABLE namesake AS
		SELECT n, count(*) AS persons, min(r.id) AS only_id FROM claim JOIN person k ON k.p = claim.kin
		JOIN register r ON r.name = claim.name AND r.man = k.man AND r.month = substr(replace(replace(claim.birth, '-', ''), '.', ''), 1, 6) GROUP BY n`);
	await db.run(`CREATE OR REPLACE TABLE judged AS
		SELECT claim.n, NOT claim.absent AND NOT other.untied AS present, coalesce(namesake.persons = 1 AND namesake.only_id = claim.kin_id, false) AS is_unique,
			CASE WHEN namesake.persons = 1 THEN namesake.only_id END AS by_name, claim.kin_id, resolved.kin_id AS found, other_linker.kin_id AS by_other, resolved.decision, resolved.tier,
			CASE WHEN length(birth) > 7 THEN 'name and day of birth'
				WHEN NOT k.untied AND work LIKE '%局%' THEN 'name, month, household and marriage registers, employer'
				WHEN NOT k.untied THEN 'name, month, household and marriage registers'
				WHEN work LIKE '%局%' THEN 'name, month, employer' ELSE 'name and month only' END AS features
		FROM claim JOIN cadre k ON k.p = claim.cadre
		LEFT JOIN (SELECT p, untied FROM cadre WHERE untied) gone ON gone.p = claim.kin
		CROSS JOIN LATERAL (SELECT coalesce(gone.untied, false) AS untied) other
		LEFT JOIN namesake USING (n) LEFT JOIN resolved USING (n) LEFT JOIN other_linker USING (n)`);
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
		...(linker === undefined ? {} : { [linker]: ["by_other", "true"] }),
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

import type { DuckDBConnection } from "@duckdb/node-api";

/** Which columns of the file say what; a name may be in several, given name and surname. */
export interface Roles {
	name: string[];
	birth: string | undefined;
	sex: string | undefined;
	/** A small place, and the larger one around it. */
	place: string[];
	area: string | undefined;
	/** Something else that tells people apart: a number, a telephone, an employer. */
	other: string | undefined;
	truth: string;
}

/** Headings by which roles are known when nobody names them. */
const usual: Readonly<Record<Exclude<keyof Roles, "truth">, RegExp>> = {
	name: /^(given_?name|first_?name|fname|surname|last_?name|lname|sname|name|full_?name|姓名)$/i,
	birth: /^(date_of_birth|dob|birth(_?date|day)?|出生(日期|年月)?)$/i,
	sex: /^(sex|gender|性别)$/i,
	place: /^(postcode|zip(_?code)?|suburb|city|village|村居)$/i,
	area: /^(state|county|province|township|乡镇)$/i,
	other: /^(phone(_number)?|telephone|email|employer|电话|单位)$/i,
};

/** Roles as far as headings give them away. */
export function guessRoles(
	headings: readonly string[],
	truth: string,
	said: Partial<Roles>,
): Roles {
	const rest = headings.filter((heading) => heading !== truth);
	const by = (role: keyof typeof usual) =>
		rest.filter((heading) => usual[role].test(heading));
	return {
		name: said.name ?? by("name"),
		birth: said.birth ?? by("birth")[0],
		sex: said.sex ?? by("sex")[0],
		place: said.place ?? by("place"),
		area: said.area ?? by("area")[0],
		other: said.other ?? by("other")[0],
		truth,
	};
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
const cell = (name: string | undefined) =>
	name === undefined
		? "CAST(NULL AS VARCHAR)"
		: `nullif(trim(lower(CAST(${quote(name)} AS VARCHAR))), '')`;
const joined = (names: readonly string[], by: string) =>
	names.length === 0
		? "CAST(NULL AS VARCHAR)"
		: `nullif(concat_ws('${by}', ${names.map(cell).join(", ")}), '')`;

/**
 * Makes the tables that the scorer compares: rec (one row a record), spelling (a record under each key by
 * which a name that differs in one character is found).
 */
export async function loadTable(
	db: DuckDBConnection,
	file: string,
	roles: Roles,
): Promise<void> {
	const digits = `regexp_replace(${cell(roles.birth)}, '[^0-9]', '', 'g')`;
	await db.run(`CREATE OR REPLACE TABLE rec AS
		SELECT n, CASE WHEN length(name) >= 2 THEN name END AS name, sex, place, area, other, truth,
			CASE WHEN length(digits) = 8 THEN CAST(try_strptime(digits, '%Y%m%d') AS DATE)
				WHEN length(digits) = 6 THEN CAST(try_strptime(digits || '01', '%Y%m%d') AS DATE) END AS birth,
			CASE WHEN length(digits) = 8 THEN 'day' ELSE 'month' END AS birth_level
		FROM (SELECT CAST(row_number() OVER () AS BIGINT) AS n,
			trim(regexp_replace(${joined(roles.name, " ")}, '[^\\p{L}]+', ' ', 'g')) AS name,
			CASE WHEN regexp_matches(${cell(roles.sex)}, '^(m|1|男)') THEN 1 ELSE 0 END AS sex,
			${joined(roles.place, " ")} AS place, ${cell(roles.area)} AS area, ${cell(roles.other)} AS other,
			${cell(roles.truth)} AS truth, ${digits} AS digits
			FROM read_csv('${file.replaceAll("'", "''")}', all_varchar = true, header = true))`);
	await db.run("UPDATE rec SET birth_level = 'none' WHERE birth IS NULL");
	// Left open, and left out: a wrong character, one too many, one too few, two in the wrong order.
	await db.run(`CREATE OR REPLACE TABLE spelling AS
		SELECT DISTINCT n, key FROM (
			SELECT n, name AS key FROM rec WHERE name IS NOT NULL
			UNION ALL SELECT n, substr(name, 1, i - 1) || '_' || substr(name, i + 1) FROM rec, LATERAL (SELECT unnest(range(1, length(name) + 1)) AS i) WHERE name IS NOT NULL
			UNION ALL SELECT n, substr(name, 1, i - 1) || substr(name, i + 1) FROM rec, LATERAL (SELECT unnest(range(1, length(name) + 1)) AS i) WHERE length(name) >= 5)`);
}

/** Where two records are compared, level by level; a and b are aliases of rec. */
export const levels = {
	birth: `CASE WHEN a.birth IS NULL OR b.birth IS NULL THEN 'none'
		WHEN a.birth_level = 'day' AND b.birth_level = 'day' AND a.birth = b.birth THEN 'day'
		WHEN strftime(a.birth, '%Y%m') = strftime(b.birth, '%Y%m') THEN 'month'
		WHEN year(a.birth) = year(b.birth) THEN 'year' ELSE 'other' END`,
	place: `CASE WHEN a.place IS NULL OR b.place IS NULL THEN 'unknown' WHEN a.place = b.place THEN 'village'
		WHEN a.area = b.area THEN 'township' ELSE 'other' END`,
	employer: `CASE WHEN a.other IS NULL OR b.other IS NULL THEN 'unknown' WHEN a.other = b.other THEN 'same' ELSE 'other' END`,
} as const;

/** Pairs of records worth comparing, both ways round. */
export async function findCandidates(db: DuckDBConnection): Promise<number> {
	await db.run(`CREATE OR REPLACE TABLE near AS
		SELECT DISTINCT x.n AS a, y.n AS b FROM spelling x JOIN spelling y ON y.key = x.key AND y.n <> x.n`);
	await db.run(`CREATE OR REPLACE TABLE pair AS
		SELECT a, b, CASE WHEN ra.name = rb.name THEN 'exact' WHEN near.a IS NOT NULL THEN 'near' ELSE 'other' END AS name_level FROM (
			SELECT a, b FROM near
			UNION SELECT x.n, y.n FROM rec x JOIN rec y ON y.birth = x.birth AND y.birth_level = 'day' AND x.birth_level = 'day' AND y.n <> x.n
			UNION SELECT x.n, y.n FROM rec x JOIN rec y ON y.other = x.other AND y.n <> x.n) met
		LEFT JOIN near USING (a, b) JOIN rec ra ON ra.n = a JOIN rec rb ON rb.n = b
		WHERE ra.name IS NOT NULL AND rb.name IS NOT NULL AND ra.sex = rb.sex`);
	const { n } = (
		await db.runAndReadAll("SELECT count(*)::INTEGER AS n FROM pair")
	).getRowObjects()[0] as { n: number };
	return n;
}

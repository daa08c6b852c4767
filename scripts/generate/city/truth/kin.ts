/**
 * The relatives of some people, by class (rulings, 亲属): `kin_<name>(a, b, class, since, until)`, one row a
 * path, with the days between which the marriages on it lasted. Read off the tables that people are made
 * of; the spouse of a second marriage stands in the household of the first and counts as parent of its children.
 */
export function kinOf(name: string, whose: string): string[] {
	const named = (table: string) => `${table}_${name}`;
	const [start, spouse, parent, child, sibling] = [
		"whose",
		"spouse",
		"parent",
		"child",
		"sibling",
	].map(named);
	/** From the second person of one table of steps to the first of a table of all. */
	const then = (
		first: string,
		step: "all_spouse" | "all_parent" | "all_child",
	) =>
		`SELECT x.a, y.b, greatest(x.since, y.since) AS since, least(x.until, y.until) AS until FROM ${first} x JOIN ${step} y ON y.a = x.b WHERE y.b <> x.a`;
	const siblingsOf = (first: string) =>
		`SELECT x.a, z.b, greatest(x.since, y.since, z.since) AS since, least(x.until, y.until, z.until) AS until
			FROM ${first} x JOIN all_parent y ON y.a = x.b JOIN all_child z ON z.a = y.b WHERE z.b <> x.b AND z.b <> x.a`;
	const table = (of: string, sql: string) =>
		`CREATE TEMP TABLE ${of} AS SELECT DISTINCT * FROM (${sql})`;
	const classes: Record<string, string[]> = {
		N: [
			spouse as string,
			parent as string,
			child as string,
			sibling as string,
			`(${then(parent as string, "all_parent")})`,
			`(${then(child as string, "all_child")})`,
		],
		S: [`(${then(child as string, "all_spouse")})`],
		I: [
			`(${then(spouse as string, "all_parent")})`,
			named("spouse_sibling"),
			`(${then(named("spouse_sibling"), "all_spouse")})`,
			`(${then(named("child_spouse"), "all_parent")})`,
			`(${then(sibling as string, "all_spouse")})`,
		],
		W: [
			named("uncle"),
			`(${then(named("uncle"), "all_spouse")})`,
			`(${then(named("uncle"), "all_child")})`,
			`(${then(sibling as string, "all_child")})`,
		],
	};
	return [
		table(
			start as string,
			`SELECT p AS a, p AS b, DATE '1900-01-01' AS since, DATE '9999-01-01' AS until FROM (${whose})`,
		),
		table(spouse as string, then(start as string, "all_spouse")),
		table(parent as string, then(start as string, "all_parent")),
		table(child as string, then(start as string, "all_child")),
		table(sibling as string, siblingsOf(start as string)),
		table(named("spouse_sibling"), siblingsOf(spouse as string)),
		table(named("child_spouse"), then(child as string, "all_spouse")),
		table(named("uncle"), siblingsOf(parent as string)),
		`CREATE TEMP TABLE ${named("kin")} AS SELECT DISTINCT * FROM (${Object.entries(
			classes,
		)
			.flatMap(([kin, paths]) =>
				paths.map(
					(path) =>
						`SELECT a, b, '${kin}' AS class, since, until FROM ${path} AS path`,
				),
			)
			.join(" UNION ALL ")}) WHERE a <> b`,
	];
}

/** Single steps between all people. */
export const steps: readonly string[] = [
	`CREATE TEMP VIEW all_spouse AS
		SELECT h AS a, w AS b, coalesce(registered, DATE '1900-01-01') AS since, coalesce(divorced, DATE '9999-01-01') AS until FROM couple
		UNION ALL SELECT w, h, coalesce(registered, DATE '1900-01-01'), coalesce(divorced, DATE '9999-01-01') FROM couple
		UNION ALL SELECT h, w, registered, DATE '9999-01-01' FROM remarriage
		UNION ALL SELECT w, h, registered, DATE '9999-01-01' FROM remarriage`,
	`CREATE TEMP VIEW all_child AS
		SELECT h AS a, p AS b, DATE '1900-01-01' AS since, DATE '9999-01-01' AS until FROM person JOIN couple ON c = par
		UNION ALL SELECT w, p, DATE '1900-01-01', DATE '9999-01-01' FROM person JOIN couple ON c = par
		UNION ALL SELECT remarriage.w, p, DATE '1900-01-01', DATE '9999-01-01' FROM person JOIN remarriage ON c = par`,
	"CREATE TEMP VIEW all_parent AS SELECT b AS a, a AS b, since, until FROM all_child",
];

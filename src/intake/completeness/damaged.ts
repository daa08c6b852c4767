import {
	column,
	hasColumn,
	type Loaded,
	type LoadedPart,
	one,
	partsWhere,
	relationOf,
} from "./tables.ts";

/** Numbers of persons that Excel has damaged, and how many the register of residents tells apart. */
export interface DamagedNumbers {
	column: string;
	/** Rows with such a number. */
	rows: number;
	/** Persons: distinct numbers with their names. */
	persons: number;
	/** Of them, whom one resident fits by the first fifteen digits and the name; undefined without a register. */
	one: number | undefined;
	/** Whom several residents fit. */
	several: number | undefined;
}

/** The column of the name that stands with a number: head_name with head_citizen_id. */
const nameOf = (number: string) => number.replace(/citizen_id$/, "name");

/** Looks for the persons of a source whose numbers are damaged among the residents. */
export async function damagedNumbers(
	parts: readonly LoadedPart[],
	dataset: string,
	loaded: Loaded,
): Promise<DamagedNumbers[]> {
	const from = relationOf(loaded.store, parts);
	const register = [...loaded.datasets.values()].find(
		({ completeness }) => completeness?.population === true,
	);
	const residents =
		register === undefined
			? []
			: partsWhere(loaded, (line) => line.dataset === register.name);
	const there = relationOf(loaded.store, residents);
	const known =
		there !== undefined &&
		hasColumn(residents, "citizen_id") &&
		hasColumn(residents, "name");
	const found: DamagedNumbers[] = [];
	for (const { name, kind } of loaded.datasets.get(dataset)?.columns ?? []) {
		const rows = parts.reduce(
			(sum, { part }) =>
				sum +
				part.quality
					.filter(
						(item) =>
							item.column === name && item.code === "citizen-id-damaged",
					)
					.reduce((total, item) => total + item.rows, 0),
			0,
		);
		if (kind !== "citizen_id" || rows === 0 || from === undefined) continue;
		const called = nameOf(name);
		const withName = called !== name && hasColumn(parts, called);
		const persons = `SELECT DISTINCT ${column(name)} AS number, ${withName ? column(called) : "NULL"} AS name FROM ${from} WHERE ${column(`${name}_check`)} = 'damaged'`;
		const fits =
			known && withName
				? `(SELECT substr(citizen_id, 1, 15) AS stem, name, count(DISTINCT citizen_id) AS n FROM ${there} WHERE citizen_id_check IN ('ok', 'upgraded') GROUP BY ALL)`
				: "(SELECT '' AS stem, '' AS name, 0 AS n)";
		const row = await one(
			loaded.engine,
			`SELECT count(*) AS persons, count(*) FILTER (n = 1) AS one, count(*) FILTER (n > 1) AS several FROM (${persons}) AS p LEFT JOIN ${fits} AS r ON r.stem = substr(p.number, 1, 15) AND r.name = p.name`,
		);
		found.push({
			column: name,
			rows,
			persons: Number(row.persons),
			one: known ? Number(row.one) : undefined,
			several: known ? Number(row.several) : undefined,
		});
	}
	return found;
}

import type { DuckDBConnection } from "@duckdb/node-api";
import type { TruthCase } from "../../truth/truth.ts";
import { type CityHits, hits } from "./hits.ts";

/** What arises in the city by accident, from its own records. */
export async function cityBackground(
	db: DuckDBConnection,
): Promise<TruthCase[]> {
	const cases: TruthCase[] = [];
	for (const hit of hits) {
		for (const sql of hit.before ?? []) await db.run(sql);
		const found = await db.runAndReadAll(hit.sql);
		for (const row of found.getRowObjectsJson()) cases.push(caseOf(hit, row));
	}
	return cases;
}

function caseOf(
	{ rule, why, subjects }: CityHits,
	row: Record<string, unknown>,
): TruthCase {
	const suppressed = row.suppressed as string | null;
	return {
		rule,
		kind: "background",
		case: "city",
		why: `全市背景数据中自然出现，由其自身的记录算出：${why}`,
		expect: suppressed === null,
		...(suppressed === null ? {} : { suppressed }),
		subjects: subjects.map(([role, kind, column]) => ({
			role,
			kind,
			key: String(row[column]),
		})),
		...(row.period === undefined ? {} : { period: String(row.period) }),
		...(row.vehicle === undefined ? {} : { vehicle: String(row.vehicle) }),
		rows: (row.rows as string[]).map((text) => {
			const [file = "", number] = text.split("|");
			return { file, row: Number(number) };
		}),
	};
}

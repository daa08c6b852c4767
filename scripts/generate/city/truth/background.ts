import type { DuckDBConnection } from "@duckdb/node-api";
import { two } from "../../base/day.ts";
import type { Truth, TruthCase } from "../../truth/truth.ts";
import {
	deathsAfter,
	paidAtNight,
	register,
	registerOf,
} from "../send/nights.ts";
import { namelessIn, pensionMonths } from "../send/payments.ts";
import type { CityHits } from "./hit.ts";
import { hits } from "./hits.ts";

/** What arises in the city by accident, from its own records. */
export async function cityBackground(
	db: DuckDBConnection,
	{ errors, nights }: { errors: number; nights: number },
): Promise<TruthCase[]> {
	const cases: TruthCase[] = [];
	await db.run(`SET VARIABLE deaths = ${deathsAfter(nights)}`);
	for (const hit of hits) {
		for (const sql of hit.before ?? []) await db.run(sql);
		const found = await db.runAndReadAll(hit.sql);
		for (const row of found.getRowObjectsJson())
			cases.push({
				...caseOf(hit, row, nights),
				...(errors > 0 ? survival(row.lost as string[]) : {}),
			});
	}
	return cases;
}

/** Where the rows stand that nobody can use. */
export async function cityUnusable(
	db: DuckDBConnection,
	nights: number,
): Promise<Truth["quarantined"]> {
	const made: Truth["quarantined"] = [];
	const add = async (file: string, sql: string) => {
		const found = await db.runAndReadAll(sql);
		for (const [row] of found.getRows())
			made.push({ file, row: Number(row), reason: "no number" });
	};
	for (const month of pensionMonths)
		await add(
			`人社局/全市_养老待遇发放_${month.replace("-", "")}.csv`,
			namelessIn(month),
		);
	for (let night = 1; night <= nights; night++)
		await add(
			`人社局/全市_养老待遇发放_增量${two(night)}.csv`,
			namelessIn(`2026-${two(6 + night)}`, paidAtNight(night)),
		);
	return made;
}

function survival(
	lost: readonly string[],
): Pick<TruthCase, "survived" | "lost"> {
	const reasons = [...new Set(lost)].sort();
	return reasons.length === 0
		? { survived: true }
		: { survived: false, lost: reasons };
}

function caseOf(
	{ rule, why, subjects }: CityHits,
	row: Record<string, unknown>,
	nights: number,
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
			return {
				file: file === register && nights > 0 ? registerOf(nights) : file,
				row: Number(number),
			};
		}),
	};
}

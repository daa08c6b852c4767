import { compareCodePoints } from "../../base/index.ts";
import {
	column,
	hasColumn,
	type Loaded,
	type LoadedPart,
	relationOf,
} from "./tables.ts";

/** Rows by township and month, with what is missing. */
export interface Matrix {
	/** Whether the files say the township; otherwise all rows are together. */
	byTownship: boolean;
	/** 2026-06, every month from the first to the last; empty where the dataset has no period. */
	months: string[];
	townships: {
		/** Null: rows that name none; the only one where the dataset has no township. */
		name: string | null;
		rows: number;
		/** Rows of each month, in the order of `months`. */
		byMonth: number[];
		/**
		 * Months without a row that are expected to have some: other townships have them, or the source
		 * has nearly every month.
		 */
		holes: string[];
		/** Months with less than half of what the township usually has. */
		low: string[];
	}[];
	/** Townships of the round's population that this source does not name. */
	absent: string[];
	/** Rows without a month. */
	undated: number;
}

/** A matrix with more cells says that the columns mean something else. */
const MOST_MONTHS = 240;
/** A source that has so many of its months is one of every month; a yearly subsidy is not. */
const REGULAR_SHARE = 0.75;

function monthsBetween(first: string, last: string): string[] {
	const months: string[] = [];
	let [year = 0, month = 1] = first.split("-").map(Number);
	for (;;) {
		const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
		months.push(text);
		if (text >= last || months.length >= MOST_MONTHS) return months;
		month++;
		if (month > 12) {
			month = 1;
			year++;
		}
	}
}

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/**
 * Counts the rows of a source by township and month.
 * @param known townships that are expected, from the population of the round
 * @returns undefined where the dataset declares neither column, or the files lack both
 */
export async function matrixOf(
	parts: readonly LoadedPart[],
	dataset: string,
	loaded: Loaded,
	known: Iterable<string>,
): Promise<Matrix | undefined> {
	const { township, period } = loaded.datasets.get(dataset)?.completeness ?? {};
	const from = relationOf(loaded.store, parts);
	const where = hasColumn(parts, township) ? column(township) : undefined;
	const when = hasColumn(parts, period) ? column(period) : undefined;
	if (from === undefined || (where === undefined && when === undefined))
		return undefined;
	const { rows } = await loaded.engine.query(
		`SELECT ${where ?? "NULL"} AS t, ${when === undefined ? "NULL" : `strftime(${when}, '%Y-%m')`} AS m, count(*) AS n FROM ${from} GROUP BY ALL ORDER BY ALL`,
	);
	const dated = rows
		.flatMap((row) => (row.m === null ? [] : [String(row.m)]))
		.sort();
	const [first, last] = [dated[0], dated.at(-1)];
	const months =
		first === undefined || last === undefined ? [] : monthsBetween(first, last);
	const counts = new Map<string | null, Map<string, number>>();
	let undated = 0;
	for (const { t, m, n } of rows) {
		const name = t === null || t === undefined ? null : String(t);
		const mine = counts.get(name) ?? new Map<string, number>();
		mine.set(String(m ?? ""), Number(n));
		counts.set(name, mine);
		if (m === null && when !== undefined) undated += Number(n);
	}
	const filled = new Set(dated);
	const regular = filled.size >= REGULAR_SHARE * months.length;
	const townships = [...counts].map(([name, mine]) => {
		const byMonth = months.map((month) => mine.get(month) ?? 0);
		const usual = median(byMonth.filter((n) => n > 0));
		return {
			name,
			rows: [...mine.values()].reduce((sum, n) => sum + n, 0),
			byMonth,
			holes: months.filter(
				(month, i) => byMonth[i] === 0 && (regular || filled.has(month)),
			),
			low: months.filter((_, i) => {
				const n = byMonth[i] ?? 0;
				return n > 0 && n * 2 < usual;
			}),
		};
	});
	return {
		byTownship: where !== undefined,
		months,
		townships,
		absent:
			where === undefined
				? []
				: [...new Set(known)]
						.filter((name) => !counts.has(name))
						.sort(compareCodePoints),
		undated,
	};
}

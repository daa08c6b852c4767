import type { Dataset, DatasetColumn } from "../../datasets/index.ts";
import type { Row } from "../../engine/index.ts";

/** A sign that Excel has turned the numbers of a column into doubles. */
interface Sign {
	/** Over the raw text `x`, a condition on one cell. */
	condition: string;
	/** Cells that could show the sign. */
	among: string;
	/** Whether so many of so many can no longer be chance. */
	damaged: (hits: number, among: number) => boolean;
	evidence: (hits: number, among: number) => string;
	/** The numbers that are then void: also those that pass their check by chance. */
	void: string;
}

const IN_EXPONENT = "[0-9](\\.?[0-9]+)?E\\+?[0-9]{1,2}";

/**
 * A dear test of the few cells that pass a cheap one. The engine tries the conditions of an AND in every
 * order to learn which is cheap; those of a CASE it takes as they stand.
 */
const where = (cheap: string, dear: string) =>
	`CASE WHEN ${cheap} THEN ${dear} ELSE false END`;

const EXPONENT = where(
	"strlen(x) <= 30 AND (contains(x, 'E') OR contains(x, 'e'))",
	"regexp_matches(x, '^\\s*[0-9](\\.[0-9]+)?[Ee]\\+?[0-9]{1,2}\\s*$')",
);
const EIGHTEEN_DIGITS = "strlen(x) = 18 AND NOT ends_with(x, 'X')";

/** Chance of at least so many hits where `expected` are natural (Poisson). */
function chance(hits: number, expected: number): number {
	let term = Math.exp(-expected);
	let below = 0;
	for (let k = 0; k < hits; k++) {
		below += term;
		term *= expected / (k + 1);
	}
	// Beyond the precision of 1 - below, the first term of the tail is close enough.
	return Math.max(1 - below, term);
}

/** More than a share, and so many that nature does it once in a million columns. */
const beyond =
	(natural: number, share: number) =>
	(hits: number, among: number): boolean =>
		hits > share * among && chance(hits, 1.5 * natural * among) < 1e-6;

const exponent: Sign = {
	condition: EXPONENT,
	among: "x IS NOT NULL",
	damaged: (hits) => hits > 0,
	evidence: (hits) => `有 ${hits} 个写成了 5.10322E+17 的样子`,
	void: `${IN_EXPONENT}|[0-9]{15,}000`,
};

/** The last digits that a double or Excel's 15 digits leave behind (domain: data quality, 1 and 2). */
const signsOf: Partial<Record<DatasetColumn["kind"], readonly Sign[]>> = {
	citizen_id: [
		exponent,
		{
			condition: where(
				"strlen(x) = 18 AND ends_with(x, '000')",
				"regexp_full_match(x, '[1-9][0-9]{17}')",
			),
			among: EIGHTEEN_DIGITS,
			damaged: beyond(0.001, 0.005),
			evidence: (hits, among) =>
				`${among} 个 18 位数字里有 ${hits} 个末三位是 000（自然情况约千分之一）`,
			void: `${IN_EXPONENT}|[0-9]{15,}000`,
		},
		{
			condition: where(
				"strlen(x) = 18 AND ends_with(x, '00')",
				"regexp_full_match(x, '[1-9][0-9]{17}')",
			),
			among: EIGHTEEN_DIGITS,
			damaged: beyond(0.01, 0.05),
			evidence: (hits, among) =>
				`${among} 个 18 位数字里有 ${hits} 个末两位是 00（自然情况约百分之一）`,
			void: `${IN_EXPONENT}|[0-9]{16,}00`,
		},
	],
	account: [
		exponent,
		{
			condition: where(
				"strlen(x) BETWEEN 16 AND 19 AND ends_with(x, '0000')",
				"regexp_full_match(x, '[1-9][0-9]+')",
			),
			among: "strlen(x) BETWEEN 16 AND 19",
			damaged: beyond(0.001, 0.02),
			evidence: (hits, among) =>
				`${among} 个账号里有 ${hits} 个末四位是 0000（自然情况约万分之一）`,
			void: `${IN_EXPONENT}|[0-9]{12,}0000`,
		},
	],
	uscc: [exponent],
	code: [],
};

/** The aggregates that look for damage in the mapped columns; `expressions` over the raw cells. */
export interface DamageCheck {
	expressions: string[];
	/** The columns that are damaged, with the evidence, from the row of the aggregates. */
	read(
		row: Row,
	): { column: DatasetColumn; evidence: string; pattern: string }[];
}

/**
 * @param cellOf the raw cell of each mapped column
 * @param count rows: every cell, in one cheap pass; values: each number once, because one person's
 *   sound number that ends in 000 stands in a roll as often as he was paid
 */
export function damageCheck(
	dataset: Dataset,
	cellOf: ReadonlyMap<string, string>,
	count: "rows" | "values",
): DamageCheck {
	const tests = dataset.columns.flatMap((column, i) => {
		const cell = cellOf.get(column.name);
		return cell === undefined
			? []
			: (signsOf[column.kind] ?? []).map((sign, s) => ({
					column,
					sign,
					cell,
					alias: `d${i}_${s}`,
				}));
	});
	const over = (text: string, cell: string) => text.replaceAll(/\bx\b/g, cell);
	const counted = (cell: string) =>
		count === "rows" ? "count(*)" : `count(DISTINCT ${cell})`;
	return {
		expressions: tests.flatMap(({ sign, cell, alias }) => [
			`${counted(cell)} FILTER (WHERE ${over(sign.condition, cell)}) AS ${alias}h`,
			`${counted(cell)} FILTER (WHERE ${over(sign.among, cell)}) AS ${alias}a`,
		]),
		read(row) {
			const seen = new Set<string>();
			return tests.flatMap(({ column, sign, alias }) => {
				const hits = Number(row[`${alias}h`] ?? 0);
				const among = Number(row[`${alias}a`] ?? 0);
				if (hits === 0 || seen.has(column.name) || !sign.damaged(hits, among))
					return [];
				seen.add(column.name);
				return [
					{ column, evidence: sign.evidence(hits, among), pattern: sign.void },
				];
			});
		},
	};
}

import { type Problem, problem } from "../../errors/index.ts";
import type { Source } from "../../workspace/index.ts";
import {
	column,
	hasColumn,
	type Loaded,
	one,
	partsWhere,
	relationOf,
} from "./tables.ts";

/** A total that the department gave, beside what was loaded. */
export interface ControlTotal {
	what: "rows" | "households" | "amount";
	stated: string;
	/** Undefined where the dataset or the file does not say it. */
	loaded: string | undefined;
	agrees: boolean;
}

export const controlWords = {
	rows: "行数",
	households: "户数",
	amount: "金额",
} as const;

/** Compares the totals that the department gave for a source with what stands of it in the snapshot. */
export async function controlTotals(
	source: Source,
	loaded: Loaded,
): Promise<ControlTotal[]> {
	const { control } = source;
	const parts = partsWhere(loaded, (line) => line.source === source.id);
	const from = relationOf(loaded.store, parts);
	if (control === undefined || from === undefined) return [];
	const { household, amount } =
		loaded.datasets.get(source.dataset)?.completeness ?? {};
	const total = async (sql: string): Promise<string> =>
		String(
			(await one(loaded.engine, `SELECT ${sql} AS n FROM ${from}`)).n ?? 0,
		);
	const totals: ControlTotal[] = [];
	const compare = (
		what: ControlTotal["what"],
		stated: string,
		value: string | undefined,
	) => totals.push({ what, stated, loaded: value, agrees: stated === value });
	if (control.rows !== undefined)
		compare("rows", String(control.rows), await total("count(*)"));
	if (control.households !== undefined)
		compare(
			"households",
			String(control.households),
			hasColumn(parts, household)
				? await total(`count(DISTINCT ${column(household)})`)
				: undefined,
		);
	if (control.amount !== undefined)
		compare(
			"amount",
			control.amount.toFixed(2),
			hasColumn(parts, amount)
				? await total(`CAST(sum(${column(amount)}) AS DECIMAL(38,2))`)
				: undefined,
		);
	return totals;
}

/** The totals that do not agree, as findings of a source. */
export function controlProblems(
	source: Source,
	totals: readonly ControlTotal[],
): Problem[] {
	return totals
		.filter(({ agrees }) => !agrees)
		.map(({ what, stated, loaded }) =>
			problem(
				"control-mismatch",
				{ file: source.path },
				{
					what: controlWords[what],
					stated,
					loaded: loaded ?? "无法计算（没有对应的列）",
					source: source.id,
				},
			),
		);
}

import type { DatasetColumn } from "./schema.ts";

/** What a number is multiplied by, then divided by, to reach the stored unit; both are decimal text. */
export interface Factor {
	multiply: string;
	divide: string;
}

/** Spellings of a unit, after NFKC and in lower case. */
const unitSpellings: Record<string, readonly string[]> = {
	元: ["元", "人民币元", "rmb", "cny", "元人民币", "人民币"],
	千元: ["千元"],
	万元: ["万元", "万元人民币", "人民币万元", "万"],
	亿元: ["亿元", "亿"],
	亩: ["亩"],
	公顷: ["公顷", "ha", "hm2"],
	平方米: ["平方米", "平米", "平方", "m2", "㎡", "平方公尺"],
	平方公里: ["平方公里", "km2"],
	公里: ["公里", "千米", "km"],
	米: ["米", "m"],
	"%": ["%", "百分比", "百分数", "百分之"],
};

/** From the unit of a file to the stored unit. A hectare is 15 mu. */
const factors: Record<string, Record<string, Factor>> = {
	元: {
		元: { multiply: "1", divide: "1" },
		千元: { multiply: "1000", divide: "1" },
		万元: { multiply: "10000", divide: "1" },
		亿元: { multiply: "100000000", divide: "1" },
	},
	亩: {
		亩: { multiply: "1", divide: "1" },
		公顷: { multiply: "15", divide: "1" },
		平方米: { multiply: "15", divide: "10000" },
		平方公里: { multiply: "1500", divide: "1" },
	},
	平方米: {
		平方米: { multiply: "1", divide: "1" },
		亩: { multiply: "10000", divide: "15" },
		公顷: { multiply: "10000", divide: "1" },
		平方公里: { multiply: "1000000", divide: "1" },
	},
	公里: {
		公里: { multiply: "1", divide: "1" },
		米: { multiply: "1", divide: "1000" },
	},
};

/** The stored unit of kinds whose columns need not name one. */
const defaultUnits: Partial<Record<DatasetColumn["kind"], string>> = {
	money: "元",
};

const unitBySpelling = new Map(
	Object.entries(unitSpellings).flatMap(([unit, spellings]) =>
		spellings.map((spelling) => [spelling, unit] as const),
	),
);

/**
 * The unit that a text names (“万元”, “单位：亩”, “㎡”).
 * @param text already folded by NFKC, in lower case, without white space
 */
export function unitOf(text: string): string | undefined {
	return unitBySpelling.get(text.replace(/^(计量)?单位[::]?/, ""));
}

/** The unit in which a column is stored; undefined when it has none. */
export function storedUnit(column: DatasetColumn): string | undefined {
	return column.unit ?? defaultUnits[column.kind];
}

/** How numbers in `unit` become the stored unit of a column; undefined when the two do not fit. */
export function factorOf(
	unit: string,
	column: DatasetColumn,
): Factor | undefined {
	const stored = storedUnit(column);
	return stored === undefined ? undefined : factors[stored]?.[unit];
}

/** Every unit that numbers of a column may come in, with its spellings and its factor. */
export function unitsFor(
	column: DatasetColumn,
): { spellings: readonly string[]; factor: Factor }[] {
	const stored = storedUnit(column);
	if (stored === undefined) return [];
	return Object.entries(factors[stored] ?? {}).map(([unit, factor]) => ({
		spellings: unitSpellings[unit] ?? [],
		factor,
	}));
}

/** A factor as the part manifest states it; undefined when it changes nothing. */
export function describeFactor(factor: Factor): string | undefined {
	if (factor.multiply === factor.divide) return undefined;
	return factor.divide === "1"
		? factor.multiply
		: `${factor.multiply}/${factor.divide}`;
}

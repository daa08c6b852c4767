import type { Column, Value } from "../../src/engine/index.ts";

/** What the spellings read. */
export const tables: { name: string; columns: Column[]; rows: Value[][] }[] = [
	{
		name: "payment",
		columns: [
			{ name: "id", type: "BIGINT" },
			{ name: "person", type: "VARCHAR" },
			{ name: "amount", type: "DECIMAL(18,2)" },
			{ name: "paid", type: "DATE" },
		],
		rows: [
			[1, "a", "100.01", "2024-01-05"],
			[2, "a", "30.01", "2024-02-05"],
			[3, "b", "100.00", "2024-03-05"],
		],
	},
	{
		name: "term",
		columns: [
			{ name: "person", type: "VARCHAR" },
			{ name: "from_day", type: "DATE" },
			{ name: "to_day", type: "DATE" },
		],
		rows: [
			["a", "2024-01-01", "2024-01-31"],
			["b", "2024-01-01", "2024-02-29"],
		],
	},
	{
		name: "score",
		columns: [{ name: "ratio", type: "DOUBLE" }],
		rows: [[1], [2], [3], [4], [9]],
	},
];

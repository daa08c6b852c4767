import { writeXlsx } from "hucre/xlsx";
import { expect, it } from "vitest";
import { rewriteEntry } from "./support/archive.ts";
import { Bench, ROLL } from "./support/workspace.ts";

const ID = "11010519491231002X";
const SHEET = "xl/worksheets/sheet1.xml";

/** A workbook in which every data cell is a formula, with or without the value that Excel last saw. */
async function formulas(values: boolean): Promise<Buffer> {
	const book = await writeXlsx({
		sheets: [
			{
				name: "表",
				rows: [
					["姓名", "身份证号", "金额"],
					["张三", ID, 100.5],
					["李四", "440524188001010014", 200],
				],
			},
		],
	});
	return rewriteEntry(Buffer.from(book), SHEET, (text) =>
		text.replace(
			/<c r="([A-C])([23])"[^>]*><v>([^<]*)<\/v><\/c>/g,
			(_, column: string, row: string, shown: string) => {
				const value = {
					A: row === "2" ? "张三" : "李四",
					B: row === "2" ? ID : "440524188001010014",
					C: shown,
				}[column];
				return `<c r="${column}${row}"${column === "C" ? "" : ' t="str"'}><f>底表!${column}${row}</f>${values ? `<v>${value}</v>` : ""}</c>`;
			},
		),
	);
}

it("a workbook of formulas gives the values that it holds", async () => {
	const bench = new Bench()
		.dataset(ROLL)
		.source("a.xlsx", await formulas(true))
		.config([{ id: "roll", path: "a.xlsx", dataset: "roll" }]);
	const result = await bench.load();
	expect(await bench.part(result, "name, citizen_id, amount")).toEqual([
		["张三", ID, "100.50"],
		["李四", "440524188001010014", "200.00"],
	]);
});

it("a workbook of formulas that were never calculated loses no record", async () => {
	const bench = new Bench()
		.dataset(ROLL)
		.source("a.xlsx", await formulas(false))
		.config([{ id: "roll", path: "a.xlsx", dataset: "roll" }]);
	const result = await bench.load();
	const counts = result.outcomes[0]?.part?.counts;
	expect(counts).toMatchObject({ read: 3, loaded: 0 });
	expect((counts?.quarantined ?? 0) + (counts?.decoration ?? 0)).toBe(3);
	expect(result.problems.map(({ code }) => code)).toContain("formulas-empty");
});

import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { Bench, ROLL } from "./support/workspace.ts";

const ID = "11010519491231002X";
const ID2 = "440524188001010014";
const bench = (
	file: string,
	content: string | Uint8Array,
	more: Record<string, unknown> = {},
) =>
	new Bench()
		.dataset(ROLL)
		.source(file, content)
		.config([{ id: "roll", path: file, dataset: "roll", ...more }]);

const TEXT = `姓名,身份证号,村,金额\n张三,${ID},一村,10\n李四,${ID2},,20\n`;

describe("blank cells below a value", () => {
	it("stay blank in text, whatever the dataset says", async () => {
		const b = bench("a.csv", TEXT);
		expect(await b.part(await b.load(), "name, village")).toEqual([
			["张三", "一村"],
			["李四", null],
		]);
	});

	it("are filled where the source says so, and that makes another part", async () => {
		const b = bench("a.csv", TEXT);
		const before = (await b.load()).outcomes[0]?.part?.key;
		b.config([{ id: "roll", path: "a.csv", dataset: "roll", fill_down: true }]);
		const result = await b.load();
		expect(result.outcomes[0]?.part?.key).not.toBe(before);
		expect(await b.part(result, "name, village")).toEqual([
			["张三", "一村"],
			["李四", "一村"],
		]);
	});

	it("are filled in a workbook only where its cells are merged", async () => {
		const rows = [
			["姓名", "身份证号", "村", "金额"],
			["张三", ID, "一村", 10],
			["李四", ID2, null, 20],
			["王五", ID, null, 30],
			["赵六", ID2, "二村", 40],
			["钱七", ID, null, 50],
			["孙八", null, null, 60],
		];
		const b = bench(
			"a.xlsx",
			await writeXlsx({
				sheets: [
					{ name: "说明", rows: [["无关"]] },
					{
						name: "一 & “二”",
						rows,
						merges: [
							{ startRow: 1, endRow: 2, startCol: 2, endCol: 2 },
							// Its value stands in another column.
							{ startRow: 4, endRow: 5, startCol: 1, endCol: 2 },
							{ startRow: 5, endRow: 6, startCol: 0, endCol: 0 },
						],
					},
				],
			}),
		);
		expect(
			await b.part(await b.load(), "_row, name, citizen_id, village"),
		).toEqual([
			[2, "张三", ID, "一村"],
			[3, "李四", ID2, "一村"],
			[4, "王五", ID, null],
			[5, "赵六", ID2, "二村"],
			[6, "钱七", ID, null],
			[7, "孙八", null, null],
		]);
	});

	it("thousands of merges keep the order of the rows", async () => {
		const rows: (string | number | null)[][] = [["姓名", "村", "金额"]];
		const merges = [];
		for (let i = 0; i < 3000; i++) {
			rows.push(
				[`张${i}`, `村${i}`, i],
				[`李${i}`, null, i],
				[`王${i}`, null, i],
			);
			merges.push({
				startRow: i * 3 + 1,
				endRow: i * 3 + 2,
				startCol: 1,
				endCol: 1,
			});
		}
		const b = bench(
			"a.xlsx",
			await writeXlsx({ sheets: [{ name: "一", rows, merges }] }),
		);
		const result = await b.load();
		const part = result.outcomes[0]?.part;
		if (part === undefined) throw new Error(JSON.stringify(result.problems));
		expect(
			await b.rows(
				b.partFile(part),
				"count(*), count(village), bool_and(village = '村' || ((_row - 2) // 3)) FILTER (village IS NOT NULL)",
			),
		).toEqual([[9000, 6000, true]]);
		const order = await b.rows(b.partFile(part), "_row");
		expect(order.map(([row]) => row)).toEqual(
			Array.from({ length: 9000 }, (_, i) => i + 2),
		);
	});
});

describe("notes at the foot", () => {
	it("are decoration however long they are", async () => {
		const b = bench(
			"a.csv",
			`姓名,身份证号,村,金额\n张三,${ID},一村,10\n"注：1.本表由各乡镇填报，一式三份，加盖公章后于每月五日前报送。",,,\n2.金额按实际到账数填写，退回的不填。,,,\n（3）有疑问的请与民政局联系。,,,\n某某建筑装饰工程有限责任公司第一分公司,,,5\n`,
		);
		const result = await b.load();
		expect(result.outcomes[0]?.part?.decorations).toEqual({
			heading: 1,
			note: 3,
		});
		expect(await b.part(result, "_row")).toEqual([[2], [6]]);
	});
});

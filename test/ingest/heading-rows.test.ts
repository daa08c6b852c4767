import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { Bench, datasetYaml } from "./support/workspace.ts";

const ID = "11010519491231002X";
const ID2 = "440524188001010014";
const FAMILY = datasetYaml(
	"family",
	[
		"{ name: name, kind: name, title: 户主姓名, headers: [姓名, 申请人姓名], required: true }",
		"{ name: citizen_id, kind: citizen_id, title: 证号, headers: [身份证号] }",
		"{ name: spouse, kind: name, title: 配偶, headers: [配偶姓名] }",
		"{ name: size, kind: integer, title: 人口, headers: [家庭人口] }",
		"{ name: income, kind: money, title: 收入, headers: [家庭年收入], unit: 元 }",
		"{ name: amount, kind: money, title: 金额, headers: [发放金额], unit: 元 }",
	],
	"identify_by: [citizen_id, name]",
);
const SELECT = "_row, name, citizen_id, spouse, size, income, amount";

function bench(file: string, content: string | Uint8Array, more = {}) {
	return new Bench()
		.dataset(FAMILY)
		.source(file, content)
		.config([{ id: "family", path: file, dataset: "family", ...more }]);
}

describe("headings in several rows", () => {
	it("are joined; repeated on every page they are decoration", async () => {
		const heading = [
			["申请人", null, "配偶", "家庭", null, "发放金额（元）"],
			["姓名", "身份证号", "姓名", "人口", "年收入（万元）", null],
		];
		const b = bench(
			"a.xlsx",
			await writeXlsx({
				sheets: [
					{
						name: "甲",
						rows: [
							["某某镇救助家庭"],
							...heading,
							["张三", ID, "李红", 3, 1.2, 100],
							...heading,
							["李四", ID2, null, 2, 0.5, 200],
						],
						merges: [
							{ startRow: 0, endRow: 0, startCol: 0, endCol: 5 },
							{ startRow: 1, endRow: 1, startCol: 0, endCol: 1 },
							{ startRow: 1, endRow: 1, startCol: 3, endCol: 4 },
							{ startRow: 1, endRow: 2, startCol: 5, endCol: 5 },
						],
					},
				],
			}),
		);
		const result = await b.load();
		const part = result.outcomes[0]?.part;
		expect(part).toMatchObject({
			header_row: 3,
			headings: [
				"申请人姓名",
				"身份证号",
				"配偶姓名",
				"家庭人口",
				"家庭年收入（万元）",
				"发放金额（元）",
			],
			counts: { read: 7, loaded: 2, quarantined: 0, decoration: 5 },
		});
		expect(part?.decorations).toMatchObject({ title: 2, heading: 1 });
		expect(await b.part(result, SELECT)).toEqual([
			[4, "张三", ID, "李红", 3, "12000.00", "100.00"],
			[7, "李四", ID2, null, 2, "5000.00", "200.00"],
		]);
	});

	it("three rows, and a row that the source names", async () => {
		const text = `,,,救助,\n姓名,身份证号,家庭,,\n,,年,,发放金额\n,,收入,人口,\n张三,${ID},100,3,5\n`;
		const b = bench("a.csv", text, { header_row: 4 });
		const result = await b.load();
		expect(result.outcomes[0]?.part?.header_row).toBe(4);
		expect(await b.part(result, "_row, name, income")).toEqual([
			[5, "张三", "100.00"],
		]);
	});

	it("one row of headings stays one, whatever stands above and below", async () => {
		const b = bench(
			"a.csv",
			`家庭,,,\n姓名,身份证号,发放金额,备注\n张三,,5,\n李四,${ID2},6,姓名\n`,
		);
		const result = await b.load();
		expect(result.outcomes[0]?.part).toMatchObject({
			header_row: 2,
			headings: ["姓名", "身份证号", "发放金额", "备注"],
			counts: { loaded: 2 },
		});
	});
});

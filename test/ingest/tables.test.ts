import { writeXlsx } from "hucre/xlsx";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { Bench, datasetYaml, ROLL } from "./support/workspace.ts";

const ID = "11010519491231002X";
const ID2 = "440524188001010014";
const ROLL_SOURCE = (path: string, more: Record<string, unknown> = {}) => [
	{ id: "roll", path, dataset: "roll", ...more },
];
const bench = (
	file: string,
	content: string | Uint8Array,
	more: Record<string, unknown> = {},
) =>
	new Bench()
		.dataset(ROLL)
		.source(file, content)
		.config(ROLL_SOURCE(file, more));

describe("tables as offices send them", () => {
	it("xlsx: titles, merged cells, blank rows, totals, repeated headings, a foot", async () => {
		const rows = [
			["低保名册"],
			["填报单位：某某镇", null, null, "单位：万元"],
			["序号", "姓名", "身份证号", "村名", "发放金额", "日期"],
			[1, "张三", ID, "一村", 0.01, new Date(Date.UTC(2024, 0, 5))],
			[2, "李四", "612127760403123", null, 0.02, 45296],
			["小计", null, null, null, 0.03],
			["序号", "姓名", "身份证号", "村名", "发放金额", "日期"],
			[],
			[3, "王五", ID2, "二村", 0.03, "2024年1月"],
			["合计", "共 3 人", null, null, 0.07],
			["制表人：赵六", null, "审核：钱七"],
		];
		const b = bench(
			"名册.xlsx",
			await writeXlsx({
				sheets: [
					{
						name: "低保",
						rows,
						merges: [
							{ startRow: 0, endRow: 0, startCol: 0, endCol: 5 },
							{ startRow: 3, endRow: 4, startCol: 3, endCol: 3 },
						],
					},
				],
			}),
		);
		const result = await b.load();
		const part = result.outcomes[0]?.part;
		expect(part).toMatchObject({
			sheet: "低保",
			header_row: 3,
			counts: { loaded: 3, quarantined: 0 },
			unmapped: ["序号"],
			totals: [
				{
					row: 6,
					column: "amount",
					stated: "300.00",
					loaded: "300.00",
					agrees: true,
				},
				{
					row: 10,
					column: "amount",
					stated: "700.00",
					loaded: "600.00",
					agrees: false,
				},
			],
		});
		expect(part?.decorations).toMatchObject({
			title: 2,
			heading: 1,
			repeat: 1,
			subtotal: 1,
			total: 1,
			note: 1,
		});
		expect(
			await b.part(
				result,
				"_row, name, citizen_id, village, amount, pay_date, pay_date_precision",
			),
		).toEqual([
			[4, "张三", ID, "一村", "100.00", "2024-01-05", "day"],
			[5, "李四", "612127197604031231", "一村", "200.00", "2024-01-05", "day"],
			[9, "王五", ID2, "二村", "300.00", "2024-01-01", "month"],
		]);
		expect(result.problems).toMatchObject([
			{
				code: "total-mismatch",
				severity: "warning",
				at: { file: "名册.xlsx", sheet: "低保", row: 10 },
			},
		]);
	});

	it("a person called 合计 is a person", async () => {
		const b = bench("a.csv", `姓名,身份证号,金额\n合计,${ID},5\n合计,,5\n`);
		const result = await b.load();
		expect(await b.part(result, "_row, name")).toEqual([[2, "合计"]]);
		expect(result.outcomes[0]?.part?.totals).toMatchObject([
			{ row: 3, agrees: true },
		]);
	});

	it("a total above the rows", async () => {
		const b = bench(
			"a.csv",
			`姓名,身份证号,金额\n合计,,30\n张三,${ID},10\n李四,${ID2},20\n`,
		);
		expect((await b.load()).outcomes[0]?.part?.totals).toMatchObject([
			{ row: 2, loaded: "30.00", agrees: true },
		]);
	});

	it("CSV: unpadded titles, embedded line breaks, blank lines, ragged rows; nothing is lost", async () => {
		const text = `某某镇名册\n姓名,身份证号,"金额\n（元）"\n张三,${ID},10\n\n"李四\n",${ID2},20\n王五,30\n赵六,${ID},40,多,余\n钱七,${ID},50,,\n制表：某人\n`;
		const b = bench("a.csv", text);
		const result = await b.load();
		expect(result.outcomes[0]).toMatchObject({
			status: "loaded",
			read: 9,
			loaded: 3,
			quarantined: 2,
			decoration: 4,
			reasons: { "ragged-row": 2 },
		});
		expect(await b.part(result, "_row, name, amount")).toEqual([
			[3, "张三", "10.00"],
			[5, "李四", "20.00"],
			[8, "钱七", "50.00"],
		]);
		expect(await b.quarantine(result)).toEqual([
			[6, "", "ragged-row", "王五,30"],
			[7, "", "ragged-row", `赵六,${ID},40,多,余`],
		]);
		const key = result.outcomes[0]?.part?.key ?? "";
		expect(
			await b.rows(
				b.store.companionPath("raw", key),
				"_row, _line, c1",
				"WHERE _row >= 4 ORDER BY _row",
			),
		).toEqual([
			[4, 5, null],
			[5, 6, "李四\n"],
			[6, 8, "王五"],
			[7, 9, "赵六"],
			[8, 10, "钱七"],
			[9, 11, "制表：某人"],
		]);
		expect(result.outcomes[0]?.part?.headings).toEqual([
			"姓名",
			"身份证号",
			"金额\n（元）",
		]);
	});

	it("stray quotes, quotes in quotes, Excel's protected numbers", async () => {
		const b = bench(
			"a.csv",
			`姓名,身份证号,金额\r\n"张""三",="${ID}",10\r\n李"四,${ID2},20\r\n`,
		);
		const result = await b.load();
		expect(await b.part(result, "name, citizen_id")).toEqual([
			["张三", ID],
			["李四", ID2],
		]);
	});

	it("required and identifying values", async () => {
		const b = bench(
			"a.csv",
			`姓名,身份证号,日期\n,${ID},2024-01-05\n张三,,2024-02-30\n,,\n无,/,x\n李四,123,\n`,
		);
		const result = await b.load();
		expect(result.outcomes[0]).toMatchObject({
			read: 6,
			loaded: 2,
			quarantined: 2,
			decoration: 2,
			reasons: { "required-empty": 1, placeholder: 1, "no-identity": 1 },
		});
		expect(await b.quarantine(result)).toEqual([
			[2, "name", "required-empty", null],
			[5, "citizen_id,name", "no-identity", "/ 无"],
			[5, "name", "placeholder", "无"],
		]);
		expect(await b.quality(result)).toEqual([
			[3, "pay_date", "date-unreadable"],
			[6, "citizen_id", "citizen-id-length"],
		]);
		expect(result.outcomes[0]?.part?.quality).toEqual([
			{ column: "citizen_id", code: "citizen-id-length", rows: 1 },
			{ column: "pay_date", code: "date-unreadable", rows: 1 },
		]);
	});

	it("duplicates are counted, not dropped", async () => {
		const b = bench(
			"a.csv",
			`姓名,身份证号,金额\n张三,${ID},1\n张三,${ID},1\n张三,${ID},2\n李四,${ID2},1\n`,
		);
		const part = (await b.load()).outcomes[0]?.part;
		expect(part).toMatchObject({
			counts: { loaded: 4 },
			duplicates: { rows: 1, keys: 2 },
		});
	});

	it("absent columns are typed and NULL, in the order of the definition", async () => {
		const b = bench("a.csv", `身份证号,姓名\n${ID},张三\n`);
		const result = await b.load();
		expect(result.outcomes[0]?.part?.absent).toEqual([
			"village",
			"amount",
			"pay_date",
		]);
		expect(
			await b.part(
				result,
				"typeof(amount), typeof(pay_date), amount, village, _src",
			),
		).toEqual([
			["DECIMAL(18,2)", "DATE", null, null, result.outcomes[0]?.part?.src],
		]);
	});

	it("every fitting sheet is loaded, others are named", async () => {
		const table = (name: string) => [
			["姓名", "身份证号"],
			[name, ID],
		];
		const b = bench(
			"多表.xlsx",
			await writeXlsx({
				sheets: [
					{ name: "说明", rows: [["填写说明"], ["请如实填写"]] },
					{ name: "一村", rows: table("张三") },
					{ name: "二村", rows: table("李四") },
					{ name: "空", rows: [] },
					{ name: "旧", rows: table("王五"), hidden: true },
				],
			}),
		);
		const result = await b.load();
		expect(
			result.outcomes.map((item) => [item.sheet, item.status, item.loaded]),
		).toEqual([
			["一村", "loaded", 1],
			["二村", "loaded", 1],
		]);
		expect(result.problems.map((item) => [item.code, item.at.sheet])).toEqual([
			["sheet-skipped", "说明"],
			["sheet-skipped", "旧"],
		]);
		expect(new Set(result.outcomes.map((item) => item.part?.src)).size).toBe(2);
		const again = await b.load();
		expect(again.outcomes.map((item) => item.status)).toEqual([
			"unchanged",
			"unchanged",
		]);
		const chosen = await b
			.config(ROLL_SOURCE("多表.xlsx", { sheet: "旧" }))
			.load();
		expect(chosen.outcomes).toMatchObject([{ sheet: "旧", loaded: 1 }]);
	});

	it("numbers of Excel come as they are shown", async () => {
		const b = new Bench()
			.dataset(
				datasetYaml("n", [
					"{ name: a, kind: text, title: 甲, required: true }",
					"{ name: b, kind: phone, title: 乙 }",
				]),
			)
			.source(
				"n.xlsx",
				await writeXlsx({
					sheets: [
						{
							name: "s",
							rows: [
								["甲", "乙"],
								[0.1 + 0.2, 13800138000],
								[1e-7, 1],
								[1234567.1, 1],
								[true, 1],
								[100, 1],
							],
						},
					],
				}),
			)
			.config([{ id: "n", path: "n.xlsx", dataset: "n" }]);
		const result = await b.load();
		expect(await b.part(result, "a")).toEqual([
			["0.3"],
			["0.0000001"],
			["1234567.1"],
			["TRUE"],
			["100"],
		]);
	});

	it("settings of the source: row of the headings, mapping, unit, encoding, delimiter", async () => {
		const text = `姓名^旧^a\n姓名^实发^号\n张三^2^${ID}\n`;
		const b = bench("a.csv", iconv.encode(text, "big5"), {
			encoding: "big5",
			delimiter: "^",
			header_row: 2,
			columns: { amount: "实发", citizen_id: "号" },
			units: { amount: "万元" },
		});
		const simplified = iconv.encode(text, "gb18030");
		b.source("a.csv", simplified).config(
			ROLL_SOURCE("a.csv", {
				encoding: "gbk",
				delimiter: "^",
				header_row: 2,
				columns: { amount: "实发", citizen_id: "号" },
				units: { amount: "万元" },
			}),
		);
		const result = await b.load();
		expect(await b.part(result, "_row, name, citizen_id, amount")).toEqual([
			[3, "张三", ID, "20000.00"],
		]);
		expect(result.outcomes[0]?.part?.mapping).toContainEqual({
			column: "amount",
			heading: "实发",
			position: 2,
			factor: "10000",
		});
	});

	it("Big5 when the source says so", async () => {
		const b = bench(
			"a.csv",
			iconv.encode(`姓名,身份證號\n張三,${ID}\n`, "big5"),
			{ encoding: "big5", columns: { citizen_id: "身份證號" } },
		);
		expect(await b.part(await b.load(), "name")).toEqual([["張三"]]);
	});

	it("NDJSON: other keys, missing keys, a broken line", async () => {
		const b = bench(
			"a.ndjson",
			`{"姓名":"张三","身份证号":"${ID}","金额":12.30}\n\n{"姓名":"李四","备注":{"a":[1,2]},"身份证号":510322199001015432}\n{"姓名":"王\n`,
		);
		const result = await b.load();
		expect(result.outcomes[0]).toMatchObject({
			read: 4,
			loaded: 2,
			quarantined: 1,
			decoration: 1,
			reasons: { "row-unreadable": 1 },
		});
		expect(await b.part(result, "_row, name, citizen_id, amount")).toEqual([
			[1, "张三", ID, "12.30"],
			[3, "李四", "510322199001015432", null],
		]);
		expect(await b.quarantine(result)).toEqual([
			[4, "", "row-unreadable", '{"姓名":"王'],
		]);
		expect(result.outcomes[0]?.part?.unmapped).toEqual(["备注"]);
	});

	it("the same bytes each time, rows in order", async () => {
		const lines = Array.from(
			{ length: 30_000 },
			(_, i) =>
				`张三,${ID},村${i % 7 === 0 ? i : ""},${i}.5,2024-01-0${1 + (i % 9)}\n`,
		);
		const text = `姓名,身份证号,村,金额,日期\n${lines.join("")}`;
		const digests = [];
		for (let run = 0; run < 2; run++) {
			const b = bench("a.csv", text);
			const result = await b.load();
			digests.push(result.outcomes[0]?.part?.digest);
			const part = b.partFile(result.outcomes[0]?.part as never);
			expect(
				await b.rows(part, "count(*), bool_and(_row = file_row_number + 2)"),
			).toEqual([[30_000, true]]);
			expect((await b.rows(part, "village", "WHERE _row = 16"))[0]).toEqual([
				"村14",
			]);
		}
		expect(digests[0]).toBe(digests[1]);
	});
});

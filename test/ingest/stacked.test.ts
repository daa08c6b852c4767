import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { Bench, ROLL } from "./support/workspace.ts";

const A = "11010519491231002X";
const B = "440524188001010014";
const C = "612127197604031231";

const ROWS: (string | number | null)[][] = [
	["城市低保名册"],
	["姓名", "身份证号", "金额（元）"],
	["张一", A, 100],
	["王二", B, 200],
	["合计", null, 300],
	[],
	["农村低保名册（单位：万元）"],
	["序号", "村名", "证件号码", "户主姓名", "发放金额"],
	[1, "一村", C, "李三", 0.03],
	["序号", "村名", "证件号码", "户主姓名", "发放金额"],
	[2, "二村", A, "赵四", 0.04],
	["小计", null, null, null, 0.07],
	["附：机动车情况"],
	["身份证号", "日期", "号牌号码", "车主"],
	[A, "2024-01-05", "川H12345", "张一"],
];

const TABLES = [
	[
		undefined,
		3,
		[
			["张一", A, null, "100.00"],
			["王二", B, null, "200.00"],
		],
	],
	[
		"（第 2 张表）",
		8,
		[
			["李三", C, "一村", "300.00"],
			["赵四", A, "二村", "400.00"],
		],
	],
];

async function check(bench: Bench, sheet: string | undefined) {
	const result = await bench.load();
	expect(
		result.outcomes.map(({ status, sheet: name, part }) => [
			status,
			name,
			part?.counts.loaded,
		]),
	).toEqual([
		["loaded", sheet, 2],
		["loaded", sheet === undefined ? "第 2 张表" : `${sheet}（第 2 张表）`, 2],
	]);
	for (const [i, outcome] of result.outcomes.entries())
		expect(
			await bench.part(
				{ ...result, outcomes: [outcome] },
				"name, citizen_id, village, amount",
			),
		).toEqual(TABLES[i]?.[2]);
	// Every record of the tables that were loaded is accounted for; the third table is named.
	expect(result.outcomes.map(({ part }) => part?.counts)).toMatchObject([
		{ read: 5, decoration: 3, quarantined: 0 },
		// A workbook has no element for a blank row.
		sheet === undefined
			? { read: 7, decoration: 5, quarantined: 0 }
			: { read: 6, decoration: 4, quarantined: 0 },
	]);
	expect(
		result.outcomes.flatMap(({ part }) => part?.totals ?? []),
	).toMatchObject([
		{ row: 5, stated: "300.00", agrees: true },
		{ row: 12, stated: "700.00", agrees: true },
	]);
	expect(result.problems.map(({ code, at }) => [code, at.row])).toEqual([
		["table-skipped", 14],
	]);
	const again = await bench.load();
	expect(again.outcomes.map(({ status }) => status)).toEqual([
		"unchanged",
		"unchanged",
	]);
}

describe("several tables in a sheet", () => {
	it("of a workbook are parts of their own, each with its headings", async () => {
		await check(
			new Bench()
				.dataset(ROLL)
				.source(
					"名册.xlsx",
					await writeXlsx({ sheets: [{ name: "低保", rows: ROWS }] }),
				)
				.config([{ id: "roll", path: "名册.xlsx", dataset: "roll" }]),
			"低保",
		);
	});

	it("of a text file whose rows all have the same width", async () => {
		const text = ROWS.map((row) =>
			Array.from({ length: 5 }, (_, i) => row[i] ?? "").join(","),
		).join("\n");
		await check(
			new Bench()
				.dataset(ROLL)
				.source("名册.csv", text)
				.config([{ id: "roll", path: "名册.csv", dataset: "roll" }]),
			undefined,
		);
	});

	it("a template that changed below the first rows, in a long file", async () => {
		const many = Array.from({ length: 3000 }, (_, i) => `张三,${A},${i}`);
		const bench = new Bench()
			.dataset(ROLL)
			.source(
				"a.csv",
				`姓名,身份证号,金额\n${many.join("\n")}\n身份证号,姓名,日期\n${B},李四,2024-01-05\n`,
			)
			.config([{ id: "roll", path: "a.csv", dataset: "roll" }]);
		const result = await bench.load();
		expect(result.outcomes.map(({ part }) => part?.counts)).toEqual([
			{ read: 3001, loaded: 3000, quarantined: 0, decoration: 1 },
			{ read: 2, loaded: 1, quarantined: 0, decoration: 1 },
		]);
	});

	it("a form above its headings is no table", async () => {
		const bench = new Bench()
			.dataset(ROLL)
			.source(
				"a.csv",
				`村名,一村,日期,2024-01-05\n姓名,身份证号,金额,备注\n张三,${A},1,\n李四,${B},2,\n`,
			)
			.config([{ id: "roll", path: "a.csv", dataset: "roll" }]);
		expect((await bench.load()).outcomes).toMatchObject([
			{ read: 4, loaded: 2, decoration: 2 },
		]);
	});
});

describe("a source of many files", () => {
	it("reads each year's template by its own headings", async () => {
		const bench = new Bench()
			.dataset(ROLL)
			.source("低保2022.csv", `姓名,身份证号,金额（元）\n张三,${A},100\n`)
			.source(
				"低保2023.csv",
				`序号\t户主姓名\t村名\t证件号码\t发放金额（万元）\n1\t李四\t一村\t${B}\t0.02\n`,
			)
			.source(
				"低保2024.xlsx",
				await writeXlsx({
					sheets: [
						{
							name: "s",
							rows: [
								["二〇二四年低保"],
								["日期", "身份证号码", "姓名"],
								["2024.1", C, "王五"],
							],
						},
					],
				}),
			)
			.config([{ id: "roll", path: "低保*", dataset: "roll", mode: "append" }]);
		const result = await bench.load();
		expect(result.problems).toEqual([]);
		const rows: unknown[][] = [];
		for (const outcome of result.outcomes)
			rows.push(
				...(await bench.part(
					{ ...result, outcomes: [outcome] },
					"name, citizen_id, amount",
				)),
			);
		expect(rows).toEqual([
			["张三", A, "100.00"],
			["李四", B, "200.00"],
			["王五", C, null],
		]);
	});
});

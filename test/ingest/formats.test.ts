import { writeXlsx } from "hucre/xlsx";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { Bench, ROLL } from "./support/workspace.ts";

const TABLE = [
	["姓名", "身份证号", "村", "金额（元）", "日期"],
	["张三", "11010519491231002X", "一村", "1,200.50", "2024-01-05"],
	["李四", "612127760403123", "二村", "300", "2024/2/6"],
	["买买提·艾力", "440524188001010014", "二村", "12", "2024年3月"],
];
const csv = (
	rows: readonly (readonly string[])[],
	delimiter = ",",
	end = "\r\n",
) =>
	rows
		.map((row) =>
			row
				.map((cell) =>
					/["\r\n]/.test(cell) || cell.includes(delimiter)
						? `"${cell.replaceAll('"', '""')}"`
						: cell,
				)
				.join(delimiter),
		)
		.map((line) => line + end)
		.join("");

const LOADED = [
	[
		2,
		"张三",
		"11010519491231002X",
		"ok",
		"一村",
		"1200.50",
		"2024-01-05",
		"day",
	],
	[
		3,
		"李四",
		"612127197604031231",
		"upgraded",
		"二村",
		"300.00",
		"2024-02-06",
		"day",
	],
	[
		4,
		"买买提·艾力",
		"440524188001010014",
		"ok",
		"二村",
		"12.00",
		"2024-03-01",
		"month",
	],
];
const COLUMNS = "* EXCLUDE (_src)";

const forms: [
	string,
	string,
	() => string | Uint8Array | Promise<Uint8Array>,
][] = [
	["UTF-8", "名 册.csv", () => csv(TABLE)],
	["UTF-8 with BOM", "名册.csv", () => `\ufeff${csv(TABLE)}`],
	["GB18030", "名册.csv", () => iconv.encode(csv(TABLE), "gb18030")],
	["UTF-16", "名册.csv", () => Buffer.from(`\ufeff${csv(TABLE)}`, "utf16le")],
	[
		"UTF-16 BE",
		"名册.csv",
		() => Buffer.from(`\ufeff${csv(TABLE)}`, "utf16le").swap16(),
	],
	["tabs, line feeds", "名册.tsv", () => csv(TABLE, "\t", "\n")],
	["semicolons in .txt", "名册.txt", () => csv(TABLE, ";")],
	["bars", "名册.csv", () => csv(TABLE, "|")],
	[
		"bars in GB18030",
		"名册.csv",
		() => iconv.encode(csv(TABLE, "|"), "gb18030"),
	],
	["no last line end", "名册.csv", () => csv(TABLE).trimEnd()],
	["carriage returns only", "名册.csv", () => csv(TABLE, ",", "\r")],
	[
		"xlsx",
		"名册.xlsx",
		() => writeXlsx({ sheets: [{ name: "表 1", rows: TABLE }] }),
	],
	[
		"xlsx called csv",
		"名册.csv",
		() => writeXlsx({ sheets: [{ name: "表 1", rows: TABLE }] }),
	],
];

describe("every form of a table gives the same rows", () => {
	it.each(forms)("%s", async (_, file, content) => {
		const bench = new Bench()
			.dataset(ROLL)
			.source(`民政 局/${file}`, await content())
			.config([{ id: "roll", path: "民政 局/名*", dataset: "roll" }]);
		const result = await bench.load();
		expect(result.problems).toEqual([]);
		expect(result.outcomes).toMatchObject([
			{
				status: "loaded",
				read: 4,
				loaded: 3,
				quarantined: 0,
				decoration: 1,
				file: `民政 局/${file}`,
			},
		]);
		expect(await bench.part(result, COLUMNS)).toEqual(LOADED);
	});

	it("NDJSON, numbers as they are written", async () => {
		const [keys, ...rows] = TABLE;
		const text = rows
			.map((row) =>
				JSON.stringify(
					Object.fromEntries(row.map((cell, i) => [keys?.[i], cell])),
				),
			)
			.join("\n")
			.replace('"440524188001010014"', "440524188001010014");
		const bench = new Bench()
			.dataset(ROLL)
			.source("a.ndjson", text)
			.config([{ id: "roll", path: "a.ndjson", dataset: "roll" }]);
		const result = await bench.load();
		expect(result.outcomes).toMatchObject([
			{ status: "loaded", read: 3, loaded: 3, decoration: 0 },
		]);
		expect(await bench.part(result, COLUMNS)).toEqual(
			LOADED.map(([row, ...rest]) => [Number(row) - 1, ...rest]),
		);
	});
});

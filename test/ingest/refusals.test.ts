import { chmodSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { describeProblem, exitCodeOf } from "../../src/errors/index.ts";
import { Bench, datasetYaml, ROLL } from "./support/workspace.ts";

const ID = "11010519491231002X";
const HEAD = "姓名,身份证号,金额\n";
const refused = async (
	file: string,
	content: string | Uint8Array,
	more: Record<string, unknown> = {},
	dataset = ROLL,
) => {
	const bench = new Bench()
		.dataset(dataset)
		.source(file, content)
		.config([{ id: "roll", path: file, dataset: "roll", ...more }]);
	const result = await bench.load();
	expect(result.outcomes).toHaveLength(1);
	expect(result.outcomes[0]?.status).toBe("refused");
	expect(exitCodeOf(result.problems)).toBe(3);
	const [first] = result.problems;
	return {
		code: first?.code,
		at: first?.at,
		text: result.problems.map(describeProblem).join("\n"),
		result,
		bench,
	};
};

/** Numbers as Excel leaves them: the last three digits are zero, those that end in X are whole. */
const damagedIds = (count: number) =>
	Array.from({ length: count }, (_, i) =>
		i % 11 === 0 ? ID : `51032219900${String(1000 + i).slice(-4)}000`,
	);

describe("what is refused, with the place and the way out", () => {
	it("an empty file", async () => {
		expect(await refused("a.csv", "")).toMatchObject({
			code: "file-empty",
			at: { file: "a.csv" },
		});
		expect(
			await refused("b.csv", "\n\n  \n\n".replaceAll(" ", "")),
		).toMatchObject({ code: "file-empty" });
		expect(
			await refused(
				"c.xlsx",
				await writeXlsx({ sheets: [{ name: "s", rows: [] }] }),
			),
		).toMatchObject({ code: "file-empty" });
	});

	it("bytes that are no encoding: offset and line", async () => {
		const good = iconv.encode("姓名,身份证号\n张三,1\n", "gb18030");
		const bytes = Buffer.concat([good, Buffer.from([0xc0, 0xff, 0x0a])]);
		const { code, text } = await refused("a.csv", bytes);
		expect(code).toBe("encoding-unknown");
		expect(text).toContain(
			"按 UTF-8 读到第 1 行（字节偏移 0）为止，按 GB18030 读到第 3 行",
		);
		expect(text).toContain(`字节偏移 ${good.length}`);
	});

	it("UTF-8 that turns into GB18030, and the other way round", async () => {
		const rows = Array.from(
			{ length: 60 },
			(_, i) => `张三李四王五,某某县某某镇某某村某某组${i},\n`,
		).join("");
		const first = Buffer.from(HEAD + rows, "utf8");
		const second = iconv.encode(rows, "gb18030");
		const there = await refused("a.csv", Buffer.concat([first, second]));
		expect(there).toMatchObject({ code: "encoding-mixed" });
		expect(there.text).toContain(
			`第 62 行（字节偏移 ${first.length}）起不再是 UTF-8`,
		);
		const head = iconv.encode(HEAD + rows, "gb18030");
		const back = await refused(
			"a.csv",
			Buffer.concat([head, Buffer.from(rows, "utf8")]),
		);
		expect(["encoding-mixed", "encoding-unknown"]).toContain(back.code);
		expect(back.text).toContain("第 62 行");
	});

	it("not the encoding that the source declares", async () => {
		const { code, text } = await refused(
			"a.csv",
			iconv.encode(`${HEAD}张三,${ID},1\n`, "gb18030"),
			{ encoding: "utf-8" },
		);
		expect(code).toBe("encoding-declared");
		expect(text).toContain("第 1 行（字节偏移 0）");
	});

	it("NUL bytes, an open quote", async () => {
		expect(await refused("a.csv", `${HEAD}张\0三,1,2\n`)).toMatchObject({
			code: "file-nul",
		});
		const open = await refused(
			"b.csv",
			`${HEAD}张三,1,2\n"李四,1,2\n王五,1,2\n`,
		);
		expect(open.code).toBe("csv-quote-open");
		expect(open.text).toContain("第 3 行");
	});

	it("no headings: says what was seen, without numbers of people", async () => {
		const { code, text } = await refused(
			"a.csv",
			`张三,${ID},13800138000\n李四,${ID},13800138000\n`,
		);
		expect(code).toBe("heading-not-found");
		expect(text).toContain("张三、11****、13****");
		expect(text).not.toContain("1101051949");
		expect(text).not.toContain("138001");
		expect(text).toContain("header_row");
	});

	it("a required column that is missing: what was seen, what would do", async () => {
		const { code, text } = await refused(
			"a.csv",
			`身份证号,村名,金额\n${ID},一村,1\n`,
		);
		expect(code).toBe("column-missing");
		expect(text).toContain("身份证号、村名、金额");
		expect(text).toContain("姓名、户主姓名");
		expect(text).toContain("columns: {name: 表头}");
	});

	it("nothing that names a row", async () => {
		const dataset = datasetYaml(
			"roll",
			[
				"{ name: a, kind: text, title: 甲 }",
				"{ name: c, kind: text, title: 丙 }",
				"{ name: b, kind: citizen_id, title: 身份证号 }",
			],
			"identify_by: [b]",
		);
		expect(await refused("a.csv", "甲,丙\n1,2\n", {}, dataset)).toMatchObject({
			code: "identity-missing",
		});
	});

	it("settings that do not fit", async () => {
		const table = `${HEAD}张三,${ID},1\n`;
		expect(await refused("a.csv", table, { dataset: "rool" })).toMatchObject({
			code: "dataset-unknown",
			at: { line: 5 },
		});
		expect(
			await refused("a.csv", table, { columns: { amuont: "金额" } }),
		).toMatchObject({ code: "mapping-column" });
		expect(
			await refused("a.csv", table, { columns: { amount: "实发" } }),
		).toMatchObject({ code: "mapping-heading" });
		expect(
			await refused("a.csv", table, { units: { amount: "亩" } }),
		).toMatchObject({ code: "mapping-unit" });
		expect(await refused("a.csv", table, { path: "../a.csv" })).toMatchObject({
			code: "source-path-outside",
		});
		expect(
			await refused("a.csv", table, { path: "/etc/passwd" }),
		).toMatchObject({ code: "source-path-outside" });
		expect(
			await refused(
				"a.xlsx",
				await writeXlsx({
					sheets: [{ name: "甲", rows: [["姓名", "身份证号"]] }],
				}),
				{ sheet: "乙" },
			),
		).toMatchObject({ code: "sheet-missing" });
	});

	it.each([
		["a.pdf", Buffer.from("%PDF-1.7\n"), "format-unsupported"],
		[
			"a.xls",
			Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
			"workbook-unreadable",
		],
		[
			"a.zip",
			Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]),
			"archive-unreadable",
		],
		["a.doc", Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), "format-unsupported"],
		["a.docx", Buffer.from([0x50, 0x4b, 3, 4]), "format-unsupported"],
		[
			"a.xlsx",
			Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]),
			"workbook-unreadable",
		],
		["a.ndjson", Buffer.from("[1,2]\n"), "format-unsupported"],
	])("%s of another kind", async (file, bytes, code) => {
		const got = await refused(file, bytes);
		expect(got.code).toBe(code);
		expect(got.text).toContain("怎么办");
	});

	it("a truncated workbook", async () => {
		const rows = Array.from({ length: 2000 }, (_, i) => ["张三", ID, i]);
		const whole = await writeXlsx({
			sheets: [{ name: "s", rows: [["姓名", "身份证号", "金额"], ...rows] }],
		});
		expect(
			await refused("a.xlsx", whole.subarray(0, whole.length >> 1)),
		).toMatchObject({ code: "workbook-unreadable" });
	});

	it("identity columns that Excel has damaged, with the advice to export as text", async () => {
		const exponent = await refused(
			"a.csv",
			`${HEAD}张三,5.10322E+17,1\n李四,${ID},2\n`,
		);
		expect(exponent).toMatchObject({
			code: "column-damaged",
			at: { field: "身份证号" },
		});
		expect(exponent.text).toContain("文本");
		const zeros = await refused(
			"b.csv",
			HEAD +
				damagedIds(40)
					.map((id) => `张三,${id},1\n`)
					.join(""),
		);
		expect(zeros.code).toBe("column-damaged");
		const rounded = await refused(
			"c.csv",
			HEAD +
				Array.from(
					{ length: 12 },
					(_, i) => `张三,5103221990010${10 + i}400,1\n`,
				).join(""),
		);
		expect(rounded.code).toBe("column-damaged");
		const numbers = await refused(
			"d.xlsx",
			await writeXlsx({
				sheets: [
					{
						name: "s",
						rows: [
							["姓名", "身份证号"],
							["张三", 510322199001015400],
						],
					},
				],
			}),
		);
		expect(numbers.code).toBe("column-damaged");
		for (const { text } of [exponent, zeros, rounded, numbers])
			expect(text).not.toMatch(/\d{15}/);
	});

	it("a few natural round numbers are no damage", async () => {
		const ids = Array.from({ length: 300 }, (_, i) =>
			i < 3 ? `51032219900101${1 + i}000` : `51032219900101${1000 + i}`,
		);
		const bench = new Bench()
			.dataset(ROLL)
			.source("a.csv", HEAD + ids.map((id) => `张三,${id},1\n`).join(""))
			.config([{ id: "roll", path: "a.csv", dataset: "roll" }]);
		expect((await bench.load()).outcomes[0]?.status).toBe("loaded");
	});

	it("one person's round number in every month of a roll is no damage", async () => {
		const ids = Array.from({ length: 1200 }, (_, i) =>
			i % 80 === 0 ? "510322199001011000" : `51032219900101${1000 + (i % 80)}`,
		);
		const bench = new Bench()
			.dataset(ROLL)
			.source("a.csv", HEAD + ids.map((id) => `张三,${id},1\n`).join(""))
			.config([{ id: "roll", path: "a.csv", dataset: "roll" }]);
		expect((await bench.load()).outcomes[0]?.status).toBe("loaded");
	});

	it.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
		"a file that may not be read",
		async () => {
			const bench = new Bench()
				.dataset(ROLL)
				.source("a.csv", HEAD)
				.config([{ id: "roll", path: "a.csv", dataset: "roll" }]);
			chmodSync(join(bench.root, "sources", "a.csv"), 0);
			expect((await bench.load()).problems).toMatchObject([
				{ code: "source-unreadable" },
			]);
		},
	);

	it("only headings is a warning", async () => {
		const bench = new Bench()
			.dataset(ROLL)
			.source("a.csv", HEAD)
			.config([{ id: "roll", path: "a.csv", dataset: "roll" }]);
		const result = await bench.load();
		expect(result.outcomes).toMatchObject([
			{ status: "loaded", read: 1, loaded: 0 },
		]);
		expect(result.problems).toMatchObject([
			{ code: "no-data-rows", severity: "warning" },
		]);
		expect(exitCodeOf(result.problems)).toBe(0);
	});

	it("leaves the batch going and the last good part standing", async () => {
		const good = `${HEAD}张三,${ID},1\n`;
		const bench = new Bench()
			.dataset(ROLL)
			.source("a.csv", good)
			.source("b.csv", `${HEAD}李四,${ID},2\n`)
			.config([
				{ id: "a", path: "a.csv", dataset: "roll" },
				{ id: "b", path: "b.csv", dataset: "roll" },
			]);
		const first = await bench.load();
		bench.source("a.csv", "");
		const second = await bench.load();
		expect(second.outcomes.map((item) => item.status)).toEqual([
			"refused",
			"unchanged",
		]);
		expect(second.snapshot.lines).toMatchObject([
			{
				type: "refused",
				source: "a",
				file: "a.csv",
				codes: ["file-empty"],
				kept: true,
			},
			{ type: "part", source: "a", key: first.outcomes[0]?.part?.key },
			{ type: "part", source: "b", key: first.outcomes[1]?.part?.key },
		]);
		bench.source("a.csv", good);
		const third = await bench.load();
		expect(third.outcomes.map((item) => item.status)).toEqual([
			"unchanged",
			"unchanged",
		]);
		expect(third.snapshot.lines).toEqual(first.snapshot.lines);
	});

	it("writes that fail, in words, with the store as it was", async () => {
		const bench = new Bench()
			.dataset(ROLL)
			.source("a.csv", `${HEAD}张三,${ID},1\n`)
			.config([{ id: "a", path: "a.csv", dataset: "roll" }]);
		const first = await bench.load();
		utimesSync(join(bench.root, "sources", "a.csv"), 1, 1);
		const again = await bench.load();
		expect(again.snapshot).toEqual(first.snapshot);
	});
});

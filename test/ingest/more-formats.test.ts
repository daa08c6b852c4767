import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { writeOds } from "hucre";
import { writeXlsx } from "hucre/xlsx";
import iconv from "iconv-lite";
import { afterEach, describe, expect, it } from "vitest";
import { Store } from "../../src/store/index.ts";
import { makeWorkspace, root } from "../support/bidui.ts";
import { packZip } from "./support/archive.ts";
import { Bench, query, ROLL } from "./support/workspace.ts";

const ID = "11010519491231002X";
const ID2 = "440524188001010014";
const HEAD = ["姓名", "身份证号", "村", "金额（元）"];
const ROWS = [
	["张三", ID, "一村", "1,200.50"],
	["李四", ID2, "二村", "300"],
];
const CSV = [HEAD, ...ROWS.map((row) => row.map((cell) => `"${cell}"`))]
	.map((row) => `${row.join(",")}\n`)
	.join("");
const LOADED = [
	["张三", ID, "一村", "1200.50"],
	["李四", ID2, "二村", "300.00"],
];
const SELECT = "name, citizen_id, village, amount";

function bench(
	file: string,
	content: string | Uint8Array,
	more: Record<string, unknown> = {},
): Bench {
	return new Bench()
		.dataset(ROLL)
		.source(file, content)
		.config([{ id: "roll", path: file, dataset: "roll", ...more }]);
}

async function refusal(file: string, content: string | Uint8Array) {
	const result = await bench(file, content).load();
	expect(result.outcomes.map((item) => item.status)).toEqual(["refused"]);
	const [first] = result.problems;
	return { code: first?.code, text: first?.message };
}

const objects = ROWS.map((row) =>
	Object.fromEntries(row.map((cell, i) => [HEAD[i], cell])),
);

describe("further formats", () => {
	it("xls, with its merged cells", async () => {
		const content = readFileSync(
			join(import.meta.dirname, "fixtures", "roll.xls"),
		);
		const b = bench("名册.xls", content);
		const result = await b.load();
		expect(result.outcomes[0]).toMatchObject({
			sheet: "低保",
			read: 5,
			loaded: 3,
			decoration: 2,
		});
		expect(await b.part(result, SELECT)).toEqual([
			["张三", ID, "一村", "1200.50"],
			["李四", "612127197604031231", "一村", "300.00"],
			["买买提·艾力", ID2, "二村", "12.00"],
		]);
	});

	it("xls that leaves rows out: they are blank, and counted", async () => {
		const content = readFileSync(
			join(import.meta.dirname, "fixtures", "roll.xls"),
		);
		// The last text cell (a LABELSST record) is put into row 500.
		const at = content.lastIndexOf(Buffer.from([0xfd, 0x00, 0x0a, 0x00]));
		content.writeUInt16LE(499, at + 4);
		const b = bench("名册.xls", content);
		const result = await b.load();
		expect(result.outcomes[0]?.status).toBe("loaded");
		const counts = result.outcomes[0]?.part?.counts;
		expect(counts?.read).toBe(500);
		expect(counts?.decoration).toBeGreaterThanOrEqual(496);
	});

	it("ods", async () => {
		const b = bench(
			"a.ods",
			await writeOds({ sheets: [{ name: "甲", rows: [HEAD, ...ROWS] }] }),
		);
		expect(await b.part(await b.load(), SELECT)).toEqual(LOADED);
	});

	it.each([
		["a list", JSON.stringify(objects)],
		[
			"a list in an answer, over several lines",
			JSON.stringify({ code: 0, data: objects, more: [[1]] }, null, 2),
		],
	])("JSON: %s", async (_, text) => {
		const b = bench("a.json", text);
		const result = await b.load();
		expect(result.outcomes[0]).toMatchObject({ read: 2, loaded: 2 });
		expect(await b.part(result, SELECT)).toEqual(LOADED);
	});

	it("JSON: numbers keep their digits, records that are none go to quarantine", async () => {
		const b = bench(
			"a.json",
			`[{"姓名": "张三", "身份证号": 440524188001010014}, 7, {"姓名": "a,]}\\"", "身份证号": null}]`,
		);
		const result = await b.load();
		expect(result.outcomes[0]).toMatchObject({
			read: 3,
			loaded: 2,
			reasons: { "row-unreadable": 1 },
		});
		expect((await b.part(result, SELECT))[0]).toEqual([
			"张三",
			ID2,
			null,
			null,
		]);
	});

	it.each([
		["deep", `[${"[".repeat(100_000)}`],
		["torn", `[{"姓名": "张三"}`],
		["a number", "17"],
		["a text", `"[1]"`],
	])("JSON that is %s is refused", async (_, text) => {
		expect((await refusal("a.json", text)).code).toBe("format-unsupported");
	});

	it("Parquet", async () => {
		const b = bench("a.parquet", "");
		const path = join(b.root, "sources", "a.parquet");
		await query(
			`COPY (SELECT * FROM (VALUES ('张三', '${ID}', '一村', CAST(1200.5 AS DECIMAL(18,2))), ('李四', '${ID2}', '二村', 300)) AS t("姓名", "身份证号", "村", "金额（元）")) TO '${path}' (FORMAT parquet)`,
		);
		const result = await b.load();
		expect(result.outcomes[0]).toMatchObject({ read: 2, loaded: 2 });
		expect(await b.part(result, SELECT)).toEqual(LOADED);
		expect((await refusal("b.parquet", "PAR1xxxxxxxxPAR1")).code).toBe(
			"format-unsupported",
		);
	});
});

describe("workbooks with a password", () => {
	afterEach(() => {
		delete process.env.BIDUI_XLSX_PASSWORD;
	});

	it("are read with the password of the environment, refused without", async () => {
		const content = await writeXlsx({
			sheets: [{ name: "甲", rows: [HEAD, ...ROWS] }],
			encryption: { password: "巡察2026", spinCount: 1000 },
		});
		const refused = await refusal("a.xlsx", content);
		expect(refused).toMatchObject({ code: "format-unsupported" });
		process.env.BIDUI_XLSX_PASSWORD = "别的";
		expect((await refusal("a.xlsx", content)).text).toContain("密码不对");
		process.env.BIDUI_XLSX_PASSWORD = "巡察2026";
		const b = bench("a.xlsx", content);
		expect(await b.part(await b.load(), SELECT)).toEqual(LOADED);
	});
});

const hasTerminal = spawnSync("script", ["--version"]).status === 0;

describe.skipIf(!hasTerminal)("at a terminal", () => {
	it("a person is asked for the password, which is not shown", async () => {
		const folder = makeWorkspace(
			`contract: bidui/workspace@1\nround: 测试\noffice: 巡察办\nas_of: "2026-06-30"\nsources: [{id: roll, path: a.xlsx, dataset: roll}]\n`,
			{
				"rules/datasets/roll.yaml": ROLL,
				"sources/a.xlsx": await writeXlsx({
					sheets: [{ name: "甲", rows: [HEAD, ...ROWS] }],
					encryption: { password: "mi-ma-2026", spinCount: 1000 },
				}),
			},
		);
		const command = `'${process.execPath}' '${join(root, "bin", "bidui.mjs")}' load -w '${folder}'`;
		const shown = await new Promise<string>((resolve) => {
			const terminal = spawn("script", ["-qec", command, "/dev/null"]);
			let text = "";
			let answers = ["wrong\r", "mi-ma-2026\r"];
			terminal.stdout.on("data", (chunk: Buffer) => {
				text += chunk.toString();
				const asked = text.split("请输入").length - 1;
				if (asked > 2 - answers.length) {
					const [next, ...rest] = answers;
					answers = rest;
					if (next !== undefined) terminal.stdin.write(next);
				}
			});
			terminal.on("exit", () => resolve(text));
		});
		expect(shown.split("有密码，请输入")).toHaveLength(3);
		expect(shown).not.toContain("mi-ma-2026");
		expect(shown).not.toContain("wrong");
		expect(
			new Store(join(folder, "store")).currentSnapshot()?.lines,
		).toMatchObject([{ type: "part", rows: 2 }]);
	});
});

describe("archives", () => {
	it("gz", async () => {
		const b = bench("a.csv.gz", gzipSync(iconv.encode(CSV, "gb18030")));
		const result = await b.load();
		expect(result.outcomes[0]?.part).toMatchObject({ encoding: "gb18030" });
		expect(await b.part(result, SELECT)).toEqual(LOADED);
	});

	it("zip: every file by its name, in UTF-8 or GBK; addresses name it", async () => {
		const workbook = await writeXlsx({
			sheets: [{ name: "甲", rows: [HEAD, ...ROWS] }],
		});
		const b = bench(
			"各镇.zip",
			packZip([
				{ name: iconv.encode("一镇/名册.csv", "gbk"), content: CSV },
				{ name: "二镇.xlsx", content: workbook, utf8: true },
				{ name: "__MACOSX/._二镇.xlsx", content: "x" },
				{ name: "说明.csv", content: "本次报送两镇\n" },
			]),
		);
		const result = await b.load();
		expect(
			result.outcomes.map(({ sheet, status, loaded }) => [
				sheet,
				status,
				loaded,
			]),
		).toEqual([
			["一镇/名册.csv", "loaded", 2],
			["二镇.xlsx：甲", "loaded", 2],
		]);
		expect(result.problems).toMatchObject([
			{ code: "sheet-skipped", at: { sheet: "说明.csv" } },
		]);
		const again = await b.load();
		expect(again.outcomes.map((item) => item.status)).toEqual([
			"unchanged",
			"unchanged",
		]);
	});

	it.each([
		["a path out of it", [{ name: "../a.csv", content: CSV }]],
		["a rooted path", [{ name: "/etc/a.csv", content: CSV }]],
		["a drive", [{ name: "C:\\a.csv", content: CSV }]],
		["a link", [{ name: "a.csv", content: "/etc/passwd", link: true }]],
		["an archive", [{ name: "a.zip", content: packZip([]) }]],
		["two of a name", Array(2).fill({ name: "a.csv", content: CSV })],
		["a bomb", [{ name: "a.csv", content: Buffer.alloc(80 << 20, 44) }]],
		[
			"a bomb that lies",
			[{ name: "a.csv", content: Buffer.alloc(80 << 20, 44), stated: 9 }],
		],
	])("a zip with %s is refused", async (_, files) => {
		expect((await refusal("a.zip", packZip(files))).code).toBe(
			"archive-unreadable",
		);
	});

	it("an entry that ends too early or fails its checksum is refused", async () => {
		const whole = packZip([{ name: "a.csv", content: CSV.repeat(40) }]);
		const directory = whole.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
		const short = Buffer.from(whole);
		short.writeUInt32LE(
			short.readUInt32LE(directory + 20) >> 1,
			directory + 20,
		);
		const changed = Buffer.from(whole);
		changed.writeUInt32LE(7, directory + 16);
		for (const content of [short, changed])
			expect((await refusal("a.zip", content)).code).toBe("archive-unreadable");
	});

	it("packed and torn ones are refused", async () => {
		const whole = gzipSync(CSV);
		for (const [file, content] of [
			["a.csv.gz", whole.subarray(0, whole.length - 20)],
			["a.zip.gz", whole],
			["a.zip", packZip([{ name: "a.csv", content: CSV }]).subarray(0, 60)],
		] as const)
			expect((await refusal(file, content)).code).toBe("archive-unreadable");
	});
});

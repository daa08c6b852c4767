import { writeOds } from "hucre";
import { writeXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { packZip, rewriteEntry } from "./ingest/support/archive.ts";
import { bidui, makeWorkspace } from "./support/bidui.ts";

const ID = "11010519491231002X";
const CSV = `姓名,身份证号\n张三,${ID}\n`;
const ROWS = [
	["姓名", "身份证号"],
	["张三", ID],
];
const MEGABYTE = 1 << 20;
const SHEET = "xl/worksheets/sheet1.xml";
const STRINGS = "xl/sharedStrings.xml";
const LAUGHS = `<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈">${"bcdefghij"
	.split("")
	.map((name, i) => `<!ENTITY ${name} "${`&${"abcdefghi"[i]};`.repeat(10)}">`)
	.join("")}]>`;

/** Puts a document type in front of the root element. */
const withType = (type: string) => (text: string) =>
	text.replace(/\?>\s*</, `?>${type}<`);

const book = Buffer.from(
	await writeXlsx({ sheets: [{ name: "甲", rows: ROWS }] }),
);
const ods = Buffer.from(
	await writeOds({ sheets: [{ name: "甲", rows: ROWS }] }),
);
const long = Buffer.concat([
	Buffer.from(CSV),
	Buffer.alloc(200 * MEGABYTE, "甲"),
]);
const deep = "[".repeat(100_000) + "]".repeat(100_000);

/** Name of the file, its bytes, and the code with which it is refused. */
const hostile: [file: string, content: string | Uint8Array, code: string][] = [
	[
		"炸弹.zip",
		packZip([{ name: "a.csv", content: Buffer.alloc(80 * MEGABYTE, ",") }]),
		"archive-unreadable",
	],
	[
		"套娃.zip",
		packZip([
			{ name: "a.zip", content: packZip([{ name: "a.csv", content: CSV }]) },
		]),
		"archive-unreadable",
	],
	[
		"越界.zip",
		packZip([{ name: "../../a.csv", content: CSV }]),
		"archive-unreadable",
	],
	[
		"链接.zip",
		packZip([{ name: "a.csv", content: "/etc/passwd", link: true }]),
		"archive-unreadable",
	],
	[
		"炸弹.xlsx",
		rewriteEntry(book, SHEET, (text) =>
			text.replace("</sheetData>", `${" ".repeat(80 * MEGABYTE)}</sheetData>`),
		),
		"workbook-unreadable",
	],
	[
		"文字炸弹.xlsx",
		rewriteEntry(book, STRINGS, (text) =>
			text.replace("张三", "x".repeat(80 * MEGABYTE)),
		),
		"workbook-unreadable",
	],
	[
		"百笑.xlsx",
		rewriteEntry(book, STRINGS, (text) =>
			withType(LAUGHS)(text).replace("张三", "&j;"),
		),
		"workbook-unreadable",
	],
	[
		"百笑.ods",
		rewriteEntry(ods, "content.xml", (text) =>
			withType(LAUGHS)(text).replace("张三", "&j;"),
		),
		"workbook-unreadable",
	],
	[
		"外部实体.xlsx",
		rewriteEntry(book, SHEET, (text) =>
			withType('<!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/passwd">]>')(text),
		),
		"workbook-unreadable",
	],
	[
		"截断.xlsx",
		rewriteEntry(book, SHEET, (text) => text.slice(0, text.indexOf('r="B2"'))),
		"workbook-unreadable",
	],
	...(["<!-- ", "<![CDATA[", "<?x "] as const).map(
		(opening, i): [string, Uint8Array, string] => [
			`不结束${i}.xlsx`,
			rewriteEntry(book, SHEET, (text) =>
				text.replace('<row r="2"', `${opening}<row r="2"`),
			),
			"workbook-unreadable",
		],
	),
	[
		"行套行.xlsx",
		rewriteEntry(book, SHEET, (text) => text.replace("</row>", "")),
		"workbook-unreadable",
	],
	["长行.csv", long, "record-too-long"],
	["长行.ndjson", long.subarray(0, 40 * MEGABYTE), "record-too-long"],
	[
		"长行.json",
		Buffer.concat([Buffer.from('[{"姓名":"'), long.subarray(0, 40 * MEGABYTE)]),
		"record-too-long",
	],
	["深.json", deep, "format-unsupported"],
	["深.ndjson", `{"姓名":${deep}}\n`, "format-unsupported"],
	["空字符.csv", CSV.replace("张三", "张\0三"), "file-nul"],
	["空字符.ndjson", `{"姓名":"张\0三","身份证号":"${ID}"}\n`, "file-nul"],
];

test("hostile files are refused with a reason, and the batch goes on", () => {
	const files: Record<string, string | Uint8Array> = {
		"sources/好.csv": CSV,
		// Links to other workbooks are never followed: the values that the file itself has count.
		"sources/外部链接.xlsx": rewriteEntry(book, SHEET, (text) =>
			text.replace(
				/<c r="A2"[^>]*>.*?<\/c>/,
				`<c r="A2" t="str"><f>[1]表!A1&amp;WEBSERVICE("http://192.0.2.1/")</f><v>李四</v></c>`,
			),
		),
		// What a comment holds is no row.
		"sources/注释.xlsx": rewriteEntry(book, SHEET, (text) =>
			text.replace('<row r="2"', '<!-- <row r="9"></row> --><row r="2"'),
		),
		"rules/datasets/person.yaml": `contract: bidui/dataset@1
name: person
title: 人员
held_by: [民政]
family: welfare
identify_by: [name, citizen_id]
columns:
  - {name: name, kind: name, title: 姓名, headers: [姓名], required: true}
  - {name: citizen_id, kind: citizen_id, title: 身份证号, headers: [身份证号]}
`,
	};
	for (const [file, content] of hostile) files[`sources/${file}`] = content;
	const folder = makeWorkspace(
		`contract: bidui/workspace@1
round: 测试
office: 巡察办
as_of: "2026-06-30"
sources:
${Object.keys(files)
	.filter((name) => name.startsWith("sources/"))
	.map(
		(name, i) =>
			`  - {id: s${i}, path: "${name.slice("sources/".length)}", dataset: person}\n`,
	)
	.join("")}`,
		files,
	);
	const ran = bidui(["load", "-w", folder, "--json"], {
		// Far below what the files hold when they are unpacked.
		NODE_OPTIONS: "--max-old-space-size=1024",
	});
	const { sources } = JSON.parse(ran.out) as {
		sources: {
			file: string;
			status: string;
			loaded: number;
			problems?: { code: string; message: string }[];
		}[];
	};
	const outcome = new Map(sources.map((item) => [item.file, item]));
	for (const file of ["好.csv", "外部链接.xlsx", "注释.xlsx"])
		expect(outcome.get(file)).toMatchObject({ status: "loaded", loaded: 1 });
	expect(
		hostile.map(([file]) => [
			file,
			outcome.get(file)?.status,
			ran.err
				.split("\n")
				.filter(
					(line) => line.includes(`${file} `) || line.includes(`${file}：`),
				)
				.map((line) => /\[([a-z-]+)\]/.exec(line)?.[1])
				.filter(Boolean)[0],
		]),
	).toEqual(hostile.map(([file, , code]) => [file, "refused", code]));
	expect(ran.code).toBe(3);
});

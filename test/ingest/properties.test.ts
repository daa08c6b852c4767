import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { writeOds } from "hucre";
import { writeXlsx } from "hucre/xlsx";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import type { columnKinds } from "../../src/datasets/index.ts";
import { literal, openDuckdb, pathLiteral } from "../../src/engine/index.ts";
import { CsvScanner, isRegular } from "../../src/ingest/readers/csv-scan.ts";
import { packZip } from "./support/archive.ts";
import { normalise } from "./support/values.ts";
import { Bench, datasetYaml, LIMITS } from "./support/workspace.ts";
import { writeXls } from "./support/xls.ts";

/** A small generator of numbers that is the same everywhere (mulberry32). */
function random(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) % below;
	};
}

const PIECES = [
	"张",
	"三",
	"县",
	"，",
	",",
	";",
	"|",
	"\t",
	'"',
	"'",
	" ",
	"　",
	"a",
	"B",
	"1",
	"0",
	"\n",
	"\r\n",
	"（",
	"－",
	"𠮷",
	"é",
	"\\",
	"=",
	"{",
	"#",
	"-",
];

function cell(pick: (below: number) => number): string {
	return Array.from(
		{ length: pick(6) },
		() => PIECES[pick(PIECES.length)],
	).join("");
}

const HEADINGS = ["编号", "甲", "乙", "丙"];
const DATASET = datasetYaml("t", [
	"{ name: no, kind: integer, title: 编号, required: true }",
	"{ name: a, kind: text, title: 甲 }",
	"{ name: b, kind: text, title: 乙 }",
	"{ name: c, kind: text, title: 丙 }",
]);

function table(seed: number, rows: number): string[][] {
	const pick = random(seed);
	return Array.from({ length: rows }, (_, i) => [
		String(i + 1),
		...Array.from({ length: 3 }, () => cell(pick)),
	]);
}

function asCsv(
	rows: readonly (readonly string[])[],
	delimiter: string,
	end: string,
	always: boolean,
): string {
	const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
	return [HEADINGS, ...rows]
		.map(
			(row) =>
				row
					.map((text) =>
						always || /["\r\n]/.test(text) || text.includes(delimiter)
							? quoted(text)
							: text,
					)
					.join(delimiter) + end,
		)
		.join("");
}

/** By the engine, which alone writes this format. */
async function asParquet(rows: readonly string[][]): Promise<Uint8Array> {
	const folder = mkdtempSync(join(tmpdir(), "bidui-parquet-"));
	const engine = await openDuckdb(LIMITS);
	try {
		const path = join(folder, "t.parquet");
		const values = rows.map((row) => `(${row.map(literal).join(", ")})`);
		await engine.execute(
			`COPY (SELECT * FROM (VALUES ${values.join(", ")}) AS t(${HEADINGS.map((text) => `"${text}"`).join(", ")})) TO ${pathLiteral(path)} (FORMAT parquet)`,
		);
		return readFileSync(path);
	} finally {
		engine.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

/** What the raw part keeps: line breaks inside a cell as one line feed, nothing as NULL. */
const kept = (text: string) =>
	text === "" ? null : text.replaceAll(/\r\n|\r/g, "\n");

/** Line breaks as a sheet has them. */
const inSheet = (text: string) => text.replaceAll("\r\n", "\n");

const forms: [
	string,
	string,
	(rows: string[][]) => string | Uint8Array | Promise<Uint8Array>,
][] = [
	["commas", "t.csv", (rows) => asCsv(rows, ",", "\r\n", false)],
	["all quoted", "t.csv", (rows) => asCsv(rows, ",", "\n", true)],
	["tabs", "t.tsv", (rows) => asCsv(rows, "\t", "\n", false)],
	[
		"bars in GB18030",
		"t.csv",
		(rows) => iconv.encode(asCsv(rows, "|", "\r\n", false), "gb18030"),
	],
	[
		"UTF-16",
		"t.csv",
		(rows) =>
			Buffer.from(`\ufeff${asCsv(rows, ",", "\r\n", false)}`, "utf16le"),
	],
	[
		"xlsx",
		"t.xlsx",
		(rows) =>
			writeXlsx({
				sheets: [
					{
						name: "s",
						rows: [
							HEADINGS,
							...rows.map((row) =>
								row.map((text) => text.replaceAll("\r\n", "\n")),
							),
						],
					},
				],
			}),
	],
	["carets", "t.txt", (rows) => asCsv(rows, "^", "\n", false)],
	[
		"a control character",
		"t.csv",
		(rows) => asCsv(rows, "\u0001", "\r\n", false),
	],
	[
		"ods",
		"t.ods",
		(rows) =>
			writeOds({
				sheets: [
					{
						name: "s",
						rows: [HEADINGS, ...rows.map((row) => row.map(inSheet))],
					},
				],
			}),
	],
	[
		"xls",
		"t.xls",
		(rows) => writeXls("s", [HEADINGS, ...rows.map((row) => row.map(inSheet))]),
	],
	["Parquet", "t.parquet", asParquet],
	[
		"zip with a workbook",
		"t.zip",
		async (rows) =>
			packZip([
				{
					name: "各镇/名册.xlsx",
					utf8: true,
					content: await writeXlsx({
						sheets: [
							{
								name: "s",
								rows: [HEADINGS, ...rows.map((row) => row.map(inSheet))],
							},
						],
					}),
				},
			]),
	],
	[
		"gz",
		"t.csv.gz",
		(rows) => gzipSync(iconv.encode(asCsv(rows, ",", "\n", false), "gb18030")),
	],
	[
		"JSON",
		"t.json",
		(rows) =>
			JSON.stringify(
				rows.map((row) =>
					Object.fromEntries(row.map((text, i) => [HEADINGS[i], text])),
				),
				null,
				1,
			),
	],
	[
		"NDJSON",
		"t.ndjson",
		(rows) =>
			rows
				.map(
					(row) =>
						`${JSON.stringify(Object.fromEntries(row.map((text, i) => [HEADINGS[i], text])))}\n`,
				)
				.join(""),
	],
];

describe("any table in any form comes back", () => {
	it.each(forms)("%s", async (_, file, write) => {
		for (const seed of [1, 2]) {
			const rows = table(seed, 120);
			const bench = new Bench()
				.dataset(DATASET)
				.source(file, await write(rows))
				.config([{ id: "t", path: file, dataset: "t" }]);
			const result = await bench.load();
			expect(result.problems).toEqual([]);
			const outcome = result.outcomes[0];
			expect(outcome).toMatchObject({
				loaded: 120,
				quarantined: 0,
				decoration: /(json|parquet)$/.test(file) ? 0 : 1,
			});
			const raw = await bench.rows(
				bench.store.companionPath("raw", outcome?.part?.key ?? ""),
				"c1, c2, c3, c4",
				`WHERE _row > ${outcome?.part?.header_row} ORDER BY _row`,
			);
			expect(raw).toEqual(
				rows.map((row) =>
					// Parquet has cells and no lines: nothing has to be made one.
					row.map(file.endsWith("parquet") ? (text) => text || null : kept),
				),
			);
		}
	});

	it("larger than a block, in every way of decoding", async () => {
		const rows = Array.from({ length: 90_000 }, (_, i) => [
			String(i + 1),
			`某某县某某镇某某村第${i}组`,
			"低保",
			"",
		]);
		const text = asCsv(rows, ",", "\n", false);
		for (const bytes of [
			Buffer.from(text),
			iconv.encode(text, "gb18030"),
			Buffer.from(`\ufeff${text}`, "utf16le"),
		]) {
			const bench = new Bench()
				.dataset(DATASET)
				.source("t.csv", bytes)
				.config([{ id: "t", path: "t.csv", dataset: "t" }]);
			const result = await bench.load();
			expect(result.outcomes).toMatchObject([{ read: 90_001, loaded: 90_000 }]);
			const part = bench.partFile(result.outcomes[0]?.part as never);
			expect(
				await bench.rows(
					part,
					"count(*), count(*) FILTER (no = _row - 1 AND a = '某某县某某镇某某村第' || (no - 1) || '组')",
				),
			).toEqual([[90_000, 90_000]]);
		}
	});
});

describe("the record scanner", () => {
	it("counts the same however the bytes are cut", () => {
		for (let seed = 1; seed <= 40; seed++) {
			const pick = random(seed);
			const bytes = Buffer.from(
				asCsv(
					table(seed, 15),
					",",
					pick(2) === 0 ? "\n" : "\r\n",
					pick(2) === 0,
				),
			);
			const whole = new CsvScanner(",");
			whole.push(bytes);
			const expected = whole.finish();
			expect(expected.records).toBe(16);
			expect(expected.widths).toEqual(new Map([[4, 16]]));
			const cut = new CsvScanner(",");
			for (let at = 0; at < bytes.length; ) {
				const length = 1 + pick(7);
				cut.push(bytes.subarray(at, at + length));
				at += length;
			}
			expect({ ...cut.finish(), longestRecord: 0 }).toEqual({
				...expected,
				longestRecord: 0,
			});
		}
	});

	it.each<[string, string, Record<string, unknown>, boolean]>([
		["regular", "a,b\n1,2\n", { records: 2 }, true],
		["no last line end", "a,b\n1,2", { records: 2 }, true],
		[
			"blank lines at the end",
			"a,b\n1,2\n\n\n",
			{ records: 4, blankTail: 2 },
			true,
		],
		[
			"blank line inside",
			"a,b\n\n1,2\n",
			{ records: 3, blankInside: 1 },
			false,
		],
		[
			"mixed line ends",
			"a,b\r\n1,2\n",
			{ records: 2, ends: { lf: 1, crlf: 1, cr: 0 } },
			false,
		],
		[
			"carriage returns",
			"a,b\r1,2\r",
			{ records: 2, ends: { lf: 0, crlf: 0, cr: 2 } },
			false,
		],
		["stray quote", 'a,b\n1"2,3\n', { records: 2, strayQuotes: 1 }, false],
		[
			"text after a quote",
			'a,b\n"1"2,3\n',
			{ records: 2, strayQuotes: 1 },
			false,
		],
		["open quote", 'a,b\n"1,2\n3,4\n', { openQuoteLine: 2 }, false],
		[
			"ragged",
			"a,b\n1\n1,2,3\n",
			{
				widths: new Map([
					[2, 1],
					[1, 1],
					[3, 1],
				]),
			},
			false,
		],
		[
			"break in quotes",
			'a,b\n"1\r\n2",3\n',
			{ records: 2, embeddedBreaks: 1 },
			false,
		],
		["empty quotes", 'a,b\n"",""\n', { records: 2 }, true],
	])("%s", (_, text, expected, regular) => {
		const scanner = new CsvScanner(",");
		scanner.push(Buffer.from(text));
		const report = scanner.finish();
		expect(report).toMatchObject(expected);
		expect(isRegular(report)).toBe(regular);
	});
});

/** Texts in the plain form of each kind that has one. */
const PLAIN_TEXTS: Partial<Record<keyof typeof columnKinds, string[]>> = {
	text: ["低保户", "A-1（甲）"],
	address: ["某某村3组", "无"],
	code: ["XM001", "在保"],
	name: ["张三", "无", "未知"],
	org: ["青川县（某某）局", "暂无"],
	citizen_id: [
		"11010519491231002X",
		"612127197103020026",
		"110105194902310021",
	],
	uscc: ["91350100M000100Y43", "91350100M000100Y44"],
	region: ["110105", "110105000000", "110105001002"],
	phone: ["13800138000"],
	account: ["6217001234567890123"],
	date: ["2024-01-05", "2024-02-30"],
	month: ["2024-03", "202403"],
	timestamp: ["2024-01-05 08:30:15", "2024-02-30 08:30:15"],
	money: ["1234.5", "-3", "0.015"],
	area: ["1.5", "30"],
	number: ["1.5", "-2"],
	integer: ["12", "-7"],
};

describe("the short way of a normaliser", () => {
	it.each(Object.entries(PLAIN_TEXTS))(
		"%s says what the long way says",
		async (kind, texts) => {
			const settings = kind === "area" ? "unit: 亩" : "";
			const short = await normalise(kind, texts, settings);
			const long = await normalise(kind, [...texts, " ？ "], settings);
			expect(long.slice(0, texts.length)).toEqual(short);
		},
	);
});

describe.skipIf(process.platform === "win32")("a disk without space", () => {
	it.each([1, 24, 200])(
		"%i KB: says so and leaves the snapshot as it was",
		async (kilobytes) => {
			const rows = Array.from({ length: 60_000 }, (_, i) => [
				String(i + 1),
				`村${i * 7919}`,
				`户${i * 104729}`,
				"",
			]);
			const bench = new Bench()
				.dataset(DATASET)
				.source("t.csv", asCsv(rows.slice(0, 9), ",", "\n", false))
				.config([{ id: "t", path: "t.csv", dataset: "t" }]);
			const before = await bench.load();
			bench.source("t.csv", asCsv(rows, ",", "\n", false));
			const script = join(import.meta.dirname, "support/load-once.ts");
			const output = execFileSync(
				"bash",
				[
					"-c",
					`ulimit -f ${kilobytes}; exec "$0" --import tsx "$1" "$2"`,
					process.execPath,
					script,
					bench.root,
				],
				{ encoding: "utf8" },
			);
			expect(JSON.parse(output)).toMatchObject({ codes: ["disk-full"] });
			expect(bench.store.currentSnapshot()).toEqual(before.snapshot);
			expect((await bench.load()).outcomes).toMatchObject([
				{ status: "loaded", loaded: 60_000 },
			]);
		},
	);
});

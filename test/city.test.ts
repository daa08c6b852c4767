import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse as parseCsv } from "csv-parse/sync";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type City, writeCity } from "../scripts/generate/city/city.ts";
import { names } from "../scripts/generate/city/make/names.ts";
import { people } from "../scripts/generate/city/make/people.ts";
import { writeSheet } from "../scripts/generate/city/sheet.ts";
import { macros, planFor } from "../scripts/generate/city/sql.ts";

describe("the rows of a city", () => {
	const residents = 20_000;
	const dir = mkdtempSync(join(tmpdir(), "bidui-city-"));
	let city: City;
	beforeAll(async () => {
		city = await writeCity(dir, { seed: 5, residents, say: () => {} });
	});
	afterAll(() => rmSync(dir, { recursive: true, force: true }));

	const digests = () =>
		readdirSync(dir, { recursive: true, encoding: "utf8" })
			.filter((path) => path.endsWith(".csv"))
			.sort()
			.map(
				(path) =>
					`${path} ${createHash("sha256")
						.update(readFileSync(join(dir, path)))
						.digest("hex")}`,
			);

	test("come out the same twice", async () => {
		const before = digests();
		await writeCity(dir, { seed: 5, residents, say: () => {} });
		expect(digests()).toEqual(before);
	});

	test("are as many as a city of that size should have", () => {
		const rows = new Map(city.written.map((one) => [one.dataset, one.rows]));
		// For each thousand residents, from the sizes of a city of ten million.
		const wanted = {
			household: 2000,
			company: 200,
			company_shareholder: 650,
			bidder: 300,
			subsidy_pay: 6000,
			pension_pay: 1200,
			real_estate: 330,
			vehicle: 250,
			public_employee: 20,
			death: 13,
		};
		expect(city.residents / residents).toBeCloseTo(1, 1);
		for (const [dataset, each] of Object.entries(wanted)) {
			const share = (rows.get(dataset) ?? 0) / ((residents / 1000) * each);
			expect(share, dataset).toBeGreaterThan(0.85);
			expect(share, dataset).toBeLessThan(1.15);
		}
	});

	test("hold right and single numbers, and families that differ", () => {
		const register = readdirSync(join(dir, "公安局"))
			.filter((file) => file.startsWith("全市_户籍"))
			.flatMap((file) => rowsOf(join(dir, "公安局", file)));
		const ids = new Map<string, string>();
		const sizes = new Map<string, number>();
		const twoNames: string[] = [];
		for (const [household = "", id = "", name = ""] of register) {
			if ((ids.get(id) ?? name) !== name) twoNames.push(id);
			ids.set(id, name);
			sizes.set(household, (sizes.get(household) ?? 0) + 1);
		}
		expect(twoNames).toEqual([]);
		expect(ids.size).toBe(city.residents);
		expect([...ids.keys()].filter((id) => !citizenCheck(id))).toEqual([]);
		expect(new Set(sizes.values()).size).toBeGreaterThan(5);
		const codes = rowsOf(join(dir, "市场监管局/全市_市场主体登记信息.csv")).map(
			([code = ""]) => code,
		);
		expect(new Set(codes).size).toBe(codes.length);
		expect(codes.filter((code) => !creditCheck(code))).toEqual([]);
	});

	test("say where each accident stands", () => {
		expect(
			new Set(city.background.map(({ rule }) => rule)).size,
		).toBeGreaterThan(2);
		const files = new Map<string, string[][]>();
		for (const { rule, subjects, rows } of city.background) {
			const told = rows
				.map(({ file, row }) => {
					const known = files.get(file) ?? rowsOf(join(dir, file));
					files.set(file, known);
					return known[row - 2]?.join(" ");
				})
				.join(" ");
			for (const { role, key } of subjects)
				if (role !== "干部" && role !== "亲属")
					expect(told, `${rule} ${key}`).toContain(key.split("/")[0]);
		}
	});

	test("after a night are new files and one that was corrected", async () => {
		const before = digests();
		const path = (line: string) => line.split(" ")[0];
		await writeCity(dir, {
			seed: 5,
			residents,
			nights: 1,
			keep: true,
			say: () => {},
		});
		const after = digests();
		const known = new Set(before.map(path));
		expect(after.filter((line) => !known.has(path(line))).map(path)).toEqual([
			"人社局/全市_养老待遇发放_增量01.csv",
			"市场监管局/全市_市场主体登记信息_增量01.csv",
		]);
		expect(
			after
				.filter((line) => known.has(path(line)) && !before.includes(line))
				.map(path),
		).toEqual(["公安局/全市_死亡注销人员名单.csv"]);
		const rows = (file: string) => rowsOf(join(dir, file)).length;
		const payments = city.written.find((one) => one.dataset === "pension_pay");
		const share =
			rows("人社局/全市_养老待遇发放_增量01.csv") / (payments?.rows ?? 0);
		expect(share).toBeGreaterThan(0.008);
		expect(share).toBeLessThan(0.012);
		expect(rows("公安局/全市_死亡注销人员名单.csv")).toBe(
			(city.written.find((one) => one.dataset === "death")?.rows ?? 0) - 3,
		);
	});
});

test("a table may be a workbook, of which every cell is text as the file of text has it", async () => {
	const instance = await DuckDBInstance.create(":memory:");
	const db = await instance.connect();
	const dir = mkdtempSync(join(tmpdir(), "bidui-sheet-"));
	const path = join(dir, "a.xlsx");
	try {
		const sql =
			"SELECT * FROM (VALUES ('380101196704100750', 7, '1998.07—2001.03' || chr(10) || '甲 & <乙>', NULL), ('x', 8, '', DATE '2024-01-05')) AS v(号码, 数, \"简历（一格）\", 日期)";
		expect((await writeSheet(db, sql, path)).rows).toBe(2);
		const first = readFileSync(path);
		const { sheets } = await readXlsx(first);
		expect(
			sheets[0]?.rows.map((row) => row.map((cell) => cell || null)),
		).toEqual([
			["号码", "数", "简历（一格）", "日期"],
			["380101196704100750", "7", "1998.07—2001.03\n甲 & <乙>", null],
			["x", "8", null, "2024-01-05"],
		]);
		await writeSheet(db, sql, path);
		expect(Buffer.compare(first, readFileSync(path))).toBe(0);
	} finally {
		db.closeSync();
		instance.closeSync();
		rmSync(dir, { recursive: true, force: true });
	}
});

test("the commonest full name is held by about one person in 4,800", async () => {
	const db = await (await DuckDBInstance.create(":memory:")).connect();
	for (const sql of [
		...macros(11),
		...names(),
		...people(planFor(11, 400_000), [{ name: "王伟", month: "1985-06" }]),
	])
		await db.run(sql);
	const read = await db.runAndReadAll(
		"SELECT count(*) / (SELECT count(*) FROM person) FROM person GROUP BY name ORDER BY count(*) DESC LIMIT 1",
	);
	const share = Number(read.getRows()[0]?.[0]);
	expect(1 / share).toBeGreaterThan(3800);
	expect(1 / share).toBeLessThan(5800);
	// A name that a cadre's family table has for that month is nobody's here.
	const taken = await db.runAndReadAll(
		"SELECT count(*) FROM person WHERE name = '王伟' AND strftime(birth, '%Y-%m') = '1985-06'",
	);
	expect(Number(taken.getRows()[0]?.[0])).toBe(0);
});

/** The rows below the headings. */
function rowsOf(path: string): string[][] {
	const bytes = readFileSync(path);
	let text: string;
	try {
		text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		text = new TextDecoder("gb18030", { fatal: true }).decode(bytes);
	}
	const rows: string[][] = parseCsv(text);
	return rows.slice(1);
}

// Written anew from the standards, not taken from the generator.
function citizenCheck(id: string): boolean {
	let sum = 0;
	for (let i = 0; i < 18; i++) {
		const digit = id[i] === "X" ? 10 : Number(id[i]);
		// ISO 7064 MOD 11-2: the weights are the powers of two, and the whole must leave 1.
		sum += digit * (2 ** (17 - i) % 11);
	}
	return sum % 11 === 1;
}

function creditCheck(code: string): boolean {
	const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
	let sum = 0;
	for (let i = 0; i < 17; i++)
		sum += alphabet.indexOf(code[i] as string) * (3 ** i % 31);
	return (sum + alphabet.indexOf(code[17] as string)) % 31 === 0;
}

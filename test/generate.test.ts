import { isUtf8 } from "node:buffer";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { cases } from "../scripts/generate/cases/index.ts";
import { type County, county } from "../scripts/generate/county.ts";
import { leadKey, oracle } from "../scripts/generate/oracle/index.ts";
import { makeWorld } from "../scripts/generate/world/make.ts";
import { workspaceSchema } from "../src/workspace/schema.ts";

/** The rules that have cases. */
const rules = [...new Set(cases.map(({ rule }) => rule))];

describe("the sample county", () => {
	let made: County;
	beforeAll(async () => {
		made = await county(7, 0.005);
	});

	test("is what datasets-sample holds, to the byte", () => {
		for (const file of made.files) {
			const shipped = readFileSync(join("datasets-sample", file.path));
			expect(
				Buffer.compare(shipped, file.bytes),
				`${file.path} differs: npm run generate -- --sample`,
			).toBe(0);
		}
	});

	test("comes out the same twice", async () => {
		const again = await county(7, 0.005);
		expect(again.files.map(({ path }) => path)).toEqual(
			made.files.map(({ path }) => path),
		);
		for (const [i, file] of made.files.entries())
			expect(
				Buffer.compare(file.bytes, again.files[i]?.bytes ?? Buffer.alloc(0)),
				file.path,
			).toBe(0);
	});

	test("has 5,000 to 6,500 residents in at most 5 MB", () => {
		expect(made.residents).toBeGreaterThanOrEqual(5000);
		expect(made.residents).toBeLessThanOrEqual(6500);
		const size = made.files
			.filter(({ path }) => path.startsWith("sources/"))
			.reduce((sum, { bytes }) => sum + bytes.length, 0);
		expect(size).toBeLessThanOrEqual(5_000_000);
	});

	test.each(rules)("hides enough kinds of case for %s", (rule) => {
		const kinds = (kind: string) =>
			new Set(
				made.truth.cases
					.filter((one) => one.rule === rule && one.kind === kind)
					.map((one) => one.case),
			).size;
		expect(kinds("true")).toBeGreaterThanOrEqual(3);
		expect(kinds("near_miss")).toBeGreaterThanOrEqual(5);
	});

	test("declares its sources in a workspace file that bidui takes", () => {
		const file = made.files.find(({ path }) => path === "bidui.yaml");
		const text = Buffer.from(file?.bytes ?? []).toString("utf8");
		const workspace = workspaceSchema.parse(parseYaml(text));
		const paths = made.files.map(({ path }) => path);
		for (const source of workspace.sources)
			expect(
				paths.some((path) => fits(`sources/${source.path}`, path)),
				source.path,
			).toBe(true);
	});

	test("can be read, and its truth points at rows about its subjects", async () => {
		const sheets = new Map<string, string[]>();
		for (const file of made.files) {
			if (!file.path.startsWith("sources/")) continue;
			for (const [sheet, rows] of await readAll(file.path, file.bytes))
				sheets.set(`${file.path.slice("sources/".length)}#${sheet}`, rows);
		}
		for (const one of made.truth.cases) {
			const told = one.rows
				.map(({ file, sheet, row }) => {
					const text = sheets.get(`${file}#${sheet ?? ""}`)?.[row - 1];
					expect(text, `${one.case}: ${file} ${sheet} ${row}`).toBeTruthy();
					return text;
				})
				.join(" ");
			for (const { key } of one.subjects)
				for (const part of key.split("/"))
					if (one.case !== "damaged-number-of-a-namesake")
						expect(
							told.includes(part) ||
								told.includes(part.slice(0, 6) + part.slice(8, 17)),
							`${one.rule} ${one.case}: ${part}`,
						).toBe(true);
		}
	});
});

describe("any county", () => {
	const seeds = [0, 1, 2].map(() => Math.floor(Math.random() * 1e9));
	test.each(seeds)(
		"seed %i: the world's records say what was planted, and of bystanders nothing",
		(seed) => {
			const { world, planted, bystanders } = makeWorld(seed, 0.005);
			const said = (one: { suppressed?: string }, key: string) =>
				`${key} ${one.suppressed ?? ""}`;
			const keyOf = ({ case: one, planted: lead }: (typeof planted)[number]) =>
				leadKey({ rule: one.rule, ...lead });
			const hits = oracle(world);
			const found = new Set(hits.map((hit) => said(hit, leadKey(hit))));
			for (const one of planted) {
				if (one.case.kind === "true" || one.case.suppressed)
					expect(found, one.case.slug).toContain(said(one.case, keyOf(one)));
				else expect(found, one.case.slug).not.toContain(said({}, keyOf(one)));
			}
			// What is found besides is one rule's view of another's case, and never about a bystander.
			const known = new Set(planted.map(keyOf));
			const nobody = new Set([...bystanders].map(({ id }) => id));
			for (const hit of hits)
				if (!known.has(leadKey(hit)))
					for (const { key } of hit.subjects)
						expect(nobody.has(key), leadKey(hit)).toBe(false);
		},
	);

	test.each(seeds)(
		"seed %i: numbers have right check characters and are nobody's",
		(seed) => {
			const { world } = makeWorld(seed, 0.005);
			for (const { id } of world.people)
				expect(citizenCheck(id), id).toBe(true);
			for (const { uscc } of world.companies)
				expect(creditCheck(uscc), uscc).toBe(true);
			expect(new Set(world.people.map(({ id }) => id)).size).toBe(
				world.people.length,
			);
			for (const { id } of world.people) expect(id.slice(0, 2)).toBe("38");
			for (const { phone } of world.people) expect(phone).toMatch(/^154\d{8}$/);
			for (const { plate } of world.vehicles) expect(plate[0]).toBe("岚");
		},
	);

	test.each([1, 3])(
		"with errors %i comes out the same twice and says what they spoiled",
		async (errors) => {
			const made = await county(seeds[0] as number, 0.001, { errors });
			const again = await county(seeds[0] as number, 0.001, { errors });
			for (const [i, file] of made.files.entries())
				expect(
					Buffer.compare(file.bytes, again.files[i]?.bytes ?? Buffer.alloc(0)),
					file.path,
				).toBe(0);
			expect(made.truth.errors).toBe(errors);
			for (const one of made.truth.cases)
				expect(one.survived, one.case).toBe((one.lost ?? []).length === 0);
			if (errors === 1) await expectMishaps(made);
			// Of some of what is hidden the evidence is gone, and of most it is not.
			const lost = made.truth.cases.filter((one) => one.survived === false);
			expect(lost.length).toBeGreaterThan(0);
			expect(lost.length).toBeLessThan(made.truth.cases.length / 2);
		},
	);

	test("a night adds files, corrects one and leaves the others as they are", async () => {
		const seed = seeds[0] as number;
		const [before, after] = [
			await county(seed, 0.001),
			await county(seed, 0.001, { nights: 1 }),
		];
		const sources = (made: County) =>
			new Map(
				made.files
					.filter(({ path }) => path.startsWith("sources/"))
					.map(({ path, bytes }) => [path, bytes]),
			);
		const [old, now] = [sources(before), sources(after)];
		const changed = [...old].filter(
			([path, bytes]) =>
				Buffer.compare(bytes, now.get(path) ?? Buffer.alloc(0)) !== 0,
		);
		expect(changed.map(([path]) => path)).toEqual([
			"sources/公安局/机动车登记信息.csv",
		]);
		const added = [...now.keys()].filter((path) => !old.has(path));
		expect(added.length).toBe(9);
		const expected = (made: County) =>
			made.truth.cases
				.filter((one) => one.expect)
				.map((one) => `${one.rule} ${one.case}`);
		// One lead of the new tender comes, one of a vehicle that was none goes.
		expect(
			expected(after).filter((one) => !expected(before).includes(one)),
		).toEqual(["WBCB-06 same-mac-night-1"]);
		expect(
			expected(before).filter((one) => !expected(after).includes(one)).length,
		).toBe(1);
	});

	test("so many of its files as are asked for are workbooks, the same twice", async () => {
		const seed = seeds[0] as number;
		for (const xlsx of [0, 0.5, 1]) {
			const made = await county(seed, 0.001, { xlsx });
			const sources = made.files.filter(({ path }) =>
				path.startsWith("sources/"),
			);
			const workbooks = sources.filter(({ path }) => path.endsWith(".xlsx"));
			expect(workbooks.length).toBe(Math.round(sources.length * xlsx));
			for (const { bytes } of workbooks)
				expect(Buffer.from(bytes.slice(0, 2)).toString()).toBe("PK");
			// What the truth points at is a file that was sent.
			const paths = new Set(sources.map(({ path }) => path));
			for (const { rows } of made.truth.cases)
				for (const { file } of rows) expect(paths).toContain(`sources/${file}`);
			if (xlsx !== 0.5) continue;
			const again = await county(seed, 0.001, { xlsx });
			for (const [i, { path, bytes }] of made.files.entries())
				expect(
					Buffer.compare(bytes, again.files[i]?.bytes ?? Buffer.alloc(0)),
					path,
				).toBe(0);
		}
	});

	test("a larger one has its cases in proportion", () => {
		const { planted, world } = makeWorld(3, 0.02);
		expect(world.people.length).toBeGreaterThanOrEqual(20_000);
		const counts = new Map<string, number>();
		for (const { case: one } of planted) {
			const key = `${one.rule} ${one.slug}`;
			counts.set(key, (counts.get(key) ?? 0) + 1);
		}
		for (const [key, count] of counts)
			expect(count, key).toBe(key.includes("three-bidders") ? 12 : 4);
	});
});

test("the generator shares nothing with the program", () => {
	const files = readdirSync("scripts/generate", {
		recursive: true,
		withFileTypes: true,
	}).filter((entry) => entry.isFile() && entry.name.endsWith(".ts"));
	expect(files.length).toBeGreaterThan(40);
	for (const file of files) {
		const text = readFileSync(join(file.parentPath, file.name), "utf8");
		expect(text, file.name).not.toMatch(/from "[^"]*\/(src|rules)\//);
		expect(text, file.name).not.toMatch(/Math\.random|Date\.now|new Date\(\)/);
	}
});

/** What goes wrong in exports (the list has 24 things), each by a sign in the files of a county with errors. */
async function expectMishaps(made: County): Promise<void> {
	const texts = new Map<string, string>();
	for (const { path, bytes } of made.files)
		texts.set(
			path.replace("sources/", ""),
			path.endsWith(".xlsx")
				? (await readXlsx(bytes)).sheets
						.map(({ name, rows }) =>
							[name, ...rows.map((row) => row.join("\t"))].join("\n"),
						)
						.join("\n")
				: decode(bytes),
		);
	const signs: readonly (readonly [
		n: number | string,
		file: string,
		sign: RegExp,
	])[] = [
		[1, "公安局/车管所导出", /\dE\+17/],
		[2, "财政局/代发账户_Excel另存", /\d{15}0000/],
		[3, "公安局/死亡注销", /380121150302998/],
		[5, "", /身份证：\d{17}|\d{6}\u200b\d|\d{17}[\dX]，/],
		[7, "", /[\u4e00-\u9fa5][?□\ue123]/],
		[8, "公安局/户籍", /[•．・‧]/],
		[9, "民政局/殡仪馆", /（已故）/],
		[10, "组织部/干部任职", /9999-12-31|长期|至今/],
		[10, "公安局/机动车", /1900-01-00|9999-12-31/],
		[11, "被巡察单位/", /\d万/],
		[11, "农业农村局/惠农", /￥\d/],
		["page totals", "农业农村局/惠农", /本页小计/],
		["printed pages", "市场监管局/股东", /(股东名称.*){2}/s],
		["a sheet a month", "民政局/低保金发放", /^2025年4月$.*^2026年6月$/ms],
		[12, "民政局/低保人员", /\n\t\t\t\t\t\S/],
		[13, "民政局/沙坪乡", /\d{17}[\dX][、，；\n]\d/],
		[14, "民政局/殡仪馆", /逝者\t\t\t\t死亡时间\t火化\t/],
		[15, "公安局/户籍", /[一二三四五六七八九]组|村民小组|\d栋\d|\d-\d-\d/],
		[16, "公安局/户籍", /临澄区/],
		[17, "bidui.yaml", /cut_off: "2026-02-28"/],
		[18, "民政局/殡仪馆", /\t[男女]\t\d+\t\t/],
		[19, "组织部/家庭", /\t19\d\d\.\d\d\t[^\t]*\t[^\t]*\t\n/],
		[20, "市场监管局/邻县", /^(?!.*证件)/s],
		[21, "市场监管局/市场主体", /\(临澄\)|\(有限/],
		[23, "市场监管局/邻县", /91350100M000100Y4Z/],
		[24, "bidui.yaml", /住建局\/商品房/],
	];
	for (const [n, file, sign] of signs)
		expect(
			[...texts].some(
				([path, text]) => path.startsWith(file) && sign.test(text),
			),
			`${n}: ${file} ${sign}`,
		).toBe(true);
	// 4: numbers that cannot be; 6: encodings side by side; 22: a file sent twice.
	const register = texts.get("公安局/户籍人口登记信息.csv") ?? "";
	const numbers = register.match(/(?<=,)\d{17}[\dX](?=,)/g) ?? [];
	expect(numbers.some((id) => !citizenCheck(id))).toBe(true);
	const text = made.files.filter(({ path }) => path.endsWith(".csv"));
	const utf8 = text.filter(({ bytes }) => isUtf8(bytes));
	expect(utf8.length > 0 && utf8.length < text.length).toBe(true);
	const ledgers = made.files.filter(({ path }) => path.includes("教育局合同"));
	expect(ledgers.length).toBe(2);
	expect(ledgers[0]?.bytes).toEqual(ledgers[1]?.bytes);
}

/** Each sheet's rows as folded text; text files have one nameless sheet. */
async function readAll(
	path: string,
	bytes: Uint8Array,
): Promise<[string, string[]][]> {
	if (path.endsWith(".xlsx")) {
		const { sheets } = await readXlsx(bytes);
		return sheets.map((sheet) => [sheet.name, merged(sheet.rows)]);
	}
	const text = decode(bytes);
	if (path.endsWith(".ndjson"))
		return [["", text.trimEnd().split("\n").map(fold)]];
	const rows: string[][] = parseCsv(text, {
		bom: true,
		delimiter: path.endsWith(".txt") ? "\t" : ",",
		relax_column_count: true,
		skip_empty_lines: false,
	});
	return [["", rows.map((row) => fold(row.join(" ")))]];
}

/** Blank cells take the value above: good enough for merged ones. */
function merged(rows: readonly (readonly unknown[])[]): string[] {
	let above: readonly unknown[] = [];
	return rows.map((row) => {
		above = row.map((cell, i) => cell ?? above[i] ?? null);
		return fold(above.join(" "));
	});
}

function decode(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe)
		return new TextDecoder("utf-16le").decode(bytes);
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder("gb18030", { fatal: true }).decode(bytes);
	}
}

function fold(text: string): string {
	return text.normalize("NFKC").replace(/[\s']/g, "").toUpperCase();
}

function fits(glob: string, path: string): boolean {
	const pattern = glob
		.split("*")
		.map((part) => part.replace(/[.()]/g, "\\$&"))
		.join("[^/]*");
	return new RegExp(`^${pattern}$`).test(path);
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

import {
	appendFileSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Script } from "node:vm";
import { tableFromIPC } from "apache-arrow";
import { readXlsx } from "hucre";
import { expect, test } from "vitest";
import { bannedWordsOf } from "../../src/privacy/index.ts";
import { buildReport, writeReports } from "../../src/report/index.ts";
import { people } from "./fixture/ids.ts";
import { fixture, lists } from "./fixture/index.ts";

const words = { bannedWords: bannedWordsOf(lists.get("banned_word")) };
const folder = () => mkdtempSync(join(tmpdir(), "bidui-report-"));

const out = folder();
const first = await writeReports(buildReport(fixture()), out, words);
const dir = join(out, first.folder);
const page = readFileSync(join(dir, "疑点报告.html"), "utf8");

async function workbook(name: string) {
	return readXlsx(readFileSync(join(dir, name)));
}

/** Every text that the files hold, those of the workbooks unpacked. */
async function everyText(): Promise<string> {
	const texts = [page];
	for (const name of readdirSync(dir)) {
		if (name.endsWith(".xlsx"))
			texts.push(JSON.stringify((await workbook(name)).sheets));
		if (name.endsWith(".arrow"))
			texts.push(
				JSON.stringify(tableFromIPC(readFileSync(join(dir, name))).toArray()),
			);
	}
	return texts.join("\n");
}

test("a report is a folder of its own with the files that people expect", () => {
	expect(first.problems).toEqual([]);
	expect(first.folder).toMatch(/^2026-06-30_[0-9a-f]{8}$/);
	expect(readdirSync(dir).sort()).toEqual(
		[
			"leads.arrow",
			"hits.arrow",
			"manifest.json",
			"疑点报告.html",
			"疑点清单_待分配.xlsx",
			"疑点清单_第一巡察组.xlsx",
			"疑点清单_第三巡察组.xlsx",
			"疑点清单_第二巡察组.xlsx",
		].sort(),
	);
	expect(first.files.every((file) => statSync(file).size > 0)).toBe(true);
	expect(readdirSync(out)).toEqual([first.folder]);
});

test("no full name, identity number, telephone or account of the round is in any file", async () => {
	const text = await everyText();
	for (const { name, id } of Object.values(people)) {
		expect(text).not.toContain(name);
		expect(text).not.toContain(id);
		expect(text).not.toContain(id.slice(0, 14));
	}
	for (const plain of [
		"13987654321",
		"138 1234 5678",
		"6214 8801 2345 6789 012",
		"6228 4803 1234 5678 901",
		"62284803987654321",
		"人民路12号",
		"云A·5K321",
		"李丽华",
	])
		expect(text).not.toContain(plain);
});

test("the page asks for nothing and may not", () => {
	expect(page).not.toMatch(/(?:src|href)="(?!#|data:)/);
	expect(page).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
	expect(page).toContain("default-src 'none'");
	expect(page).not.toMatch(
		/innerHTML|outerHTML|insertAdjacent|document\.write|eval\(/,
	);
});

test("its script is valid JavaScript", () => {
	const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? "";
	expect(script.length).toBeGreaterThan(10_000);
	expect(() => new Script(script)).not.toThrow();
});

test("a hostile cell stays text", () => {
	expect(page).not.toContain("<img");
	expect(page.match(/<\/script>/g)).toHaveLength(2);
	const data =
		/<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(
			page,
		)?.[1];
	expect(JSON.stringify(JSON.parse(data ?? ""))).toContain(
		"</script><img src=x onerror=alert(1)>",
	);
});

test("the same report has the same bytes and is written once", async () => {
	const again = await writeReports(buildReport(fixture()), out, words);
	expect(again).toMatchObject({
		folder: first.folder,
		written: false,
		problems: [],
	});
	const other = folder();
	const twin = await writeReports(buildReport(fixture()), other, words);
	for (const name of readdirSync(dir))
		expect(
			readFileSync(join(other, twin.folder, name)).equals(
				readFileSync(join(dir, name)),
			),
			name,
		).toBe(true);
});

test("a list that was filled in meanwhile is kept, and that is said", async () => {
	const place = folder();
	const { folder: name } = await writeReports(
		buildReport(fixture()),
		place,
		words,
	);
	const list = join(place, name, "疑点清单_待分配.xlsx");
	appendFileSync(list, "填写");
	const size = statSync(list).size;
	const again = await writeReports(buildReport(fixture()), place, words);
	expect(again.problems.map((item) => item.code)).toEqual(["report-edited"]);
	expect(again.problems[0]?.message).toContain("疑点清单_待分配.xlsx");
	expect(statSync(list).size).toBe(size);
});

test("a banned word in our own text refuses the report and writes nothing", async () => {
	const input = fixture();
	const rules = input.rules.map((rule, i) =>
		i === 0 ? { ...rule, innocent: "若不是骗取补贴，则不成立。" } : rule,
	);
	const place = folder();
	const result = await writeReports(
		buildReport({ ...input, rules }),
		place,
		words,
	);
	expect(result.problems.map((item) => item.code)).toEqual([
		"report-banned-word",
	]);
	expect(result.problems[0]?.message).toContain("骗取");
	expect(result.files).toEqual([]);
	expect(readdirSync(place)).toEqual([]);
});

test("a banned word that a source says of itself does not stop the report", async () => {
	const input = fixture();
	const leads = input.leads.map((lead) =>
		lead.id === "C4HJ-55SK-0PVQ"
			? {
					...lead,
					facts: {
						...lead.facts,
						arguments: [
							{
								name: "lot_name",
								type: "text" as const,
								value: "打击犯罪宣传栏制作",
							},
						],
					},
				}
			: lead,
	);
	const model = buildReport({ ...input, leads });
	expect(
		model.leads.some((lead) => lead.sentence.includes("打击犯罪宣传栏制作")),
	).toBe(true);
	const result = await writeReports(model, folder(), words);
	expect(result.problems).toEqual([]);
});

test("a place that cannot be written to is a problem, not a crash", async () => {
	const file = join(folder(), "文件");
	writeFileSync(file, "");
	const result = await writeReports(buildReport(fixture()), file, words);
	expect(result.problems.map((item) => item.code)).toEqual([
		"report-unwritable",
	]);
	expect(result.files).toEqual([]);
});

test("a group's list reads back: twelve printed columns, hidden ones behind, ids as text", async () => {
	const book = await workbook("疑点清单_第一巡察组.xlsx");
	expect(book.sheets.map((sheet) => sheet.name)).toEqual([
		"疑点清单",
		"证据明细",
		"未能检查的范围",
		"填写说明",
		"核查要点",
	]);
	const sheet = book.sheets[0];
	expect(sheet?.rows[2]?.slice(0, 3)).toEqual(["序号", "疑点编号", "疑点类别"]);
	expect(sheet?.rows[2]).toHaveLength(15);
	expect(sheet?.columns?.map((column) => column.hidden === true)).toEqual([
		...Array(12).fill(false),
		...Array(3).fill(true),
	]);
	expect(sheet?.rows[3]?.[1]).toBe("7K2M-9QPD-4T1C");
	expect(sheet?.rows[3]?.[5]).toContain(
		"时任：张*（党组书记、局长，2018年3月至今）",
	);
	expect(sheet?.rows[3]?.[6]).toContain(
		"—配偶→ 李* —母亲→ 王* —持股60%→ 临澄县宏达建材有限公司 —签订合同2份→ 临澄县城市建设局",
	);
	expect(sheet?.rows[3]?.[7]).toBe(1237000);
	expect(sheet?.rows[3]?.[12]).toBe("7K2M-9QPD-4T1C");
	expect(sheet?.rows[3]?.[13]).toBe("bidui/list-form@1");
	expect(sheet?.rows[3]?.[14]).toMatch(/^[0-9a-f]{16}$/);
	expect(
		sheet?.dataValidations?.[0]?.values ??
			sheet?.dataValidations?.[0]?.formula1,
	).toEqual(expect.anything());
	expect(sheet?.pageSetup).toMatchObject({
		paperSize: "a4",
		orientation: "landscape",
		fitToWidth: 1,
		printArea: "$A$1:$L$6",
		printTitlesRow: "$3:$3",
	});
	expect(sheet?.headerFooter?.oddFooter).toContain("第 &P 页 共 &N 页");
	expect(sheet?.freezePane?.rows).toBe(3);
	expect(sheet?.autoFilter?.range).toBe("A3:L6");
});

test("every evidence row has its file, sheet and row in the list", async () => {
	const book = await workbook("疑点清单_第一巡察组.xlsx");
	const rows = book.sheets[1]?.rows.slice(3) ?? [];
	expect(rows).toHaveLength(10);
	expect(rows[0]?.slice(0, 7)).toEqual([
		"7K2M-9QPD-4T1C",
		1,
		"合同",
		"合同台账",
		"城市建设局/合同台账2019-2026.xlsx",
		"2024年",
		107,
	]);
});

test("a group without leads still gets a list that says so", async () => {
	const input = fixture();
	const place = folder();
	const { folder: name } = await writeReports(
		buildReport({ ...input, leads: [] }),
		place,
		words,
	);
	const files = readdirSync(join(place, name));
	expect(files).not.toContain("疑点清单_待分配.xlsx");
	const book = await readXlsx(
		readFileSync(join(place, name, "疑点清单_第三巡察组.xlsx")),
	);
	expect(book.sheets[0]?.rows[3]?.[0]).toContain("本次没有疑点");
});

test("leads.arrow holds one masked row per lead", () => {
	const table = tableFromIPC(readFileSync(join(dir, "leads.arrow")));
	expect(table.numRows).toBe(12);
	const row = table.get(0)?.toJSON();
	expect(row).toMatchObject({
		id: "7K2M-9QPD-4T1C",
		severity: "高",
		status: "新增",
		amount_yuan: 1237000,
	});
	expect([...(row?.subjects ?? [])][0]).toBe("干部：张* 证号 ****311X");
});

test("hits.arrow holds every hit, those set aside included, masked", () => {
	const table = tableFromIPC(readFileSync(join(dir, "hits.arrow")));
	const input = fixture();
	expect(table.numRows).toBe(input.hits.length);
	const aside = table
		.toArray()
		.map((row) => row.set_aside as string | null)
		.filter((code) => code !== null);
	expect(aside).toEqual(["F09"]);
	const text = JSON.stringify(table.toArray());
	for (const hit of input.hits)
		for (const subject of hit.facts.subjects)
			if (subject.kind === "person") expect(text).not.toContain(subject.key);
});

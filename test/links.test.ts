import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { bidui, biduiJson, makeWorkspace, texts } from "./support/bidui.ts";

const config = `contract: bidui/workspace@1
round: 试验
office: 试验办
as_of: "2026-06-30"
sources:
  - {id: resume, path: 任职.csv, dataset: cadre_resume}
  - {id: family, path: 家庭成员.csv, dataset: kinship}
  - {id: residents, path: 户籍.csv, dataset: household}
  - {id: companies, path: 企业.csv, dataset: company}
  - {id: contracts, path: 合同.csv, dataset: contract}
rules: {packs: [LYCT-05]}
`;

/**
 * Three relatives without a number: a mother-in-law whom one resident fits, a nephew whom two fit, and
 * another mother-in-law whom one fits. Each possible one has a company that deals with the unit.
 */
const files = {
	"sources/任职.csv": `身份证号,姓名,任职单位,职务,任职时间
38012119700512311X,张弘远,临澄县城市建设局,局长,2018-03-01
380121196501021011,陈志明,临澄县水利局,局长,2018-03-01
`,
	"sources/家庭成员.csv": `干部身份证号,干部姓名,称谓,姓名,身份证号,出生年月,工作单位及职务
38012119700512311X,张弘远,岳母,王秀芝,,1951.11,退休
380121196501021011,陈志明,侄子,李建国,,1975.10,务农
380121196501021011,陈志明,岳母,周桂兰,,1940.05,退休
`,
	"sources/户籍.csv": `户号,公民身份号码,姓名,与户主关系
1,380121195111081049,王秀芝,户主
2,380121197510121019,李建国,户主
3,38012119751003103X,李建国,户主
4,380121194005051028,周桂兰,户主
`,
	"sources/企业.csv": `统一社会信用代码,企业名称,法定代表人,法定代表人身份证号,成立日期,登记状态
91380121MA01LC101B,临澄县宏达建材有限公司,王秀芝,380121195111081049,2017-06-01,存续
91380121MA02LC202N,临澄县青山园林有限公司,李建国,38012119751003103X,2017-06-01,存续
91380121MA03LC3032,临澄县晓峰商贸有限公司,周桂兰,380121194005051028,2017-06-01,存续
`,
	"sources/合同.csv": `合同编号,采购单位,供应商,供应商统一社会信用代码,合同金额,签订日期
HT-1,临澄县城市建设局,宏达建材,91380121MA01LC101B,380000.00,2019-04-02
HT-2,临澄县水利局,青山园林,91380121MA02LC202N,120000.00,2020-04-02
HT-3,临澄县水利局,晓峰商贸,91380121MA03LC3032,50000.00,2021-04-02
`,
};

interface Listed {
	leads: {
		id: string;
		status: string;
		tier: string;
		reason?: string | null;
		subjects: { role: string; key: string }[];
	}[];
}
interface Imported {
	recorded: Record<"yes" | "no" | "unsure" | "withdrawn", number>;
	known: number;
	blank: number;
	problems: { code: string; at: { row?: number } }[];
}

/** The last four of the relatives' numbers that leads stand on, by how each lead stands. */
function relativesOf({ leads }: Listed): Record<string, string[]> {
	const found: Record<string, string[]> = {};
	for (const { status, subjects } of leads) {
		const key = subjects.find(({ role }) => role === "亲属")?.key ?? "";
		found[status] = [...(found[status] ?? []), key.slice(-4)].sort();
	}
	return found;
}

/** Fills in a form as an analyst does: by the last four of the number of the one in the register. */
async function fill(
	file: string,
	said: Record<
		string,
		[verdict: string, by?: string, on?: string, note?: string]
	>,
	more: string[][] = [],
): Promise<string[][]> {
	const { sheets } = await readXlsx(readFileSync(file));
	const plain = sheets.map(({ name, rows }) => ({
		name,
		rows: rows.map((row) => row.map((value) => String(value ?? ""))),
	}));
	const [heading = [], ...rows] = plain[0]?.rows ?? [];
	const at = (title: string) => heading.indexOf(title);
	for (const row of rows) {
		const answer = said[(row[at("登记中的人")] ?? "").slice(-4)];
		if (answer === undefined) continue;
		["是同一人吗", "核对人", "核对日期", "说明"].forEach((title, i) => {
			row[at(title)] = answer[i] ?? "";
		});
	}
	plain[0]?.rows.push(...more);
	writeFileSync(file, await writeXlsx({ sheets: plain }));
	return rows;
}

test("what analysts find of a relative is kept in the log and obeyed: no takes a lead away and says why, yes brings one, unsure holds one back", async () => {
	const folder = makeWorkspace(config, files);
	const on = ["-w", folder] as const;
	const run = () => bidui(["run", ...on]);
	const listed = () => biduiJson<Listed>(["leads", "list", ...on]);
	expect(run().code).toBe(0);
	const first = listed();
	// The nephew may be either of two residents, so nothing is said of him.
	expect(relativesOf(first)).toEqual({ new: ["1028", "1049"] });
	expect(first.leads.map(({ tier }) => tier)).toEqual(["M3R", "M3R"]);

	const lead = first.leads.find(({ subjects }) =>
		subjects.some(({ key }) => key.endsWith("1049")),
	);
	const told = bidui(["explain", lead?.id ?? "", ...on]);
	expect(told.code, told.err).toBe(0);
	for (const words of [
		"干部在任期间，他任职的单位有没有同他的姻亲或旁系亲属",
		"姓名一致，出生年月一致",
		"同名同性别、前后五年出生的有 1 人",
		"值得考虑的候选 1 人",
		"结论：可以确定",
		"企业.csv 第 2 行",
		"上市公司、银行、国有企业，亲属不能控制",
		"缺少“婚姻登记”：配偶关系只能靠户籍和干部家庭成员表，离婚、再婚看不到",
	])
		expect(told.out).toContain(words);
	expect(told.out).toMatch(/张\*.*—.*岳母.*→.*王\*.*临澄县宏达建材有限公司/);
	for (const secret of ["王秀芝", "38012119700512311X", "380121195111081049"])
		expect(told.out).not.toContain(secret);
	const shown = texts(`${folder}/out`).join("\n");
	expect(shown).toContain("同名同性别、前后五年出生的有 1 人");

	const ran = bidui(["links", "export", ...on]);
	expect(ran.code, ran.err).toBe(0);
	const file = /已写出 (.+\.xlsx)（/.exec(ran.out)?.[1] ?? "";
	const { sheets } = await readXlsx(readFileSync(file));
	expect(sheets[0]?.dataValidations).toMatchObject([
		{ type: "list", values: ["是", "否", "存疑", "撤销"], range: "H2:H5" },
	]);
	// Pairs behind leads, then the two who cannot be told apart: the one with a company first.
	const rows = await fill(
		file,
		{
			"1049": ["否", "甲", "2026-06-20", "户籍底册：另有其人"],
			"1028": ["存疑", "乙", "2026.6.20"],
			"103X": ["是", "乙", "2026/6/21"],
			"1019": ["是", "乙", "2026-06-21"],
		},
		[
			["ABCD-ABCD-ABCD", "", "", "", "", "", "", "是", "乙", "2026-06-21"],
			["", "", "", "", "", "", "", "也许", "", "昨天"],
		],
	);
	const order = rows.map((row) => (row[3] ?? "").slice(-4));
	expect([...order.slice(0, 2)].sort()).toEqual(["1028", "1049"]);
	expect(order.slice(2)).toEqual(["103X", "1019"]);
	expect(rows.every((row) => !row.join().includes("3801211"))).toBe(true);
	const read = biduiJson<Imported>(["links", "import", file, ...on]);
	expect(read.code).toBe(3);
	expect(read.recorded).toEqual({ yes: 1, no: 1, unsure: 1, withdrawn: 0 });
	expect(read.problems.map(({ code, at }) => [code, at.row])).toEqual([
		["links-two-persons", 5],
		["links-pair-unknown", 6],
		["links-pair-unknown", 7],
		["links-cell", 7],
		["links-cell", 7],
		["links-cell", 7],
	]);
	expect(run().code).toBe(0);
	const second = listed();
	expect(relativesOf(second)).toEqual({
		gone: ["1028", "1049"],
		new: ["103X"],
	});
	expect(second.leads.find(({ status }) => status === "new")?.tier).toBe("M3R");
	const why =
		"所依据的亲属经核对不是同一人（甲 2026-06-20：户籍底册：另有其人）";
	const page = texts(`${folder}/out`).join("\n");
	expect(page).toContain(why);
	expect(page).toContain(
		"已排除王*（证号 ****1049）：经核对不是同一人（甲 2026-06-20",
	);

	// The same form again, changed in two rows: what it said before is known, an older word does not count
	// against a later one, and a verdict that is taken back is gone.
	await fill(file, {
		"1049": ["撤销", "甲", "2026-06-22"],
		"103X": ["否", "乙", "2026-06-01"],
		"1019": [""],
	});
	const third = biduiJson<Imported>(["links", "import", file, ...on]);
	expect(third.recorded).toEqual({ yes: 0, no: 0, unsure: 0, withdrawn: 1 });
	expect(third.known).toBe(1);
	expect(third.problems.slice(0, 1)).toMatchObject([{ code: "links-older" }]);
	// What was found since is for the next run: the last one's reports stay as they were.
	const folders = readdirSync(`${folder}/out`);
	expect(bidui(["report", ...on]).code).toBe(0);
	expect(readdirSync(`${folder}/out`)).toEqual(folders);
	const standing = bidui(["links", "list", ...on]).out;
	expect(standing).toMatch(/1028.*存疑.*乙 2026-06-20.*已照办/);
	expect(standing).toMatch(/103X.*是.*乙 2026-06-21/);
	expect(standing).not.toContain("1049");
});

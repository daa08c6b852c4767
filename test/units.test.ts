import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { bidui, biduiJson, makeWorkspace, texts } from "./support/bidui.ts";

const he = "38012119700512311X";
const wife = "380121197208034221";
const firm = "91380121MA01LC101B";
const source = (file: string, dataset: string) =>
	`  - { id: ${dataset}, path: "${file}.csv", dataset: ${dataset}, from: 某部门, cut_off: "2026-06-30" }\n`;

/** A bureau under five spellings; its head's post stands in the free text of his form only. */
function workspace(): string {
	return makeWorkspace(
		`contract: bidui/workspace@1
round: 测试
office: 某办
as_of: "2026-06-30"
sources:
${source("机构", "org_tree")}${source("干部", "cadre")}${source("家庭", "kinship")}${source("企业", "company")}${source("合同", "contract")}`,
		{
			"sources/机构.csv":
				"单位代码,单位名称,别名,启用日期,停用日期\nU001,临澄县住房和城乡建设局,临澄县城市建设局,2010-01-01,2019-03-01\nU002,临澄县水利局,,,\n",
			"sources/干部.csv": `姓名,公民身份号码,工作单位,简历\n张弘远,${he},临澄县水利局,"1992.07--2018.03　临澄县水利局副局长\n2018.03—2022.04  临澄县住房和城乡建设局党组书记、局长\n2022.04～至今　临澄县水利局局长"\n`,
			"sources/家庭.csv": `干部身份证号,称谓,家庭成员姓名,家庭成员身份证号\n${he},妻子,李淑仪,${wife}\n`,
			"sources/企业.csv": `统一社会信用代码,企业名称,法定代表人,法定代表人证件号码,成立日期\n${firm},临澄县宏达建材有限公司,李淑仪,${wife},2010-06-01\n`,
			"sources/合同.csv": `合同编号,采购单位,供应商,统一社会信用代码,合同金额,签订日期
HT-1,临澄县住房和城乡建设局,临澄县宏达建材有限公司,${firm},1,2020-04-02
HT-2,原临澄县城市建设局,临澄县宏达建材有限公司,${firm},20,2020-05-02
HT-3,临澄县城市建设局,临澄县宏达建材有限公司,${firm},300,2020-05-02
HT-4,城乡建设项目办,临澄县宏达建材有限公司,${firm},4000,2021-05-02
HT-5,住建局,临澄县宏达建材有限公司,${firm},50000,2021-06-02
HT-6,县水利局,临澄县宏达建材有限公司,${firm},700,2023-06-02
`,
		},
	);
}

interface Leads {
	leads: { id: string; amount: string }[];
}

test("spellings of units that nobody could place go out by the money behind them and are obeyed when they come back", async () => {
	const folder = workspace();
	const run = () => {
		const ran = bidui(["run", "--rules", "LYCT-04", "-w", folder]);
		expect(ran.code, ran.err + ran.out).toBe(0);
	};
	run();
	const list = () =>
		biduiJson<Leads>(["leads", "list", "-w", folder]).leads.map(
			({ amount }) => amount,
		);
	// The name, the name with 原 in front; the old name ended with the reorganisation.
	expect(list()).toEqual(["21.00"]);

	const file = join(folder, "待认定.xlsx");
	expect(bidui(["units", "export", "-w", folder, "--out", file]).code).toBe(0);
	const book = await readXlsx(readFileSync(file));
	const sheet = book.sheets[0];
	const rows = sheet?.rows ?? [];
	const at = rows.findIndex((row) => row[0] === "住建局");
	expect(rows.slice(at, at + 3).map((row) => row[0])).toEqual([
		"住建局",
		"城乡建设项目办",
		"县水利局",
	]);
	expect(rows[at]?.[4]).toBe("合同 1 行；50,000 元；2021-06-02 至 2021-06-02");
	expect(rows[at + 2]?.[4]).toContain("参考：U002 临澄县水利局");

	const filled = rows.map((row, i) =>
		i === at || i === at + 2
			? [row[0], i === at ? "U001" : "U002", row[2], row[3], row[4]]
			: row,
	);
	writeFileSync(
		file,
		await writeXlsx({
			sheets: book.sheets.map(({ name, rows: own }, i) => ({
				name,
				rows: (i === 0 ? filled : own).map((row) =>
					row.map((cell) => cell ?? null),
				),
			})),
		}),
	);
	const back = bidui(["units", "import", file, "-w", folder]);
	expect(back.err).toBe("");
	expect(back.out).toContain("认定 2 种写法，1 种没有填");
	run();
	expect(list()).toEqual(["50721.00"]);
	expect(
		bidui(["units", "export", "-w", folder, "--out", `${file}2.xlsx`]).out,
	).toContain("待认定 1 种写法，已认定 2 行");

	// The post from the form heads the unit on the lead, and stands in its path.
	const [lead] = biduiJson<Leads>(["leads", "list", "-w", folder]).leads;
	expect(bidui(["leads", "show", lead?.id ?? "", "-w", folder]).out).toContain(
		"关系路径：张*（临澄县住房和城乡建设局党组书记、局长） —妻子→ 李* —法定代表人→ 临澄县宏达建材有限公司 —有合同 4 份→ 临澄县住房和城乡建设局",
	);
	expect(texts(join(folder, "out")).join("")).toContain(
		"张*（党组书记、局长，2018年3月至2022年4月）",
	);
});

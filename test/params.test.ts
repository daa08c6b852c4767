import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bidui, biduiJson, writeFiles } from "./support/bidui.ts";
import { boatConfig, boatWorkspace } from "./support/boats.ts";

interface Run {
	rules: {
		id: string;
		status: string;
		leads: number;
		reason: { code: string; text: string } | null;
	}[];
}

/** Opens a workbook, changes cells of a sheet, and writes it again as Excel would. */
async function edit(
	file: string,
	sheet: string,
	change: (rows: unknown[][]) => void,
): Promise<void> {
	const { readXlsx, writeXlsx } = await import("hucre/xlsx");
	const book = await readXlsx(readFileSync(file));
	const rows = book.sheets.find(({ name }) => name === sheet)?.rows;
	if (rows === undefined) throw new Error(`no sheet ${sheet}`);
	change(rows);
	writeFileSync(
		file,
		await writeXlsx({
			sheets: book.sheets.map(({ name, rows }) => ({ name, rows })),
		}),
	);
}

const standard = `contract: bidui/list@1
name: boat_standard
title: 燃油补贴标准
owner: 农业农村局
updated: "2026-01-01"
source: 县级补贴办法
cells: {region: region, year: year, years: 2}
columns:
  - {name: region, type: VARCHAR, title: 地区}
  - {name: year, type: BIGINT, title: 年度}
  - {name: amount, type: "DECIMAL(18,2)", title: 标准}
rows: []
`;

/** The documented rule, its limit taken from a table by year. */
function ruleWithTable(text: string): string {
	return text
		.replace(
			"parameters:\n",
			"  - list: boat_standard\n    columns: [region, year, amount]\nparameters:\n",
		)
		.replace(
			"AND subsidy > :floor",
			"AND subsidy > :floor AND subsidy > (SELECT max(b.amount) FROM boat_standard b WHERE b.year = year(:as_of))",
		)
		.replaceAll(
			"      fishing_boat:",
			"      boat_standard: [{region: '380121', year: 2026, amount: '500.00'}]\n      fishing_boat:",
		);
}

test("a table of parameters that is not filled switches its rules off by name; Excel out and back in switches them on", async () => {
	const folder = boatWorkspace({}, `${boatConfig}regions: ["380121"]\n`);
	const rule = join(folder, "rules/XBML/XBML-90.yaml");
	writeFiles(folder, {
		"rules/XBML/XBML-90.yaml": ruleWithTable(readFileSync(rule, "utf8")),
		"rules/lists/boat_standard.yaml": standard,
	});
	const run = () =>
		biduiJson<Run>(["run", "-w", folder]).rules.find(
			({ id }) => id === "XBML-90",
		);
	expect(run()).toMatchObject({
		status: "skipped",
		reason: {
			code: "skip-parameter",
			text: expect.stringContaining("380121 2025 年、380121 2026 年"),
		},
	});
	const check = () =>
		biduiJson<{ tables: { list: string; rules: string[] }[] }>([
			"params",
			"check",
			"-w",
			folder,
		]);
	expect(check()).toMatchObject({
		code: 3,
		tables: [
			// The shipped table, because the workspace names its regions.
			{ list: "housing_standard", rules: ["GXB-01"] },
			{ list: "boat_standard", rules: ["XBML-90"] },
		],
	});
	const file = join(folder, "参数.xlsx");
	expect(bidui(["params", "template", "-w", folder, "--out", file]).code).toBe(
		0,
	);
	await edit(file, "boat_standard", (rows) => {
		expect(rows).toEqual(
			[
				["地区", "年度", "标准"],
				["380121", "2025", expect.toBeOneOf([null, "", undefined])],
				["380121", "2026", expect.toBeOneOf([null, "", undefined])],
			].map((row) => expect.arrayContaining(row.slice(0, 2))),
		);
		for (const row of rows.slice(1)) row[2] = "五百";
	});
	await edit(file, "参数", (rows) => {
		const row = rows.find(
			(cells) => cells[0] === "XBML-90" && cells[2] === "floor",
		);
		expect(row?.slice(3, 7)).toEqual(["金额下限", "元", "数据组建议", "0"]);
		if (row !== undefined) row[9] = "abc";
	});
	const before = readFileSync(join(folder, "bidui.yaml"), "utf8");
	const bad = bidui(["params", "import", file, "-w", folder]);
	expect(bad.code).toBe(2);
	expect(bad.err).toContain("五百");
	expect(bad.err).toContain("abc");
	expect(readFileSync(join(folder, "bidui.yaml"), "utf8")).toBe(before);
	await edit(file, "boat_standard", (rows) => {
		for (const row of rows.slice(1)) row[2] = 500;
	});
	await edit(file, "housing_standard", (rows) => {
		expect(rows.slice(1).map(([region, year]) => [region, year])).toEqual(
			["2024", "2025", "2026"].map((year) => ["380121", year]),
		);
		for (const row of rows.slice(1)) row[2] = "37.5";
	});
	await edit(file, "参数", (rows) => {
		for (const row of rows)
			if (row[0] === "XBML-90" && row[2] === "floor") row[9] = "899.5";
	});
	expect(bidui(["params", "import", file, "-w", folder]).err).toBe("");
	expect(readFileSync(join(folder, "bidui.yaml"), "utf8")).toMatch(
		/XBML-90:\s+floor: "899.5"/,
	);
	expect(check().tables).toEqual([]);
	expect(run()).toMatchObject({ status: "ran", leads: 1 });

	// A list the same way: it becomes the workspace's own, with its date.
	const list = join(folder, "清单.xlsx");
	bidui(["lists", "export", "boat_standard", "-w", folder, "--out", list]);
	await edit(list, "清单", (rows) => {
		for (const row of rows.slice(1)) row[2] = "1000";
	});
	await edit(list, "说明", (rows) => {
		for (const row of rows) if (row[0] === "更新日期") row[1] = "2026-06-30";
	});
	expect(bidui(["lists", "import", list, "-w", folder]).out).toContain(
		"增加 2 行，减少 2 行",
	);
	expect(
		readFileSync(join(folder, "rules/lists/boat_standard.yaml"), "utf8"),
	).toContain("updated: 2026-06-30");
	expect(run()).toMatchObject({ status: "ran", leads: 0 });
});

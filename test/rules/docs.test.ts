import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bidui, temporaryFolder } from "../support/bidui.ts";
import { boatWorkspace } from "../support/boats.ts";

test("the catalogue names law, inputs, lineage, parameters and tests of every rule, on a page that stands alone", () => {
	const folder = temporaryFolder();
	const workspace = boatWorkspace();
	const made = bidui(["rules", "docs", "--out", folder, "-w", workspace]);
	expect(made.code, made.err).toBe(0);
	const read = (name: string) => readFileSync(join(folder, name), "utf8");
	const page = read("规则目录.html");
	for (const words of [
		"财政违法行为处罚处分条例",
		"<td>金额下限</td>",
		"<td>在册船有补贴</td>",
		'id="LYCT-05"',
		"kinship（",
		"subsidy &gt; :floor",
		"规则组与数据集",
	])
		expect(page, words).toContain(words);
	// From column to lead: of the boats directly, of a welfare household through models, names of WITH and stars.
	for (const [column, use, made] of [
		["amount", "金额", "fishing_boat（渔船登记）：subsidy"],
		["tier", "匹配等级", "fishing_boat（渔船登记）：owner_id_check"],
		["evidence", "证据：渔船登记", "fishing_boat（渔船登记）：行地址"],
		[
			"head_name",
			"救助家庭",
			"dibao_person（低保（特困）人员）：head_name、name",
		],
		[
			"area_limit",
			"当地当年的人均面积上限",
			"housing_standard（人均住房面积标准）：area",
		],
	])
		expect(page).toContain(`<td>${column}</td><td>${use}</td><td>${made}</td>`);
	const shown = bidui(["rules", "show", "XBML-90", "-w", workspace]);
	for (const words of [
		"证据 软：须与其他情况叠加　作用 线索",
		"  amount　金额　fishing_boat（渔船登记）：subsidy",
		"AND subsidy > :floor",
	])
		expect(shown.out).toContain(words);
	expect(page).not.toMatch(/<script|https?:\/\/|<link|src=/);
	const markdown = read("规则目录.md");
	expect(markdown).toContain("[XBML-90](#XBML-90)");
	expect(markdown).toContain("  AND subsidy > :floor");
	// A row of a table stays one line, whatever its cells say.
	for (const line of markdown.split("\n"))
		if (line.startsWith("| ")) expect(line.endsWith(" |"), line).toBe(true);
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bidui, temporaryFolder } from "../support/bidui.ts";
import { boatWorkspace } from "../support/boats.ts";

test("the catalogue names law, inputs, lineage, parameters and tests of every rule, on a page that stands alone", () => {
	const folder = temporaryFolder();
	const made = bidui(["rules", "docs", "--out", folder, "-w", boatWorkspace()]);
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
	expect(page).not.toMatch(/<script|https?:\/\/|<link|src=/);
	const markdown = read("规则目录.md");
	expect(markdown).toContain("[XBML-90](#XBML-90)");
	expect(markdown).toContain("  AND subsidy > :floor");
	// A row of a table stays one line, whatever its cells say.
	for (const line of markdown.split("\n"))
		if (line.startsWith("| ")) expect(line.endsWith(" |"), line).toBe(true);
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bidui, biduiJson, tree, writeFiles } from "../support/bidui.ts";
import { boatConfig, boatCsv, boatWorkspace } from "../support/boats.ts";

interface Diff {
	unchanged: boolean;
	rules: Record<string, number | string>[];
	leads: { effect: string; subjects: { key: string }[] }[];
}

test("a changed rule, parameter or exemption shows what it would add, drop and keep, and commits nothing", () => {
	const folder = boatWorkspace({
		"sources/渔船 名册.csv": `${boatCsv}B3,380121197001010011,甲某,2020-01-02,100,报废\n`,
	});
	expect(bidui(["run", "-w", folder]).code).toBe(0);
	const kept = () =>
		["leads", "out", "store/runs", "store/snapshots"].map((name) =>
			tree(join(folder, name)),
		);
	const before = kept();
	const diff = () => {
		const { unchanged, rules, leads } = biduiJson<Diff>([
			"rules",
			"diff",
			"XBML-90",
			"-w",
			folder,
		]);
		expect(rules).toHaveLength(1);
		const { add, drop, exempt, change, keep } = rules[0] ?? {};
		return {
			unchanged,
			counts: [add, drop, exempt, change, keep],
			effects: leads.map(({ effect }) => effect),
		};
	};
	expect(diff()).toEqual({
		unchanged: true,
		counts: [0, 0, 0, 0, 2],
		effects: [],
	});
	writeFiles(folder, {
		"bidui.yaml": `${boatConfig}parameters: {XBML-90: {floor: "500"}}\n`,
	});
	expect(diff()).toMatchObject({ unchanged: false, counts: [0, 1, 0, 0, 1] });
	const rule = "rules/XBML/XBML-90.yaml";
	const text = readFileSync(join(folder, rule), "utf8");
	writeFiles(folder, {
		"bidui.yaml": boatConfig,
		[rule]: text
			.replace("version: 1", "version: 2")
			.replace("state = 'scrapped'", "state IN ('scrapped', 'active')"),
		"exemptions/一.yaml": `contract: bidui/exemptions@1
exemptions:
  - {id: b3, rule: XBML-90, key: [B3, "*"], reason: F25, note: 已核实, by: 组, on: "2026-06-01", until: "2026-12-31"}
`,
	});
	expect(diff()).toEqual({
		unchanged: false,
		// The new version alone is no change of what a lead says.
		counts: [1, 0, 1, 0, 1],
		effects: expect.arrayContaining(["add", "exempt"]) as string[],
	});
	expect(kept()).toEqual(before);
}, 180_000);

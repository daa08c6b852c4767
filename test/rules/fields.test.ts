import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadDefinitions } from "../../src/nightly/index.ts";
import { openWorkspace } from "../../src/workspace/index.ts";
import { bidui, biduiJson, writeFiles } from "../support/bidui.ts";
import { boatConfig, boatCsv, boatWorkspace } from "../support/boats.ts";

const FILE = "rules/XBML/XBML-90.yaml";

test("what a rule says of itself is checked, each finding at its line", () => {
	const folder = boatWorkspace();
	const text = readFileSync(join(folder, FILE), "utf8");
	const lint = (from: string, to: string) => {
		expect(text).toContain(from);
		const changed = text.replace(from, to);
		writeFiles(folder, { [FILE]: changed });
		const lines = changed.split("\n");
		return loadDefinitions(openWorkspace(folder))
			.problems.filter(({ at }) => at.file?.endsWith("XBML-90.yaml"))
			.map(({ code, at }) => `${code} ${lines[(at.line ?? 0) - 1]?.trim()}`);
	};
	expect(lint("severity:", "severity:")).toEqual([]);
	// Words that readers may not see, wherever they would; the internal name and laws are not shown.
	const banned = (name: string) => [
		expect.stringMatching(new RegExp(`^rule-banned-word .*${name}`)),
	];
	expect(lint("疑似{船主}的渔船", "疑似{船主}骗取渔船")).toEqual(
		banned("骗取"),
	);
	expect(lint("innocent: 若", "innocent: 若非冒领，若")).toEqual(
		banned("冒领"),
	);
	expect(lint("title: 金额下限", "title: 套取金额下限")).toHaveLength(1);
	expect(lint("title: 渔船登记}", "title: 虚报的登记}")).toHaveLength(1);
	expect(lint("\nname: ", "\nname: 虚报冒领")).toEqual([]);
	expect(lint("law: 财政违法行为", "law: 骗取财政违法行为")).toEqual([]);
	// Deprecated needs a reason; nothing else may give one.
	expect(lint("status: test", "status: deprecated")).toEqual([
		"rule-deprecated status: deprecated",
	]);
	expect(
		lint(
			"status: test",
			"status: deprecated\ndeprecated: {reason: 已并入, replacement: XBML-91}",
		),
	).toEqual([]);
	expect(
		lint("status: test", "status: test\ndeprecated: {reason: 早了}"),
	).toEqual(["rule-deprecated {reason: 早了}".replace("{", "deprecated: {")]);
	expect(
		lint(
			"state: checked,",
			'state: checked, from: "2020-01-01", to: "2019-01-01",',
		),
	).toEqual([expect.stringMatching(/^rule-basis-dates/)]);
	expect(
		lint("severity:", "expected_rate: {of: death, to: 0.1}\nseverity:"),
	).toEqual([expect.stringMatching(/^rule-expected-rate/)]);
	// What a test says and nothing reads would prove nothing.
	expect(lint("owner_name: 甲,", "owner_nme: 甲,")).toEqual([
		expect.stringMatching(/^rule-test-name .*owner_nme/),
	]);
	expect(
		lint(
			'as_of: "2026-06-30"\n',
			'as_of: "2026-06-30"\n    parameters: {flor: "1"}\n',
		),
	).toEqual([expect.stringMatching(/^rule-test-name .*flor/)]);
	// Without its near miss it still says all else that is wrong with it.
	expect(lint("kind: near_miss", "kind: hit")).toEqual([
		expect.stringMatching(/^rule-tests/),
	]);
});

test("approval, freshness and the expected rate of hits are looked at when a rule runs", () => {
	// Forty boats, thirty of them scrapped and yet subsidised.
	const boats = Array.from(
		{ length: 40 },
		(_, i) =>
			`B${i},380121197001010011,甲某,2020-01-02,900,${i < 30 ? "报废" : "正常"}`,
	);
	const folder = boatWorkspace(
		{
			"sources/渔船 名册.csv": `${boatCsv.split("\n")[0]}\n${boats.join("\n")}\n`,
		},
		boatConfig.replace(
			"dataset: fishing_boat",
			'dataset: fishing_boat, cut_off: "2026-01-31"',
		),
	);
	const text = readFileSync(join(folder, FILE), "utf8");
	const expecting = (range: string) => ({
		[FILE]: text
			.replace(
				"severity:",
				`authorisation: boats\nexpected_rate: {of: fishing_boat, ${range}}\nseverity:`,
			)
			.replace(
				"dataset: fishing_boat\n",
				"dataset: fishing_boat\n    fresh_days: 90\n",
			),
	});
	writeFiles(folder, expecting("to: 0.7"));
	const run = () =>
		biduiJson<{
			rules: {
				id: string;
				status: string;
				reason: { code: string } | null;
				narrowed: string[];
			}[];
			problems: { code: string; message: string }[];
		}>(["run", "-w", folder]);
	expect(run().rules.find(({ id }) => id === "XBML-90")).toMatchObject({
		status: "skipped",
		reason: { code: "skip-rule-authorisation" },
	});
	writeFiles(folder, {
		"bidui.yaml": `${readFileSync(join(folder, "bidui.yaml"), "utf8")}authorisations: {boats: 批准〔2026〕1号}\n`,
	});
	const approved = run();
	expect(approved.rules.find(({ id }) => id === "XBML-90")).toMatchObject({
		status: "ran",
		narrowed: [expect.stringContaining("只到 2026-01-31")],
	});
	const rate = (found: ReturnType<typeof run>) =>
		found.problems.find(({ code }) => code === "rule-rate");
	expect(rate(approved)?.message).toContain(
		"30 条，是“渔船登记”40 行的 75%，通常在 0% 至 70%：更可能是数据或口径有误",
	);
	expect(bidui(["leads", "list", "-w", folder]).out).toContain("线索（软）");
	// As usual; and far too few: 39 of 40 were to be expected.
	writeFiles(folder, expecting("to: 0.75"));
	expect(rate(run())).toBeUndefined();
	writeFiles(folder, expecting("from: 0.98, to: 1"));
	expect(rate(run())?.message).toContain("通常在 98% 至 100%");
	// Twenty-nine are read, not counted.
	writeFiles(folder, {
		...expecting("to: 0.1"),
		"sources/渔船 名册.csv": `${boatCsv.split("\n")[0]}\n${boats.slice(1).join("\n")}\n`,
	});
	expect(rate(run())).toBeUndefined();
});

import { join } from "node:path";
import { expect, test } from "vitest";
import { loadDefinitions } from "../../src/nightly/index.ts";
import { lintNodes } from "../../src/rules/index.ts";
import { openWorkspace } from "../../src/workspace/index.ts";
import {
	bidui,
	biduiJson,
	makeWorkspace,
	writeFiles,
} from "../support/bidui.ts";

interface Run {
	rules: { id: string; status: string; reason: { code: string } | null }[];
	problems: { code: string }[];
}

const dataset = `contract: bidui/dataset@1
name: shareholding
title: 持股登记
held_by: [市场监管局]
family: market
natural_key: [owner, held]
identify_by: [owner]
columns:
  - {name: owner, kind: code, title: 股东, headers: [股东], required: true}
  - {name: held, kind: code, title: 企业, headers: [企业], required: true}
`;

const model = (settings: string, stop = "") => `/*---
contract: bidui/model@1
name: held_through
title: 层层持股
version: 1
author: 试验组
kind: iterate
iterate: {key: [owner, held], ${settings}}
inputs:
  - dataset: shareholding
    columns: [_src, _row, owner, held]
columns:
  - {name: owner, type: VARCHAR, title: 股东}
  - {name: held, type: VARCHAR, title: 企业}
  - {name: steps, type: BIGINT, title: 层数}
  - {name: evidence, type: VARCHAR, title: 证据}
---*/
/*--- seed ---*/
SELECT owner, held, CAST(1 AS bigint) AS steps, _src || '#' || CAST(_row AS varchar) AS evidence
FROM shareholding
/*--- step ---*/
SELECT
  latest.owner,
  s.held,
  latest.steps + 1 AS steps,
  latest.evidence || ' ' || s._src || '#' || CAST(s._row AS varchar) AS evidence
FROM latest
JOIN shareholding s ON s.owner = latest.held;
${stop}`;

const rule = `contract: bidui/rule@1
id: LYCT-90
version: 1
status: test
name: 循环持股
display_name: 层层持股又持有自身
author: 试验组
updated: "2026-06-30"
question: 企业是否经其他企业持有自身？
basis:
  - {law: 公司法, article: 第141条, state: pending}
severity: low
evidence: soft
misses: [没有登记的持股]
false_positives: [F25]
ask_first: [持股是否属实]
innocent: 若登记有误，则不成立
papers:
  - {what: 股东名册, from: 市场监管局}
method: 调阅
inputs:
  - model: held_through
    columns: [owner, held, steps, evidence]
sql: |
  SELECT owner, steps, evidence, 'M1' AS tier FROM held_through WHERE held = owner
output:
  lead_key: [owner]
  subjects:
    - {role: 企业, kind: lot, key: owner}
  tier: tier
  evidence:
    - {column: evidence, title: 持股登记}
  measures:
    - {column: steps, title: 层数, type: integer}
narrative: 疑似{企业}经{steps}层持有自身，需核实。
tests:
  - name: 三家成环，另有一家挂在环外
    kind: hit
    as_of: "2026-06-30"
    rows:
      shareholding:
        - {owner: A, held: B}
        - {owner: B, held: C}
        - {owner: C, held: A}
        - {owner: C, held: D}
    expect:
      - {lead_key: [A], measures: {steps: 3}}
      - {lead_key: [B], measures: {steps: 3}}
      - {lead_key: [C], measures: {steps: 3}}
  - name: 没有成环；登记是空的
    kind: near_miss
    as_of: "2026-06-30"
    rows:
      shareholding:
        - {owner: A, held: B}
        - {owner: B, held: C}
        - {owner: A, held: C}
    expect: []
`;

/** A ring of three with a tail, a ring of five, and a chain that ends. */
const csv = `股东,企业
A,B
B,C
C,A
C,D
P,Q
Q,R
R,S
S,T
T,P
X,Y
`;

test("a closure is driven round by round: a ring ends, the rows are those of the graph, limits are said", () => {
	const folder = makeWorkspace(
		`contract: bidui/workspace@1
round: 试验
office: 试验办
as_of: "2026-06-30"
sources: [{id: shares, path: "*.csv", dataset: shareholding}]
`,
		{
			"sources/持股.csv": csv,
			"rules/datasets/shareholding.yaml": dataset,
			"rules/models/control/held_through.sql": model("maximum: 9"),
			"rules/LYCT/LYCT-90.yaml": rule,
		},
	);
	const run = (more: string[] = []) =>
		biduiJson<Run>(["run", "--rules", "LYCT-90", "-w", folder, ...more]);
	const leads = () =>
		biduiJson<{ leads: { subjects: { key: string }[]; status: string }[] }>([
			"leads",
			"list",
			"-w",
			folder,
		])
			.leads.filter(({ status }) => status !== "gone")
			.map(({ subjects }) => subjects[0]?.key ?? "")
			.sort();
	const models = () => bidui(["run", "--rules", "LYCT-90", "-w", folder]).err;

	expect(bidui(["rules", "lint", "LYCT-90", "-w", folder]).out).toContain(
		"没有问题",
	);
	expect(biduiJson(["rules", "test", "LYCT-90", "-w", folder]).code).toBe(0);
	expect(run().code).toBe(0);
	expect(leads()).toEqual(["A", "B", "C", "P", "Q", "R", "S", "T"]);
	// Nothing changed: no round is run again.
	expect(models()).toMatch(/held_through.*沿用|held_through.*不变/);

	// Two rounds after the seed reach three steps: the ring of five is beyond.
	const write = (settings: string, stop?: string) =>
		writeFiles(folder, {
			"rules/models/control/held_through.sql": model(settings, stop),
		});
	write("maximum: 2, at_maximum: stop");
	expect(run().code).toBe(0);
	expect(leads()).toEqual(["A", "B", "C"]);
	write("maximum: 9", "/*--- stop ---*/\nSELECT max(steps) >= 3 FROM latest\n");
	expect(run().code).toBe(0);
	expect(leads()).toEqual(["A", "B", "C"]);
	// Without leave to stop there, what lies beyond makes the model fail; so does a flood of rows.
	for (const [settings, code] of [
		["maximum: 2", "model-unfinished"],
		["maximum: 9, max_rows: 12", "rule-limit"],
	] as const) {
		write(settings);
		const failed = run();
		expect(failed.code).toBe(3);
		expect(failed.rules[0]?.status).toBe("skipped");
		expect(failed.problems.map((item) => item.code)).toContain(code);
	}
});

test("the pieces of an iterate model are checked like any SQL, each in its own lines", async () => {
	const folder = makeWorkspace(
		`contract: bidui/workspace@1
round: 试验
office: 试验办
as_of: "2026-06-30"
sources: [{id: shares, path: "*.csv", dataset: shareholding}]
`,
		{
			"rules/datasets/shareholding.yaml": dataset,
			"rules/LYCT/LYCT-90.yaml": rule,
		},
	);
	const file = join("rules", "models", "control", "held_through.sql");
	const lint = async (text: string) => {
		writeFiles(folder, { "rules/models/control/held_through.sql": text });
		const { set, problems } = loadDefinitions(openWorkspace(folder));
		const node = set.models.get("held_through");
		const found = node === undefined ? new Map() : await lintNodes([node], set);
		return [...problems, ...[...found.values()].flat()]
			.filter(({ at }) => at.file?.endsWith(file))
			.map(({ code, at }) => `${code} ${at.line}`);
	};
	const whole = model("maximum: 9");
	const lineOf = (part: string) =>
		whole.slice(0, whole.indexOf(part)).split("\n").length;
	expect(await lint(whole)).toEqual([]);
	// The seed does not see the rounds, the step sees declared columns only, and gives the declared types.
	expect(
		await lint(whole.replace("FROM shareholding\n", "FROM latest\n")),
	).toEqual(
		expect.arrayContaining([
			`sql-table-unknown ${lineOf("FROM shareholding\n")}`,
		]),
	);
	expect(
		await lint(whole.replace("latest.steps + 1", "latest.level + 1")),
	).toContain(`sql-column-unknown ${lineOf("latest.steps + 1")}`);
	expect(await lint(whole.replace("latest.steps + 1", "'1'"))).toEqual([
		expect.stringMatching(/^rule-output-type/),
	]);
	expect(
		await lint(
			model("maximum: 9", "/*--- stop ---*/\nSELECT count(*) FROM reached"),
		),
	).toEqual([expect.stringMatching(/^model-stop/)]);
	expect(
		await lint(whole.replace("/*--- step ---*/", "/*--- steps ---*/")),
	).toEqual([expect.stringMatching(/^model-piece/)]);
	expect(await lint(whole.replace("/*--- step ---*/", "UNION ALL"))).toEqual([
		expect.stringMatching(/^model-pieces/),
	]);
	expect(
		await lint(whole.replace("key: [owner, held]", "key: [owner, to]")),
	).toEqual([expect.stringMatching(/^model-iterate-key/)]);
	expect(await lint(whole.replace("kind: iterate\n", ""))).toEqual([
		expect.stringMatching(/^yaml-shape/),
	]);
});

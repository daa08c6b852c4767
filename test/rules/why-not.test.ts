import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { explainAbsence, runLoad } from "../../src/nightly/index.ts";
import { openWorkspace } from "../../src/workspace/index.ts";
import { bidui, writeFiles } from "../support/bidui.ts";
import { boatWorkspace } from "../support/boats.ts";

/** A rule in steps: a join, a condition of each kind, a group, a name of WITH that no longer has the boat. */
const sql = `  WITH owned AS (
    SELECT b._src, b._row, b.boat_no, b.owner_id, b.owner_name, b.subsidy, b.state
    FROM fishing_boat b
    JOIN death d ON d.citizen_id = b.owner_id AND d.death_date < date '2026-01-01'
  ),
  paid AS (
    SELECT * FROM owned WHERE subsidy > :floor AND state = 'scrapped'
  ),
  total AS (
    SELECT owner_id, max(owner_name) AS owner_name, min(boat_no) AS boat_no,
      CAST(sum(subsidy) AS DECIMAL(18,2)) AS amount,
      array_join(array_agg(_src || '#' || CAST(_row AS varchar) ORDER BY _src, _row), ' ') AS evidence
    FROM paid
    GROUP BY owner_id
    HAVING sum(subsidy) >= 1000
  )
  SELECT boat_no, owner_id, owner_name, amount, 'M1' AS tier, evidence, owner_name = '扣下' AS aside
  FROM total
output:`;

const boats = `船名号,船主身份证号,船主姓名,登记日期,燃油补贴,状态
B1,380121197001010011,列出,2020-01-02,2000,报废
B2,380121197208034221,太少,2020-01-02,900,报废
B3,38012119700512311X,在册,2020-01-02,2000,正常
B4,380121196502143168,健在,2020-01-02,2000,报废
B5,380121197105080017,晚了,2020-01-02,2000,报废
B6,380121196811120012,扣下,2020-01-02,2000,报废
`;
const deaths = `姓名,身份证号,死亡日期,数据来源
列出,380121197001010011,2025-01-01,殡葬
太少,380121197208034221,2025-01-01,殡葬
在册,38012119700512311X,2025-01-01,殡葬
晚了,380121197105080017,2026-02-01,殡葬
扣下,380121196811120012,2025-01-01,殡葬
`;

test("a subject's absence is told by the condition that its rows do not meet, or by the data that are not there", async () => {
	const folder = boatWorkspace(
		{},
		`contract: bidui/workspace@1
round: 试验
office: 试验办
as_of: "2026-06-30"
sources:
  - {id: boats, path: "渔船*.csv", dataset: fishing_boat}
  - {id: deaths, path: "死亡*.csv", dataset: death}
`,
	);
	const file = "rules/XBML/XBML-90.yaml";
	const text = readFileSync(join(folder, file), "utf8")
		.replace(/ {2}SELECT\n[\s\S]*?\noutput:/, sql)
		.replace(
			"parameters:",
			"  - dataset: death\n    columns: [citizen_id, death_date]\nparameters:",
		)
		.replace(
			"columns: [_src, _row, boat_no, owner_id, owner_id_check,",
			"columns: [_src, _row, boat_no, owner_id,",
		)
		.replace(
			"narrative:",
			"suppressions:\n  - {code: F25, when: aside, title: 已核实}\nnarrative:",
		);
	writeFiles(folder, {
		[file]: text,
		"sources/渔船 名册.csv": boats,
		"sources/死亡 名册.csv": deaths,
	});
	const workspace = openWorkspace(folder);
	const signal = new AbortController().signal;
	await runLoad({ workspace, onProgress: () => {}, signal });
	const why = async (subject: string) => {
		const { state, reasons, data, leads } = await explainAbsence({
			workspace,
			id: "XBML-90",
			subject,
			signal,
			onProgress: () => {},
		});
		return { state, reasons, data, leads };
	};
	const lineOf = (part: string) =>
		text.slice(0, text.indexOf(part)).split("\n").length;
	expect((await why("380121197001010011")).state).toBe("found");
	expect(await why("380121196811120012")).toMatchObject({
		state: "suppressed",
		leads: [{ code: "F25" }],
	});
	expect((await why("太少")).reasons).toEqual([
		{
			kind: "having",
			node: "XBML-90",
			part: "total",
			line: lineOf("HAVING"),
			conditions: [expect.stringContaining(">= 1000")],
			rows: 1,
			together: false,
		},
	]);
	expect((await why("B3")).reasons).toEqual([
		{
			kind: "condition",
			node: "XBML-90",
			part: "paid",
			line: lineOf("WHERE subsidy"),
			conditions: ["(state = 'scrapped')"],
			rows: 1,
			together: false,
		},
	]);
	// The owner is alive: his boat is there, no death of his.
	const alive = await why("380121196502143168");
	expect(alive.data.map(({ dataset, rows }) => [dataset, rows])).toEqual([
		["fishing_boat", 1],
		["death", 0],
	]);
	expect(alive.reasons).toMatchObject([
		{
			kind: "join",
			part: "owned",
			conditions: ["(d.citizen_id = b.owner_id)"],
		},
		{ kind: "absent", part: "owned", input: "death" },
	]);
	expect((await why("380121197105080017")).reasons).toMatchObject([
		{
			kind: "join",
			part: "owned",
			conditions: [
				"(d.citizen_id = b.owner_id)",
				expect.stringContaining("death_date"),
			],
			together: true,
		},
	]);
	expect(await why("380121190001010000")).toMatchObject({
		state: "absent",
		reasons: [
			{ kind: "absent", input: "fishing_boat" },
			{ kind: "absent", input: "death" },
		],
	});
	const said = bidui([
		"why-not",
		"38012119700512311X",
		"XBML-90",
		"-w",
		folder,
	]);
	expect(said.code).toBe(0);
	expect(said.out).toContain("state = 'scrapped'");
	expect(said.out + said.err).not.toContain("38012119700512311X");
});

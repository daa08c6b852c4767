import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
	type Cluster,
	startCluster,
} from "../../scripts/trino-local/cluster.ts";
import { TrinoClient } from "../../src/engine/trino/client.ts";
import { bidui, root, startBidui, writeFiles } from "../support/bidui.ts";
import { countyOnLake } from "./lake.ts";

let cluster: Cluster;
const cleanings: (() => void)[] = [];

beforeAll(async () => {
	cluster = await startCluster({ workers: 2, heap: "1500M" });
}, 300_000);

afterAll(async () => {
	await cluster?.stop();
	for (const clean of cleanings) clean();
});

const tests = `tests:
  - {name: 无人, kind: near_miss, as_of: "2026-06-30", rows: {household: []}, expect: []}
  - name: 三个同名
    kind: hit
    as_of: "2026-06-30"
    rows: {household: [{citizen_id: "380121197001010011", name: x, gender: 男}]}
    expect: [{lead_key: ["380121197001010011", "380121197001010011"]}]
`;

/** The documented rule, asking something that takes minutes: threes of residents of one gender. */
function slowRule(): string {
	const text = readFileSync(join(root, "docs", "contracts", "rule.md"), "utf8");
	const example = /```yaml rule\n([\s\S]*?)```/.exec(text)?.[1] ?? "";
	const sql = `sql: |
  SELECT
    max(a.citizen_id) AS boat_no,
    max(a.citizen_id) AS owner_id,
    max(a.name) AS owner_name,
    CAST(count(*) AS DECIMAL(18,2)) AS amount,
    'M1' AS tier,
    max(a._src) || '#1' AS evidence
  FROM household AS a
  JOIN household AS b ON b.gender = a.gender
  JOIN household AS c ON c.gender = b.gender
  WHERE a.name || b.name || c.name = 'x'
  GROUP BY a.gender
  HAVING count(*) > :floor
`;
	return example
		.replace("XBML-90", "LYCT-90")
		.replace(
			/inputs:[\s\S]*?parameters:/,
			"inputs:\n  - dataset: household\n    columns: [_src, _row, citizen_id, name, gender]\nparameters:",
		)
		.replace(/sql: \|[\s\S]*?output:/, `${sql}output:`)
		.replace(/tests:[\s\S]*$/, tests);
}

test("a worker that dies in the middle of a rule is that rule's error; the batch goes on, and the next run completes", async () => {
	const folder = countyOnLake(cluster, (clean) => cleanings.push(clean));
	writeFiles(folder, { "rules/LYCT/LYCT-90.yaml": slowRule() });
	expect(bidui(["load", "-w", folder]).code).toBe(0);
	expect(bidui(["lake", "publish", "-w", folder]).code).toBe(0);
	const run = ["run", "-w", folder, "--engine", "trino", "--rules"];
	const child = startBidui([...run, "LYCT-90,XBML-06"]);
	let text = "";
	child.stderr.on("data", (chunk: Buffer) => {
		text += chunk.toString("utf8");
	});
	const ended = new Promise<number | null>((resolve) =>
		child.once("exit", resolve),
	);
	const client = new TrinoClient({ url: cluster.url, user: "bidui" });
	const running = async () =>
		(
			await client.query(
				"SELECT 1 FROM system.runtime.queries WHERE state = 'RUNNING' AND query LIKE '%b.gender = a.gender%' AND query NOT LIKE '%runtime%'",
			)
		).rows.length > 0;
	while (child.exitCode === null && !(await running())) await pause(500);
	await pause(2_000);
	cluster.killWorker(2);
	const code = await ended;
	expect(text).toContain("rule-engine-failed");
	expect(text).toMatch(/LYCT-90[^\n]*引擎出了问题/);
	expect(text).toMatch(/XBML-06[^\n]*：(完成|出错|跳过)/);
	expect(code).toBe(3);
	// The coordinator needs a while to miss the worker.
	let next = 3;
	for (let tries = 0; next !== 0 && tries < 20; tries++) {
		await pause(3_000);
		next = bidui([...run, "XBML-06"]).code ?? 1;
	}
	expect(next).toBe(0);
}, 900_000);

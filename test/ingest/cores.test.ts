import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import iconv from "iconv-lite";
import { expect, it } from "vitest";
import { Bench } from "./support/workspace.ts";

const DATASET = `contract: bidui/dataset@1
name: pay
title: 发放表
family: finance
description: 测试
held_by: [财政局]
columns:
  - {name: name, title: 姓名, kind: name, required: true}
  - {name: state, title: 状态, kind: code, codes: {"1": [成功], "2": [失败]}}
  - {name: amount, title: 金额, kind: money, totalled: true}
identify_by: [name]
`;

it("the same parts come out however many cores load them, in the order of the rows", async () => {
	// More than two row groups, a coded column, and rows that are no data among and below the others.
	const rows = Array.from({ length: 270_000 }, (_, i) =>
		i % 90_000 === 89_999 ? "小计,,90000" : `张三,${i % 3 ? "成功" : "失败"},1`,
	);
	const bench = new Bench()
		.dataset(DATASET)
		.source("a.csv", `姓名,状态,金额\n${rows.join("\n")}\n`)
		.source("b.csv", `姓名,状态,金额\n李四,成功,${rows.length}\n`)
		.source("c.csv", `姓名,状态,金额\n李四,成功,${rows.length}\n`)
		.config([{ id: "pay", path: "*.csv", dataset: "pay" }]);
	const manifests = [];
	for (const threads of [1, 2, 4]) {
		const result = await bench.load({ threads });
		expect(result.outcomes.map(({ file, status }) => [file, status])).toEqual([
			["a.csv", "loaded"],
			["b.csv", "loaded"],
			["c.csv", "duplicate"],
		]);
		const part = result.outcomes[0]?.part;
		if (part === undefined) throw new Error("no part");
		manifests.push(result.outcomes.map((outcome) => outcome.part));
		const file = bench.partFile(part);
		expect(
			await bench.rows(
				file,
				"count(*), bool_and(_row = wanted)",
				"POSITIONAL JOIN (SELECT _row AS wanted FROM (SELECT unnest(range(2, 270002)) AS _row) WHERE (_row - 1) % 90000 <> 0)",
			),
		).toEqual([[269_997, true]]);
		expect(readFileSync(file).length).toBeGreaterThan(0);
		rmSync(join(bench.root, "store"), { recursive: true, force: true });
	}
	expect(manifests[1]).toEqual(manifests[0]);
	expect(manifests[2]).toEqual(manifests[0]);
});

it("a large file whose records are not all lines is read record by record, as a small one is", async () => {
	// Long remarks: a few records make a large file.
	const remark = "长".repeat(1300);
	const row = (i: number) => `张三${"甲乙丙丁"[i % 4]},成功,${i},${remark}`;
	const rows = Array.from({ length: 2000 }, (_, i) => row(i + 1));
	rows[9] = `"王\n五",成功,10,${remark}`;
	rows[19] = "赵六,成功";
	const text = `姓名,状态,金额,备注\n${rows.join("\n")}\n`;
	const bench = new Bench()
		.dataset(DATASET)
		.source("a.csv", iconv.encode(text, "gb18030"))
		.config([{ id: "pay", path: "*.csv", dataset: "pay" }]);
	const { outcomes } = await bench.load();
	expect(outcomes).toMatchObject([
		{
			status: "loaded",
			read: 2001,
			loaded: 1999,
			quarantined: 1,
			decoration: 1,
			reasons: { "ragged-row": 1 },
		},
	]);
	const part = outcomes[0]?.part;
	if (part === undefined) throw new Error("no part");
	expect(part.bytes).toBeGreaterThan(4 << 20);
	expect(
		await bench.rows(
			bench.partFile(part),
			"_row, amount",
			"WHERE _row IN (2, 11, 2001)",
		),
	).toEqual([
		[2, "1.00"],
		[11, "10.00"],
		[2001, "2000.00"],
	]);
});

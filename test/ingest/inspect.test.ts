import { readFileSync } from "node:fs";
import { join } from "node:path";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { inspectionText } from "../../src/cli/print/inspection.ts";
import { ProblemError } from "../../src/errors/index.ts";
import { inspectFile } from "../../src/nightly/index.ts";
import { openWorkspace } from "../../src/workspace/index.ts";
import { Bench, datasetYaml, ROLL } from "./support/workspace.ts";

const ID = "11010519491231002X";
const TEXT = `某某镇名册\n姓名,证件号码,发放金额（万元）,备注\n张三,${ID},0.01,无\n李四,123,0.02,\n`;
const YAML = `contract: bidui/workspace@1
round: 测试 # 第一轮
office: 巡察办
as_of: "2026-06-30"
sources:
  # 低保
  - id: roll
    path: b.csv
    dataset: roll
    optional: true

# 以下不动
groups: []
`;

function bench(): Bench {
	return new Bench()
		.dataset(ROLL)
		.dataset(
			datasetYaml("other", [
				"{ name: name, kind: name, title: 姓名, headers: [姓名] }",
				"{ name: plate, kind: plate, title: 号牌, headers: [号牌], required: true }",
			]),
		)
		.source("民政局/名册.csv", iconv.encode(TEXT, "gb18030"))
		.file("bidui.yaml", YAML);
}

const inspect = (b: Bench, file: string, write = false) =>
	inspectFile(
		openWorkspace(b.root, join(b.root, "no-rules")),
		join(b.root, file),
		{ write, signal: new AbortController().signal },
	);

describe("bidui inspect", () => {
	it("shows what was understood; nothing is loaded, nothing unmasked", async () => {
		const b = bench();
		const inspection = await inspect(b, "sources/民政局/名册.csv");
		expect(
			inspection.guesses.map(({ dataset, mapped, headings, missing }) => [
				dataset.name,
				mapped,
				headings,
				missing,
			]),
		).toEqual([["roll", 3, 4, []]]);
		const text = inspectionText(inspection);
		for (const part of [
			"编码 gb18030",
			"分隔符 逗号",
			"表头第 2 行",
			"读取 4 行，装载 2，待核 0，非数据 2",
			"×10000元",
			"身份证号位数不对 1 行",
			"没有对应的表头（原文仍保存）：备注",
			"张*",
			"****002X",
			"100.00",
		])
			expect(text).toContain(part);
		expect(text).not.toContain(ID);
		expect(text).not.toContain("张三");
		expect(b.store.currentSnapshot()).toBeUndefined();
	});

	it("adds the source and leaves the rest of bidui.yaml as it is", async () => {
		const b = bench();
		const { written } = await inspect(b, "sources/民政局/名册.csv", true);
		expect(written).toEqual({
			id: "roll_2",
			path: "民政局/名册.csv",
			dataset: "roll",
		});
		const text = readFileSync(join(b.root, "bidui.yaml"), "utf8");
		expect(text).toBe(
			YAML.replace(
				"    optional: true\n",
				'    optional: true\n  - id: "roll_2"\n    path: "民政局/名册.csv"\n    dataset: "roll"\n',
			),
		);
		expect((await b.load()).outcomes.map((item) => item.status)).toEqual([
			"missing",
			"loaded",
		]);
		await expect(inspect(b, "sources/民政局/名册.csv", true)).rejects.toThrow(
			ProblemError,
		);
	});

	it("prefers what knows both rows of a heading to what knows one of them whole", async () => {
		const b = bench()
			.dataset(
				datasetYaml("pair", [
					"{ name: name, kind: name, title: 姓名, headers: [姓名], required: true }",
					"{ name: citizen_id, kind: citizen_id, title: 身份证号, headers: [身份证号] }",
				]),
			)
			.source(
				"两行.csv",
				`户主,,村名,发放\n姓名,身份证号,,金额\n张三,${ID},一村,5\n`,
			);
		const { guesses } = await inspect(b, "sources/两行.csv");
		expect(
			guesses.map(({ dataset, mapped, headings }) => [
				dataset.name,
				mapped,
				headings,
			]),
		).toEqual([
			["roll", 4, 4],
			["pair", 2, 4],
		]);
	});

	it("says so when no dataset fits, there is no file, or it lies elsewhere", async () => {
		const b = bench().source("x.csv", "甲,乙\n1,2\n").file("y.csv", TEXT);
		expect(inspectionText(await inspect(b, "sources/x.csv"))).toContain(
			"没有一个数据集",
		);
		for (const [file, code] of [
			["sources/z.csv", "inspect-missing"],
			["y.csv", "inspect-outside"],
		] as const) {
			const error = await inspect(b, file, true).catch((e: unknown) => e);
			expect((error as ProblemError).problems[0]?.code).toBe(code);
		}
	});
});

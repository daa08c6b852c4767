import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Bench, datasetYaml, ROLL } from "./support/workspace.ts";

const row = (name: string) => `姓名,身份证号\n${name},11010519491231002X\n`;
const files = (result: Awaited<ReturnType<Bench["load"]>>) =>
	result.snapshot.lines.flatMap((line) =>
		line.type === "version"
			? []
			: line.type === "missing"
				? `${line.source} missing`
				: `${line.type} ${line.file}`,
	);
const modes = (mode: string, more: Record<string, unknown> = {}) => [
	{ id: "r", path: "**/*.csv", dataset: "roll", mode, ...more },
];

describe("snapshots", () => {
	it("a second load does nothing, a third too", async () => {
		const bench = new Bench()
			.dataset(ROLL)
			.source("一/a.csv", row("张三"))
			.config(modes("replace", { cut_off: "2026-06-30" }));
		const first = await bench.load();
		expect(first.snapshot).toMatchObject({
			n: 1,
			lines: [
				{ type: "part", rows: 1, file: "一/a.csv", cut_off: "2026-06-30" },
			],
		});
		const second = await bench.load();
		expect(second.outcomes).toMatchObject([
			{ status: "unchanged", read: 2, loaded: 1 },
		]);
		expect(second.snapshot).toEqual(first.snapshot);
		expect(readdirSync(join(bench.root, "store", "snapshots"))).toHaveLength(1);
		expect(existsSync(join(bench.root, "store", "staging", "ingest"))).toBe(
			false,
		);
	});

	it("a copy saved in another form counts once, also when both are loaded again", async () => {
		const rows = Array.from({ length: 6 }, (_, i) => `张${i}三,村${i}`);
		const bench = new Bench()
			.dataset(ROLL)
			.source("a.csv", `姓名,村\n${rows.join("\n")}\n`)
			.source(
				"b.tsv",
				`姓名\t村\n${rows.map((text) => text.replace(",", "\t")).join("\n")}\n`,
			)
			.config([{ id: "r", path: "*.*sv", dataset: "roll", mode: "append" }]);
		for (const first of ["loaded", "unchanged"]) {
			const { outcomes } = await bench.load();
			expect(outcomes).toMatchObject([
				{ file: "a.csv", status: first },
				{
					file: "b.tsv",
					status: "duplicate",
					problems: [{ code: "content-duplicate" }],
				},
			]);
		}
		bench.source("c.csv", `姓名,村\n${rows.join("\n")}\n\n`);
		expect((await bench.load()).outcomes).toMatchObject([
			{ file: "a.csv", status: "unchanged" },
			{ file: "b.tsv", status: "duplicate" },
			{ file: "c.csv", status: "duplicate" },
		]);
	});

	it.each([
		["replace", ["part b.csv", "part c.csv"]],
		["append", ["part b.csv", "part c.csv", "part a.csv"]],
		["cumulative", ["part c.csv"]],
	])("mode %s", async (mode, after) => {
		const bench = new Bench()
			.dataset(ROLL)
			.source("a.csv", row("张三"))
			.config(modes(mode));
		expect(files(await bench.load())).toEqual(["part a.csv"]);
		bench
			.remove("a.csv")
			.source("b.csv", row("李四"))
			.source("c.csv", row("王五"));
		expect(files(await bench.load())).toEqual(after);
	});

	it("a refused successor leaves what vanished standing", async () => {
		const bench = new Bench()
			.dataset(ROLL)
			.source("2024.csv", row("张三"))
			.config(modes("replace"));
		await bench.load();
		bench.remove("2024.csv").source("2025.csv", "乱,七\n八,糟\n");
		const result = await bench.load();
		expect(files(result)).toEqual(["refused 2025.csv", "part 2024.csv"]);
		expect(result.snapshot.lines[0]).toMatchObject({
			kept: true,
			codes: ["heading-not-found"],
		});
		bench.source("2025.csv", row("李四"));
		expect(files(await bench.load())).toEqual(["part 2025.csv"]);
	});

	it("missing files", async () => {
		const bench = new Bench().dataset(ROLL).config(modes("replace"));
		const required = await bench.load();
		expect(required.outcomes).toMatchObject([{ status: "missing" }]);
		expect(required.problems).toMatchObject([
			{ code: "source-no-file", at: { line: 5 } },
		]);
		const optional = await bench
			.config(modes("replace", { optional: true }))
			.load();
		expect(files(optional)).toEqual(["r missing"]);
		expect(optional.problems).toEqual([]);
	});

	it("the same content twice counts once", async () => {
		const bench = new Bench()
			.dataset(ROLL)
			.source("a.csv", row("张三"))
			.source("a 副本.csv", row("张三"))
			.config([
				{ id: "r", path: "*.csv", dataset: "roll" },
				{ id: "s", path: "a.csv", dataset: "roll" },
			]);
		const result = await bench.load();
		expect(result.outcomes.map((item) => [item.file, item.status])).toEqual([
			["a 副本.csv", "loaded"],
			["a.csv", "duplicate"],
			["a.csv", "duplicate"],
		]);
		expect(result.problems).toMatchObject([
			{ code: "file-duplicate", severity: "warning" },
			{ code: "file-duplicate" },
		]);
		expect(files(result)).toEqual(["part a 副本.csv"]);
	});

	it("a change of definition, list or setting makes the part anew", async () => {
		const list = (spelling: string) =>
			`contract: bidui/list@1\nname: k\ntitle: k\nowner: k\nupdated: "2026-01-01"\nsource: k\ncolumns: [{ name: code, type: VARCHAR }, { name: spelling, type: VARCHAR }]\nrows: [["1", ${spelling}]]\n`;
		const dataset = (title: string) =>
			datasetYaml("roll", [
				`{ name: a, kind: code, title: ${title}, headers: [类], codes_list: k }`,
				"{ name: b, kind: text, title: 乙 }",
			]);
		const bench = new Bench()
			.list("k", list("是"))
			.dataset(dataset("甲"))
			.source("a.csv", "类,乙\n对,x\n")
			.config(modes("replace"));
		const keys = new Set<string | undefined>();
		const load = async () => {
			const result = await bench.load();
			expect(result.outcomes[0]?.status).toBe("loaded");
			keys.add(result.outcomes[0]?.part?.key);
			return bench.part(result, "a, _src");
		};
		const [[, src] = []] = await load();
		bench.list("k", list("对"));
		expect(await load()).toEqual([["1", src]]);
		bench.dataset(dataset("丙"));
		await load();
		bench.config(modes("replace", { header_row: 1 }));
		await load();
		expect(keys.size).toBe(4);
	});

	it("a moved file keeps its part under a new name", async () => {
		const bench = new Bench()
			.dataset(ROLL)
			.source("a.csv", row("张三"))
			.config(modes("replace"));
		const first = await bench.load();
		bench.remove("a.csv").source("新/b.csv", row("张三"));
		const second = await bench.load();
		expect(second.outcomes).toMatchObject([
			{ status: "unchanged", file: "新/b.csv" },
		]);
		expect(second.snapshot.lines).toMatchObject([
			{ file: "新/b.csv", key: first.outcomes[0]?.part?.key },
		]);
	});

	it("progress names every file; a cancelled load changes nothing", async () => {
		const bench = new Bench()
			.dataset(ROLL)
			.source("a.csv", row("张三"))
			.source("b.csv", row("李四"))
			.config(modes("replace"));
		const events: unknown[] = [];
		const first = await bench.load({ events });
		// Files are loaded side by side: each begins before it ends, in whatever order they end.
		const told = events as { type: string; file: string }[];
		for (const [at, file] of ["a.csv", "b.csv"].entries()) {
			const mine = told.filter((event) => event.file === file);
			const index = at + 1;
			expect(mine).toMatchObject([
				{ type: "source-start", source: "r", index, total: 2 },
				{ type: "source-done", status: "loaded", rows: 2, index, total: 2 },
			]);
		}
		expect(told).toHaveLength(4);
		bench.source("c.csv", row("王五"));
		await expect(bench.load({ signal: AbortSignal.abort() })).rejects.toThrow();
		expect(bench.store.currentSnapshot()).toEqual(first.snapshot);
	});

	it("globs: stars, question marks, folders, brackets as they stand, leftovers of Office passed over", async () => {
		const bench = new Bench().dataset(ROLL);
		for (const file of [
			"甲/2024[1].csv",
			"甲/2024x1.csv",
			"甲/乙/名册 1.csv",
			"名册1.csv",
			"名册12.csv",
			"~$名册1.csv",
			".隐.csv",
		])
			bench.source(file, row(file.length.toString()) + file);
		const matched = async (path: string) => {
			const result = await bench
				.config([{ id: "r", path, dataset: "roll" }])
				.load();
			return result.outcomes
				.filter((item) => item.status !== "missing")
				.map((item) => item.file);
		};
		expect(await matched("甲/2024[1].csv")).toEqual(["甲/2024[1].csv"]);
		expect(await matched("名册?.csv")).toEqual(["名册1.csv"]);
		expect(await matched("*.csv")).toEqual(["名册1.csv", "名册12.csv"]);
		expect(await matched("**/名册*.csv")).toEqual([
			"名册1.csv",
			"名册12.csv",
			"甲/乙/名册 1.csv",
		]);
		expect(await matched("甲/**")).toEqual([
			"甲/2024[1].csv",
			"甲/2024x1.csv",
			"甲/乙/名册 1.csv",
		]);
		expect(await matched("无/*.csv")).toEqual([]);
	});
});

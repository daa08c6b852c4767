import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { main } from "../src/cli/main.ts";
import {
	bidui,
	biduiJson,
	root,
	temporaryFolder,
	writeFiles,
} from "./support/bidui.ts";
import { boatCsv, boatWorkspace } from "./support/boats.ts";

const commands = [
	["run"],
	["load"],
	["report"],
	["rules", "list"],
	["rules", "show"],
	["rules", "new"],
	["rules", "run"],
	["rules", "lock"],
	["rules", "docs"],
	["rules", "diff"],
	["rules", "mutate"],
	["rules", "lint"],
	["rules", "test"],
	["leads", "list"],
	["leads", "show"],
	["leads", "verify"],
	["datasets", "list"],
	["datasets", "show"],
	["sql"],
	["doctor"],
	["init"],
	["units", "export"],
	["units", "import"],
];

test("the program lists its commands in Chinese", () => {
	const { code, out } = bidui(["--help"]);
	expect(code).toBe(0);
	for (const [name] of commands) expect(out).toContain(`\n  ${name}`);
	expect(out).not.toMatch(/Usage|Options|Commands|display help/);
});

// In one process, through the same door as the binary: fifteen starts would take long.
test("every command has help in Chinese with an example", async () => {
	const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
	for (const words of commands) {
		written.mockClear();
		expect(await main([...words, "--help"])).toBe(0);
		const out = written.mock.calls.map(([text]) => text).join("");
		expect(out).toContain(`例：bidui ${words.join(" ")}`);
		expect(out).toContain("用法：");
		expect(out).not.toMatch(
			/Usage|\[options\]|Arguments|display help|default:/,
		);
	}
	written.mockRestore();
});

test("init makes a workspace that loads what it is given, and refuses to make it twice", () => {
	const folder = join(temporaryFolder(), "新的 一轮");
	expect(bidui(["init", folder]).code).toBe(0);
	for (const name of ["bidui.yaml", "sources", "rules", "private/site.key"])
		expect(existsSync(join(folder, name)), name).toBe(true);
	if (process.platform !== "win32")
		expect(statSync(join(folder, "private")).mode & 0o077).toBe(0);
	const empty = bidui(["run", "-w", folder]);
	expect(empty.code, empty.err).toBe(0);
	writeFiles(folder, {
		"sources/公安局/机动车登记.csv":
			"号牌号码,号牌种类,车辆类型,机动车所有人,证件号码\n岚A00001,小型汽车,小型轿车,甲某,380121197001010011\n",
	});
	const loaded = biduiJson<{
		sources: { source: string; status: string; loaded: number }[];
	}>(["load", "-w", folder]);
	expect(loaded.code).toBe(0);
	expect(
		loaded.sources.find((source) => source.source === "vehicle"),
	).toMatchObject({
		status: "loaded",
		loaded: 1,
	});
	const again = bidui(["init", folder]);
	expect(again.code).toBe(2);
	expect(again.err).toContain("[workspace-exists]");
});

test("report writes the last run's files again, the same to the byte, also after they were deleted", () => {
	const folder = boatWorkspace();
	const first = biduiJson<{ reports: string[] }>(["run", "-w", folder]);
	const page = first.reports.find((file) => file.endsWith(".html")) ?? "";
	const bytes = readFileSync(page);
	rmSync(join(folder, "out"), { recursive: true });
	const again = bidui(["report", "-w", folder]);
	expect(again.code, again.err).toBe(0);
	expect(again.out).toContain(page);
	expect(readFileSync(page).equals(bytes)).toBe(true);
});

test("report before any run says so", () => {
	const ran = bidui(["report", "-w", boatWorkspace()]);
	expect(ran.code).toBe(2);
	expect(ran.err).toContain("[run-missing]");
});

test("load accounts for every row, as a table and as JSON", () => {
	const folder = boatWorkspace({
		"sources/渔船 名册.csv": `渔船名册,,,,,\n${boatCsv},,,甲,2020-01-01,5,正常\n合计,,,,1800,\n`,
	});
	const result = biduiJson<{
		sources: {
			read: number;
			loaded: number;
			quarantined: number;
			decoration: number;
			reasons: Record<string, number>;
		}[];
	}>(["load", "-w", folder]);
	expect(result.code).toBe(0);
	const [source] = result.sources;
	expect(source?.read).toBe(
		(source?.loaded ?? 0) +
			(source?.quarantined ?? 0) +
			(source?.decoration ?? 0),
	);
	expect(source).toMatchObject({ loaded: 2, quarantined: 1 });
	expect(
		Object.values(source?.reasons ?? {}).reduce((a, b) => a + b, 0),
	).toBeGreaterThan(0);
});

test("datasets and rules are listed and shown", () => {
	const folder = boatWorkspace();
	expect(bidui(["datasets", "list", "-w", folder]).out).toContain("渔船登记");
	expect(
		bidui(["datasets", "show", "fishing_boat", "-w", folder]).out,
	).toContain("船主身份证号");
	expect(bidui(["datasets", "show", "nope", "-w", folder]).code).toBe(2);
	const { rules } = biduiJson<{ rules: { id: string; origin: string }[] }>([
		"rules",
		"list",
		"-w",
		folder,
	]);
	expect(rules).toContainEqual(
		expect.objectContaining({ id: "XBML-90", origin: "local" }),
	);
	expect(rules).toContainEqual(
		expect.objectContaining({ id: "LYCT-05", origin: "shipped" }),
	);
	const shown = bidui(["rules", "show", "XBML-90", "-w", folder]).out;
	for (const words of [
		"燃油补贴名册中？",
		"依据",
		"参数",
		"SELECT",
		"先问三件事",
	])
		expect(shown).toContain(words);
});

test("sql reads, and only reads", () => {
	const folder = boatWorkspace();
	bidui(["load", "-w", folder]);
	const counted = biduiJson<{ rows: string[][] }>([
		"sql",
		"SELECT state, count(*) AS n FROM fishing_boat GROUP BY state ORDER BY state",
		"-w",
		folder,
	]);
	expect(counted.rows).toEqual([
		["active", "1"],
		["scrapped", "1"],
	]);
	for (const statement of [
		"DELETE FROM fishing_boat",
		"SELECT * FROM read_csv('/etc/passwd')",
		"SELECT 1; SELECT 2",
	]) {
		const ran = bidui(["sql", statement, "-w", folder]);
		expect(ran.code, statement).toBe(2);
		expect(ran.err, statement).toContain("[sql-query]");
		expect(ran.out).toBe("");
	}
});

test("doctor looks at the workspace", () => {
	const folder = boatWorkspace();
	const { code, out } = bidui(["doctor", "-w", folder]);
	expect(code).toBe(0);
	for (const name of [
		"比对引擎",
		"本站密钥",
		"线索记录",
		"磁盘加密",
		"磁盘空间",
	])
		expect(out).toContain(name);
});

test("the shipped rules pass their lint and their own tests", () => {
	const sample = join(root, "datasets-sample");
	const lint = bidui(["rules", "lint", "-w", sample]);
	expect(lint.code, lint.out).toBe(0);
	// The rules that run every night; .ci/run tests those on trial as well.
	const nightly = [
		"LYCT-05",
		"WBCB-06",
		"GXB-02",
		"GXB-08",
		"XBML-02",
		"XBML-09",
	];
	const tested = bidui(["rules", "test", ...nightly, "-w", sample]);
	expect(tested.code, tested.out.slice(-2000)).toBe(0);
});

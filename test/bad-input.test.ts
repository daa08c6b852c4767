import { once } from "node:events";
import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
	bidui,
	biduiInShell,
	biduiJson,
	copySample,
	startBidui,
	temporaryFolder,
	tree,
	writeFiles,
} from "./support/bidui.ts";
import { boatConfig, boatCsv, boatWorkspace } from "./support/boats.ts";

const FILE = "sources/渔船 名册.csv";

interface Leads {
	leads: { id: string; status: string }[];
}

let model: string;
let modelLeads: Leads["leads"];

// One good run serves all tests: each takes a copy of the workspace that it left.
beforeAll(() => {
	model = boatWorkspace({}, boatConfig, afterAll);
	const ran = bidui(["run", "-w", model]);
	expect(ran.code, ran.err).toBe(0);
	modelLeads = biduiJson<Leads>(["leads", "list", "-w", model]).leads;
	expect(modelLeads).toHaveLength(1);
});

/** A workspace that has had one good run, with what that run left. */
function settled() {
	const folder = temporaryFolder();
	cpSync(model, folder, { recursive: true });
	return { folder, out: tree(join(folder, "out")), leads: modelLeads };
}

type Settled = ReturnType<typeof settled>;

/** The earlier reports are untouched, and the earlier lead still stands under its number. */
function expectKept({ folder, out, leads }: Settled): void {
	expect(tree(join(folder, "out"))).toMatchObject(out);
	const now = biduiJson<Leads>(["leads", "list", "-w", folder]);
	expect(now.leads.map((lead) => lead.id)).toEqual(
		leads.map((lead) => lead.id),
	);
	expect(now.leads.map((lead) => lead.status)).not.toContain("gone");
}

/** The finding with a code as the console shows it: place, message, and what to do. */
function finding(err: string, code: string): string {
	const lines = err.split("\n");
	const at = lines.findIndex((line) => line.includes(`[${code}]`));
	expect(at, `${code} in\n${err}`).toBeGreaterThanOrEqual(0);
	expect(lines[at + 1]).toContain("怎么办：");
	return lines[at] ?? "";
}

describe("a bad source is refused, the batch goes on, and its earlier part stands", () => {
	const cases: {
		name: string;
		content: string | Uint8Array;
		code: string;
		says: RegExp;
		file?: string;
	}[] = [
		{
			name: "a file that is no workbook",
			file: "sources/渔船.xlsx",
			content: "这不是 Excel",
			code: "workbook-unreadable",
			says: /渔船\.xlsx/,
		},
		{
			name: "bytes of no encoding",
			content: Buffer.concat([
				Buffer.from(boatCsv),
				Buffer.from([0x42, 0x33, 0x2c, 0xff, 0xff, 0x0a]),
			]),
			code: "encoding-mixed",
			says: /第 4 行.*字节偏移 \d+/,
		},
		{
			name: "an empty file",
			content: "",
			code: "file-empty",
			says: /名册\.csv/,
		},
		{
			name: "a missing required column",
			content: boatCsv.replace("船名号", "别的"),
			code: "column-missing",
			says: /船名号.*船主身份证号/,
		},
		{
			name: "no heading row",
			content: "1,2,3\n4,5,6\n",
			code: "heading-not-found",
			says: /名册\.csv/,
		},
	];
	for (const { name, content, code, says, file = FILE } of cases)
		test(name, () => {
			const before = settled();
			if (file !== FILE) {
				rmSync(join(before.folder, FILE));
				writeFiles(before.folder, {
					"bidui.yaml": boatConfig.replace("*.csv", "*.xlsx"),
				});
			}
			writeFiles(before.folder, { [file]: content });
			const ran = bidui(["run", "-w", before.folder]);
			expect(ran.code, ran.err).toBe(3);
			expect(finding(ran.err, code)).toMatch(says);
			expectKept(before);
		});
});

describe("a mistake in the configuration stops before anything is touched", () => {
	const cases: { name: string; config: string; code: string; says: RegExp }[] =
		[
			{
				name: "malformed YAML",
				config: boatConfig.replace("sources:", "sources: [\n\t- x"),
				code: "yaml-syntax",
				says: /bidui\.yaml 第 \d+ 行/,
			},
			{
				name: "an unknown setting",
				config: `${boatConfig}report: {list_buget: 10}\n`,
				code: "yaml-shape",
				says: /bidui\.yaml 第 8 行.*report\.list_buget/,
			},
			{
				name: "a value that is not among the choices",
				config: boatConfig.replace(
					"dataset: fishing_boat",
					"dataset: fishing_boat, mode: overwrite",
				),
				code: "yaml-shape",
				says: /第 6 行.*mode/,
			},
		];
	for (const { name, config, code, says } of cases)
		test(name, () => {
			const before = settled();
			writeFiles(before.folder, { "bidui.yaml": config });
			const ran = bidui(["run", "-w", before.folder]);
			expect(ran.code).toBe(2);
			expect(finding(ran.err, code)).toMatch(says);
			if (config.includes("list_buget"))
				expect(ran.err).toContain("是否要写 list_budget？");
			writeFiles(before.folder, { "bidui.yaml": boatConfig });
			expectKept(before);
		});

	test("no bidui.yaml", () => {
		const ran = bidui(["run", "-w", "没有这个文件夹"]);
		expect(ran.code).toBe(2);
		expect(finding(ran.err, "workspace-missing")).toContain("bidui.yaml");
	});

	test("an unknown dataset names the source and is refused; the others load", () => {
		const before = settled();
		writeFiles(before.folder, {
			"bidui.yaml": boatConfig.replace(
				"\nrules:",
				'\n  - {id: other, path: "*.csv", dataset: fishing_boats}\nrules:',
			),
		});
		const ran = bidui(["run", "-w", before.folder]);
		expect([2, 3]).toContain(ran.code);
		expect(finding(ran.err, "dataset-unknown")).toContain("fishing_boats");
		expectKept(before);
	});

	test("usage: unknown option, unknown command, a date that is none", () => {
		for (const args of [
			["run", "--nope"],
			["nope"],
			["run", "--as-of", "2026-02-30"],
			["leads", "show"],
		]) {
			const ran = bidui(args);
			expect(ran.code, args.join(" ")).toBe(2);
			expect(finding(ran.err, "usage")).not.toBe("");
			expect(ran.out).toBe("");
		}
	});
});

describe("a rule that is wrong fails alone", () => {
	const wrong = (folder: string, change: (text: string) => string): void => {
		const path = join(folder, "rules/XBML/XBML-90.yaml");
		const text = readFileSync(path, "utf8");
		writeFiles(folder, {
			"rules/XBML/XBML-91.yaml": change(text.replaceAll("XBML-90", "XBML-91")),
		});
	};
	const cases: {
		name: string;
		change: (text: string) => string;
		code: RegExp;
	}[] = [
		{
			name: "an SQL error",
			change: (text) => text.replace("FROM fishing_boat", "FORM fishing_boat"),
			code: /\[(sql-[a-z-]+|rule-sql-failed)\] .*XBML-91\.yaml 第 \d+ 行/,
		},
		{
			name: "reading a file",
			change: (text) =>
				text.replace(
					"FROM fishing_boat",
					"FROM read_csv('/etc/passwd') AS f, fishing_boat",
				),
			code: /\[sql-[a-z-]+\] .*XBML-91\.yaml 第 \d+ 行/,
		},
		{
			name: "a column that it did not declare",
			change: (text) =>
				text.replace("WHERE state", "WHERE registered IS NULL AND state"),
			code: /\[(sql-[a-z-]+|rule-sql-failed)\] .*XBML-91\.yaml 第 \d+ 行/,
		},
		{
			name: "a declared output that the SELECT lacks",
			change: (text) => text.replace("  tier: tier", "  tier: level"),
			code: /\[rule-output\] .*XBML-91\.yaml 第 \d+ 行/,
		},
	];
	for (const { name, change, code } of cases)
		test(name, () => {
			const before = settled();
			wrong(before.folder, change);
			const ran = bidui(["run", "-w", before.folder]);
			expect(ran.code, ran.err).toBe(3);
			expect(ran.err).toMatch(code);
			expect(ran.err + ran.out).not.toContain("root:");
			expect(ran.out).toMatch(/XBML-90.*完成|XBML-90[^\n]*沿用/);
			expectKept(before);
		});
});

describe("trouble while running", () => {
	test("a disk that is full, for which a limit on file size stands", () => {
		const before = settled();
		const rows = Array.from(
			{ length: 20000 },
			(_, i) => `C${i},380121197001010011,甲某,2020-01-02,${i},正常`,
		);
		writeFiles(before.folder, { [FILE]: `${boatCsv}${rows.join("\n")}\n` });
		const ran = biduiInShell("ulimit -f 40", ["run", "-w", before.folder]);
		expect([1, 3]).toContain(ran.code);
		expect(finding(ran.err, "disk-full")).not.toBe("");
		writeFiles(before.folder, { [FILE]: boatCsv });
		expectKept(before);
		expect(bidui(["run", "-w", before.folder]).code).toBe(0);
	});

	test("a second run at the same time says who runs; a dead owner's lock is taken over", () => {
		const before = settled();
		const lock = join(before.folder, "store/run.lock");
		const owner = { host: hostname(), since: "2026-06-30T20:00:00.000Z" };
		writeFiles(before.folder, {
			"store/run.lock": JSON.stringify({
				...owner,
				pid: process.pid,
				began: null,
			}),
		});
		const refused = bidui(["run", "-w", before.folder]);
		expect(refused.code).toBe(1);
		expect(finding(refused.err, "workspace-locked")).toContain(
			String(process.pid),
		);
		expectKept(before);
		writeFiles(before.folder, {
			"store/run.lock": JSON.stringify({
				...owner,
				pid: 2 ** 22 + 1,
				began: null,
			}),
		});
		expect(bidui(["run", "-w", before.folder]).code).toBe(0);
		expect(existsSync(lock)).toBe(false);
	});

	test.skipIf(process.platform === "win32")(
		"Ctrl-C while loading says that it was cut off and leaves nothing behind",
		async () => {
			const folder = copySample();
			const running = startBidui(["run", "-w", folder]);
			const ended = once(running, "exit") as Promise<[number | null]>;
			let err = "";
			let sent = false;
			running.stderr.on("data", (chunk: Buffer) => {
				err += chunk.toString();
				// Once: a second Ctrl-C ends the process on the spot.
				if (!sent && /\[来源 3\//.test(err)) sent = running.kill("SIGINT");
			});
			const [code] = await ended;
			expect(code).toBe(1);
			expect(finding(err, "run-cancelled")).toContain("中断");
			expect(existsSync(join(folder, "out"))).toBe(false);
			expect(existsSync(join(folder, "store/run.lock"))).toBe(false);
		},
	);

	test("kill -9 in the middle: the next run gives what an undisturbed one gives", async () => {
		const calm = copySample();
		expect(bidui(["run", "-w", calm]).code).toBeLessThanOrEqual(3);
		const state = (folder: string) =>
			biduiJson<{ state: string }>(["leads", "list", "-w", folder]).state;
		const disturbed = copySample();
		for (const moment of [/\[来源 5\//, /\[规则/]) {
			const running = startBidui(["run", "-w", disturbed]);
			const ended = once(running, "exit");
			running.stderr.on("data", (chunk: Buffer) => {
				if (moment.test(chunk.toString())) running.kill("SIGKILL");
			});
			await ended;
		}
		const ran = bidui(["run", "-w", disturbed]);
		expect(ran.code, ran.err).toBeLessThanOrEqual(3);
		expect(state(disturbed)).toBe(state(calm));
		const reports = (folder: string) =>
			Object.values(tree(join(folder, "out")));
		expect(reports(disturbed)).toEqual(reports(calm));
	});
});

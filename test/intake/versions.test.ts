import { once } from "node:events";
import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
	bidui,
	biduiJson,
	startBidui,
	temporaryFolder,
	tree,
	writeFiles,
} from "../support/bidui.ts";
import { boatConfig, boatWorkspace } from "../support/boats.ts";
import { fill, LEADING } from "./support/fill.ts";

interface Version {
	version: number;
	taken: boolean;
	by: string;
	rows: Record<"before" | "now" | "added" | "changed" | "removed", number>;
	columns: { column: string; rows: number }[];
	samples: Record<"added" | "changed" | "removed", string[]>;
	findings: { code: string; column?: string; before: string; now: string }[];
}

interface Result {
	sources: { status: string }[];
	versions: Version[];
	resent: {
		lead: string;
		rows: { row: number; change: string; columns: string[] }[];
	}[];
	leads: { gone: number };
	problems: { code: string; severity: string; message: string }[];
	code: number | null;
}

const HEAD = "船名号,船主身份证号,船主姓名,登记日期,燃油补贴,状态";
const FILE = "sources/渔船 名册.csv";
const load = (folder: string, ...more: string[]) =>
	biduiJson<Result>(["load", "-w", folder, ...more]);
const run = (folder: string) => biduiJson<Result>(["run", "-w", folder]);
const snapshots = (folder: string) =>
	readdirSync(join(folder, "store/snapshots"));

/** Boats with the numbers from … to, of one owner; a few are scrapped and yet subsidised, the 40th is paid nothing. */
function boats(from: number, to: number, subsidy = 900): string[] {
	return Array.from(
		{ length: to - from + 1 },
		(_, i) =>
			`B${from + i},380121197001010011,甲某,2020-01-0${1 + (i % 9)},${from + i === 40 ? 0 : subsidy + i},${from + i <= 2 ? "报废" : "正常"}`,
	);
}

const csv = (rows: readonly string[], head = HEAD) =>
	`${[head, ...rows].join("\n")}\n`;

test("a re-sent file is compared with its version before, row by row and column by column; evidence that went or changed is told", () => {
	const folder = boatWorkspace({ [FILE]: csv(boats(1, 40)) });
	expect(run(folder)).toMatchObject({ code: 0, versions: [], resent: [] });
	// 40 boats: B1 goes, B2 is paid another sum, B3 moves to the end, B41 and B42 come.
	const [, b2 = "", b3 = "", ...rest] = boats(1, 40);
	writeFiles(folder, {
		[FILE]: csv([b2.replace(",901,", ",951,"), ...rest, b3, ...boats(41, 42)]),
	});
	const again = run(folder);
	expect(again.versions).toMatchObject([
		{
			version: 2,
			taken: true,
			by: "natural_key",
			rows: { before: 40, now: 41, added: 2, changed: 1, removed: 1 },
			columns: [{ column: "subsidy", rows: 1 }],
			findings: [],
		},
	]);
	expect(again.versions[0]?.samples).toMatchObject({
		changed: [expect.stringMatching(/#3$/)],
		removed: [expect.stringMatching(/#2$/)],
	});
	expect(again.leads.gone).toBe(1);
	expect(
		again.resent
			.map(({ rows }) => rows)
			.sort((a, b) => (a[0]?.row ?? 0) - (b[0]?.row ?? 0)),
	).toMatchObject([
		[{ row: 2, change: "removed", columns: [] }],
		[{ row: 3, change: "changed", columns: ["subsidy"] }],
	]);
	const page = readFileSync(
		join(
			folder,
			"out",
			readdirSync(join(folder, "out")).at(-1) ?? "",
			"疑点报告.html",
		),
		"utf8",
	);
	expect(page).toContain("重报变动");
	// It is news once; the snapshot before stays.
	expect(run(folder)).toMatchObject({ versions: [], resent: [] });
	expect(snapshots(folder)).toHaveLength(2);

	// Half of the rows, another unit, an empty column, a new heading: each is said.
	const odd = boats(1, 15, 9).map(
		(row, i) => `${i < 15 ? row.replace(/甲某,[^,]*/, "甲某,") : row},x`,
	);
	writeFiles(folder, {
		[FILE]: csv(
			[...odd, ...boats(16, 19, 9).map((row) => `${row},x`)],
			`${HEAD},备考`,
		),
	});
	const warned = load(folder);
	expect(warned.code).toBe(0);
	expect(
		warned.versions[0]?.findings.map(({ code, column }) => [code, column]),
	).toEqual([
		["change-rows", undefined],
		["change-removed", undefined],
		["change-columns-new", "备考"],
	]);
});

test("on_change: stop keeps the version before until it is accepted; limits are those of the workspace", () => {
	const folder = boatWorkspace(
		{ [FILE]: csv(boats(1, 60)) },
		`${boatConfig}on_change: stop\nchange_limits: {rows: 0.9, removed: 0.9}\n`,
	);
	expect(load(folder).code).toBe(0);
	const before = tree(join(folder, "store/snapshots"));
	// A tenth of a yuan in place of thousands, and no dates: the rows are all there.
	writeFiles(folder, {
		[FILE]: csv(
			boats(1, 60).map((row) =>
				row.replace(/,(9\d\d),/, ",0.$1,").replace(/2020-01-0\d/, ""),
			),
		),
	});
	const stopped = load(folder);
	expect(stopped.code).toBe(3);
	expect(stopped.sources).toMatchObject([{ status: "refused" }]);
	expect(stopped.versions).toMatchObject([{ version: 2, taken: false }]);
	expect(
		stopped.versions[0]?.findings.map(({ code, column }) => [code, column]),
	).toEqual([
		["change-nulls", "registered"],
		// Fen are the last digit that is kept: 0.900 to 0.959 are seven sums.
		["change-distinct", "subsidy"],
		["change-magnitude", "subsidy"],
	]);
	expect(stopped.problems).toContainEqual(
		expect.objectContaining({ code: "change-stopped", severity: "error" }),
	);
	const rows = biduiJson<{ rows: string[][] }>([
		"sql",
		"SELECT count(registered) AS n FROM fishing_boat",
		"-w",
		folder,
	]).rows;
	expect(rows).toEqual([["60"]]);
	expect(tree(join(folder, "store/snapshots"))).toMatchObject(before);
	expect(bidui(["load", "-w", folder, "--accept", "nobody"]).err).toContain(
		"[accept-unknown]",
	);
	expect(load(folder, "--accept", "boats")).toMatchObject({
		code: 0,
		versions: [{ version: 2, taken: true }],
	});
	expect(load(folder)).toMatchObject({ code: 0, versions: [] });

	// A source's own limit goes before the workspace's: two thirds of the rows are gone.
	writeFiles(folder, {
		"bidui.yaml": `${boatConfig.replace("fishing_boat}", "fishing_boat, change_limits: {rows: 0.6}}")}on_change: stop\nchange_limits: {rows: 0.9, removed: 0.9}\n`,
		[FILE]: csv(boats(1, 20).map((row) => row.replace(/,(9\d\d),/, ",0.$1,"))),
	});
	const fewer = load(folder);
	expect(fewer.code).toBe(3);
	expect(fewer.versions[0]?.findings.map(({ code }) => code)).toContain(
		"change-rows",
	);
});

test("rows of a dataset without a key are told by all that they say", () => {
	const folder = boatWorkspace({ [FILE]: csv(boats(1, 5)) });
	const path = "rules/datasets/fishing_boat.yaml";
	writeFiles(folder, {
		[path]: readFileSync(join(folder, path), "utf8").replace(
			/^natural_key:.*\n/m,
			"",
		),
	});
	load(folder);
	const [b1 = "", ...rest] = boats(1, 5);
	// One row says another sum, one comes twice, one is new, and the order is another.
	writeFiles(folder, {
		[FILE]: csv([
			...boats(6, 6),
			...rest,
			rest[0] ?? "",
			b1.replace(",900,", ",950,"),
		]),
	});
	expect(load(folder).versions).toMatchObject([
		{
			by: "row",
			rows: { before: 5, now: 7, added: 3, changed: 0, removed: 1 },
		},
	]);
});

test.skipIf(process.platform === "win32")(
	"kill -9 while a re-sent source and corrections are loaded leaves the snapshot before; the next load gives what a calm one gives",
	async () => {
		const model = boatWorkspace(
			{
				"sources/a.csv": csv([
					...boats(1, 9),
					",380121197001010011,甲某,2020-01-01,9,报废",
				]),
				"sources/b.csv": csv(boats(10, 20)),
			},
			boatConfig,
		);
		load(model);
		const before = tree(join(model, "store/snapshots"));
		const log = (folder: string) => join(folder, "private/corrections");
		// The only row that waits is put right by the log of a twin, as --corrections writes it.
		const form = readdirSync(join(model, "private/待核")).find((name) =>
			name.endsWith(".xlsx"),
		);
		expect(form).toBeDefined();
		await fill(join(model, "private/待核", form ?? ""), (row) => {
			row[LEADING] = "B99";
		});
		writeFiles(model, { "sources/b.csv": csv(boats(10, 22)) });
		const calm = temporaryFolder();
		cpSync(model, calm, { recursive: true });
		load(calm, "--corrections");

		for (const moment of [/\[来源 1\//, /\[来源 2\//]) {
			const folder = temporaryFolder();
			cpSync(model, folder, { recursive: true });
			const running = startBidui(["load", "-w", folder, "--corrections"]);
			const ended = once(running, "exit");
			let killed = false;
			running.stderr.on("data", (chunk: Buffer) => {
				if (!killed && moment.test(chunk.toString()))
					killed = running.kill("SIGKILL");
			});
			await ended;
			expect(killed).toBe(true);
			const now = tree(join(folder, "store/snapshots"));
			expect(now).toMatchObject(before);
			// Corrections were recorded before loading: they wait for the next load.
			expect(existsSync(log(folder))).toBe(true);
			load(folder);
			for (const part of ["store/parts", "store/corrections"])
				expect(tree(join(folder, part))).toEqual(tree(join(calm, part)));
		}
	},
);

test("few rows that changed are noticed in a column that has few values, however long the file is", () => {
	const rows = (subsidy: (i: number) => string) =>
		csv(
			boats(1, 3000).map((row, i) =>
				row
					.split(",")
					.map((cell, at) => (at === 4 ? (i < 40 ? subsidy(i) : "") : cell))
					.join(","),
			),
		);
	const folder = boatWorkspace({ [FILE]: rows((i) => `${900 + i}`) });
	expect(load(folder).code).toBe(0);
	// Yuan in place of fen: forty rows of three thousand.
	writeFiles(folder, { [FILE]: rows((i) => `${9 + i / 100}`) });
	expect(load(folder).versions).toMatchObject([
		{
			rows: { added: 0, changed: 40, removed: 0 },
			findings: [
				{
					code: "change-magnitude",
					column: "subsidy",
					before: "920",
					now: "9.2",
				},
			],
		},
	]);
});

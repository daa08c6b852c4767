import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bidui, biduiJson, tree, writeFiles } from "../support/bidui.ts";
import { boatWorkspace } from "../support/boats.ts";
import { fill, LEADING } from "./support/fill.ts";

interface Loaded {
	sources: {
		status: string;
		read: number;
		loaded: number;
		quarantined: number;
		decoration: number;
		corrected: number;
	}[];
	corrections: { corrected: number; withdrawn: number; refused: number }[];
	forms: { file: string; waiting: number; doubtful: number }[];
	problems: { code: string; message: string; at: { row?: number } }[];
	code: number | null;
}

interface Leads {
	leads: { id: string; evidence: { row: number }[] }[];
}

/** A roll as it comes: a title, a masked number, a row without a boat, a remark at the foot that is no data. */
const ROLL = `渔业船舶登记簿,,,,,
船名号,船主身份证号,船主姓名,登记日期,燃油补贴,状态
B1,380121197001010011,甲某,2020-01-02,100,正常
B2,3801211970****0011,甲某,2020-01-02,900,报废
,380121197001010011,甲某,2020-01-02,900,报废
,,,,本册由渔政站提供,
`;
const FILE = "sources/渔船 名册.csv";

const load = (folder: string, ...more: string[]) =>
	biduiJson<Loaded>(["load", "-w", folder, ...more]);

function forms(folder: string): string[] {
	const at = join(folder, "private", "待核");
	return readdirSync(at)
		.filter((name) => name.endsWith(".xlsx"))
		.map((name) => join(at, name));
}

const one = (result: Loaded) => {
	const { read, loaded, quarantined, decoration, corrected } =
		result.sources[0] ?? {};
	return { read, loaded, quarantined, decoration, corrected };
};

test("a messy roll: what waits is corrected in Excel, loaded back under its address, and becomes a lead", async () => {
	const folder = boatWorkspace({ [FILE]: ROLL });
	const before = load(folder);
	expect(one(before)).toEqual({
		read: 6,
		loaded: 2,
		quarantined: 2,
		decoration: 2,
		corrected: 0,
	});
	const [form = ""] = forms(folder);
	expect(before.forms).toMatchObject([{ waiting: 2, doubtful: 1 }]);
	if (process.platform !== "win32")
		expect(statSync(join(folder, "private/待核")).mode & 0o777).toBe(0o700);
	const listed = await fill(form, (row) => {
		const cells = row.slice(LEADING);
		if (cells[1] === "3801211970****0011")
			row[LEADING + 1] = "380121197001010011";
		else if (cells[1] !== "") row[LEADING] = "B3";
		else row.fill("", LEADING);
	});
	expect(listed[0]?.slice(LEADING)).toEqual([
		"船名号",
		"船主身份证号",
		"船主姓名",
		"登记日期",
		"燃油补贴",
		"状态",
	]);
	expect(listed.slice(1).map((row) => row.slice(1, LEADING))).toEqual([
		["渔船 名册.csv", "", "4", "已装载，存疑", "船主证号：身份证号被打了星号"],
		["渔船 名册.csv", "", "5", "未装载", "船名号：必填的内容是空的"],
		["渔船 名册.csv", "", "6", "未装载", expect.stringContaining("船主")],
	]);

	const after = load(folder, "--corrections", form, "--by", "王某");
	expect(after.code).toBe(0);
	expect(after.corrections).toMatchObject([
		{ corrected: 3, withdrawn: 0, refused: 0 },
	]);
	expect(one(after)).toEqual({
		read: 6,
		loaded: 3,
		quarantined: 0,
		decoration: 3,
		corrected: 2,
	});
	const log = readFileSync(
		join(folder, "private/corrections/00000001.ndjson"),
		"utf8",
	);
	expect(JSON.parse(log.split("\n")[0] ?? "")).toMatchObject({
		by: "王某",
		at: expect.stringMatching(/^\d{4}-/),
	});

	// The same file with the same corrections: nothing is loaded again, and a run sees them.
	const run = biduiJson<Loaded>(["run", "-w", folder]);
	expect(run.sources).toMatchObject([{ status: "unchanged", corrected: 2 }]);
	const { leads } = biduiJson<Leads>(["leads", "list", "-w", folder]);
	expect(leads.map(({ evidence }) => evidence[0]?.row).sort()).toEqual([4, 5]);
	const shown = bidui(["leads", "show", leads[0]?.id ?? "", "-w", folder]);
	expect(shown.out).toContain("经更正");

	// Another workspace with the same file and corrections has the same bytes.
	const twin = boatWorkspace({
		[FILE]: ROLL,
		"private/corrections/00000001.ndjson": log,
	});
	load(twin);
	for (const part of ["store/parts", "store/corrections"])
		expect(tree(join(folder, part))).toMatchObject(tree(join(twin, part)));
	expect(Object.keys(tree(join(twin, "store/corrections")))).toHaveLength(1);
	const [mine, theirs] = [folder, twin].map((at) =>
		tree(join(at, "private/待核")),
	);
	for (const name of Object.keys(theirs ?? {}))
		if (name.endsWith(".xlsx")) expect(mine?.[name]).toBe(theirs?.[name]);

	// A row put back to the text of the file stands again as it came.
	const [corrected = ""] = forms(twin);
	await fill(corrected, (row) => {
		if (row[LEADING] === "B2") row[LEADING + 1] = "3801211970****0011";
	});
	const back = load(twin, "--corrections", corrected);
	expect(back.corrections).toMatchObject([
		{ corrected: 0, withdrawn: 1, refused: 0 },
	]);
	expect(back.forms).toMatchObject([{ waiting: 0, doubtful: 1 }]);
	// Of two new files nobody knows which one follows the one that is gone.
	rmSync(join(twin, FILE));
	writeFiles(twin, {
		"sources/甲.csv": ROLL,
		"sources/乙.csv": ROLL.replace("B1,", "B7,"),
	});
	expect(load(twin).problems).toContainEqual(
		expect.objectContaining({
			code: "corrections-lost",
			message: expect.stringContaining("2 行"),
		}),
	);

	// A re-sent file: the correction holds where the row is the same, and is said to be void where not.
	writeFiles(folder, { [FILE]: ROLL.replace("B1,", "B7,") });
	expect(one(load(folder))).toMatchObject({ corrected: 2, quarantined: 0 });
	writeFiles(folder, {
		[FILE]: ROLL.replace(
			",380121197001010011,甲某,2020-01-02,900",
			",,甲某,2020-01-02,800",
		),
	});
	const resent = load(folder);
	expect(one(resent)).toMatchObject({ corrected: 1, quarantined: 1 });
	expect(resent.problems).toContainEqual(
		expect.objectContaining({
			code: "corrections-outdated",
			message: expect.stringContaining("第 5 行"),
		}),
	);

	// A log that was changed by hand is found out, and nothing is loaded on it.
	const file = "private/corrections/00000001.ndjson";
	rmSync(join(folder, file));
	writeFiles(folder, { [file]: log.replace("B3", "B4") });
	expect(bidui(["doctor", "-w", folder]).out).toContain("内容与校验值不符");
	const refused = bidui(["load", "-w", folder]);
	expect(refused.code).toBe(1);
	expect(refused.err).toContain("[commit-broken]");
});

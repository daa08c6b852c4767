import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bidui, biduiJson, texts, tree, writeFiles } from "./support/bidui.ts";
import { boatConfig, boatCsv, boatWorkspace } from "./support/boats.ts";

interface RunResult {
	sources: { status: string; read: number; loaded: number }[];
	rules: { id: string; status: string; executed: boolean; reason: unknown }[];
	leads: Record<"new" | "continuing" | "gone" | "not_rechecked", number>;
	reports: string[];
}

interface Leads {
	leads: {
		id: string;
		status: string;
		reason: string | null;
		evidence: { row: number }[];
	}[];
}

const run = (folder: string, ...more: string[]) =>
	biduiJson<RunResult>(["run", "-w", folder, ...more]);
const list = (folder: string, ...more: string[]) =>
	biduiJson<Leads>(["leads", "list", "-w", folder, ...more]).leads;
const counts = (result: RunResult) => {
	const { new: fresh, continuing, gone, not_rechecked } = result.leads;
	return { new: fresh, continuing, gone, not_rechecked };
};

test("a second run loads nothing and continues the same leads; a third gives the second's bytes", () => {
	const folder = boatWorkspace();
	const first = run(folder);
	expect(first.code).toBe(0);
	expect(counts(first)).toEqual({
		new: 1,
		continuing: 0,
		gone: 0,
		not_rechecked: 0,
	});
	const ids = list(folder).map((lead) => lead.id);
	const second = run(folder);
	expect(second.sources.map((source) => source.status)).toEqual(["unchanged"]);
	expect(second.rules.every((rule) => !rule.executed)).toBe(true);
	expect(counts(second)).toEqual({
		new: 0,
		continuing: 1,
		gone: 0,
		not_rechecked: 0,
	});
	expect(list(folder).map((lead) => lead.id)).toEqual(ids);
	const before = {
		out: tree(join(folder, "out")),
		store: tree(join(folder, "store")),
		leads: tree(join(folder, "leads")),
	};
	const third = run(folder);
	expect(third.reports).toEqual(second.reports);
	expect(tree(join(folder, "out"))).toEqual(before.out);
	expect(tree(join(folder, "store"))).toEqual(before.store);
	expect(tree(join(folder, "leads"))).toEqual(before.leads);

	// Reports that were thrown away come again; those of another round are other reports.
	rmSync(join(folder, "out"), { recursive: true });
	expect(run(folder).reports).toEqual(second.reports);
	const again = tree(join(folder, "out"));
	expect(Object.keys(again).length).toBeGreaterThan(3);
	expect(before.out).toMatchObject(again);
	const config = join(folder, "bidui.yaml");
	writeFileSync(
		config,
		readFileSync(config, "utf8").replace("round: 试验", "round: 复查"),
	);
	expect(run(folder).reports).not.toEqual(second.reports);
});

test("the same inputs in two workspaces give the same bytes", () => {
	const [a, b] = [boatWorkspace(), boatWorkspace()];
	expect(run(a).code).toBe(0);
	expect(run(b).code).toBe(0);
	expect(tree(join(a, "out"))).toEqual(tree(join(b, "out")));
});

test("a lead whose rule no longer finds it is gone; it returns under its number", () => {
	const folder = boatWorkspace();
	run(folder);
	const [lead] = list(folder);
	writeFiles(folder, {
		"sources/渔船 名册.csv": boatCsv.replace("报废", "正常"),
	});
	const cleared = run(folder);
	expect(counts(cleared)).toEqual({
		new: 0,
		continuing: 0,
		gone: 1,
		not_rechecked: 0,
	});
	expect(list(folder)).toMatchObject([{ id: lead?.id, status: "gone" }]);
	expect(counts(run(folder)).gone).toBe(0);
	expect(list(folder, "--all")).toMatchObject([
		{ id: lead?.id, status: "past" },
	]);
	writeFiles(folder, { "sources/渔船 名册.csv": boatCsv });
	expect(counts(run(folder)).continuing).toBe(1);
	expect(list(folder)).toMatchObject([{ id: lead?.id, status: "continuing" }]);
	expect(bidui(["leads", "verify", "-w", folder]).code).toBe(0);
});

test("a lead whose rule could not run, or whose source is not there, is not rechecked and never gone", () => {
	const folder = boatWorkspace();
	run(folder);
	const disabled = boatConfig.replace("XBML-09]", "XBML-09, XBML-90]");
	writeFiles(folder, { "bidui.yaml": disabled });
	expect(counts(run(folder))).toEqual({
		new: 0,
		continuing: 0,
		gone: 0,
		not_rechecked: 1,
	});
	expect(list(folder)).toMatchObject([
		{ status: "not_rechecked", reason: "skip-disabled" },
	]);
	writeFiles(folder, {
		"bidui.yaml": boatConfig.replace(
			'{id: boats, path: "*.csv", dataset: fishing_boat}',
			'{id: boats, path: "没有*.csv", dataset: fishing_boat, optional: true}',
		),
	});
	const absent = run(folder);
	expect(counts(absent).not_rechecked).toBe(1);
	expect(absent.rules.find((rule) => rule.id === "XBML-90")).toMatchObject({
		status: "skipped",
		reason: { code: "skip-dataset" },
	});
	writeFiles(folder, { "bidui.yaml": boatConfig });
	expect(counts(run(folder)).continuing).toBe(1);
});

test("a run of other rules leaves a lead alone", () => {
	const folder = boatWorkspace({}, boatConfig.replace("XBML-02, ", ""));
	run(folder);
	const partial = run(folder, "--rules", "XBML-02");
	expect(counts(partial).not_rechecked).toBe(1);
	expect(counts(run(folder)).continuing).toBe(1);
});

test("the as-of date moves only what mentions it, and a parameter only its rule", () => {
	const folder = boatWorkspace();
	run(folder);
	const moved = run(folder, "--as-of", "2026-07-31");
	expect(moved.rules.find((rule) => rule.id === "XBML-90")?.executed).toBe(
		false,
	);
	writeFiles(folder, {
		"bidui.yaml": `${boatConfig}parameters: {XBML-90: {floor: 1000}}\n`,
	});
	const raised = run(folder);
	expect(raised.rules.find((rule) => rule.id === "XBML-90")?.executed).toBe(
		true,
	);
	expect(counts(raised).gone).toBe(1);
});

test("rows move and evidence follows; the lead keeps its number", () => {
	const folder = boatWorkspace();
	run(folder);
	const [before] = list(folder);
	expect(before?.evidence).toMatchObject([{ row: 2 }]);
	const [heading, first, second] = boatCsv.split("\n");
	writeFiles(folder, {
		"sources/渔船 名册.csv": [heading, second, first, ""].join("\n"),
	});
	expect(counts(run(folder)).continuing).toBe(1);
	const [after] = list(folder);
	expect(after?.id).toBe(before?.id);
	expect(after?.evidence).toMatchObject([{ row: 3 }]);
});

test("identity numbers and names reach neither reports nor logs nor consoles", () => {
	const folder = boatWorkspace();
	const ran = bidui(["run", "-w", folder]);
	const shown = bidui([
		"leads",
		"show",
		list(folder)[0]?.id ?? "",
		"-w",
		folder,
	]);
	const asked = bidui([
		"sql",
		"SELECT owner_id, owner_name AS x FROM fishing_boat",
		"-w",
		folder,
	]);
	expect(shown.out).toContain("0011");
	expect(asked.out).toContain("0011");
	const shownTexts = [
		ran.out,
		ran.err,
		shown.out,
		asked.out,
		...texts(join(folder, "out")),
		...texts(join(folder, "logs")),
	];
	for (const text of shownTexts)
		expect(text).not.toContain("380121197001010011");
	expect(readdirSync(join(folder, "logs")).length).toBeGreaterThan(0);
});

test("a lead log that was changed by hand is found out", () => {
	const folder = boatWorkspace();
	run(folder);
	const file = "leads/log/00000001.ndjson";
	const text = readFileSync(join(folder, file), "utf8");
	rmSync(join(folder, file));
	writeFiles(folder, { [file]: text.replace("900.00", "100.00") });
	const verified = bidui(["leads", "verify", "-w", folder]);
	expect(verified.code).toBe(1);
	expect(verified.out).toContain("[commit-broken]");
	expect(bidui(["run", "-w", folder]).code).toBe(1);
});

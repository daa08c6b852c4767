import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bidui, biduiJson, tree, writeFiles } from "./support/bidui.ts";
import { boatConfig, boatCsv, boatWorkspace } from "./support/boats.ts";

interface Run {
	leads: Record<
		"new" | "continuing" | "gone" | "not_rechecked" | "exempted",
		number
	>;
	exemptions: {
		applied: Record<string, number>;
		unused: { id: string }[];
		expired: { id: string }[];
		outdated: { id: string }[];
	};
	reports: string[];
	problems: { code: string }[];
}

const run = (folder: string, ...more: string[]) =>
	biduiJson<Run>(["run", "-w", folder, ...more]);

const standing = ({ leads }: Run) => [
	leads.new,
	leads.continuing,
	leads.gone,
	leads.exempted,
];

const exemption = (id: string, more: string, until = "2026-09-30") =>
	`  - {id: ${id}, rule: XBML-90, reason: F25, note: 已核实, by: 试验组, on: "2026-06-01", until: "${until}", ${more}}\n`;

const file = (...entries: string[]) => ({
	"exemptions/第一批.yaml": `contract: bidui/exemptions@1\nexemptions:\n${entries.join("")}`,
});

test("an exempted lead is neither new nor gone: counted, listed, absent from reports, new when its time is over", () => {
	const folder = boatWorkspace(
		file(
			exemption("evidence", "evidence: [{heading: 船名号, value: ｂ1}]"),
			exemption("late", 'subject: "380121197001010011"', "2026-05-31"),
			exemption("other", 'key: [B9, "*"]'),
			exemption("version", "version: 7, key: [B1, '*']"),
		),
	);
	const first = run(folder);
	expect(first.code).toBe(0);
	expect(standing(first)).toEqual([0, 0, 0, 1]);
	expect(first.exemptions).toMatchObject({
		applied: { evidence: 1 },
		expired: [{ id: "late" }],
		unused: [{ id: "other" }],
		outdated: [{ id: "version" }],
	});
	expect(first.problems.map(({ code }) => code)).toEqual(
		expect.arrayContaining([
			"exemption-expired",
			"exemption-unused",
			"exemption-outdated",
		]),
	);
	const page = first.reports.find((path) => path.endsWith(".html")) ?? "";
	expect(readFileSync(page, "utf8")).not.toContain("B1");
	const listed = biduiJson<{
		exempted: number;
		leads: { status: string; exemption: { id: string; by: string } }[];
	}>(["leads", "list", "--exempted", "-w", folder]);
	expect(listed.exempted).toBe(1);
	expect(listed.leads).toMatchObject([
		{ status: "exempted", exemption: { id: "evidence", by: "试验组" } },
	]);

	const log = tree(join(folder, "leads", "log"));
	expect(standing(run(folder))).toEqual([0, 0, 0, 1]);
	expect(tree(join(folder, "leads", "log"))).toEqual(log);

	const over = run(folder, "--as-of", "2026-10-01");
	expect(standing(over)).toEqual([1, 0, 0, 0]);
	expect(standing(run(folder))).toEqual([0, 0, 0, 1]);
	writeFiles(folder, {
		"sources/渔船 名册.csv": boatCsv.replace("报废", "正常"),
	});
	expect(standing(run(folder))).toEqual([0, 0, 0, 0]);
}, 180_000);

test("a rule that does not run leaves its exempted leads set aside; a broken file stops the run", () => {
	const folder = boatWorkspace(file(exemption("all", "version: 1")));
	expect(standing(run(folder))).toEqual([0, 0, 0, 1]);
	writeFiles(folder, {
		"bidui.yaml": boatConfig.replace("disable: [", "disable: [XBML-90, "),
	});
	const disabled = run(folder);
	expect(standing(disabled)).toEqual([0, 0, 0, 1]);
	expect(disabled.leads.not_rechecked).toBe(0);
	writeFiles(folder, file(exemption("all", "unknown: 1")));
	const before = tree(join(folder, "leads"));
	const broken = bidui(["run", "-w", folder]);
	expect(broken.code).toBe(2);
	expect(broken.err).toMatch(/第一批\.yaml 第 3 行/);
	expect(tree(join(folder, "leads"))).toEqual(before);
}, 180_000);

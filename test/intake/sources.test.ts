import { readFileSync } from "node:fs";
import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { bidui, biduiJson, makeWorkspace } from "../support/bidui.ts";

const dataset = (name: string, more: string, columns: readonly string[]) =>
	`contract: bidui/dataset@1\nname: ${name}\ntitle: ${name === "roll" ? "发放名册" : "人口"}\nheld_by: [民政]\nfamily: welfare\nnatural_key: [citizen_id${name === "roll" ? ", month" : ""}]\nidentify_by: [citizen_id]\n${more}columns:\n${columns.map((column) => `  - ${column}`).join("\n")}\n`;

const ID =
	"{name: citizen_id, kind: citizen_id, title: 身份证号, headers: [身份证号], required: true}";
const TOWN = "{name: township, kind: text, title: 乡镇, headers: [乡镇]}";

/** Numbers with a valid check digit (GB 11643), by order. */
function id(n: number): string {
	const body = `380121197001${String(10 + (n % 18)).padStart(2, "0")}${String(n).padStart(3, "0")}`;
	const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
	const sum = [...body].reduce(
		(total, digit, i) => total + Number(digit) * (weights[i] ?? 0),
		0,
	);
	return body + "10X98765432"[sum % 11];
}

const range = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_, i) => from + i);

// 100 residents a township, but for the one that no roll names.
const people = ["甲镇", "乙镇", "丙镇", "丁镇"].flatMap((town, t) =>
	range(1, t === 3 ? 5 : 100).map((n) => `${town},${id(t * 200 + n)}`),
);

// 甲镇: 8 persons, three months. 乙镇: 8 persons, May is missing. 丙镇: one person, and one whom the population lacks.
const paid = [
	...["2026-04", "2026-05", "2026-06"].flatMap((month) =>
		range(1, 8).map((n) => `甲镇,${id(n)},H${Math.ceil(n / 2)},${month},100`),
	),
	...["2026-04", "2026-06"].flatMap((month) =>
		range(201, 208).map((n) => `乙镇,${id(n)},H${n},${month},100`),
	),
	`丙镇,${id(401)},H401,2026-06,100`,
	`丙镇,${id(599)},H599,2026-04,50.5`,
];
const HEAD = "乡镇,身份证号,户号,月份,金额";

const config = `contract: bidui/workspace@1
round: 试验
office: 试验办
as_of: "2026-06-30"
sources:
  - {id: pay, path: "pay.csv", dataset: roll, from: 民政局, control: {rows: 43, households: 14, amount: 4200}}
  - {id: extra, path: "extra.csv", dataset: roll}
  - {id: people, path: "people.csv", dataset: people, from: 公安局}
  - {id: late, path: "late*.csv", dataset: roll, from: 财政局, due: "2026-06-15"}
  - {id: soon, path: "soon*.csv", dataset: roll, expected: true, due: "2026-07-15"}
  - {id: odd, path: "odd.csv", dataset: roll}
rules: {packs: [XBML], disable: [XBML-02, XBML-09]}
`;

interface Standing {
	source: string;
	state: string;
	controls: { what: string; stated: string; loaded: string; agrees: boolean }[];
}

interface Report {
	matrix: {
		months: string[];
		townships: { name: string; rows: number; holes: string[]; low: string[] }[];
		absent: string[];
	};
	rolls: {
		township: string;
		persons: number;
		perThousand: number;
		odd: boolean;
	}[];
	references: { to: string; values: number; found: number; low: boolean }[];
	duplicates: { rows: number; keys: number; across: unknown[] };
}

test("expected, received, usable; control totals, holes, population, references and duplicates of a source; a notice per department", async () => {
	const folder = makeWorkspace(config, {
		"sources/pay.csv": `${[HEAD, ...paid].join("\n")}\n`,
		// One person is in both, and twice in this one.
		"sources/extra.csv": `${[HEAD, ...range(1, 2).map(() => `甲镇,${id(1)},H1,2026-06,100`)].join("\n")}\n`,
		"sources/people.csv": `${["乡镇,身份证号", ...people].join("\n")}\n`,
		"sources/odd.csv": "没有,表头\n1,2\n",
		"rules/datasets/roll.yaml": dataset(
			"roll",
			"completeness: {township: township, period: month, household: hh, amount: amount}\nreferences:\n  - {column: citizen_id, to: people.citizen_id, expect: 0.99}\n",
			[
				TOWN,
				ID,
				"{name: hh, kind: code, title: 户号, headers: [户号]}",
				"{name: month, kind: month, title: 月份, headers: [月份]}",
				"{name: amount, kind: money, title: 金额, headers: [金额], unit: 元}",
			],
		),
		"rules/datasets/people.yaml": dataset(
			"people",
			"completeness: {township: township, population: true}\n",
			[TOWN, ID],
		),
	});
	const status = (...more: string[]) =>
		biduiJson<{ sources: Standing[] }>([
			"sources",
			"status",
			"-w",
			folder,
			...more,
		]).sources;
	const states = (sources: readonly Standing[]) =>
		sources.map(({ source, state }) => `${source} ${state}`);
	expect(states(status())).toEqual([
		"pay received",
		"extra received",
		"people received",
		"late overdue",
		"soon absent",
		"odd received",
	]);
	const loaded = biduiJson<{ problems: { code: string; message: string }[] }>([
		"load",
		"-w",
		folder,
	]);
	expect(
		loaded.problems
			.map(({ code }) => code)
			.filter((code) => code !== "heading-not-found"),
	).toEqual(["source-overdue", "control-mismatch", "control-mismatch"]);
	const after = status();
	expect(states(after)).toEqual([
		"pay questioned",
		"extra usable",
		"people usable",
		"late overdue",
		"soon absent",
		"odd refused",
	]);
	// Rows: 24 + 16 + 2. Households: 4 + 8 + 2. Yuan: 40 × 100 + 100 + 50.5.
	expect(after[0]?.controls).toEqual([
		{ what: "rows", stated: "43", loaded: "42", agrees: false },
		{ what: "households", stated: "14", loaded: "14", agrees: true },
		{ what: "amount", stated: "4200.00", loaded: "4150.50", agrees: false },
	]);
	expect(states(status("--as-of", "2026-07-31"))).toContain("soon overdue");

	const report = biduiJson<Report>(["sources", "show", "pay", "-w", folder]);
	expect(report.matrix).toMatchObject({
		months: ["2026-04", "2026-05", "2026-06"],
		townships: [
			{ name: "丙镇", rows: 2, holes: ["2026-05"] },
			{ name: "乙镇", rows: 16, holes: ["2026-05"] },
			{ name: "甲镇", rows: 24, holes: [] },
		],
		absent: ["丁镇"],
	});
	// 18 of 300 residents are paid, 60 of 1,000; 丙镇 has 20, no less than a third.
	expect(report.rolls).toMatchObject([
		{ township: "丙镇", persons: 2, perThousand: 20, odd: false },
		{ township: "乙镇", persons: 8, perThousand: 80, odd: false },
		{ township: "甲镇", persons: 8, perThousand: 80, odd: false },
	]);
	expect(report.references).toMatchObject([
		{ to: "people.citizen_id", values: 18, found: 17, low: true },
	]);
	expect(report.duplicates).toEqual({
		rows: 0,
		keys: 0,
		across: [{ source: "extra", keys: 1 }],
	});
	expect(
		biduiJson<Report>(["sources", "show", "extra", "-w", folder]).duplicates,
	).toEqual({ rows: 1, keys: 1, across: [{ source: "pay", keys: 1 }] });
	const text = bidui(["sources", "show", "pay", "-w", folder]);
	expect(text.out).toContain("金额：提供方 4200.00，装载 4150.50，不符");
	expect(text.out).toContain("整个乡镇没有：丁镇");
	expect(text.out).not.toContain(id(1));
	const notices = bidui(["sources", "report", "-w", folder])
		.out.trim()
		.split("\n");
	expect(notices.map((line) => line.replace(/^.*补正通知_/, ""))).toEqual([
		// Two totals, a month twice, a township, numbers that nobody knows.
		"民政局.xlsx　6 项",
		expect.stringContaining("提供单位未注明.xlsx"),
		"财政局.xlsx　1 项",
	]);
	const { sheets } = await readXlsx(
		readFileSync(notices[0]?.split("　")[0] ?? ""),
	);
	const cells = sheets.flatMap(({ rows }) => rows.flat()).map(String);
	expect(cells).toContain("乙镇缺月份");
	expect(cells).toContain("控制数 4200.00，收到 4150.50");
	expect(cells.join()).not.toContain(id(1));
	expect(bidui(["sources", "show", "nobody", "-w", folder]).code).toBe(2);
});

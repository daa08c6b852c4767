import {
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { biduiJson, tree } from "../support/bidui.ts";
import { boatConfig, boatRule, boatWorkspace } from "../support/boats.ts";

interface Span {
	kind: string;
	name: string;
	status: string;
	worker?: number;
	start: number;
	end: number;
	rowsIn?: number;
	rowsOut?: number;
	bytesIn?: number;
	bytesOut?: number;
	engineBytes?: number;
	processBytes: number;
}

interface Run {
	profile: string[];
	rules: { id: string; status: string; leads: number }[];
}

/** The documented rule under another number, and changed. */
const like = (id: string, change: (text: string) => string = (text) => text) =>
	change(boatRule.replaceAll("XBML-90", id));

/** The boats' owners as a model, and a rule that reads it. */
const model = `/*---
contract: bidui/model@1
name: scrapped_boat
title: 报废渔船
version: 1
author: 试验组
inputs:
  - dataset: fishing_boat
    columns: [_src, _row, boat_no, owner_id, owner_id_check, owner_name, subsidy, state]
columns:
  - {name: _src, type: VARCHAR, title: 来源}
  - {name: _row, type: BIGINT, title: 行}
  - {name: boat_no, type: VARCHAR, title: 船名号}
  - {name: owner_id, type: VARCHAR, title: 证号}
  - {name: owner_id_check, type: VARCHAR, title: 校验}
  - {name: owner_name, type: VARCHAR, title: 船主}
  - {name: subsidy, type: "DECIMAL(18,2)", title: 补贴}
  - {name: state, type: VARCHAR, title: 状态}
---*/
SELECT _src, _row, boat_no, owner_id, owner_id_check, owner_name, subsidy, state
FROM fishing_boat
WHERE state = 'scrapped'
`;
const onModel = like("XBML-93", (text) =>
	text
		.replace("- dataset: fishing_boat", "- model: scrapped_boat")
		.replaceAll("FROM fishing_boat", "FROM scrapped_boat")
		.replaceAll("fishing_boat:", "scrapped_boat:"),
);
/** Holds some 80 MB at a time: more than a third of 150 MB, less than all of it. */
const hungry = like("XBML-94", (text) =>
	text.replace(
		"    AND subsidy > :floor",
		`    AND subsidy > :floor
    AND 3000000 = (SELECT count(DISTINCT n) FROM UNNEST(sequence(1, 3000000)) AS t(n))`,
	),
);

const files = {
	"rules/models/scrapped_boat.sql": model,
	"rules/XBML/XBML-91.yaml": like("XBML-91"),
	"rules/XBML/XBML-92.yaml": like("XBML-92"),
	"rules/XBML/XBML-93.yaml": onModel,
	"rules/XBML/XBML-94.yaml": hungry,
};
const ids = ["XBML-90", "XBML-91", "XBML-92", "XBML-93", "XBML-94"];

/** Runs from nothing with so many threads. */
function run(folder: string, threads: number, more: string[] = []) {
	for (const name of ["store", "out", "leads", "logs"])
		rmSync(join(folder, name), { recursive: true, force: true });
	writeFileSync(
		join(folder, "bidui.yaml"),
		`${boatConfig}limits: {threads: ${threads}, memory: 150MB, spill_mb: 3}\n`,
	);
	const ran = biduiJson<Run>([
		...["run", "-w", folder, "--rules", ids.join(",")],
		...more,
	]);
	const log = readdirSync(join(folder, "logs")).find((name) =>
		name.endsWith(".ndjson"),
	);
	const starts = readFileSync(join(folder, "logs", log ?? ""), "utf8")
		.trimEnd()
		.split("\n")
		.map((line): { type?: string; name: string; worker: number } =>
			JSON.parse(line),
		)
		.filter(({ type }) => type === "node-start");
	return { ran, starts };
}

/** The boats: two rows, one of them a scrapped boat's. */
function checkProfile(folder: string, files: readonly string[]) {
	const [figures = "", table = "", picture = ""] = files;
	for (const file of files)
		expect(file.startsWith(join(folder, "logs"))).toBe(true);
	const { ms, spans }: { ms: number; spans: Span[] } = JSON.parse(
		readFileSync(figures, "utf8"),
	);
	const named = (name: string) => {
		const found = spans.filter((span) => span.name === name);
		expect(found, name).toHaveLength(1);
		return found[0] as Span;
	};
	const boats = named("渔船 名册.csv");
	expect(boats).toMatchObject({ kind: "source", status: "loaded", rowsOut: 2 });
	expect(boats.bytesIn).toBe(
		statSync(join(folder, "sources", "渔船 名册.csv")).size,
	);
	for (const id of [...ids, "scrapped_boat"]) {
		const span = named(id);
		expect(span).toMatchObject({
			kind: id === "scrapped_boat" ? "model" : "rule",
			status: "ran",
			rowsIn: id === "XBML-93" ? 1 : 2,
			rowsOut: 1,
		});
		const [file = ""] = readdirSync(
			join(folder, "store", id.startsWith("X") ? "hits" : "models", id),
		);
		expect(span.bytesOut).toBe(
			statSync(
				join(folder, "store", id.startsWith("X") ? "hits" : "models", id, file),
			).size,
		);
		expect(span.worker).toBeLessThan(2);
		expect(span.end).toBeGreaterThan(span.start);
	}
	expect(named("XBML-93").start).toBeGreaterThanOrEqual(
		named("scrapped_boat").end,
	);
	// Three million distinct numbers need more than a row or two.
	expect(named("XBML-94").engineBytes).toBeGreaterThan(10e6);
	const stages = spans.filter(({ kind }) => kind === "stage");
	expect(stages.map(({ name }) => name)).toEqual([
		"prepare",
		"load",
		"intake",
		"rules",
		"leads",
		"reports",
	]);
	for (const span of spans) {
		expect(span.end).toBeLessThanOrEqual(ms);
		expect(span.processBytes).toBeGreaterThan(0);
	}
	for (const id of ids) {
		expect(readFileSync(table, "utf8")).toContain(`| ${id} |`);
		expect(readFileSync(picture, "utf8")).toContain(`<title>${id} `);
	}
}

test("the same bytes come out however many rules run at a time, each after what it needs; one that starves in its share runs again with all memory", () => {
	const folder = boatWorkspace(files);
	const made = [1, 2, 3].map((threads) => {
		const { ran, starts } = run(
			folder,
			threads,
			threads === 2 ? ["--profile"] : [],
		);
		if (threads === 2) checkProfile(folder, ran.profile);
		else expect(ran.profile).toEqual([]);
		expect(
			ran.rules.map(({ id, status, leads }) => [id, status, leads]),
		).toEqual(ids.map((id) => [id, "ran", 1]));
		const places = new Set(starts.map(({ worker }) => worker));
		expect([...places].sort()).toEqual(
			Array.from({ length: threads }, (_, place) => place),
		);
		expect(starts.filter(({ name }) => name === "XBML-94")).toHaveLength(
			threads === 3 ? 2 : 1,
		);
		return ["models", "hits"]
			.map((name) => tree(join(folder, "store", name)))
			.concat(tree(join(folder, "out")));
	});
	expect(Object.keys(made[0]?.[1] ?? {})).toHaveLength(ids.length);
	expect(made[1]).toEqual(made[0]);
	expect(made[2]).toEqual(made[0]);
});

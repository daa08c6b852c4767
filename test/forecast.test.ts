import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bidui } from "./support/bidui.ts";
import { boatWorkspace } from "./support/boats.ts";

interface Event {
	type?: string;
	leftMs?: number;
}

/** A run, and what it told before it began: on the console and in its log. */
function run(folder: string) {
	const logs = () => readdirSync(join(folder, "logs"));
	const before = new Set(logs());
	const { code, err } = bidui(["run", "-w", folder, "--rules", "XBML-90"]);
	expect(code, err).toBe(0);
	const log = logs().find((name) => !before.has(name)) ?? "";
	const events = readFileSync(join(folder, "logs", log), "utf8")
		.trimEnd()
		.split("\n")
		.map((line): Event => JSON.parse(line));
	return {
		err,
		events,
		foreseen: events.find(({ type }) => type === "forecast"),
	};
}

test("a run says before it begins what it will probably take, and that it cannot know where none ran before", () => {
	const folder = boatWorkspace({ "logs/.keep": "" });

	const first = run(folder);
	expect(first.foreseen).toMatchObject({
		files: 1,
		changedFiles: 1,
		affected: 1,
		unknown: 1,
	});
	expect(first.foreseen).not.toHaveProperty("loadMs");
	expect(first.err).toContain("没有可参照的运行记录，用时和磁盘用量无法预计");

	const still = run(folder);
	expect(still.foreseen).toMatchObject({
		files: 1,
		changedFiles: 0,
		affected: 0,
		diskBytes: 0,
	});

	appendFileSync(
		join(folder, "sources", "渔船 名册.csv"),
		"B3,380121197001010011,甲某,2020/1/2,900,正常\n",
	);
	const changed = run(folder);
	expect(changed.foreseen).toMatchObject({
		changedFiles: 1,
		affected: 1,
		unknown: 0,
	});
	expect(changed.err).toMatch(
		/装载约 .+，磁盘约增 .+；规则和中间结果约 1 条要重算，约 /,
	);
	// After the last step of a stage nothing is left.
	expect(changed.events.filter(({ leftMs }) => leftMs === 0)).toHaveLength(2);
});

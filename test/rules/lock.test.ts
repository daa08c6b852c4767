import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadDatasets } from "../../src/datasets/index.ts";
import { loadLists } from "../../src/lists/index.ts";
import {
	checkLock,
	loadRules,
	readLock,
	shippedNodes,
	writeLock,
} from "../../src/rules/index.ts";
import { root, temporaryFolder, writeFiles } from "../support/bidui.ts";

test("a shipped rule that changed needs a new version; tests and status may change without one", () => {
	const folder = temporaryFolder();
	for (const name of ["packs.yaml", "GXB", "models", "datasets"])
		cpSync(join(root, "rules", name), join(folder, name), { recursive: true });
	const lists = loadLists([join(root, "rules", "lists")]).lists;
	const { datasets } = loadDatasets([join(folder, "datasets")], lists);
	const load = () => loadRules([folder], datasets, lists).set;
	const codes = () =>
		checkLock(load(), folder, readLock(folder)).map(({ code }) => code);
	const file = "GXB/GXB-02.yaml";
	const text = readFileSync(join(folder, file), "utf8");
	const edit = (from: string | RegExp, to: string) => {
		expect(text.match(from)).not.toBeNull();
		writeFiles(folder, { [file]: text.replace(from, to) });
	};
	expect(codes()).toEqual([]);
	writeLock(folder, shippedNodes(load()));
	expect(codes()).toEqual([]);
	edit(/^severity: \w+/m, "severity: low");
	expect(codes()).toEqual(["rule-edited"]);
	expect(load().rules.get("GXB-02")?.origin).toBe("edited");
	edit(/^version: \d+/m, "version: 99");
	expect(codes()).toEqual(["rule-not-locked"]);
	writeLock(folder, shippedNodes(load()));
	edit(/^status: \w+/m, "status: deprecated");
	expect(codes()).toEqual(["rule-version-back"]);
	writeLock(folder, shippedNodes(load()));
	edit(/^status: \w+/m, "status: experimental");
	expect(codes()).toEqual([]);
	const lock = readLock(folder);
	expect(lock).toBeDefined();
	if (lock !== undefined) {
		lock.nodes.no_longer_read = { version: 1, sha: "" };
		expect(checkLock(load(), folder, lock)).toEqual([]);
		lock.nodes["GXB-99"] = { version: 1, sha: "" };
		expect(checkLock(load(), folder, lock).map(({ code }) => code)).toEqual([
			"rule-lock-gone",
		]);
	}
});

import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { loadYaml, ParsedTexts } from "../src/documents/index.ts";
import { temporaryFolder, writeFiles } from "./support/bidui.ts";

const schema = z.strictObject({ name: z.string(), rows: z.unknown() });

test("a kept value is never older than its text, and nothing damaged is believed", () => {
	const folder = temporaryFolder();
	const kept = join(folder, "kept");
	const file = join(folder, "a.yaml");
	const read = () => {
		const texts = new ParsedTexts(kept);
		const loaded = loadYaml(file, schema, { texts });
		texts.save();
		return loaded.ok
			? { ...loaded.value, line: loaded.lineOf(["rows", 1]) }
			: loaded.problems.map(({ code, at }) => [code, at.line]);
	};
	writeFiles(folder, { "a.yaml": "name: 甲\nrows:\n  - 1\n  - ~\n" });
	const first = { name: "甲", rows: [1, null], line: 4 };
	expect(read()).toEqual(first);
	const [name = ""] = readdirSync(kept);
	const content = readFileSync(join(kept, name), "utf8");
	expect(content).toContain('{"name":"甲","rows":[1,null]}');
	expect(read()).toEqual(first);
	// Damaged, or under another's name: parsed again.
	writeFileSync(join(kept, name), content.replace("甲", "乙"));
	expect(read()).toEqual(first);
	writeFiles(folder, { "a.yaml": "name: 甲\nrows:\n  - 2\n  - 3\n" });
	expect(read()).toEqual({ name: "甲", rows: [2, 3], line: 4 });
	expect(readdirSync(kept)).toHaveLength(1);
	// What JSON cannot hold is parsed each time.
	writeFiles(folder, { "a.yaml": "name: 甲\nrows:\n  - .inf\n  - .nan\n" });
	for (const _ of [1, 2])
		expect(read()).toEqual({
			name: "甲",
			rows: [Number.POSITIVE_INFINITY, Number.NaN],
			line: 4,
		});
	writeFiles(folder, { "a.yaml": "name: 甲\nrow: [\n" });
	expect(read()).toEqual([["yaml-syntax", 3]]);
	// A folder that cannot be made: everything works, nothing is kept.
	writeFiles(folder, { "a.yaml": "name: 丙\nrows: []\n" });
	rmSync(kept, { recursive: true });
	writeFileSync(kept, "");
	expect(read()).toMatchObject({ name: "丙", rows: [] });
});

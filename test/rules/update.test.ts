import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bidui, writeFiles } from "../support/bidui.ts";
import { boatWorkspace } from "../support/boats.ts";

test("a test that passed runs again when anything below it changed, and a failed one each time", () => {
	const folder = boatWorkspace();
	const run = (...more: string[]) =>
		bidui(["rules", "test", "XBML-90", "-w", folder, ...more]);
	const edit = (file: string, from: string, to: string) => {
		const text = readFileSync(join(folder, file), "utf8");
		expect(text).toContain(from);
		writeFiles(folder, { [file]: text.replace(from, to) });
	};
	const rule = "rules/XBML/XBML-90.yaml";
	const dataset = "rules/datasets/fishing_boat.yaml";
	const held = (count: number) => `其中 ${count} 个上次已通过`;
	expect(run().out).not.toContain("上次已通过");
	expect(run().out).toContain(held(2));
	expect(run("--all").out).not.toContain("上次已通过");
	// One test of two, then the rule, then the type of a column below it.
	edit(rule, "subsidy: 900,", "subsidy: 901,");
	const failed = run();
	expect(failed.code).toBe(3);
	expect(failed.out).toContain(held(1));
	expect(run().out).toBe(failed.out);
	edit(rule, 'amount: "900.00"', 'amount: "901.00"');
	expect(run().out).toContain(held(1));
	edit(rule, 'default: "0"', 'default: "1"');
	expect(run().out).not.toContain("上次已通过");
	expect(run().out).toContain(held(2));
	edit(dataset, "kind: money", "kind: area");
	expect(run().out).not.toContain("上次已通过");
});

test("--update writes what the rule finds into the expectations that fail, and nothing else", () => {
	const folder = boatWorkspace();
	const file = "rules/XBML/XBML-90.yaml";
	const path = join(folder, file);
	const text = readFileSync(path, "utf8");
	const wrong = text
		.replace('amount: "900.00"', 'amount: "1.00"')
		// The near miss expects a lead that does not come.
		.replace("expect: []", 'expect:\n      - {lead_key: [B9, "1"]}');
	expect(wrong).not.toBe(text);
	writeFiles(folder, { [file]: wrong });
	const update = () =>
		bidui(["rules", "test", "XBML-90", "--update", "-w", folder]);
	expect(update().code).toBe(0);
	const updated = readFileSync(path, "utf8");
	const without = (content: string) =>
		content.split("\n").filter((line) => !/expect|lead_key: \[/.test(line));
	expect(without(updated)).toEqual(without(text));
	expect(updated).toContain('amount: "900.00"');
	expect(updated).toContain("expect: []");
	expect(bidui(["rules", "test", "XBML-90", "-w", folder]).out).toContain(
		"通过 2 个，未过 0 个",
	);
	// What passes is left alone, to the byte.
	update();
	expect(readFileSync(path, "utf8")).toBe(updated);
});

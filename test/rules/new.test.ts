import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bidui } from "../support/bidui.ts";
import { boatWorkspace } from "../support/boats.ts";

test("a new rule lints, fails its tests until it is filled, and takes no id twice", () => {
	const folder = boatWorkspace();
	const words = ["--dataset", "fishing_boat", "-w", folder];
	const made = bidui(["rules", "new", "XBML-91", ...words]);
	expect(made.code, made.err).toBe(0);
	expect(existsSync(join(folder, "rules", "XBML", "XBML-91.yaml"))).toBe(true);
	const lint = bidui(["rules", "lint", "XBML-91", "-w", folder]);
	expect(lint.out).toContain("没有问题");
	const tested = bidui(["rules", "test", "XBML-91", "-w", folder]);
	expect(tested.code).toBe(3);
	expect(tested.out).toContain("通过 0 个，未过 2 个");
	for (const [id, code] of [
		["XBML-91", "rule-id-twice"],
		["QQQQ-01", "rule-pack"],
	] as const) {
		const refused = bidui(["rules", "new", id, ...words]);
		expect(refused.code, id).toBeGreaterThan(0);
		expect(refused.err, id).toContain(`[${code}]`);
	}
}, 180_000);

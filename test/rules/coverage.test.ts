import { expect, test } from "vitest";
import { bidui, biduiJson } from "../support/bidui.ts";
import { boatWorkspace } from "../support/boats.ts";

interface Listed {
	rules: {
		id: string;
		coverage: { state: string; reasons: { code: string; text: string }[] };
	}[];
}

test("rules list says which rules can run on what is loaded and names all that is missing", () => {
	const folder = boatWorkspace();
	const coverage = () =>
		new Map(
			biduiJson<Listed>(["rules", "list", "-w", folder]).rules.map((rule) => [
				rule.id,
				rule.coverage,
			]),
		);
	expect(coverage().get("XBML-90")).toMatchObject({
		state: "missing",
		reasons: [{ code: "skip-dataset" }],
	});
	expect(bidui(["load", "-w", folder]).code).toBe(0);
	const loaded = coverage();
	expect(loaded.get("XBML-90")?.state).toBe("ready");
	expect(loaded.get("XBML-02")?.state).toBe("off");
	const missing = loaded.get("GXB-02")?.reasons ?? [];
	expect(missing.map(({ code }) => code)).toContain("skip-dataset");
	expect(missing.length).toBeGreaterThan(1);
}, 180_000);

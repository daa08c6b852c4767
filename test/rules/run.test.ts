import { join } from "node:path";
import { expect, test } from "vitest";
import { bidui, biduiJson, tree } from "../support/bidui.ts";
import { boatWorkspace } from "../support/boats.ts";

interface Trial {
	rule: { status: string; hits: number; leads: number; executed: boolean };
	inputs: { name: string; kind: string; rows: number }[];
	hits: { lead: string; amount: string; subjects: { key: string }[] }[];
	plan?: string;
}

test("a rule is tried on the loaded data and leaves the lead log and the hits as they were", () => {
	const folder = boatWorkspace();
	expect(bidui(["run", "-w", folder]).code).toBe(0);
	const kept = ["leads", "out", "store"].map((name) =>
		tree(join(folder, name)),
	);
	const words = ["rules", "run", "XBML-90", "-w", folder];
	const trial = biduiJson<Trial>([...words, "--plan"]);
	expect(trial.code).toBe(0);
	expect(trial.rule).toMatchObject({ status: "ran", hits: 1, executed: true });
	expect(trial.inputs).toMatchObject([
		{ name: "fishing_boat", kind: "dataset", rows: 2 },
	]);
	expect(trial.hits).toMatchObject([{ amount: "900.00" }]);
	expect(trial.plan).toContain("Total Time");
	const text = bidui(words).out;
	expect(text).toContain("命中 1 行，线索 1 条");
	expect(text).not.toContain("380121197001010011");
	const { leads } = biduiJson<{ leads: { id: string }[] }>([
		"leads",
		"list",
		"-w",
		folder,
	]);
	expect(trial.hits.map((hit) => hit.lead)).toEqual(
		leads.map((lead) => lead.id),
	);
	expect(
		["leads", "out", "store"].map((name) => tree(join(folder, name))),
	).toEqual(kept);
}, 180_000);

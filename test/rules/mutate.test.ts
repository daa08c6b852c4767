import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseTree, printTree } from "../../src/engine/index.ts";
import { bidui, biduiJson, writeFiles } from "../support/bidui.ts";
import { boatWorkspace } from "../support/boats.ts";

interface Mutant {
	id: string;
	kind: string;
	before: string;
	after?: string;
	line: number;
}

interface Mutation {
	rules: {
		mutants: number;
		killed: number;
		survivors: Mutant[];
		equivalent: { id: string; reason: string }[];
		stale: string[];
		unusable: string | null;
	}[];
}

const rule = "rules/XBML/XBML-90.yaml";

/** Tests that hold the floor on both sides and the check of the owner's number. */
const boundary = `
  - name: 补贴正好等于下限、证号有误
    kind: near_miss
    as_of: "2026-06-30"
    parameters: {floor: "100"}
    rows:
      fishing_boat:
        - {boat_no: B1, owner_id: "380121197001010011", owner_name: 甲, subsidy: 100, state: scrapped}
        - {boat_no: B2, owner_id: "380121197001010011", owner_id_check: bad, owner_name: 甲, subsidy: 900, state: scrapped}
    expect: []
  - name: 补贴略高于下限
    kind: hit
    as_of: "2026-06-30"
    parameters: {floor: "100"}
    rows:
      fishing_boat:
        - {boat_no: B1, owner_id: "380121197001010011", owner_name: 甲, subsidy: 101, state: scrapped}
    expect:
      - {lead_key: [B1, "380121197001010011"]}
`;

test("mutants that no test notices are listed with their line; tests and declarations settle them", () => {
	const folder = boatWorkspace();
	const text = readFileSync(join(folder, rule), "utf8");
	const first = biduiJson<Mutation>([
		"rules",
		"mutate",
		"XBML-90",
		"-w",
		folder,
	]);
	expect(first.code).toBe(3);
	const survivors = first.rules[0]?.survivors ?? [];
	const lines = text.split("\n");
	const comparison = survivors.find(({ kind }) => kind === "shift-comparison");
	expect(comparison).toMatchObject({
		before: "(subsidy > :floor)",
		after: "(subsidy >= :floor)",
	});
	expect(lines[(comparison?.line ?? 0) - 1]).toContain("AND subsidy > :floor");
	expect(
		survivors.some(
			({ kind, before }) =>
				kind === "drop-condition" && before.includes("owner_id_check"),
		),
	).toBe(true);
	// The test that expects a lead notices that `state` no longer matters in the near miss.
	expect(survivors.some(({ before }) => before.includes("state ="))).toBe(
		false,
	);
	writeFiles(folder, {
		[rule]: `${text.trimEnd()}${boundary}equivalent_mutants:\n  - {id: "00000000", reason: 试}\n`,
	});
	const second = biduiJson<Mutation>([
		"rules",
		"mutate",
		"XBML-90",
		"-w",
		folder,
	]);
	expect(second.rules[0]).toMatchObject({
		survivors: [],
		stale: ["00000000"],
		unusable: null,
	});
	writeFiles(folder, {
		[rule]: `${text.trimEnd()}\nequivalent_mutants:\n${survivors.map(({ id }) => `  - {id: "${id}", reason: 试验}\n`).join("")}`,
	});
	const third = bidui(["rules", "mutate", "XBML-90", "-w", folder]);
	expect(third.code, third.out).toBe(0);
	expect(third.out).toContain(`意思相同 ${survivors.length} 处，没有发现 0 处`);
}, 180_000);

test("a tree with whole doubles prints again", async () => {
	const tree = await parseTree("SELECT 1e0 AS one, -2e0 AS two, 0.5e0 AS half");
	if (tree === undefined) throw new Error("the text did not parse");
	const printed = await printTree(tree);
	expect(await printTree((await parseTree(printed)) ?? {})).toBe(printed);
	expect(printed).toContain("1.0");
});

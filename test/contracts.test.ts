import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type * as z from "zod";
import { correctionEventSchema } from "../src/corrections/index.ts";
import { datasetSchema } from "../src/datasets/index.ts";
import { problemSchema } from "../src/errors/index.ts";
import { exemptionsSchema, leadEventSchema } from "../src/leads/index.ts";
import { listSchema } from "../src/lists/index.ts";
import { modelSchema, ruleSchema } from "../src/rules/index.ts";
import { partSchema, snapshotLineSchema } from "../src/store/index.ts";
import { workspaceSchema } from "../src/workspace/index.ts";
import {
	bidui,
	biduiJson,
	makeWorkspace,
	root,
	writeFiles,
} from "./support/bidui.ts";

/** The word after the language of a code block says which contract the example shows. */
const schemas: Record<string, z.ZodType> = {
	correction: correctionEventSchema,
	dataset: datasetSchema,
	rule: ruleSchema,
	part: partSchema,
	"snapshot-line": snapshotLineSchema,
	"lead-event": leadEventSchema,
	error: problemSchema,
	exemptions: exemptionsSchema,
	list: listSchema,
	model: modelSchema,
	workspace: workspaceSchema,
};

interface Example {
	contract: string;
	text: string;
}

function examplesOf(page: string): Example[] {
	const text = readFileSync(join(root, "docs", "contracts", page), "utf8");
	return [...text.matchAll(/```(?:yaml|json|sql) (\S+)\n([\s\S]*?)```/g)].map(
		(match) => ({ contract: match[1] ?? "", text: match[2] ?? "" }),
	);
}

const pages = readdirSync(join(root, "docs", "contracts"));
const examples = pages.flatMap(examplesOf);

function example(contract: string): string {
	const found = examples.find((entry) => entry.contract === contract);
	if (found === undefined) throw new Error(`no example of ${contract}`);
	return found.text;
}

test("each contract has an example, and each example holds to its contract", () => {
	expect(new Set(examples.map((entry) => entry.contract))).toEqual(
		new Set(Object.keys(schemas)),
	);
	for (const { contract, text } of examples) {
		const body =
			contract === "model"
				? text.slice(text.indexOf("/*---") + 5, text.indexOf("---*/"))
				: text;
		const checked = schemas[contract]?.safeParse(parse(body));
		expect(checked?.error?.issues ?? [], contract).toEqual([]);
	}
});

test("the documented dataset, model, list and rule work as local files of a workspace, without TypeScript", () => {
	const config = `contract: bidui/workspace@1
round: 试验
office: 试验办
as_of: "2026-06-30"
sources:
  - {id: boats, path: "*.csv", dataset: fishing_boat}
rules: {packs: [XBML]}
`;
	const csv = [
		"船名号,船主身份证号,船主姓名,登记日期,燃油补贴（万元）,状态",
		"B1,380121197001010011,甲某,2020-01-02,0.09,报废",
		"B2,380121197001010011,甲某,2020/1/2,0.09,正常",
	].join("\n");
	const workspace = makeWorkspace(config, { "sources/渔船.csv": csv });
	writeFiles(workspace, {
		"rules/datasets/fishing_boat.yaml": example("dataset"),
		"rules/models/agri/boat_owner.sql": example("model"),
		"rules/lists/boat_place.yaml": example("list"),
		"rules/XBML/XBML-90.yaml": example("rule"),
	});
	const tested = bidui(["rules", "test", "XBML-90", "-w", workspace]);
	expect(tested.err).toBe("");
	expect(tested.out).toContain("通过 2 个，未过 0 个");
	expect(bidui(["rules", "lint", "-w", workspace]).out).toContain("没有问题");
	const ran = bidui(["run", "-w", workspace, "--rules", "XBML-90"]);
	expect(ran.code, ran.err).toBe(0);
	const { leads } = biduiJson<{
		leads: { rule: string; amount: string; evidence: { row: number }[] }[];
	}>(["leads", "list", "-w", workspace]);
	expect(leads).toMatchObject([
		{ rule: "XBML-90", amount: "900.00", evidence: [{ row: 2 }] },
	]);
});

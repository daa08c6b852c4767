import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Dataset } from "../../datasets/index.ts";
import { loadYaml, type ParsedTexts } from "../../documents/index.ts";
import { type Problem, problem } from "../../errors/index.ts";
import type { List } from "../../lists/index.ts";
import { isEdited } from "../lock/check-lock.ts";
import { readLock } from "../lock/lock-file.ts";
import { type Packs, packOf, packsSchema } from "../schema/index.ts";
import {
	checkCycles,
	checkInputs,
	checkIterate,
	checkRate,
	checkRule,
} from "./check.ts";
import { checkTests } from "./check-tests.ts";
import { modelFiles, ruleFiles } from "./files.ts";
import { readModelFile } from "./model-file.ts";
import type { LoadedModel, LoadedRule } from "./node.ts";
import { readRuleFile } from "./rule-file.ts";
import { checkSupersedes } from "./supersedes.ts";

/** All rules and models that a run may use, by name. */
export interface RuleSet {
	rules: Map<string, LoadedRule>;
	models: Map<string, LoadedModel>;
	packs: Packs["packs"];
	datasets: Map<string, Dataset>;
	lists: Map<string, List>;
}

/** A pack that no packs.yaml names is shown under its letters. */
export function packName(set: RuleSet, pack: string): string {
	return set.packs[pack]?.display_name ?? pack;
}

/**
 * Reads models and rules, and checks each and how they hang together.
 * A file with problems is left out; the others load.
 * @param folders rules/ of the product, then of the workspace; a workspace may not reuse a shipped id
 */
export function loadRules(
	folders: readonly string[],
	datasets: Map<string, Dataset>,
	lists: Map<string, List>,
	texts?: ParsedTexts,
): { set: RuleSet; problems: Problem[] } {
	const problems: Problem[] = [];
	const rules = new Map<string, LoadedRule>();
	const models = new Map<string, LoadedModel>();
	const packs: Packs["packs"] = {};
	folders.forEach((folder, depth) => {
		const origin = depth === 0 ? "shipped" : "local";
		const packsFile = join(folder, "packs.yaml");
		if (existsSync(packsFile)) {
			const loaded = loadYaml(packsFile, packsSchema, { texts });
			if (loaded.ok) Object.assign(packs, loaded.value.packs);
			else problems.push(...loaded.problems);
		}
		const lock = depth === 0 ? readLock(folder) : undefined;
		const keep = <Node extends LoadedModel | LoadedRule>(
			into: Map<string, Node>,
			read: Node | Problem[],
		): void => {
			if (Array.isArray(read)) {
				problems.push(...read);
				return;
			}
			if (isEdited(read, lock)) read.origin = "edited";
			const first = into.get(read.name);
			if (first === undefined) into.set(read.name, read);
			else
				problems.push(
					problem(
						"rule-id-twice",
						{ file: read.file, line: 1 },
						{ id: read.name, first: first.file },
					),
				);
		};
		for (const file of modelFiles(folder))
			keep(models, readModelFile(file, origin, texts));
		for (const file of ruleFiles(folder))
			keep(rules, readRuleFile(file, origin, texts));
	});
	const known = { datasets, lists, models };
	for (const model of models.values())
		problems.push(...checkInputs(model, known), ...checkIterate(model));
	problems.push(...checkCycles(models));
	for (const rule of rules.values()) {
		problems.push(
			...checkInputs(rule, known),
			...checkRule(rule),
			...checkRate(rule, models),
			...checkTests(rule, known),
		);
		if (packs[packOf(rule.name)] === undefined)
			problems.push(
				problem(
					"rule-pack",
					{ file: rule.file, line: rule.lineOf(["id"]) },
					{ pack: packOf(rule.name) },
				),
			);
	}
	problems.push(...checkSupersedes(rules));
	return { set: { rules, models, packs, datasets, lists }, problems };
}

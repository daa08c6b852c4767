import { existsSync, mkdirSync } from "node:fs";
import { dirname, isAbsolute, join, relative } from "node:path";
import { writeNew } from "../../base/index.ts";
import { fail } from "../../errors/index.ts";
import type { RuleSet } from "../load/load.ts";
import { packOf, ruleSchema } from "../schema/index.ts";
import { scaffoldRule } from "./scaffold.ts";

export interface CreateRuleOptions {
	id: string;
	/** Name of the dataset that the rule begins with. */
	dataset: string;
	set: RuleSet;
	/** rules/ of the workspace. */
	folder: string;
	/** Absolute path of rule.schema.json. */
	schema: string;
	today: string;
	/** Ids that leads of earlier runs bear: an id is never used again. */
	used: ReadonlySet<string>;
}

/** A path as the first line of a file names it: relative, unless it lies on another drive. */
function schemaAddress(file: string, schema: string): string {
	const way = relative(dirname(file), schema).replaceAll("\\", "/");
	return isAbsolute(way) ? `file:///${way}` : way;
}

/**
 * Writes a rule file to be filled in.
 * Fails with rule-id, rule-id-twice, rule-id-used, rule-pack or input-unknown.
 * @returns the path of the file
 */
export function createRule(options: CreateRuleOptions): string {
	const { id, set, folder } = options;
	if (!ruleSchema.shape.id.safeParse(id).success) fail("rule-id", {}, { id });
	const file = join(folder, packOf(id), `${id}.yaml`);
	const first =
		set.rules.get(id)?.file ?? (existsSync(file) ? file : undefined);
	if (first !== undefined) fail("rule-id-twice", {}, { id, first });
	if (options.used.has(id)) fail("rule-id-used", {}, { id });
	if (set.packs[packOf(id)] === undefined)
		fail("rule-pack", {}, { pack: packOf(id) });
	const dataset =
		set.datasets.get(options.dataset) ??
		fail("input-unknown", {}, { name: options.dataset });
	mkdirSync(dirname(file), { recursive: true });
	writeNew(
		file,
		scaffoldRule({
			id,
			dataset,
			today: options.today,
			schema: schemaAddress(file, options.schema),
		}),
	);
	return file;
}

export * from "./lint/index.ts";
export { declaredOutputColumns } from "./load/check.ts";
export { loadRules, packName, type RuleSet } from "./load/load.ts";
export type {
	LoadedModel,
	LoadedRule,
	RuleNode,
	SqlPlace,
} from "./load/node.ts";
export * from "./schema/index.ts";

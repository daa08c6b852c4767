export { createRule } from "./authoring/create-rule.ts";
export { catalogueEntry, catalogueOf } from "./catalogue/catalogue.ts";
export { catalogueHtml } from "./catalogue/html.ts";
export { catalogueMarkdown } from "./catalogue/markdown.ts";
export { catalogueText } from "./catalogue/text.ts";
export { defaultParameters, lintNodes } from "./check/lint-nodes.ts";
export * from "./hits/index.ts";
export {
	type BoundPieces,
	boundPieces,
	LATEST,
	REACHED,
	runRounds,
} from "./iterate/rounds.ts";
export {
	AS_OF,
	type BoundParameter,
	bindParameters,
	type LintOptions,
	lintSql,
} from "./lint/index.ts";
export { loadRules, packName, type RuleSet } from "./load/load.ts";
export type {
	LoadedModel,
	LoadedRule,
	Origin,
	RuleNode,
	SqlPlace,
} from "./load/node.ts";
export { shownTexts } from "./load/shown-texts.ts";
export { nearerRules } from "./load/supersedes.ts";
export { checkLock, shippedNodes } from "./lock/check-lock.ts";
export { readLock, writeLock } from "./lock/lock-file.ts";
export type { Mutant, MutantKind } from "./mutation/mutants.ts";
export { type MutationReport, mutateRules } from "./mutation/mutate.ts";
export * from "./schema/index.ts";
export { PassedTests } from "./testing/passed.ts";
export {
	hitsOfTest,
	type TestOutcome,
	testRules,
} from "./testing/run-tests.ts";
export {
	expectationLine,
	expectationOf,
	updateTests,
} from "./testing/update-tests.ts";
export { type Ask, type Reason, whyNot } from "./why/why.ts";

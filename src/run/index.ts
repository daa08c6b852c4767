export { type Coverage, coverageOf, nodesBelow } from "./coverage.ts";
export { executionOrder } from "./dag.ts";
export { binderOf } from "./execute.ts";
export { storedHits } from "./finish-rule.ts";
export {
	lastingOutcome,
	RUN_CONTRACT,
	RunLog,
	type RunManifest,
	repeatsLast,
	runManifestSchema,
} from "./manifest.ts";
export type { RuleOutcome } from "./outcome.ts";
export { checkParameters, parameterValues } from "./parameters.ts";
export type { NodeProgress } from "./progress.ts";
export { type RunOptions, type RunResult, runRules } from "./run-rules.ts";

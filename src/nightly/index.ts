export {
	type BatchProgress,
	type BatchResult,
	evidenceSources,
	runBatch,
} from "./batch.ts";
export { type RuleCoverage, ruleCoverage } from "./coverage.ts";
export { createWorkspace } from "./create.ts";
export {
	type Definitions,
	loadDefinitions,
	selectRules,
} from "./definitions.ts";
export {
	diffRules,
	type LeadEffect,
	type RulesDiff,
} from "./diff.ts";
export { withBenches } from "./engine.ts";
export { type Explanation, explainLead } from "./explain.ts";
export type { Forecast } from "./forecast/index.ts";
export { checkHealth, type HealthCheck } from "./health.ts";
export {
	type InspectedTable,
	type Inspection,
	inspectFile,
} from "./inspect.ts";
export {
	type SourceOverview,
	sourceNotices,
	sourceOverview,
	sourceRequests,
} from "./intake.ts";
export { publishLake } from "./lake.ts";
export { limitsOf } from "./limits.ts";
export {
	exportLinks,
	type ImportedLinks,
	importLinks,
	listLinks,
} from "./links.ts";
export { runLoad } from "./load.ts";
export { openLog, type RunLogger } from "./log.ts";
export {
	checkWorkspaceParameters,
	importParameters,
	type ParameterCheck,
	writeParameterTemplate,
} from "./parameters.ts";
export { compareEngines, type NodeParity, type Parity } from "./parity.ts";
export { type Pilot, pilotRule } from "./pilot.ts";
export { type QueryView, querySnapshot } from "./query.ts";
export { type LastRun, readLastRun, rewriteReports } from "./report.ts";
export { writeTemplate } from "./template.ts";
export { testFromLead } from "./test-from-lead.ts";
export { type ReadTable, type RuleTrial, tryRule } from "./try-rule.ts";
export { importUnits, unitWorklist } from "./units.ts";
export { explainAbsence, type WhyNot } from "./why-not.ts";

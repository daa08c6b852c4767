export { type FindingCode, findings } from "./findings.ts";
export { type DatasetFit, guessDatasets } from "./guess.ts";
export { loadSources } from "./load.ts";
export { NORMALISER_VERSION } from "./normalise/index.ts";
export { type PlannedSource, planSources } from "./plan.ts";
export { cellText } from "./readers/xlsx-text.ts";
export type {
	IngestProgress,
	LoadRequest,
	LoadResult,
	ResentSource,
	SourceOutcome,
	SourceStatus,
} from "./types.ts";
export { changeProblems, versionWords } from "./versions.ts";

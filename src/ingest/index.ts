export { type FindingCode, findings } from "./findings.ts";
export { type DatasetFit, guessDatasets } from "./guess.ts";
export { loadSources } from "./load.ts";
export { NORMALISER_VERSION } from "./normalise/index.ts";
export type {
	IngestProgress,
	LoadRequest,
	LoadResult,
	SourceOutcome,
	SourceStatus,
} from "./types.ts";

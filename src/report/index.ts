export { buildReport } from "./build/build.ts";
export type { Chief, LeadInput, ReportInput } from "./build/input.ts";
export { strengthOf } from "./build/lead.ts";
export { bannedWordProblems } from "./check-words.ts";
export { layoutFingerprint, reportDigest } from "./digest.ts";
export { type Column, tableSheet } from "./excel/sheet.ts";
export type {
	EvidenceView,
	LeadList,
	LeadView,
	PathView,
	Provenance,
	ReportModel,
	RuleView,
	SourceView,
	UncheckedView,
} from "./model.ts";
export {
	dateText,
	formatValue,
	moneyExact,
	moneyText,
	monthText,
	periodText,
} from "./words/format.ts";
export { pathText } from "./words/path.ts";
export {
	listWords,
	ruleStatusWords,
	sourceStatusWords,
	statusWords,
	tierWords,
} from "./words/vocabulary.ts";
export {
	standingReports,
	type WrittenReports,
	writeReports,
} from "./write.ts";

export {
	type ControlTotal,
	controlProblems,
	controlTotals,
	controlWords,
} from "./completeness/control.ts";
export { type LoadReport, loadReport } from "./completeness/report.ts";
export {
	type SourceStanding,
	type SourceState,
	sourceStandings,
	sourceStateWords,
} from "./completeness/status.ts";
export { type Form, filledForms, publishForms } from "./forms/publish.ts";
export { type ReadForm, readForm } from "./forms/read.ts";
export { writeNotices } from "./notices/write.ts";
export { type RequestTerms, writeRequests } from "./request/write.ts";

export { type ReadForm, readPairForm } from "./form.ts";
export {
	type Candidate,
	hasRelatives,
	type MadeModels,
	ofClaims,
	pairOf,
	type Relative,
	readRelatives,
	relativeModels,
} from "./read.ts";
export { type Pair, pairId, pairWorkbook } from "./sheet.ts";
export {
	type LinkWords,
	linkWords,
	noteText,
	relativeText,
	verdictWords,
} from "./words.ts";

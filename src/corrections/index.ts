export {
	type Corrections,
	readCorrections,
	recordCorrections,
} from "./log.ts";
export { correctionsFor, type TableAddress } from "./match.ts";
export { originalOf } from "./original.ts";
export {
	CORRECTION_CONTRACT,
	type Correction,
	type CorrectionEvent,
	correctionEventSchema,
} from "./schema.ts";

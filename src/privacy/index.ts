export {
	type BannedFinding,
	type BannedWord,
	bannedWordsOf,
	findBannedWords,
} from "./banned-words.ts";
export { birthOf, isMinor, MINOR_AGE, MINOR_NAME } from "./identity.ts";
export type { MaskName } from "./masks.ts";
export { isNameList, maskKnownNames, maskName } from "./name.ts";
export { maskIdentities, maskText } from "./patterns.ts";
export { Pseudonyms } from "./pseudonyms.ts";
export {
	maskSubject,
	masksByType,
	maskValue,
	type ValueType,
} from "./values.ts";

import { type ErrorCode, errorCodes } from "../../errors/index.ts";
import { type FindingCode, findings } from "../../ingest/index.ts";

/** Findings after which a row cannot be compared by identity number. */
const identityFindings: ReadonlySet<string> = new Set<FindingCode>([
	"citizen-id-length",
	"citizen-id-date",
	"citizen-id-check",
	"citizen-id-masked",
	"citizen-id-century",
	"placeholder",
]);

/** Whether a finding about a column of identity numbers leaves the row without a usable one. */
export function losesIdentity(code: string): boolean {
	return identityFindings.has(code);
}

/** A value that is empty because the file says so (长期, 至今) is no finding for readers. */
export function isMeant(code: string): boolean {
	return code in findings && "meant" in findings[code as FindingCode];
}

/** What a finding about a value or a row says. */
export function findingWords(code: string): string {
	return code in findings
		? findings[code as FindingCode].title
		: codeMessage(code);
}

const holder = /\{\w+\}/;

/** What comes before the first particular, cut back to a whole phrase; a particular in brackets is left out. */
function withoutParticulars(message: string): string {
	const plain = message.replace(/[（(][^（()）]*\{\w+\}[^（()）]*[）)]/g, "");
	if (!holder.test(plain)) return plain;
	const before = plain.slice(0, plain.search(holder));
	const phrase = before.replace(/[“”：:，,；;、\s]*$/, "");
	const whole = phrase.replace(/[：，；][^：，；]*$/, "");
	return before.trimEnd() === phrase && whole !== "" ? whole : phrase;
}

/** The sentences that name no particular. */
function plainSentences(remedy: string): string {
	return remedy
		.replace(/[（(][^（()）]*\{\w+\}[^（()）]*[）)]/g, "")
		.split(/(?<=[。；])/)
		.filter((sentence) => !holder.test(sentence))
		.join("");
}

function known(code: string): code is ErrorCode {
	return code in errorCodes;
}

/** What an error code says, without the particulars that only the problem itself has. */
export function codeMessage(code: string): string {
	return known(code) ? withoutParticulars(errorCodes[code].message) : code;
}

/** What to do about an error code. */
export function codeRemedy(code: string): string {
	return known(code) ? plainSentences(errorCodes[code].remedy) : "";
}

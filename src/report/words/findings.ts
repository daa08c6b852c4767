import { type ErrorCode, errorCodes } from "../../errors/index.ts";

/** What a finding about the values of a column means; {rows} is filled. */
interface QualityWords {
	words: string;
	/** It leaves rows that cannot be compared by identity number. */
	identity?: "invalid" | "missing";
}

/** Quality codes of a part, in words. */
export const qualityWords: Readonly<Record<string, QualityWords>> = {
	bad: { words: "证号校验不通过", identity: "invalid" },
	"id-bad": { words: "证号校验不通过", identity: "invalid" },
	other: { words: "不是居民身份证号", identity: "invalid" },
	"id-other": { words: "不是居民身份证号", identity: "invalid" },
	missing: { words: "为空", identity: "missing" },
	empty: { words: "为空", identity: "missing" },
	upgraded: { words: "15位证号已升为18位" },
	"id-upgraded": { words: "15位证号已升为18位" },
};

function withoutPlaceholders(text: string): string {
	return text
		.replace(/[（(]?\{\w+\}[）)]?/g, "…")
		.replace(/[：:，,]?…$/, "")
		.replace(/……+/g, "…");
}

function known(code: string): code is ErrorCode {
	return code in errorCodes;
}

/** What an error code says, without the particulars that only the problem itself has. */
export function codeMessage(code: string): string {
	return known(code) ? withoutPlaceholders(errorCodes[code].message) : code;
}

/** What to do about an error code. */
export function codeRemedy(code: string): string {
	return known(code) ? withoutPlaceholders(errorCodes[code].remedy) : "";
}

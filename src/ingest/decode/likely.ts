import { isUtf8 } from "node:buffer";
import type { Place } from "../../errors/index.ts";
import { refuse } from "../refusal.ts";
import { byteOrderMark, type EncodingName, encodings } from "./encodings.ts";

/** How many bytes of the start of a file are looked at. */
export const LOOK_BYTES = 256 << 10;
/** Characters of ordinary text that are in the first level of their character set. */
const SENSIBLE = 0.85;
/** Fewer two-byte characters say nothing by themselves. */
const FEW = 8;

/** How many headings of the dataset a text has; what tells encodings apart that are both valid. */
export type Judge = (text: string) => number;

function decoded(bytes: Buffer, encoding: EncodingName): string | undefined {
	try {
		return new TextDecoder(encodings[encoding].name, { fatal: true }).decode(
			bytes,
			{ stream: true },
		);
	} catch {
		return undefined;
	}
}

/**
 * UTF-16 without a mark: its NUL bytes are the upper halves of ASCII characters, nearly all on even or
 * on odd places (a few are lower halves, as of 一). Only believed where headings can then be read.
 */
function unmarkedUtf16(head: Buffer, judge: Judge): EncodingName | undefined {
	let even = 0;
	let odd = 0;
	for (let at = head.indexOf(0); at >= 0; at = head.indexOf(0, at + 1))
		if ((at & 1) === 0) even++;
		else odd++;
	const encoding =
		odd > 4 * even ? "utf-16le" : even > 4 * odd ? "utf-16be" : undefined;
	if (encoding === undefined) return undefined;
	const text = decoded(head, encoding);
	return text !== undefined && judge(text) > 0 ? encoding : undefined;
}

/**
 * The share of two-byte characters that are among the common ones of their set: GB 2312 from row 16,
 * Big5 from A4 to C6. Text read under the other one falls outside.
 */
function sensible(head: Buffer, [from, to, trail]: [number, number, number]) {
	let pairs = 0;
	let common = 0;
	for (let i = 0; i + 1 < head.length; i++) {
		const lead = head[i] as number;
		if (lead < 0x80) continue;
		const next = head[++i] as number;
		// Punctuation is outside in both.
		if (lead >= 0xa1 && lead <= 0xa3) continue;
		pairs++;
		if (lead >= from && lead <= to && next >= trail) common++;
	}
	return { pairs, share: pairs === 0 ? 1 : common / pairs };
}

/**
 * The encodings that a text may have, in the order in which they are to be tried over all its bytes.
 * Big5 bytes are nearly always valid GB18030 as well: the headings decide, then whether the
 * characters make sense; where neither does, the source has to say it.
 */
export function likelyEncodings(
	head: Buffer,
	declared: EncodingName | undefined,
	judge: Judge,
	at: Place,
): EncodingName[] {
	if (declared !== undefined) return [declared];
	const mark = byteOrderMark(head);
	if (mark !== undefined) return [mark.encoding];
	const utf16 = unmarkedUtf16(head, judge);
	if (utf16 !== undefined) return [utf16];
	const usual: EncodingName[] = ["utf-8", "gb18030"];
	if (isUtf8(head)) return usual;
	const big5 = decoded(head, "big5");
	if (big5 === undefined) return usual;
	const gb = decoded(head, "gb18030");
	if (gb === undefined) return ["utf-8", "big5"];
	const words = { gb: judge(gb), big5: judge(big5) };
	if (words.gb > words.big5) return usual;
	const asGb = sensible(head, [0xb0, 0xf7, 0xa1]);
	const asBig5 = sensible(head, [0xa4, 0xc6, 0x40]);
	if (words.big5 > words.gb && asBig5.share >= SENSIBLE)
		return ["utf-8", "big5"];
	if (asGb.pairs < FEW || asGb.share >= SENSIBLE) return usual;
	// Rare characters in few words; with many, text that makes no sense in GB18030 is another encoding.
	if (asBig5.share < SENSIBLE) return usual;
	return refuse("encoding-ambiguous", at);
}

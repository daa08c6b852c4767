import { birthOf } from "./identity.ts";
import { maskNamesInContext } from "./name.ts";

/** Between the digits of a number that people typed: blanks, hyphens, dots, zero-width marks. */
const gap = "[ \\u3000\\u00a0\\u200b\\-—_]?";
const digit = "[0-9０-９]";
const mark = "[0-9０-９XxＸｘ]";

const citizenId = new RegExp(
	`(?<!${digit}${gap})(?:${digit}${gap}){17}${mark}(?!${digit})|(?<!${digit}${gap})(?:${digit}${gap}){14}${digit}(?!${digit})`,
	"gu",
);
/** The same glued to further digits or inside a longer code: found by its birth date. */
const solidId = /[1-9]\d{5}(?:18|19|20)\d{9}[\dXx]/g;
const mobile = new RegExp(
	`(?<!${digit})(?:[+＋]?86${gap})?[1１][3-9３-９]${digit}${gap}(?:${digit}{4}${gap}${digit}{4})(?!${digit})`,
	"gu",
);
const landline = new RegExp(
	`(?<!${digit})[0０]${digit}{2,3}[ \\-—]?[2-8]${digit}{6,7}(?!${digit})`,
	"gu",
);
const groupedRun = /(?<!\d)(?:\d{4}[ -]){2,4}\d{1,7}(?!\d)/g;
const longRun = new RegExp(`${digit}{12,}`, "gu");

function digitsOf(text: string): string {
	return text
		.normalize("NFKC")
		.replace(/[^0-9Xx]/g, "")
		.toUpperCase();
}

function maskedId(found: string): string {
	return `****${digitsOf(found).slice(-4)}`;
}

function maskIfId(found: string): string {
	return birthOf(digitsOf(found)) === null ? found : maskedId(found);
}

/** Masks what is certainly an identity number: 15 or 18 digits with a real date of birth. */
export function maskIdentities(text: string): string {
	return text.replace(citizenId, maskIfId).replace(solidId, maskIfId);
}

function maskPhoneRun(found: string): string {
	const digits = digitsOf(found);
	const local = digits.length === 13 ? digits.slice(2) : digits;
	return `${local.slice(0, 3)}****${local.slice(-4)}`;
}

/** 202506301230 or 20250630123000: the hour of an export, as file names have it. */
const moment =
	/^20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?$/;

function maskRun(found: string): string {
	if (moment.test(found)) return found;
	return `****${digitsOf(found).slice(-4)}`;
}

/** What looks like a date or a clock time is left, or every period in a text would vanish. */
function maskGrouped(found: string): string {
	return /^(?:19|20)\d\d-(?:0\d|1[0-2])/.test(found) ||
		digitsOf(found).length < 12
		? found
		: maskRun(found);
}

/**
 * Masks identity numbers, telephone numbers, long runs of digits, and names after words for kin or office.
 * For logs, JSON, cells of unmapped columns. Other names in free text are not found this way.
 */
export function maskText(text: string): string {
	return maskIdentities(maskNamesInContext(text))
		.replace(mobile, maskPhoneRun)
		.replace(landline, maskPhoneRun)
		.replace(groupedRun, maskGrouped)
		.replace(longRun, maskRun);
}

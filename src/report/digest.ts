import { fingerprint } from "../base/index.ts";
import { FORM_VERSION } from "./excel/leads-sheet.ts";
import { pageText } from "./html/index.ts";
import type { ReportModel } from "./model.ts";

/** Fingerprint of a report: what it says and how it is laid out. Names its folder, stands on its pages. */
export function reportDigest(model: ReportModel): string {
	return fingerprint({ model, page: pageText, form: FORM_VERSION });
}

/** Fingerprint of how reports are laid out, whatever they say. */
export function layoutFingerprint(): string {
	return fingerprint({ page: pageText, form: FORM_VERSION });
}

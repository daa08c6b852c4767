/** Forms that are fuzzed; a zip and a gz hold a CSV or a workbook. */
export const FORMATS = [
	"csv",
	"xlsx",
	"xls",
	"ods",
	"json",
	"ndjson",
	"parquet",
	"zip",
	"gz",
] as const;
export type Format = (typeof FORMATS)[number];

/** What becomes of an input. */
export const OUTCOMES = [
	"loaded", // every record is data or decoration
	"quarantined", // some records are not usable, and said so
	"refused-content", // the file can be read, but it is not what the dataset needs
	"refused-form", // the file cannot be read
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Every cell of format × outcome that can be reached: none may have fewer inputs than FLOOR in a full run. */
export const REACHABLE: Record<Format, readonly Outcome[]> = {
	csv: ["loaded", "quarantined", "refused-content", "refused-form"],
	xlsx: ["loaded", "quarantined", "refused-content", "refused-form"],
	xls: ["loaded", "quarantined", "refused-content", "refused-form"],
	ods: ["loaded", "quarantined", "refused-content", "refused-form"],
	json: ["loaded", "quarantined", "refused-content", "refused-form"],
	ndjson: ["loaded", "quarantined", "refused-content", "refused-form"],
	parquet: ["loaded", "quarantined", "refused-content", "refused-form"],
	zip: ["loaded", "quarantined", "refused-content", "refused-form"],
	gz: ["loaded", "quarantined", "refused-content", "refused-form"],
};
export const FLOOR = 100;
export const FULL_RUN = 10_000;

/** Codes with which a source is refused, by what is wrong. Any other code is a fault of the product. */
export const REFUSALS: Record<string, Outcome> = {
	"heading-not-found": "refused-content",
	"column-missing": "refused-content",
	"identity-missing": "refused-content",
	"column-damaged": "refused-content",
	"archive-unreadable": "refused-form",
	"workbook-unreadable": "refused-form",
	"format-unsupported": "refused-form",
	"file-empty": "refused-form",
	"file-nul": "refused-form",
	"csv-quote-open": "refused-form",
	"record-too-long": "refused-form",
	"encoding-unknown": "refused-form",
	"encoding-ambiguous": "refused-form",
	"encoding-mixed": "refused-form",
	"encoding-declared": "refused-form",
};

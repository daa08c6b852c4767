import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Where a row stands: file below sources/, sheet, and the row as Excel shows it. */
export interface Address {
	file: string;
	sheet?: string | null;
	row: number;
}

/** One line of truth.json, as far as scoring reads it. */
export interface TruthCase {
	rule: string;
	kind: "true" | "near_miss" | "background";
	case: string;
	why: string;
	expect: boolean;
	suppressed?: string;
	/** False when the errors that were sown took away what proves it, or what explains it. */
	survived?: boolean;
	subjects: { role: string; kind: string; key: string }[];
	rows: Address[];
}

export interface Truth {
	contract: "bidui/truth@1";
	seed: number;
	scale: number;
	/** The multiplier of the errors that were sown; none without it. */
	errors?: number;
	/** Rows that nobody can use, and so must wait in quarantine. */
	quarantined: Address[];
	/** Sources, or one of the files of a source, of which nothing may be loaded. */
	unloaded?: { source: string; becomes: string }[];
	cases: TruthCase[];
}

export function readTruth(dir: string): Truth {
	const truth = JSON.parse(
		readFileSync(join(dir, "truth.json"), "utf8"),
	) as Truth;
	if (truth.contract !== "bidui/truth@1")
		throw new Error(`${dir}/truth.json is not bidui/truth@1`);
	return truth;
}

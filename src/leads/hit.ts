import type { EvidenceRow, Facts } from "./schema.ts";

/** One row that a rule returned, read by its output contract. */
export interface Hit {
	rule: string;
	key: (string | number | boolean | null)[];
	facts: Facts;
	/** Addresses `_src#_row` with what each row proves, without repeats. */
	evidence: { title: string; address: string }[];
	/** The known false positive under which it is set aside. */
	suppressed: { code: string; title: string } | undefined;
}

/** A hit that becomes or stays a lead, its evidence fetched. */
export interface LeadHit extends Hit {
	rows: EvidenceRow[];
}

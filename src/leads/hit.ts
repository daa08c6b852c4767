import type { Hit } from "../rules/index.ts";
import type { EvidenceRow } from "./schema.ts";

/** A hit that becomes or stays a lead, its evidence fetched. */
export interface LeadHit extends Hit {
	rows: EvidenceRow[];
}

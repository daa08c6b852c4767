import type { Subject } from "../cases/case.ts";
import type { Address, Outbox } from "../files/outbox.ts";
import type { PlantedCase } from "../world/make.ts";

export const TRUTH_CONTRACT = "bidui/truth@1";

/** One line of truth.json: a lead that must come out, or something that must not. */
export interface TruthCase {
	rule: string;
	kind: "true" | "near_miss" | "background";
	case: string;
	why: string;
	expect: boolean;
	/** Found, but set aside and counted under this code. */
	suppressed?: string;
	subjects: Subject[];
	/** Year and season, where a subject may have several leads. */
	period?: string;
	/** The plate, where a household may have several vehicles. */
	vehicle?: string;
	rows: Address[];
}

export interface Truth {
	contract: typeof TRUTH_CONTRACT;
	seed: number;
	scale: number;
	cases: TruthCase[];
}

/** Says of every planted case where its facts were written down. */
export function truth(
	seed: number,
	scale: number,
	planted: readonly PlantedCase[],
	outbox: Outbox,
): Truth {
	return {
		contract: TRUTH_CONTRACT,
		seed,
		scale,
		cases: planted.map(({ case: one, planted: lead }) => {
			const facts = [...new Set(lead.rows)];
			for (const fact of facts)
				if (outbox.addressesOf(fact).length === 0)
					throw new Error(`${one.rule} ${one.slug}: a fact is in no export`);
			return {
				rule: one.rule,
				kind: one.kind,
				case: one.slug,
				why: one.why,
				expect: one.kind === "true",
				...(one.suppressed === undefined ? {} : { suppressed: one.suppressed }),
				subjects: lead.subjects,
				...(lead.period === undefined ? {} : { period: lead.period }),
				...(lead.vehicle === undefined ? {} : { vehicle: lead.vehicle }),
				rows: facts.flatMap((fact) => outbox.addressesOf(fact)),
			};
		}),
	};
}

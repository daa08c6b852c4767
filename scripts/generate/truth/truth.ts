import type { Planted, Subject } from "../cases/case.ts";
import type { Sower } from "../errors/sower.ts";
import type { Address, Outbox } from "../files/outbox.ts";
import { leadKey, oracle } from "../oracle/index.ts";
import type { PlantedCase } from "../world/make.ts";
import type { World } from "../world/world.ts";

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
	/** False when an error took the evidence away; not said in a county without errors. */
	survived?: boolean;
	/** Why not. */
	lost?: string[];
}

export interface Truth {
	contract: typeof TRUTH_CONTRACT;
	seed: number;
	scale: number;
	/** The multiplier of the errors that were sown. */
	errors?: number;
	/** Up to which scale residents were made one by one, where a city stands around the county. */
	core?: number;
	/** Rows that nobody can use: they wait in quarantine, just these. */
	quarantined: (Address & { reason: string })[];
	/** Sources, or one of the files of a source, of which nothing is loaded, and what a load says of them; all others are. */
	unloaded?: { source: string; becomes: "refused" | "missing" | "duplicate" }[];
	cases: TruthCase[];
}

/** Says of every planted case where its facts were written down, and of accidents of the background too. */
export function truth({
	seed,
	scale,
	errors,
	core = scale,
	world,
	planted,
	outbox,
	sower,
	withdrawn,
}: {
	seed: number;
	scale: number;
	errors: number;
	core?: number;
	world: World;
	planted: readonly PlantedCase[];
	outbox: Outbox;
	sower: Sower | undefined;
	/** Facts that a later, corrected file no longer has. */
	withdrawn: ReadonlySet<object>;
}): Truth {
	const cases = planted.map(
		({ case: one, planted: lead }): TruthCase => ({
			rule: one.rule,
			kind: one.kind,
			case: one.slug,
			why: one.why,
			expect:
				one.kind === "true" && !lead.rows.some((row) => withdrawn.has(row)),
			...(one.suppressed === undefined ? {} : { suppressed: one.suppressed }),
			...told(lead, outbox, withdrawn),
			...survival(lead, sower),
		}),
	);
	const known = new Set(cases.map(leadKey));
	for (const hit of oracle(world)) {
		if (known.has(leadKey(hit))) continue;
		const spoiled = hit.unless && sower ? sower.whyLost(hit.unless) : [];
		if (hit.unless && spoiled.length === 0) continue;
		cases.push({
			rule: hit.rule,
			kind: "background",
			case: "background",
			why: "背景人口中自然出现，由世界自身的记录算出。",
			expect: hit.suppressed === undefined,
			...(hit.suppressed === undefined ? {} : { suppressed: hit.suppressed }),
			...told(hit, outbox, withdrawn),
			...survival(hit, sower),
			// The nearer rule may tell it all the same, by what the errors left.
			...(spoiled.length > 0 ? { survived: false, lost: spoiled } : {}),
		});
	}
	return {
		contract: TRUTH_CONTRACT,
		seed,
		scale,
		...(errors > 0 ? { errors } : {}),
		...(core < scale ? { core } : {}),
		quarantined: [...outbox.unusable],
		cases,
	};
}

function survival(
	{ rows }: Pick<Planted, "rows">,
	sower: Sower | undefined,
): Pick<TruthCase, "survived" | "lost"> {
	if (!sower) return {};
	const lost = sower.whyLost(rows);
	return lost.length === 0 ? { survived: true } : { survived: false, lost };
}

/** The subjects, and the addresses of the facts. */
function told(
	lead: Planted,
	outbox: Outbox,
	withdrawn: ReadonlySet<object>,
): Pick<TruthCase, "subjects" | "period" | "vehicle" | "rows"> {
	const facts = [...new Set(lead.rows)].filter((fact) => !withdrawn.has(fact));
	const rows = facts.flatMap((fact) => {
		const addresses = outbox.addressesOf(fact);
		if (addresses.length === 0)
			throw new Error(
				`no export has a fact of ${JSON.stringify(lead.subjects)}`,
			);
		return addresses;
	});
	return {
		subjects: lead.subjects,
		...(lead.period === undefined ? {} : { period: lead.period }),
		...(lead.vehicle === undefined ? {} : { vehicle: lead.vehicle }),
		rows,
	};
}

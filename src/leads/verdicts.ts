import { canonicalJson, compareCodePoints } from "../base/index.ts";
import type {
	Lead,
	RelativePair,
	VerdictEvent,
	VerdictNote,
} from "./schema.ts";

/** A verdict that stands. */
export interface Verdict extends VerdictNote {
	pair: RelativePair;
	verdict: Exclude<VerdictEvent["verdict"], "withdrawn">;
}

/** The verdicts of a lead log, by pair. */
export interface Verdicts {
	standing: Map<string, Verdict>;
	/** Everything that was ever said: a form that is read twice says nothing new. */
	said: Set<string>;
}

/** One text a pair. */
export function pairKey({
	person_id,
	path,
	member_name,
	kin_id,
}: RelativePair): string {
	return canonicalJson([person_id, path, member_name, kin_id]);
}

/** Adds verdicts to those before, in their order; the last of a pair stands. */
export function foldVerdicts(
	verdicts: Verdicts,
	events: readonly VerdictEvent[],
): void {
	for (const event of events) {
		const { pair, verdict, by, on, note } = event;
		verdicts.said.add(canonicalJson(event));
		// Deleted first, so that the order is that of the last word.
		verdicts.standing.delete(pairKey(pair));
		if (verdict !== "withdrawn")
			verdicts.standing.set(pairKey(pair), {
				pair,
				verdict,
				by,
				on,
				...(note === undefined ? {} : { note }),
			});
	}
}

/** Standing verdicts in code point order of their pairs. */
export function standingVerdicts({ standing }: Verdicts): Verdict[] {
	return [...standing]
		.sort(([a], [b]) => compareCodePoints(a, b))
		.map(([, verdict]) => verdict);
}

/** Tiers of leads that stand on a relative who was looked for in the registers. */
const lookedFor: ReadonlySet<string> = new Set(["M3", "M3R"]);

/** The verdict that took a relative of a lead away: its path leads over both of the refuted pair. */
export function refutedBy(
	verdicts: Verdicts,
): (lead: Pick<Lead, "facts">) => VerdictNote | undefined {
	const refuted = standingVerdicts(verdicts).filter(
		({ verdict }) => verdict === "no",
	);
	return ({ facts }) => {
		if (refuted.length === 0 || !lookedFor.has(facts.tier)) return undefined;
		const persons = new Set([
			...facts.subjects.map(({ key }) => key),
			...facts.path.flatMap((step) => (step.type === "node" ? [step.key] : [])),
		]);
		const found = refuted.find(
			({ pair }) => persons.has(pair.person_id) && persons.has(pair.kin_id),
		);
		if (found === undefined) return undefined;
		const { by, on, note } = found;
		return { by, on, ...(note === undefined ? {} : { note }) };
	};
}

import type { TeamMember } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { bidsAtOpening, factsOf, pairsOf, rivalHit } from "./bids.ts";
import type { Hit } from "./hit.ts";
import { differs } from "./names.ts";

/** Who somebody is: by number; without one by the name and the certificate. */
function identity({ id, name, certificate }: TeamMember): string | undefined {
	if (id !== undefined) return id;
	return certificate !== undefined && /\d/.test(certificate)
		? `${name} ${certificate}`
		: undefined;
}

/** Two bidders of a lot name the same person for the project. */
export function wbcb04(world: World): Hit[] {
	const teams = factsOf(world.teams);
	const hits: Hit[] = [];
	for (const bids of bidsAtOpening(world).values())
		for (const [one, other] of pairsOf(bids)) {
			const common = new Map<string, TeamMember[]>();
			for (const a of teams(one))
				for (const b of teams(other)) {
					const who = identity(a);
					if (who === undefined || who !== identity(b)) continue;
					const known = common.get(who) ?? [];
					common.set(who, [...known, a, b]);
				}
			for (const rows of common.values()) {
				const [first, second] = rows;
				const twoNames = first && second && differs(first.name, second.name);
				const hit = rivalHit(
					"WBCB-04",
					one,
					other,
					rows,
					twoNames ? "F02" : undefined,
				);
				const id = rows[0]?.id;
				if (id !== undefined)
					hit.subjects.push({ role: "人员", kind: "person", key: id });
				hits.push(hit);
			}
		}
	return hits;
}

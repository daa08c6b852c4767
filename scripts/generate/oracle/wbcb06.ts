import type { Upload } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { bidsAtOpening, factsOf, pairsOf, rivalHit } from "./bids.ts";
import type { Hit } from "./hit.ts";

/** Nothing, dashes, and runs of one digit say that there is no trait. */
function real(trait: string): boolean {
	const plain = trait.replace(/[^0-9A-Za-z\u4e00-\u9fff]/g, "");
	return plain !== "" && plain !== "无" && !/^(0+|F+)$/i.test(plain);
}

/** Two bidders of a lot whose files share a trait of the machine. */
export function wbcb06(world: World): Hit[] {
	const uploads = factsOf(world.uploads);
	const hits: Hit[] = [];
	for (const bids of bidsAtOpening(world).values())
		for (const [one, other] of pairsOf(bids)) {
			const common = uploads(one).flatMap((a) =>
				uploads(other)
					.filter((b) => same(a, b))
					.flatMap((b) => [a, b]),
			);
			if (common.length > 0) hits.push(rivalHit("WBCB-06", one, other, common));
		}
	return hits;
}

function same(one: Upload, other: Upload): boolean {
	if (one.fileId === other.fileId) return true;
	return (["mac", "disk", "cpu", "lock", "ca"] as const).some(
		(trait) =>
			one.machine[trait] === other.machine[trait] && real(one.machine[trait]),
	);
}

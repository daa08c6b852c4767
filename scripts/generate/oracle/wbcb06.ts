import type { Upload } from "../world/records.ts";
import type { World } from "../world/world.ts";
import {
	bidsAtOpening,
	factsOf,
	pairsOf,
	publicFrom,
	rivalHit,
	usersOf,
} from "./bids.ts";
import type { Hit } from "./hit.ts";

/** Nothing, dashes, and runs of one digit say that there is no trait. */
function real(trait: string): boolean {
	const plain = trait.replace(/[^0-9A-Za-z\u4e00-\u9fff]/g, "");
	return plain !== "" && plain !== "无" && !/^(0+|F+)$/i.test(plain);
}

const traits = ["mac", "disk", "cpu", "lock", "ca"] as const;

/** What a file says of where it was made, each with its kind. */
function marksOf({ fileId, machine }: Upload): string[] {
	return [
		`file ${fileId}`,
		...traits
			.filter((trait) => real(machine[trait]))
			.map((trait) => `${trait} ${machine[trait]}`),
	];
}

/** Two bidders of a lot whose files share a mark; set aside when all of them stand in a public place. */
export function wbcb06(world: World): Hit[] {
	const uploads = factsOf(world.uploads);
	const users = usersOf(world, uploads, marksOf);
	const hits: Hit[] = [];
	for (const bids of bidsAtOpening(world).values())
		for (const [one, other] of pairsOf(bids)) {
			const common = uploads(one).flatMap((a) =>
				uploads(other).flatMap((b) => {
					const marks = marksOf(a).filter((mark) => marksOf(b).includes(mark));
					return marks.length > 0 ? [{ rows: [a, b], marks }] : [];
				}),
			);
			if (common.length === 0) continue;
			const everybodys = common.every(({ marks }) =>
				marks.every((mark) => users(mark) >= publicFrom),
			);
			hits.push(
				rivalHit(
					"WBCB-06",
					one,
					other,
					common.flatMap(({ rows }) => rows),
					everybodys ? "F16" : undefined,
				),
			);
		}
	return hits;
}

import { company, lot } from "../cases/case.ts";
import type { Bid, Lot, Upload } from "../world/records.ts";
import type { World } from "../world/world.ts";
import type { Hit } from "./hit.ts";

/** Nothing, dashes, and runs of one digit say that there is no trait. */
function real(trait: string): boolean {
	const plain = trait.replace(/[^0-9A-Za-z\u4e00-\u9fff]/g, "");
	return plain !== "" && plain !== "无" && !/^(0+|F+)$/i.test(plain);
}

/** Two bidders of a lot whose files share a trait of the machine; the withdrawn and the partners of a consortium left out. */
export function wbcb06(world: World): Hit[] {
	const byLot = new Map<Lot, Upload[]>();
	for (const upload of world.uploads) {
		const known = byLot.get(upload.lot);
		if (known) known.push(upload);
		else byLot.set(upload.lot, [upload]);
	}
	const bids = new Map<string, Bid>();
	for (const bid of world.bids)
		bids.set(
			`${bid.lot.project.number}/${bid.lot.number} ${bid.company.uscc}`,
			bid,
		);
	const hits: Hit[] = [];
	for (const [where, uploads] of byLot) {
		const seen = new Set<string>();
		uploads.forEach((one, i) => {
			for (const other of uploads.slice(i + 1)) {
				if (one.company === other.company || !same(one, other)) continue;
				const [a, b] = [one, other].map((upload) =>
					bids.get(
						`${where.project.number}/${where.number} ${upload.company.uscc}`,
					),
				);
				if (!a || !b || a.status === "撤回" || b.status === "撤回") continue;
				if (a.consortium?.includes(b.company)) continue;
				const key = [a.company.uscc, b.company.uscc].sort().join(" ");
				if (seen.has(key)) continue;
				seen.add(key);
				hits.push({
					rule: "WBCB-06",
					subjects: [
						lot(where),
						company("投标人", a.company),
						company("投标人", b.company),
					],
					rows: [one, other, a, b],
				});
			}
		});
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

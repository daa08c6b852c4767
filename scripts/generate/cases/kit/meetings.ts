import { civil } from "../../base/day.ts";
import type { Rng } from "../../base/rng.ts";
import { inspectedUnits } from "../../places/units.ts";
import { award, bid, greenery, tender } from "../../world/commerce.ts";
import { outsider } from "../../world/people.ts";
import type { Award, Bid, Company } from "../../world/records.ts";
import type { World } from "../../world/world.ts";
import { company, type Planted } from "../case.ts";
import { firm, withdrawn } from "./bidders.ts";

/** What becomes of a lot: who bids, who wins, and whose bid stands in another way. */
export interface Meeting {
	firms: readonly Company[];
	winner: Company;
	/** The bid of this firm was rejected, or taken back in time. */
	rejected?: Company;
	withdrawn?: Company;
	/** They bid as one. */
	consortium?: Company[];
}

export interface Met {
	bids: Bid[];
	award: Award;
}

/** A firm of somebody from elsewhere. */
export function comer(world: World, rng: Rng): Company {
	return firm(world, rng, outsider(world, rng));
}

/** Buys a service once more, of the common kind or of one that is named; the winner asks the least. */
export function meet(
	world: World,
	rng: Rng,
	how: Meeting,
	category?: string,
): Met {
	const opened = civil(rng.int(2023, 2025), rng.int(1, 12), rng.int(3, 28));
	const { lots } = tender(world, rng, rng.pick(inspectedUnits), opened, 1, {
		...greenery,
		...(category === undefined
			? {}
			: { subject: [`${category}服务`, "服务", category] as const }),
		budget: rng.int(10, 40) * 1_000_000,
	});
	const [lot] = lots;
	if (!lot) throw new Error("a lot");
	const bids = how.firms.map((one) => {
		const { decrypted: _, ...gone } = withdrawn(lot);
		return bid(world, rng, lot, one, {
			...(one === how.rejected
				? { status: "否决" as const, reason: "报价超过最高限价" }
				: {}),
			...(one === how.withdrawn ? gone : {}),
			...(how.consortium?.includes(one) ? { consortium: how.consortium } : {}),
		});
	});
	const best = bids.find((one) => one.company === how.winner);
	if (!best) throw new Error("the winner must bid");
	best.price = Math.min(...bids.map(({ price }) => price)) - 100_000;
	const won = award(world, lot);
	if (won?.company !== how.winner) throw new Error("another one won");
	return { bids, award: won };
}

/** The lead of a group: it goes by the least of the credit codes. */
export function group(
	members: readonly Company[],
	met: readonly Met[],
): Planted {
	const first = [...members].sort((a, b) => (a.uscc < b.uscc ? -1 : 1))[0];
	if (!first) throw new Error("a group of none");
	return {
		subjects: [company("投标人", first)],
		rows: met.flatMap(({ bids, award: won }) => [
			...bids.filter((one) => members.includes(one.company)),
			won,
		]),
	};
}

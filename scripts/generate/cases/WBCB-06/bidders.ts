import { civil } from "../../base/day.ts";
import type { Rng } from "../../base/rng.ts";
import { inspectedUnits } from "../../places/units.ts";
import { award, bid, machine, tender, upload } from "../../world/commerce.ts";
import { found } from "../../world/companies.ts";
import type {
	Bid,
	Company,
	Lot,
	Machine,
	Upload,
} from "../../world/records.ts";
import type { World } from "../../world/world.ts";
import { company, lot, type Planted } from "../case.ts";
import { stranger } from "../kit/official.ts";

/** A bidder in a lot: the firm, its bid and its upload. */
export interface Entry {
	firm: Company;
	bid: Bid;
	upload: Upload;
}

export function newLot(world: World, rng: Rng, lots = 1): Lot {
	const opened = civil(rng.int(2024, 2025), rng.int(1, 12), rng.int(3, 28));
	return tender(world, rng, rng.pick(inspectedUnits), opened, lots)
		.lots[0] as Lot;
}

/** A firm of strangers, unlike any other. */
export function firm(world: World, rng: Rng): Company {
	return found(world, rng, {
		legalRep: stranger(world, rng),
		established: civil(rng.int(2010, 2019), rng.int(1, 12), rng.int(1, 28)),
	});
}

/** Sends a bid from a machine of its own, but for the traits that are given. */
export function enter(
	world: World,
	rng: Rng,
	into: Lot,
	traits: Partial<Machine> = {},
	how: { firm?: Company; fileId?: string; decrypted?: boolean } & Partial<
		Pick<Bid, "status" | "reason" | "withdrawn" | "consortium">
	> = {},
): Entry {
	const { firm: given, fileId, decrypted, ...state } = how;
	const bidder = given ?? firm(world, rng);
	return {
		firm: bidder,
		bid: bid(world, rng, into, bidder, state),
		upload: upload(
			world,
			rng,
			into,
			bidder,
			{ ...machine(world, rng), ...traits },
			{
				...(fileId !== undefined ? { fileId } : {}),
				...(decrypted !== undefined ? { decrypted } : {}),
			},
		),
	};
}

/** One more bidder, with nothing in common with the others, and the result of the lot. */
export function close(world: World, rng: Rng, into: Lot): void {
	enter(world, rng, into);
	award(world, into);
}

/** The lead of two bidders in a lot. */
export function pair(into: Lot, one: Entry, other: Entry): Planted {
	return {
		subjects: [
			lot(into),
			company("投标人", one.firm),
			company("投标人", other.firm),
		],
		rows: [one.upload, other.upload, one.bid, other.bid],
	};
}

import { civil, type Day } from "../../base/day.ts";
import type { Rng } from "../../base/rng.ts";
import { inspectedUnits } from "../../places/units.ts";
import { deposit } from "../../world/bidding.ts";
import {
	award,
	bid,
	machine,
	type Subject,
	tender,
	upload,
} from "../../world/commerce.ts";
import { found } from "../../world/companies.ts";
import { outsider } from "../../world/people.ts";
import type {
	Bid,
	Company,
	Deposit,
	Lot,
	Machine,
	Person,
	Upload,
} from "../../world/records.ts";
import type { World } from "../../world/world.ts";
import { company, lot, type Planted } from "../case.ts";
import { stranger } from "./official.ts";

/** A bidder in a lot: the firm, its bid, its upload and its security. */
export interface Entry {
	firm: Company;
	bid: Bid;
	upload: Upload;
	deposit: Deposit;
}

/** Works that must be put out to tender, works that need not be, and what a public body buys. */
export const bigWorks = {
	subject: ["县乡道路大中修工程", "工程", "公路工程"] as Subject,
	method: "公开招标",
	budget: 800_000_000,
};
export const smallWorks = {
	subject: ["村组道路硬化工程", "工程", "公路工程"] as Subject,
	method: "公开招标",
	budget: 120_000_000,
};
export const purchase = {
	subject: ["教学设备采购", "货物", "教学设备"] as Subject,
	method: "公开招标",
	budget: 500_000_000,
};

export function newLot(
	world: World,
	rng: Rng,
	lots = 1,
	how: Parameters<typeof tender>[5] & { opened?: Day } = {},
): Lot {
	const { opened, ...rest } = how;
	const day =
		opened ?? civil(rng.int(2024, 2025), rng.int(1, 12), rng.int(3, 28));
	return tender(world, rng, rng.pick(inspectedUnits), day, lots, rest)
		.lots[0] as Lot;
}

/** A firm of a stranger, or of somebody who is given. */
export function firm(
	world: World,
	rng: Rng,
	legalRep: Person = stranger(world, rng),
): Company {
	return found(world, rng, {
		legalRep,
		established: civil(rng.int(2010, 2019), rng.int(1, 12), rng.int(1, 28)),
	});
}

/** Sends a bid from a machine of its own, but for the traits that are given. */
export function enter(
	world: World,
	rng: Rng,
	into: Lot,
	traits: Partial<Machine> = {},
	how: {
		firm?: Company;
		fileId?: string;
		decrypted?: boolean;
		paid?: Parameters<typeof deposit>[4];
	} & Partial<Pick<Bid, "status" | "reason" | "withdrawn" | "consortium">> = {},
): Entry {
	const { firm: given, fileId, decrypted, paid, ...state } = how;
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
		deposit: deposit(world, rng, into, bidder, paid),
	};
}

/** How a bid stands that was taken back in writing the day before the opening. */
export function withdrawn(
	from: Lot,
): Pick<Bid, "status" | "reason" | "withdrawn"> & { decrypted: false } {
	return {
		status: "撤回",
		reason: "开标前书面撤回投标文件",
		withdrawn: from.project.opened - 1,
		decrypted: false,
	};
}

/** How a bid stands that the committee turned down. */
export const rejected = {
	status: "否决",
	reason: "投标文件未按要求加盖电子签章",
} as const;

/** One more bidder, from elsewhere and with nothing in common with the others, and the result of the lot. */
export function close(world: World, rng: Rng, into: Lot): void {
	enter(world, rng, into, {}, { firm: firm(world, rng, outsider(world, rng)) });
	award(world, into);
}

/** The lead of two bidders in a lot, proved by their bids and by what is given. */
export function rivals(
	into: Lot,
	one: Entry,
	other: Entry,
	rows: object[],
): Planted {
	return {
		subjects: [
			lot(into),
			company("投标人", one.firm),
			company("投标人", other.firm),
		],
		rows: [...rows, one.bid, other.bid],
	};
}

/** The lead of two bidders in a lot, proved by their uploads. */
export function pair(into: Lot, one: Entry, other: Entry): Planted {
	return rivals(into, one, other, [one.upload, other.upload]);
}

import { officesOf, replaceHead } from "../../world/companies.ts";
import { casesOf } from "../case.ts";
import {
	close,
	type Entry,
	enter,
	firm,
	newLot,
	purchase,
	rejected,
} from "../kit/bidders.ts";
import { stranger } from "../kit/official.ts";
import { underOne } from "./heads.ts";

/** Two bidders of a lot were headed by one person on the day of the opening. */
export const oneHead = casesOf("WBCB-01", [
	{
		kind: "true",
		slug: "head-of-both-since-the-founding",
		why: "同一标段两家投标人的法定代表人从设立起就是同一个人。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const head = stranger(world, rng);
			const one = enter(world, rng, lot, {}, { firm: firm(world, rng, head) });
			const other = enter(
				world,
				rng,
				lot,
				{},
				{ firm: firm(world, rng, head) },
			);
			close(world, rng, lot);
			return underOne(head, lot, one, other);
		},
	},
	{
		kind: "true",
		slug: "taken-over-on-the-day-of-the-opening",
		why: "开标当天核准变更，两家的法定代表人成为同一人（任职当日算在任）；其中一家被否决，也算。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const head = stranger(world, rng);
			const one = enter(world, rng, lot, {}, { firm: firm(world, rng, head) });
			const other = enter(world, rng, lot, {}, rejected);
			const change = replaceHead(world, other.firm, head, lot.project.opened);
			close(world, rng, lot);
			return underOne(head, lot, one, other, [change]);
		},
	},
	{
		kind: "true",
		slug: "handed-over-after-the-opening",
		why: "开标时两家法定代表人是同一人，开标后其中一家才变更：按开标日的登记看。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const head = stranger(world, rng);
			const one = enter(world, rng, lot, {}, { firm: firm(world, rng, head) });
			const other = enter(
				world,
				rng,
				lot,
				{},
				{ firm: firm(world, rng, head) },
			);
			close(world, rng, lot);
			replaceHead(
				world,
				other.firm,
				stranger(world, rng),
				lot.project.opened + rng.int(10, 90),
			);
			const term = officesOf(world, other.firm, head).filter(
				({ position }) => position === "法定代表人",
			);
			return underOne(head, lot, one, other, term);
		},
	},
	{
		kind: "true",
		slug: "three-bidders-one-head-of-a-purchase",
		why: "政府采购项目，三家供应商的法定代表人是同一个人：三对，三条。",
		plant(world, rng) {
			const lot = newLot(world, rng, 1, purchase);
			const head = stranger(world, rng);
			const [a, b, c] = [0, 1, 2].map(() =>
				enter(world, rng, lot, {}, { firm: firm(world, rng, head) }),
			);
			close(world, rng, lot);
			if (!a || !b || !c) throw new Error("three bidders");
			const two = (one: Entry, other: Entry) => underOne(head, lot, one, other);
			return [two(a, b), two(a, c), two(b, c)];
		},
	},
]);

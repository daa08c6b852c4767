import { serve } from "../../world/companies.ts";
import { casesOf } from "../case.ts";
import {
	close,
	enter,
	newLot,
	purchase,
	rejected,
	rivals,
} from "../kit/bidders.ts";
import { stranger } from "../kit/official.ts";
import { owned, sell, sharesIn } from "./owners.ts";

/** Two bidders of a lot were in one hand on the day of the opening. */
export const oneHand = casesOf("WBCB-02", [
	{
		kind: "true",
		slug: "parent-and-daughter",
		why: "甲持有乙六成股份，母子公司投同一标段。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const parent = owned(world, rng, []);
			const daughter = owned(world, rng, [[parent, 60]]);
			const one = enter(world, rng, lot, {}, { firm: parent });
			const other = enter(world, rng, lot, {}, { firm: daughter });
			close(world, rng, lot);
			return rivals(lot, one, other, sharesIn(world, [daughter]));
		},
	},
	{
		kind: "true",
		slug: "one-owner-of-both",
		why: "同一自然人在两家分别持股五成五和七成，两家法定代表人不同；其中一家被否决，也算。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const owner = stranger(world, rng);
			const [a, b] = [55, 70].map((part) => owned(world, rng, [[owner, part]]));
			if (!a || !b) throw new Error("two firms");
			const one = enter(world, rng, lot, {}, { firm: a });
			const other = enter(world, rng, lot, {}, { firm: b, ...rejected });
			close(world, rng, lot);
			return rivals(lot, one, other, sharesIn(world, [a, b]));
		},
	},
	{
		kind: "true",
		slug: "through-two-companies",
		why: "同一自然人直接持有一家的过半股份，另一家经两层企业控制，每一层都过半，乘积只有一成多：不乘积，照算。",
		plant(world, rng) {
			const lot = newLot(world, rng, 1, purchase);
			const owner = stranger(world, rng);
			const top = owned(world, rng, [[owner, 51]]);
			const middle = owned(world, rng, [[top, 51]]);
			const a = owned(world, rng, [[middle, 51]]);
			const b = owned(world, rng, [[owner, 60]]);
			const one = enter(world, rng, lot, {}, { firm: a });
			const other = enter(world, rng, lot, {}, { firm: b });
			close(world, rng, lot);
			return rivals(lot, one, other, sharesIn(world, [top, middle, a, b]));
		},
	},
	{
		kind: "true",
		slug: "over-a-half-together",
		why: "同一人直接持有三成，又经他控制的企业持有两成五：合并计算过半；另一家是他的全资企业。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const owner = stranger(world, rng);
			const between = owned(world, rng, [[owner, 60]]);
			const a = owned(world, rng, [
				[owner, 30],
				[between, 25],
			]);
			const b = owned(world, rng, [[owner, 100]]);
			const one = enter(world, rng, lot, {}, { firm: a });
			const other = enter(world, rng, lot, {}, { firm: b });
			close(world, rng, lot);
			return rivals(lot, one, other, sharesIn(world, [between, a, b]));
		},
	},
	{
		kind: "true",
		slug: "sold-after-the-opening",
		why: "开标时两家在同一人手里，开标后他才卖掉其中一家：按开标日的登记看。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const owner = stranger(world, rng);
			const a = owned(world, rng, [[owner, 80]]);
			const b = owned(world, rng, [[owner, 70]]);
			const sold = lot.project.opened + rng.int(1, 60);
			sell(world, b, owner, stranger(world, rng), sold);
			const one = enter(world, rng, lot, {}, { firm: a });
			const other = enter(world, rng, lot, {}, { firm: b });
			close(world, rng, lot);
			return rivals(lot, one, other, sharesIn(world, [a, b]));
		},
	},
	{
		kind: "true",
		slug: "sisters-of-a-private-holding",
		why: "两家都由同一家民营控股公司持股过半，控股公司的股东各占三分之一、没有人控制它。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const holding = owned(
				world,
				rng,
				[34, 33, 33].map((part) => [stranger(world, rng), part] as const),
			);
			const [a, b] = [51, 65].map((part) =>
				owned(world, rng, [[holding, part]]),
			);
			if (!a || !b) throw new Error("two firms");
			const one = enter(world, rng, lot, {}, { firm: a });
			const other = enter(world, rng, lot, {}, { firm: b });
			close(world, rng, lot);
			return rivals(lot, one, other, sharesIn(world, [a, b]));
		},
	},
	{
		kind: "true",
		slug: "owner-here-and-manager-there",
		why: "同一人控股甲、又任乙的总经理，对乙有管理关系。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const owner = stranger(world, rng);
			const a = owned(world, rng, [[owner, 75]]);
			const b = owned(world, rng, []);
			const office = serve(world, b, owner, "总经理", b.established + 200);
			const one = enter(world, rng, lot, {}, { firm: a });
			const other = enter(world, rng, lot, {}, { firm: b });
			close(world, rng, lot);
			return rivals(lot, one, other, [office, ...sharesIn(world, [a])]);
		},
	},
]);

import { serve } from "../../world/companies.ts";
import type { Company } from "../../world/records.ts";
import { casesOf } from "../case.ts";
import { close, enter, newLot, rivals, withdrawn } from "../kit/bidders.ts";
import { stranger } from "../kit/official.ts";
import { owned, sell, sharesIn } from "./owners.ts";

/** What looks like one hand over two bidders. */
export const ownHands = casesOf("WBCB-02", [
	{
		kind: "near_miss",
		slug: "sold-on-the-day-of-the-opening",
		why: "同一人原来控股两家，开标当天其中一家的股份已经转给别人（转出当日不算）。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const owner = stranger(world, rng);
			const a = owned(world, rng, [[owner, 80]]);
			const b = owned(world, rng, [[owner, 70]]);
			sell(world, b, owner, stranger(world, rng), lot.project.opened);
			const one = enter(world, rng, lot, {}, { firm: a });
			const other = enter(world, rng, lot, {}, { firm: b });
			close(world, rng, lot);
			return rivals(lot, one, other, sharesIn(world, [a, b]));
		},
	},
	{
		kind: "near_miss",
		slug: "bought-after-the-opening",
		why: "开标以后才收购对方的股份：开标日两家没有关系。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const before = stranger(world, rng);
			const owner = stranger(world, rng);
			const a = owned(world, rng, [[owner, 80]]);
			const b = owned(world, rng, [[before, 70]]);
			sell(world, b, before, owner, lot.project.opened + rng.int(1, 90));
			const one = enter(world, rng, lot, {}, { firm: a });
			const other = enter(world, rng, lot, {}, { firm: b });
			close(world, rng, lot);
			return rivals(lot, one, other, sharesIn(world, [a, b]));
		},
	},
	{
		kind: "near_miss",
		slug: "just-under-a-half-of-each",
		why: "同一人在两家各持四成九，其余股份在别人手里：共同股东，归 WBCB-03。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const owner = stranger(world, rng);
			const [a, b] = [49, 49].map((part) => owned(world, rng, [[owner, part]]));
			if (!a || !b) throw new Error("two firms");
			const one = enter(world, rng, lot, {}, { firm: a });
			const other = enter(world, rng, lot, {}, { firm: b });
			close(world, rng, lot);
			return rivals(lot, one, other, sharesIn(world, [a, b]));
		},
	},
	{
		kind: "near_miss",
		slug: "one-step-under-a-half",
		why: "同一人控制甲，又控制一家企业，但那家企业只持有乙四成：链上有一层不到一半。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const owner = stranger(world, rng);
			const between = owned(world, rng, [[owner, 90]]);
			const a = owned(world, rng, [[owner, 60]]);
			const b = owned(world, rng, [[between, 40]]);
			const one = enter(world, rng, lot, {}, { firm: a });
			const other = enter(world, rng, lot, {}, { firm: b });
			close(world, rng, lot);
			return rivals(lot, one, other, sharesIn(world, [between, a, b]));
		},
	},
	{
		kind: "near_miss",
		slug: "owner-here-and-supervisor-there",
		why: "甲的控股股东在乙只任监事：交叉任职，归 WBCB-03。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const owner = stranger(world, rng);
			const a = owned(world, rng, [[owner, 75]]);
			const b = owned(world, rng, []);
			const office = serve(world, b, owner, "监事", b.established);
			const one = enter(world, rng, lot, {}, { firm: a });
			const other = enter(world, rng, lot, {}, { firm: b });
			close(world, rng, lot);
			return rivals(lot, one, other, [office]);
		},
	},
	{
		kind: "near_miss",
		slug: "sixth-step",
		why: "两家上面是同一人，但乙要往上数六层：超过五层不算。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const owner = stranger(world, rng);
			const a = owned(world, rng, [[owner, 60]]);
			let above: Company = owned(world, rng, [[owner, 60]]);
			const chain = [above];
			for (let step = 0; step < 4; step++) {
				above = owned(world, rng, [[above, 60]]);
				chain.push(above);
			}
			const b = owned(world, rng, [[above, 60]]);
			const one = enter(world, rng, lot, {}, { firm: a });
			const other = enter(world, rng, lot, {}, { firm: b });
			close(world, rng, lot);
			return rivals(lot, one, other, sharesIn(world, [...chain, a, b]));
		},
	},
	{
		kind: "near_miss",
		slug: "withdrawn-before-opening",
		why: "母子公司，但子公司开标前已书面撤回投标：撤回的不算。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const parent = owned(world, rng, []);
			const daughter = owned(world, rng, [[parent, 60]]);
			const one = enter(world, rng, lot, {}, { firm: parent });
			const other = enter(
				world,
				rng,
				lot,
				{},
				{ firm: daughter, ...withdrawn(lot) },
			);
			close(world, rng, lot);
			return rivals(lot, one, other, sharesIn(world, [daughter]));
		},
	},
	{
		kind: "near_miss",
		slug: "sisters-of-the-state",
		suppressed: "F07",
		why: "两家都由县属国有公司控股：国家控股的企业之间不仅因为同受国家控股而有关联，扣下（F07）。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const state = owned(world, rng, [], { state: true });
			const [a, b] = [100, 67].map((part) =>
				owned(world, rng, [[state, part]]),
			);
			if (!a || !b) throw new Error("two firms");
			const one = enter(world, rng, lot, {}, { firm: a });
			const other = enter(world, rng, lot, {}, { firm: b });
			close(world, rng, lot);
			return rivals(lot, one, other, sharesIn(world, [a, b]));
		},
	},
	{
		kind: "near_miss",
		slug: "below-a-company-of-the-state",
		suppressed: "F07",
		why: "两家都由国有公司的子公司控股，子公司由聘来的经理管理：仍是同受国家控股，扣下（F07）。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const state = owned(world, rng, [], { state: true });
			const middle = owned(world, rng, [[state, 80]]);
			const [a, b] = [100, 67].map((part) =>
				owned(world, rng, [[middle, part]]),
			);
			if (!a || !b) throw new Error("two firms");
			const one = enter(world, rng, lot, {}, { firm: a });
			const other = enter(world, rng, lot, {}, { firm: b });
			close(world, rng, lot);
			return rivals(lot, one, other, sharesIn(world, [middle, a, b]));
		},
	},
	{
		kind: "near_miss",
		slug: "partners-of-a-consortium",
		suppressed: "F16",
		why: "母子公司组成一个联合体投标：联合体成员之间不算（F16）。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const parent = owned(world, rng, []);
			const daughter = owned(world, rng, [[parent, 60]]);
			const consortium = [parent, daughter];
			const [one, other] = consortium.map((partner) =>
				enter(world, rng, lot, {}, { firm: partner, consortium }),
			);
			if (!one || !other) throw new Error("two partners");
			close(world, rng, lot);
			return rivals(lot, one, other, sharesIn(world, [daughter]));
		},
	},
]);

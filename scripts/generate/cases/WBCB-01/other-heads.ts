import { officesOf, replaceHead, serve } from "../../world/companies.ts";
import { casesOf } from "../case.ts";
import {
	close,
	enter,
	firm,
	newLot,
	rivals,
	withdrawn,
} from "../kit/bidders.ts";
import { stranger } from "../kit/official.ts";
import { alike } from "../kit/teams.ts";
import { underOne } from "./heads.ts";

/** What looks like one head of two bidders. */
export const otherHeads = casesOf("WBCB-01", [
	{
		kind: "near_miss",
		slug: "taken-over-after-the-opening",
		why: "现在两家的法定代表人是同一人，但其中一家在开标以后才变更：开标日不是（F24）。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const head = stranger(world, rng);
			const one = enter(world, rng, lot, {}, { firm: firm(world, rng, head) });
			const other = enter(world, rng, lot);
			const change = replaceHead(
				world,
				other.firm,
				head,
				lot.project.opened + rng.int(1, 60),
			);
			close(world, rng, lot);
			return underOne(head, lot, one, other, [change]);
		},
	},
	{
		kind: "near_miss",
		slug: "left-on-the-day-of-the-opening",
		why: "同一人曾是两家的法定代表人，开标当天已从其中一家卸任（离任当日不算）。",
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
			const change = replaceHead(
				world,
				other.firm,
				stranger(world, rng),
				lot.project.opened,
			);
			close(world, rng, lot);
			const term = officesOf(world, other.firm, head);
			return underOne(head, lot, one, other, [change, ...term]);
		},
	},
	{
		kind: "near_miss",
		slug: "namesakes",
		why: "两家的法定代表人同名，身份证号不同：同名的另一个人（F01）。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const head = stranger(world, rng, 1972);
			const namesake = stranger(world, rng, 1985, {
				name: head.name,
				gender: head.gender,
				namesake: true,
			});
			const one = enter(world, rng, lot, {}, { firm: firm(world, rng, head) });
			const other = enter(
				world,
				rng,
				lot,
				{},
				{ firm: firm(world, rng, namesake) },
			);
			close(world, rng, lot);
			return rivals(lot, one, other, [one.firm, other.firm]);
		},
	},
	{
		kind: "near_miss",
		slug: "head-here-and-supervisor-there",
		why: "甲的法定代表人在乙只任监事：交叉任职，归 WBCB-03，不是负责人同一人。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const one = enter(world, rng, lot);
			const other = enter(world, rng, lot);
			const { legalRep } = one.firm;
			const office = serve(
				world,
				other.firm,
				legalRep,
				"监事",
				other.firm.established,
			);
			close(world, rng, lot);
			return underOne(legalRep, lot, one, other, [office]);
		},
	},
	{
		kind: "near_miss",
		slug: "one-head-in-different-lots",
		why: "两家的法定代表人是同一人，但投的不是同一标段。",
		plant(world, rng) {
			const lot = newLot(world, rng, 2);
			const second = lot.project.lots[1];
			if (!second) throw new Error("two lots");
			const head = stranger(world, rng);
			const one = enter(world, rng, lot, {}, { firm: firm(world, rng, head) });
			const other = enter(
				world,
				rng,
				second,
				{},
				{ firm: firm(world, rng, head) },
			);
			close(world, rng, lot);
			close(world, rng, second);
			return underOne(head, lot, one, other);
		},
	},
	{
		kind: "near_miss",
		slug: "withdrawn-before-opening",
		why: "两家的法定代表人是同一人，但其中一家开标前已书面撤回投标：撤回的不算。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const head = stranger(world, rng);
			const one = enter(world, rng, lot, {}, { firm: firm(world, rng, head) });
			const other = enter(
				world,
				rng,
				lot,
				{},
				{ firm: firm(world, rng, head), ...withdrawn(lot) },
			);
			close(world, rng, lot);
			return underOne(head, lot, one, other);
		},
	},
	{
		kind: "near_miss",
		slug: "consortium-partners",
		suppressed: "F16",
		why: "两家的法定代表人是同一人，组成一个联合体投标：联合体成员之间不算（F16）。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const head = stranger(world, rng);
			const consortium = [firm(world, rng, head), firm(world, rng, head)];
			const [one, other] = consortium.map((partner) =>
				enter(world, rng, lot, {}, { firm: partner, consortium }),
			);
			if (!one || !other) throw new Error("two partners");
			close(world, rng, lot);
			return underOne(head, lot, one, other);
		},
	},
	{
		kind: "near_miss",
		slug: "one-number-two-names",
		suppressed: "F02",
		why: "登记里两家法定代表人证号相同、姓名完全不同：一号两名，登记录错，扣下并计数（F02）。",
		plant(world, rng) {
			const lot = newLot(world, rng);
			const head = stranger(world, rng);
			let somebody = stranger(world, rng);
			while (alike(head.name, somebody.name)) somebody = stranger(world, rng);
			const one = enter(world, rng, lot, {}, { firm: firm(world, rng, head) });
			const other = enter(
				world,
				rng,
				lot,
				{},
				{ firm: firm(world, rng, somebody) },
			);
			other.firm.wrongHeadId = head.id;
			close(world, rng, lot);
			return underOne(head, lot, one, other);
		},
	},
]);

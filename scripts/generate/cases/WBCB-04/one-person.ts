import { professional } from "../../world/bidding.ts";
import { casesOf } from "../case.ts";
import {
	bigWorks,
	close,
	type Entry,
	enter,
	newLot,
	purchase,
	rejected,
} from "../kit/bidders.ts";
import { bothName, names } from "../kit/teams.ts";

/** Somebody stands in the bids of two bidders of a lot. */
export const onePerson = casesOf("WBCB-04", [
	{
		kind: "true",
		slug: "same-project-manager",
		why: "两家投标文件列的项目经理是同一个人（身份证号相同）。",
		plant(world, rng) {
			const lot = newLot(world, rng, 1, bigWorks);
			const who = professional(world, rng);
			const one = enter(world, rng, lot);
			const other = enter(world, rng, lot);
			const rows = [one, other].map((entry) =>
				names(world, entry, "项目经理", who),
			);
			names(world, one, "技术负责人", professional(world, rng));
			names(world, other, "技术负责人", professional(world, rng));
			close(world, rng, lot);
			return bothName(lot, one, other, rows);
		},
	},
	{
		kind: "true",
		slug: "other-posts-one-rejected",
		why: "一家的技术负责人是另一家的安全员，岗位不同、人相同；其中一家被否决，也算。",
		plant(world, rng) {
			const lot = newLot(world, rng, 1, bigWorks);
			const who = professional(world, rng);
			const one = enter(world, rng, lot);
			const other = enter(world, rng, lot, {}, rejected);
			const rows = [
				names(world, one, "技术负责人", who),
				names(world, other, "安全员", who),
			];
			close(world, rng, lot);
			return bothName(lot, one, other, rows);
		},
	},
	{
		kind: "true",
		slug: "three-bidders-one-person-of-a-purchase",
		why: "政府采购项目，三家供应商列同一个项目负责人：三对，三条。",
		plant(world, rng) {
			const lot = newLot(world, rng, 1, purchase);
			const who = professional(world, rng);
			const [a, b, c] = [0, 1, 2].map(() => enter(world, rng, lot));
			if (!a || !b || !c) throw new Error("three bidders");
			const row = new Map(
				[a, b, c].map((entry) => [
					entry,
					names(world, entry, "项目负责人", who),
				]),
			);
			close(world, rng, lot);
			const two = (one: Entry, other: Entry) =>
				bothName(
					lot,
					one,
					other,
					[one, other].flatMap((entry) => row.get(entry) ?? []),
				);
			return [two(a, b), two(a, c), two(b, c)];
		},
	},
	{
		kind: "true",
		slug: "no-numbers-but-one-certificate",
		why: "名单没有身份证号，姓名和注册证书号都相同：按姓名加证书号认，降级。",
		plant(world, rng) {
			const lot = newLot(world, rng, 1, bigWorks);
			const { name, certificate } = professional(world, rng);
			const one = enter(world, rng, lot);
			const other = enter(world, rng, lot);
			const rows = [one, other].map((entry) =>
				names(world, entry, "项目经理", { name, certificate }),
			);
			close(world, rng, lot);
			return bothName(lot, one, other, rows);
		},
	},
]);

import { professional } from "../../world/bidding.ts";
import { casesOf } from "../case.ts";
import {
	bigWorks,
	close,
	enter,
	firm,
	newLot,
	rivals,
	withdrawn,
} from "../kit/bidders.ts";
import { alike, bothName, names } from "../kit/teams.ts";

/** What looks like one person in two bids. */
export const otherPersons = casesOf("WBCB-04", [
	{
		kind: "near_miss",
		slug: "namesakes",
		why: "两家的项目经理同名，身份证号不同：同名的另一个人（F01）。",
		plant(world, rng) {
			const lot = newLot(world, rng, 1, bigWorks);
			const [who, namesake] = [
				professional(world, rng),
				professional(world, rng),
			];
			const one = enter(world, rng, lot);
			const other = enter(world, rng, lot);
			const rows = [
				names(world, one, "项目经理", who),
				names(world, other, "项目经理", { ...namesake, name: who.name }),
			];
			close(world, rng, lot);
			return rivals(lot, one, other, rows);
		},
	},
	{
		kind: "near_miss",
		slug: "names-only",
		why: "名单没有身份证号，证书号一栏写的是“无”，只有姓名相同：不能只凭姓名（F01）。",
		plant(world, rng) {
			const lot = newLot(world, rng, 1, bigWorks);
			const { name } = professional(world, rng);
			const one = enter(world, rng, lot);
			const other = enter(world, rng, lot);
			const rows = [one, other].map((entry) =>
				names(world, entry, "安全员", { name, certificate: "无" }),
			);
			close(world, rng, lot);
			return rivals(lot, one, other, rows);
		},
	},
	{
		kind: "near_miss",
		slug: "two-posts-in-one-bid",
		why: "一人在同一家的投标文件里兼两个岗位：同一投标人。",
		plant(world, rng) {
			const lot = newLot(world, rng, 1, bigWorks);
			const who = professional(world, rng);
			const one = enter(world, rng, lot);
			const rows = ["项目经理", "技术负责人"].map((post) =>
				names(world, one, post, who),
			);
			close(world, rng, lot);
			return bothName(lot, one, one, rows);
		},
	},
	{
		kind: "near_miss",
		slug: "same-person-in-different-lots",
		why: "同一人先后列在两家的投标文件里，但两家投的不是同一标段。",
		plant(world, rng) {
			const lot = newLot(world, rng, 2, bigWorks);
			const second = lot.project.lots[1];
			if (!second) throw new Error("two lots");
			const who = professional(world, rng);
			const one = enter(world, rng, lot);
			const other = enter(world, rng, second);
			const rows = [one, other].map((entry) =>
				names(world, entry, "项目经理", who),
			);
			close(world, rng, lot);
			close(world, rng, second);
			return bothName(lot, one, other, rows);
		},
	},
	{
		kind: "near_miss",
		slug: "consortium-partners",
		suppressed: "F16",
		why: "同一联合体的两个成员列同一个项目经理：联合体成员之间不算（F16）。",
		plant(world, rng) {
			const lot = newLot(world, rng, 1, bigWorks);
			const consortium = [firm(world, rng), firm(world, rng)];
			const who = professional(world, rng);
			const [one, other] = consortium.map((partner) =>
				enter(world, rng, lot, {}, { firm: partner, consortium }),
			);
			if (!one || !other) throw new Error("two partners");
			const rows = [one, other].map((entry) =>
				names(world, entry, "项目经理", who),
			);
			close(world, rng, lot);
			return bothName(lot, one, other, rows);
		},
	},
	{
		kind: "near_miss",
		slug: "withdrawn-before-opening",
		why: "项目经理是同一个人，但其中一家开标前已书面撤回投标：撤回的不算。",
		plant(world, rng) {
			const lot = newLot(world, rng, 1, bigWorks);
			const who = professional(world, rng);
			const one = enter(world, rng, lot);
			const other = enter(world, rng, lot, {}, withdrawn(lot));
			const rows = [one, other].map((entry) =>
				names(world, entry, "项目经理", who),
			);
			close(world, rng, lot);
			return bothName(lot, one, other, rows);
		},
	},
	{
		kind: "near_miss",
		slug: "one-number-two-names",
		suppressed: "F02",
		why: "两家名单上证号相同、姓名完全不同：一号两名，身份待核，扣下并计数（F02）。",
		plant(world, rng) {
			const lot = newLot(world, rng, 1, bigWorks);
			const who = professional(world, rng);
			let somebody = professional(world, rng);
			while (alike(who.name, somebody.name))
				somebody = professional(world, rng);
			const one = enter(world, rng, lot);
			const other = enter(world, rng, lot);
			const rows = [
				names(world, one, "项目经理", who),
				names(world, other, "项目经理", { ...somebody, id: who.id }),
			];
			close(world, rng, lot);
			return bothName(lot, one, other, rows);
		},
	},
]);

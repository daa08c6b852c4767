import { firstDay, inMonth, on } from "../../base/day.ts";
import { brokenCheck } from "../../ids/citizen-id.ts";
import { units } from "../../places/units.ts";
import { employ } from "../../world/employment.ts";
import { casesOf } from "../case.ts";
import { stranger } from "../kit/official.ts";
import { poorFamily } from "../kit/poor-family.ts";
import { lead } from "./on-roll.ts";

/** Posts that are no posts of the budget, other times, and other people. */
export const notOnTheBudget = casesOf("GXB-04", [
	...(
		[
			["public-welfare-post", "公益岗", "保洁员", "公益性岗位"],
			["outside-the-establishment", "临聘", "协管员", "编外人员"],
			["allowance-for-the-bereaved", "遗属", "遗属补助", "遗属补助人员"],
		] as const
	).map(([slug, staff, post, words]) => ({
		kind: "near_miss" as const,
		slug,
		why: `妻子在财政供养名册里，但人员类别是${words}，不算财政供养。`,
		plant(
			world: Parameters<typeof poorFamily>[0],
			rng: Parameters<typeof poorFamily>[1],
		) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				poor.wife,
				employ(
					world,
					poor.wife,
					rng.pick(units),
					on("2021-09-01") + rng.int(0, 700),
					{ staff, post },
				),
			);
		},
	})),
	{
		kind: "near_miss",
		slug: "appointed-after-the-end",
		why: "停保以后才入编，两个区间不相交。",
		plant(world, rng) {
			const stop = inMonth("2024-09");
			const poor = poorFamily(world, rng, inMonth("2019-04"), stop);
			return lead(
				poor,
				poor.son,
				employ(
					world,
					poor.son,
					rng.pick(units),
					firstDay(stop) + rng.int(0, 90),
					{ staff: "公务员" },
				),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "stopped-in-the-month-after",
		why: "入编当月报告、次月停保，重叠不满一个月（F03 数据滞后）。",
		plant(world, rng) {
			const stop = inMonth("2025-02");
			const poor = poorFamily(world, rng, inMonth("2020-04"), stop);
			return lead(
				poor,
				poor.son,
				employ(
					world,
					poor.son,
					rng.pick(units),
					firstDay(stop) - rng.int(5, 25),
					{ staff: "事业", post: "教师" },
				),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "left-before-entitlement",
		why: "享受之前已离职调出，没有重叠。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				poor.head,
				employ(world, poor.head, rng.pick(units), on("1990-01-01"), {
					staff: "工勤",
					to: firstDay(poor.family.first) - rng.int(30, 900),
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "left-at-an-unknown-time",
		why: "名册写着已调出，没有退出日期，不知道享受期内还在不在（F20）。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				poor.head,
				employ(
					world,
					poor.head,
					rng.pick(units),
					on("1991-03-01") + rng.int(0, 900),
					{ staff: "事业", status: "调出" },
				),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "family-on-the-edge",
		why: "低保边缘家庭，不领低保金，成员在编不在本规则范围。",
		plant(world, rng) {
			const poor = poorFamily(
				world,
				rng,
				inMonth("2023-01"),
				undefined,
				true,
				"低保边缘家庭",
			);
			return lead(
				poor,
				poor.wife,
				employ(
					world,
					poor.wife,
					rng.pick(units),
					on("2009-07-01") + rng.int(0, 900),
					{ staff: "事业", post: "教师" },
				),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "son-on-the-register-but-not-in-the-family",
		why: "在编的儿子户口在家里、不共同生活，不在低保家庭名单（F21）。",
		plant(world, rng) {
			const poor = poorFamily(world, rng, undefined, undefined, false);
			return lead(
				poor,
				poor.son,
				employ(
					world,
					poor.son,
					rng.pick(units),
					on("2021-07-12") + rng.int(0, 300),
					{ staff: "公务员" },
				),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "namesake-in-office",
		why: "在编的是同名同姓的另一人，证号不同（F01）。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			const other = stranger(world, rng, Number(poor.son.id.slice(6, 10)) - 5, {
				name: poor.son.name,
				gender: "男",
				namesake: true,
			});
			return lead(
				poor,
				other,
				employ(world, other, rng.pick(units), on("2015-10-08"), {
					staff: "事业",
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "damaged-number-of-a-namesake",
		why: "名册里的证号校验位错误，姓名与低保成员相同、出生日期对不上（F02）。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			const other = stranger(
				world,
				rng,
				Number(poor.wife.id.slice(6, 10)) + 8,
				{ name: poor.wife.name, gender: "女", namesake: true },
			);
			return lead(
				poor,
				other,
				employ(world, other, rng.pick(units), on("2014-03-17"), {
					staff: "事业",
					wrongId: brokenCheck(other.id),
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "anothers-post-under-a-members-number",
		why: "别人的在编记录误录成低保户主的证号，姓名完全不同（一号两名）：由F02扣下并计数。",
		suppressed: "F02",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			const other = stranger(world, rng, rng.int(1972, 1980), {
				name: `欧阳${rng.pick([..."澄岚溪屿汀"])}${rng.pick([..."之若以予"])}`,
				namesake: true,
			});
			return lead(
				poor,
				poor.head,
				employ(
					world,
					other,
					rng.pick(units),
					on("2013-06-03") + rng.int(0, 900),
					{ staff: "公务员", wrongId: poor.head.id },
				),
			);
		},
	},
]);

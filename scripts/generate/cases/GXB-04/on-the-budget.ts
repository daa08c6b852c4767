import { inMonth, on } from "../../base/day.ts";
import { units } from "../../places/units.ts";
import { employ } from "../../world/employment.ts";
import { memberOf } from "../../world/welfare.ts";
import { casesOf } from "../case.ts";
import { poorFamily } from "../kit/poor-family.ts";
import { lead } from "./on-roll.ts";

/** A member is in the pay of the budget, or draws a pension from it, while the family gets the allowance. */
export const onTheBudget = casesOf("GXB-04", [
	{
		kind: "true",
		slug: "son-becomes-a-teacher",
		why: "享受期内儿子考入事业单位，家庭没有退出低保。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				poor.son,
				employ(
					world,
					poor.son,
					rng.pick(units),
					on("2024-08-01") + rng.int(0, 200),
					{ staff: "事业", post: "教师" },
				),
			);
		},
	},
	{
		kind: "true",
		slug: "wife-in-office-since-before",
		why: "妻子早就是公务员，申请低保时已在职，一直在职。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				poor.wife,
				employ(
					world,
					poor.wife,
					rng.pick(units),
					on("1993-07-01") + rng.int(0, 900),
					{ post: "四级主任科员" },
				),
			);
		},
	},
	{
		kind: "true",
		slug: "head-retired-from-an-office",
		why: "户主是机关退休人员，按月领取财政负担的待遇：离退休照报，单独标明。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				poor.head,
				employ(
					world,
					poor.head,
					rng.pick(units),
					on("1988-09-01") + rng.int(0, 900),
					{
						post: "退休人员",
						status: "退休",
						to: on("2021-05-01") + rng.int(0, 200),
					},
				),
			);
		},
	},
	{
		kind: "true",
		slug: "on-the-roll-of-pensioners",
		why: "妻子在离退休人员名册里，享受期内一直在册。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				poor.wife,
				employ(
					world,
					poor.wife,
					rng.pick(units),
					on("2019-02-01") + rng.int(0, 300),
					{ staff: "离退休", post: "退休干部", status: "退休" },
				),
			);
		},
	},
	{
		kind: "true",
		slug: "left-since",
		why: "儿子已调出，但在职的一年多与享受期重叠。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				poor.son,
				employ(world, poor.son, rng.pick(units), on("2023-11-06"), {
					staff: "参公",
					to: on("2025-03-03") + rng.int(0, 200),
				}),
			);
		},
	},
	{
		kind: "true",
		slug: "member-who-gets-nothing",
		why: "丈夫一人享受，妻子列在共同生活成员里、不是保障对象，是机关工勤人员。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			memberOf(poor.family, poor.wife).notAided = true;
			return lead(
				poor,
				poor.wife,
				employ(
					world,
					poor.wife,
					rng.pick(units),
					on("2012-04-09") + rng.int(0, 900),
					{ staff: "工勤", post: "技术工四级" },
				),
			);
		},
	},
	{
		kind: "true",
		slug: "family-stopped-since",
		why: "家庭2026年1月已停保，儿子2024年入编，重叠一年多，照报。",
		plant(world, rng) {
			const poor = poorFamily(
				world,
				rng,
				inMonth("2020-10"),
				inMonth("2026-01"),
			);
			return lead(
				poor,
				poor.son,
				employ(
					world,
					poor.son,
					rng.pick(units),
					on("2024-03-11") + rng.int(0, 150),
					{ staff: "事业", post: "护师" },
				),
			);
		},
	},
	{
		kind: "true",
		slug: "two-spells",
		why: "妻子先后在两个单位在编，两段都与享受期重叠，是一条线索。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			const moved = on("2024-05-06") + rng.int(0, 90);
			const [first, second] = rng.shuffle(units);
			if (!first || !second) throw new Error("no units");
			return lead(
				poor,
				poor.wife,
				employ(world, poor.wife, first, on("2010-08-16"), {
					staff: "事业",
					to: moved,
				}),
				employ(world, poor.wife, second, moved, { staff: "事业" }),
			);
		},
	},
]);

import { on } from "../../base/day.ts";
import { brokenCheck } from "../../ids/citizen-id.ts";
import { vehicle } from "../../world/life.ts";
import { casesOf } from "../case.ts";
import { stranger } from "../kit/official.ts";
import { poorFamily } from "../kit/poor-family.ts";
import { lead } from "./household.ts";

/** Vehicles that do not count, vehicles that are held back under F10, and other people's vehicles. */
export const excused = casesOf("GXB-02", [
	{
		kind: "near_miss",
		slug: "motorcycle",
		why: "普通二轮摩托车不在范围（F10）。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				poor.son,
				vehicle(world, rng, {
					owner: poor.son,
					type: "普通二轮摩托车",
					acquired: on("2024-03-05"),
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "three-wheeler",
		why: "正三轮载货摩托车不在范围（F10）。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				poor.head,
				vehicle(world, rng, {
					owner: poor.head,
					type: "正三轮载货摩托车",
					acquired: on("2023-08-15"),
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "walking-tractor",
		why: "手扶拖拉机是小型农机，不在范围（F10）。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				poor.head,
				vehicle(world, rng, {
					owner: poor.head,
					type: "手扶拖拉机",
					acquired: on("2022-10-08"),
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "scrapped",
		why: "小型轿车已报废，未办注销前登记仍与享受期重叠：由F10扣下并计数。",
		suppressed: "F10",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				poor.head,
				vehicle(world, rng, {
					owner: poor.head,
					type: "小型轿车",
					acquired: on("2009-05-12"),
					status: "报废",
					ended: on("2025-11-03") + rng.int(0, 50),
					inspectedUntil: on("2023-05-31"),
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "inspection-long-overdue",
		why: "小型轿车逾期未检验，多年不用：由F10扣下并计数。",
		suppressed: "F10",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				poor.head,
				vehicle(world, rng, {
					owner: poor.head,
					type: "小型轿车",
					acquired: on("2008-09-02"),
					status: "逾期未检验",
					inspectedUntil: on("2019-09-30"),
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "taxi-for-a-living",
		why: "出租客运车辆是谋生工具：由F10扣下并计数。",
		suppressed: "F10",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				poor.head,
				vehicle(world, rng, {
					owner: poor.head,
					type: "小型轿车",
					acquired: on("2023-12-18"),
					use: "出租客运",
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "truck-for-hire",
		why: "轻型普通货车使用性质为货运（营运），谋生工具：由F10扣下并计数。",
		suppressed: "F10",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				poor.son,
				vehicle(world, rng, {
					owner: poor.son,
					type: "轻型普通货车",
					acquired: on("2024-04-22"),
					use: "货运",
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "adapted-for-the-disabled",
		why: "残疾人专用小型汽车，加装操纵辅助装置：由F10扣下并计数。",
		suppressed: "F10",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			const member = poor.family.members.find((one) => one.person === poor.son);
			if (member) member.disability = "二级";
			return lead(
				poor,
				poor.son,
				vehicle(world, rng, {
					owner: poor.son,
					type: "小型轿车",
					acquired: on("2024-08-07"),
					use: "残疾人专用",
					adapted: "残疾人驾驶汽车操纵辅助装置",
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "namesakes-car",
		why: "车主与低保家庭成员同名同姓，证号不同（F01）。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			const other = stranger(world, rng, Number(poor.son.id.slice(6, 10)) - 4, {
				name: poor.son.name,
				gender: "男",
				namesake: true,
			});
			return lead(
				poor,
				other,
				vehicle(world, rng, {
					owner: other,
					type: "小型轿车",
					acquired: on("2024-01-25"),
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "damaged-number-of-a-namesake",
		why: "车管登记的证号校验位错误，姓名与低保成员相同但证号里的出生日期对不上（F02）。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			const other = stranger(
				world,
				rng,
				Number(poor.wife.id.slice(6, 10)) + 9,
				{ name: poor.wife.name, gender: "女", namesake: true },
			);
			return lead(
				poor,
				other,
				vehicle(world, rng, {
					owner: other,
					type: "小型轿车",
					acquired: on("2023-10-09"),
					wrongId: brokenCheck(other.id),
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "son-on-the-register-but-not-in-the-family",
		why: "成年儿子户口仍在家里但不共同生活，不在低保家庭名单，车在他名下（F21）。",
		plant(world, rng) {
			const poor = poorFamily(world, rng, undefined, undefined, false);
			return lead(
				poor,
				poor.son,
				vehicle(world, rng, {
					owner: poor.son,
					type: "小型轿车",
					acquired: on("2024-07-01"),
				}),
			);
		},
	},
]);

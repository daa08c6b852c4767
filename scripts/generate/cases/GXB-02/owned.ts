import { firstDay, inMonth, on } from "../../base/day.ts";
import { vehicle } from "../../world/life.ts";
import { casesOf } from "../case.ts";
import { poorFamily } from "../kit/poor-family.ts";
import { lead } from "./household.ts";

/** A member has a car, a truck or a large farm machine while the family gets the allowance. */
export const owned = casesOf("GXB-02", [
	{
		kind: "true",
		slug: "wifes-car-bought-meanwhile",
		why: "享受期内妻子购入小型轿车，仍在名下。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				poor.wife,
				vehicle(world, rng, {
					owner: poor.wife,
					type: "小型轿车",
					acquired: on("2024-09-12") + rng.int(0, 200),
				}),
			);
		},
	},
	{
		kind: "true",
		slug: "heads-truck-since-before",
		why: "户主在申请低保前就有轻型普通货车（非营运），享受期内一直在名下。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				poor.head,
				vehicle(world, rng, {
					owner: poor.head,
					type: "轻型普通货车",
					acquired: on("2020-06-03") + rng.int(0, 300),
				}),
			);
		},
	},
	{
		kind: "true",
		slug: "sons-car",
		why: "车在儿子名下，儿子是低保家庭成员。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				poor.son,
				vehicle(world, rng, {
					owner: poor.son,
					type: "小型普通客车",
					acquired: on("2023-11-20") + rng.int(0, 400),
				}),
			);
		},
	},
	{
		kind: "true",
		slug: "sold-later-but-overlapped",
		why: "车已于2025年转出，但持有期与享受期重叠两年多。",
		plant(world, rng) {
			const poor = poorFamily(world, rng, inMonth("2022-05"));
			return lead(
				poor,
				poor.wife,
				vehicle(world, rng, {
					owner: poor.wife,
					type: "小型轿车",
					acquired: on("2021-03-09"),
					ended: on("2025-10-16") + rng.int(0, 60),
				}),
			);
		},
	},
	{
		kind: "true",
		slug: "combine-harvester",
		why: "户主名下有轮式联合收割机（大型农机，农机监理登记）。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				poor.head,
				vehicle(world, rng, {
					owner: poor.head,
					type: "轮式联合收割机",
					acquired: on("2024-05-06") + rng.int(0, 90),
				}),
			);
		},
	},
	{
		kind: "true",
		slug: "family-stopped-since",
		why: "家庭2026年2月已停保，购车在停保之前：持有期与享受期重叠，照报。",
		plant(world, rng) {
			const poor = poorFamily(
				world,
				rng,
				inMonth("2021-07"),
				inMonth("2026-02"),
			);
			return lead(
				poor,
				poor.son,
				vehicle(world, rng, {
					owner: poor.son,
					type: "小型越野客车",
					acquired: on("2025-06-11") + rng.int(0, 60),
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "sold-before-entitlement",
		why: "车在最初享受月之前已转出（F10）。",
		plant(world, rng) {
			const poor = poorFamily(world, rng);
			return lead(
				poor,
				poor.head,
				vehicle(world, rng, {
					owner: poor.head,
					type: "小型轿车",
					acquired: on("2016-04-18"),
					ended: firstDay(poor.family.first) - rng.int(20, 200),
				}),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "bought-after-the-end",
		why: "停保之后才购车，两个区间不相交。",
		plant(world, rng) {
			const stop = inMonth("2025-09");
			const poor = poorFamily(world, rng, inMonth("2021-02"), stop);
			return lead(
				poor,
				poor.son,
				vehicle(world, rng, {
					owner: poor.son,
					type: "小型轿车",
					acquired: firstDay(stop) + rng.int(0, 60),
				}),
			);
		},
	},
]);

import { on } from "../../base/day.ts";
import { claim, transfer } from "../../world/land.ts";
import { casesOf } from "../case.ts";
import { farmers, lead } from "./farmers.ts";

/** More claimed in a season than the household has left to claim for. */
export const beyond = casesOf("XBML-02", [
	{
		kind: "true",
		slug: "plain-excess",
		why: "承包7亩，申报大春12亩，没有流入。",
		plant(world, rng) {
			const they = farmers(world, rng, [400, 300]);
			return lead(they, "2025/大春", [
				claim(world, they.farm, "大春", 2025, 1200),
			]);
		},
	},
	{
		kind: "true",
		slug: "roll-repeats-the-claim-as-contracted",
		why: "花名册里的承包面积也虚写成11亩，与申报相符；承包合同只有6亩。",
		plant(world, rng) {
			const they = farmers(world, rng, [600]);
			return lead(they, "2025/小春", [
				claim(world, they.farm, "小春", 2025, 1100, { contracted: 1100 }),
			]);
		},
	},
	{
		kind: "true",
		slug: "sum-over-plots",
		why: "逐地块看都不超，另有一行没有地块编码的5亩：按户累计12亩，承包只有7亩。",
		plant(world, rng) {
			const they = farmers(world, rng, [400, 300]);
			const [first, second] = they.farm.plots;
			if (!first || !second) throw new Error("two plots");
			return lead(they, "2026/耕地地力保护", [
				claim(world, they.farm, "耕地地力保护", 2026, 400, { plot: first }),
				claim(world, they.farm, "耕地地力保护", 2026, 300, { plot: second }),
				claim(world, they.farm, "耕地地力保护", 2026, 500, { contracted: 500 }),
			]);
		},
	},
	{
		kind: "true",
		slug: "husband-and-wife-both-claim",
		why: "夫妻各报一次全户8亩：按户累计16亩。",
		plant(world, rng) {
			const they = farmers(world, rng, [500, 300]);
			return lead(they, "2025/大春", [
				claim(world, they.farm, "大春", 2025, 800),
				claim(world, they.farm, "大春", 2025, 800, { person: they.wife }),
			]);
		},
	},
	{
		kind: "true",
		slug: "let-out-but-still-claimed",
		why: "8亩中5亩已流转出去、补贴归转入方，仍按8亩申报。",
		plant(world, rng) {
			const they = farmers(world, rng, [800]);
			const tenant = farmers(world, rng, [300]);
			const let_ = transfer(world, rng, they, tenant, 500);
			return lead(they, "2025/大春", [
				claim(world, they.farm, "大春", 2025, 800),
				let_,
			]);
		},
	},
	{
		kind: "true",
		slug: "lease-expired",
		why: "流入的4亩合同2024年底已到期，2025年仍按9亩申报。",
		plant(world, rng) {
			const they = farmers(world, rng, [500]);
			const owner = farmers(world, rng, [600]);
			const lease = transfer(
				world,
				rng,
				owner,
				they,
				400,
				on("2020-01-01"),
				on("2025-01-01"),
			);
			return lead(they, "2025/大春", [
				claim(world, they.farm, "大春", 2025, 900),
				lease,
			]);
		},
	},
	{
		kind: "true",
		slug: "excluded-area-not-taken-off",
		why: "10亩中3亩因建房、抛荒不予补贴，仍按10亩申报。",
		plant(world, rng) {
			const they = farmers(world, rng, [600, 400]);
			return lead(they, "2026/耕地地力保护", [
				claim(world, they.farm, "耕地地力保护", 2026, 1000, { excluded: 300 }),
			]);
		},
	},
	{
		kind: "true",
		slug: "no-household-code",
		why: "老册子没有农户编码，按人判断：承包4亩，申报7亩。",
		plant(world, rng) {
			const they = farmers(world, rng, [400], { coded: false });
			return lead(they, "2025/大春", [
				claim(world, they.farm, "大春", 2025, 700),
			]);
		},
	},
	{
		kind: "true",
		slug: "excess-in-hectares",
		why: "按公顷申报0.8公顷（12亩），承包6亩：换算后超出。",
		plant(world, rng) {
			const they = farmers(world, rng, [600], { unit: "公顷" });
			return lead(they, "2025/大春", [
				claim(world, they.farm, "大春", 2025, 1200),
			]);
		},
	},
]);

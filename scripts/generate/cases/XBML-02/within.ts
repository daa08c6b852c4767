import { claim, transfer } from "../../world/land.ts";
import { casesOf } from "../case.ts";
import { farmers, lead } from "./farmers.ts";

/** Claims that only look too large. */
export const within = casesOf("XBML-02", [
	{
		kind: "near_miss",
		slug: "rented-in-with-a-contract",
		why: "承包5亩、流入6亩有流转合同，申报11亩（F14）。",
		plant(world, rng) {
			const they = farmers(world, rng, [500]);
			const owner = farmers(world, rng, [700]);
			const lease = transfer(world, rng, owner, they, 600);
			return lead(they, "2025/大春", [
				claim(world, they.farm, "大春", 2025, 1100, { inflow: 600 }),
				lease,
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "rented-in-under-the-wifes-name",
		why: "流转合同签在同户妻子名下，申报人是丈夫：按户累计不超（F14）。",
		plant(world, rng) {
			const they = farmers(world, rng, [500]);
			const owner = farmers(world, rng, [500]);
			const lease = transfer(
				world,
				rng,
				owner,
				{ farm: they.farm, person: they.wife },
				400,
			);
			return lead(they, "2025/大春", [
				claim(world, they.farm, "大春", 2025, 900),
				lease,
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "within-tolerance",
		why: "承包10亩，申报10.4亩：超出4%，在5%容差之内（F14）。",
		plant(world, rng) {
			const they = farmers(world, rng, [1000]);
			return lead(they, "2025/大春", [
				claim(world, they.farm, "大春", 2025, 1040),
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "small-plot-small-excess",
		why: "承包2亩，申报2.4亩：超出20%但不到0.5亩（F14）。",
		plant(world, rng) {
			const they = farmers(world, rng, [200]);
			return lead(they, "2026/耕地地力保护", [
				claim(world, they.farm, "耕地地力保护", 2026, 240),
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "one-plot-over-the-other-under",
		why: "一块报多、一块报少，按户累计正好8亩（F14）。",
		plant(world, rng) {
			const they = farmers(world, rng, [500, 300]);
			const [first, second] = they.farm.plots;
			if (!first || !second) throw new Error("two plots");
			return lead(they, "2025/大春", [
				claim(world, they.farm, "大春", 2025, 600, { plot: first }),
				claim(world, they.farm, "大春", 2025, 200, { plot: second }),
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "two-seasons-each-right",
		why: "大春、小春各报6亩，承包6亩：各季各算，不相加。",
		plant(world, rng) {
			const they = farmers(world, rng, [600]);
			return lead(they, "2025/大春", [
				claim(world, they.farm, "大春", 2025, 600),
				claim(world, they.farm, "小春", 2025, 600),
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "two-years-each-right",
		why: "2025、2026两年各报9亩，承包9亩：各年各算，不相加。",
		plant(world, rng) {
			const they = farmers(world, rng, [900]);
			return lead(they, "2026/耕地地力保护", [
				claim(world, they.farm, "耕地地力保护", 2025, 900),
				claim(world, they.farm, "耕地地力保护", 2026, 900),
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "reported-in-square-metres",
		why: "花名册按平方米填报4000平方米，即6亩，与承包相符（F19）。",
		plant(world, rng) {
			const they = farmers(world, rng, [600], { unit: "平方米" });
			return lead(they, "2025/大春", [
				claim(world, they.farm, "大春", 2025, 600),
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "wife-claims-for-the-household",
		why: "承包合同在丈夫名下，妻子代表全户申报：同一农户编码，按户累计不超（F14）。",
		plant(world, rng) {
			const they = farmers(world, rng, [700]);
			return lead(they, "2025/小春", [
				claim(world, they.farm, "小春", 2025, 700, { person: they.wife }),
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "let-out-but-subsidy-stays",
		why: "8亩中4亩流转出去，合同写明补贴归转出方（承包户），按8亩申报（F14）。",
		plant(world, rng) {
			const they = farmers(world, rng, [800]);
			const tenant = farmers(world, rng, [300]);
			const let_ = transfer(
				world,
				rng,
				they,
				tenant,
				400,
				undefined,
				undefined,
				"转出方",
			);
			return lead(they, "2026/耕地地力保护", [
				claim(world, they.farm, "耕地地力保护", 2026, 800),
				let_,
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "no-code-two-plots",
		why: "没有农户编码，按人累计：承包两块共7亩，分两行申报共7亩。",
		plant(world, rng) {
			const they = farmers(world, rng, [400, 300], { coded: false });
			const [first, second] = they.farm.plots;
			if (!first || !second) throw new Error("two plots");
			return lead(they, "2025/大春", [
				claim(world, they.farm, "大春", 2025, 400, { plot: first }),
				claim(world, they.farm, "大春", 2025, 300, { plot: second }),
			]);
		},
	},
]);

import { casesOf } from "../case.ts";
import { comer, group, type Met, meet } from "../kit/meetings.ts";

/** Firms that meet, for reasons of their own. */
export const byChance = casesOf("WBCB-12", [
	{
		kind: "near_miss",
		slug: "four-times-only",
		why: "两家在一起只有四次：次数不够。",
		plant(world, rng) {
			const [a, b] = [comer(world, rng), comer(world, rng)];
			const met = [0, 1, 2, 3].map(() =>
				meet(world, rng, { firms: [a, b], winner: a }),
			);
			return group([a, b], met);
		},
	},
	{
		kind: "near_miss",
		slug: "small-firm-meets-the-big-one",
		why: "大企业处处投标，小企业五次都遇到它：在一起的不到两家全部标段的一半。",
		plant(world, rng) {
			const [small, big] = [comer(world, rng), comer(world, rng)];
			const met = [0, 1, 2, 3, 4].map(() =>
				meet(world, rng, { firms: [small, big], winner: big }),
			);
			for (let i = 0; i < 6; i++)
				meet(world, rng, {
					firms: [big, comer(world, rng)],
					winner: big,
				});
			return group([small, big], met);
		},
	},
	{
		kind: "near_miss",
		slug: "only-two-can-do-it",
		why: "这一品目本地只有两家能做，次次相遇：不超过应有的次数（F17）。",
		plant(world, rng) {
			const category = `特种作业检测${world.next("rare category")}类`;
			const [a, b] = [comer(world, rng), comer(world, rng)];
			const met = [0, 1, 2, 3, 4, 5].map((i) =>
				meet(world, rng, { firms: [a, b], winner: i < 3 ? a : b }, category),
			);
			return group([a, b], met);
		},
	},
	{
		kind: "near_miss",
		slug: "others-win",
		why: "两家五次在一起，但其中两次由别家中标：组内中标占比不到八成。",
		plant(world, rng) {
			const [a, b] = [comer(world, rng), comer(world, rng)];
			const others = [comer(world, rng), comer(world, rng)];
			const met = [0, 1, 2, 3, 4].map((i) => {
				const other = others[i];
				return meet(world, rng, {
					firms: other ? [a, b, other] : [a, b],
					winner: other ?? a,
				});
			});
			return group([a, b], met);
		},
	},
	{
		kind: "near_miss",
		slug: "consortium-partners",
		why: "两家五次都组成联合体投标：联合体成员之间不算一起投（F16）。",
		plant(world, rng) {
			const partners = [comer(world, rng), comer(world, rng)];
			const [lead] = partners;
			if (!lead) throw new Error("a leader");
			const met = [0, 1, 2, 3, 4].map(() =>
				meet(world, rng, {
					firms: [...partners, comer(world, rng)],
					winner: lead,
					consortium: partners,
				}),
			);
			return group(partners, met);
		},
	},
	{
		kind: "near_miss",
		slug: "once-withdrawn",
		why: "五次里有一次乙在开标前已书面撤回：撤回的不算，只有四次。",
		plant(world, rng) {
			const [a, b] = [comer(world, rng), comer(world, rng)];
			const met = [0, 1, 2, 3, 4].map((i) =>
				meet(world, rng, {
					firms: [a, b],
					winner: a,
					...(i === 4 ? { withdrawn: b } : {}),
				}),
			);
			return group([a, b], met);
		},
	},
	{
		kind: "near_miss",
		slug: "another-partner-each-time",
		why: "三家轮换搭档，任意两家在一起只有三次：按对达不到五次（规则看不到，也不应报）。",
		plant(world, rng) {
			const firms = [comer(world, rng), comer(world, rng), comer(world, rng)];
			const met = firms.flatMap((left): Met[] => {
				const two = firms.filter((one) => one !== left);
				return [0, 1, 2].map((i) =>
					meet(world, rng, { firms: two, winner: two[i % 2] ?? left }),
				);
			});
			return group(firms, met);
		},
	},
]);

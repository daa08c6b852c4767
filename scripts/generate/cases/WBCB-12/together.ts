import { casesOf } from "../case.ts";
import { comer, group, meet } from "../kit/meetings.ts";

/** Firms that come together far more often than chance would have it, and win. */
export const together = casesOf("WBCB-12", [
	{
		kind: "true",
		slug: "two-always-together",
		why: "两家五次投标次次在一起，轮流中标；各投各的只应碰到一次上下。",
		plant(world, rng) {
			const [a, b] = [comer(world, rng), comer(world, rng)];
			const other = comer(world, rng);
			const met = [0, 1, 2, 3, 4].map((i) =>
				meet(world, rng, {
					firms: i < 2 ? [a, b, other] : [a, b],
					winner: i % 2 === 0 ? a : b,
				}),
			);
			return group([a, b], met);
		},
	},
	{
		kind: "true",
		slug: "three-linked-by-the-one-in-the-middle",
		why: "甲乙、乙丙各在一起五次，甲丙只有两次：连成一组；八个标段组内中七个。",
		plant(world, rng) {
			const [a, b, c] = [
				comer(world, rng),
				comer(world, rng),
				comer(world, rng),
			];
			const other = comer(world, rng);
			const met = [0, 1, 2, 3, 4, 5, 6, 7].map((i) =>
				meet(world, rng, {
					firms: [
						...(i < 5 ? [a] : []),
						b,
						...(i > 2 ? [c] : []),
						...(i === 7 ? [other] : []),
					],
					winner: i === 7 ? other : b,
				}),
			);
			return group([a, b, c], met);
		},
	},
	{
		kind: "true",
		slug: "often-rejected-and-once-beaten",
		why: "两家六次在一起，其中两次乙被否决（也算），一次由别家中标，其余五次由甲中标。",
		plant(world, rng) {
			const [a, b, other] = [
				comer(world, rng),
				comer(world, rng),
				comer(world, rng),
			];
			const met = [0, 1, 2, 3, 4, 5].map((i) =>
				meet(world, rng, {
					firms: i === 5 ? [a, b, other] : [a, b],
					winner: i === 5 ? other : a,
					...(i < 2 ? { rejected: b } : {}),
				}),
			);
			return group([a, b], met);
		},
	},
	{
		kind: "true",
		slug: "just-enough",
		why: "在一起五次，刚好占两家全部标段的一半，刚好中了其中四次：都够。",
		plant(world, rng) {
			const [a, b] = [comer(world, rng), comer(world, rng)];
			const others = [0, 1, 2, 3, 4].map(() => comer(world, rng));
			const met = others.map((other, i) =>
				meet(world, rng, {
					firms: i === 0 ? [a, b, other] : [a, b],
					winner: i === 0 ? other : a,
				}),
			);
			for (const other of others)
				meet(world, rng, { firms: [b, other], winner: other });
			return group([a, b], met);
		},
	},
]);

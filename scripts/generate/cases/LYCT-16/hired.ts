import { plusYears } from "../../base/day.ts";
import { grownChild } from "../../world/families.ts";
import { homeIn } from "../../world/people.ts";
import { casesOf } from "../case.ts";
import { official, parentsOf, siblingIn } from "../kit/official.ts";
import { trades } from "../kit/trade.ts";
import { begins, employed, employer } from "./job.ts";

/** A near relative began to be insured by a supplier within a year of the cadre's taking office. */
export const hired = casesOf("LYCT-16", [
	{
		kind: "true",
		slug: "wife-three-months-later",
		why: "到任三个月后妻子到供应商参保，任期内本单位与该企业签两份合同。",
		plant(world, rng) {
			const he = official(world, rng);
			const firm = employer(world, rng, he.from - 1500);
			const job = begins(world, he.spouse, firm, he.from, 3);
			return employed(he, he.spouse, firm, [
				job,
				...trades(world, rng, he, firm, [200, 650]),
				...he.marriageRows,
			]);
		},
	},
	{
		kind: "true",
		slug: "son-within-the-year",
		why: "到任十一个月后儿子到供应商参保；合同在参保之前签，都在任期内。",
		plant(world, rng) {
			const he = official(world, rng, { born: 1966 });
			const son = grownChild(
				world,
				rng,
				he.home.household,
				"男",
				Number(he.home.wife.id.slice(6, 10)) + 24,
				homeIn(rng),
			);
			const firm = employer(world, rng, he.from - 900);
			const job = begins(world, son.person, firm, he.from, 11);
			return employed(he, son.person, firm, [
				job,
				...trades(world, rng, he, firm, [100]),
				he.home.husbandRow,
				son.row,
			]);
		},
	},
	{
		kind: "true",
		slug: "brother-came-back",
		why: "弟弟早年在那家企业干过，断保多年，到任后又回去：重新参保算新的一段。",
		plant(world, rng) {
			const he = official(world, rng);
			const own = parentsOf(world, rng, he.person);
			const brother = siblingIn(
				world,
				rng,
				own.household,
				"男",
				Number(he.person.id.slice(6, 10)) + 4,
			);
			const firm = employer(world, rng, plusYears(he.from, -9));
			begins(world, brother.person, firm, he.from, -70, 20);
			const job = begins(world, brother.person, firm, he.from, 5, 24);
			return employed(he, brother.person, firm, [
				job,
				...trades(world, rng, he, firm, [410]),
				own.childRow,
				brother.row,
			]);
		},
	},
]);

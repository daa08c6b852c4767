import { casesOf } from "../case.ts";
import { official, parentsOf, siblingIn, stranger } from "../kit/official.ts";
import { trades } from "../kit/trade.ts";
import { begins, employed, employer } from "./job.ts";

/** Relatives who work for a supplier, and nothing is odd about it. */
export const otherJobs = casesOf("LYCT-16", [
	{
		kind: "near_miss",
		slug: "there-before-he-came",
		why: "妻子在干部到任前两年就在那里参保，一直没断：不是到任后才去的。",
		plant(world, rng) {
			const he = official(world, rng);
			const firm = employer(world, rng, he.from - 1500);
			const jobs = [
				begins(world, he.spouse, firm, he.from, -24, 26),
				begins(world, he.spouse, firm, he.from, 4),
			];
			return employed(he, he.spouse, firm, [
				...jobs,
				...trades(world, rng, he, firm, [200]),
				...he.marriageRows,
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "more-than-a-year-later",
		why: "到任一年半以后妻子才去参保，超过一年。",
		plant(world, rng) {
			const he = official(world, rng);
			const firm = employer(world, rng, he.from - 1500);
			const job = begins(world, he.spouse, firm, he.from, 18);
			return employed(he, he.spouse, firm, [
				job,
				...trades(world, rng, he, firm, [200, 900]),
				...he.marriageRows,
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "no-business-with-the-unit",
		why: "妻子到任后参保的企业与本单位没有往来。",
		plant(world, rng) {
			const he = official(world, rng);
			const firm = employer(world, rng, he.from - 1500);
			const job = begins(world, he.spouse, firm, he.from, 3);
			return employed(he, he.spouse, firm, [job, ...he.marriageRows]);
		},
	},
	{
		kind: "near_miss",
		slug: "business-after-he-left",
		why: "那家企业在干部离任以后才与原单位签约。",
		plant(world, rng) {
			const from = 17_700 + rng.int(0, 300);
			const he = official(world, rng, { from, to: from + 900 });
			const firm = employer(world, rng, he.from - 1500);
			const job = begins(world, he.spouse, firm, he.from, 3);
			return employed(he, he.spouse, firm, [
				job,
				...trades(world, rng, he, firm, [1000]),
				...he.marriageRows,
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "mother-in-law",
		why: "去参保的是岳母，不是近亲属。",
		plant(world, rng) {
			const he = official(world, rng);
			const inLaws = parentsOf(world, rng, he.spouse);
			const firm = employer(world, rng, he.from - 1500);
			const job = begins(world, inLaws.mother, firm, he.from, 3);
			return employed(he, inLaws.mother, firm, [
				job,
				...trades(world, rng, he, firm, [300]),
				...he.marriageRows,
				inLaws.childRow,
				inLaws.motherRow,
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "namesake-of-the-brother",
		why: "去参保的人与弟弟同名，不是同一人（F01）。",
		plant(world, rng) {
			const he = official(world, rng);
			const own = parentsOf(world, rng, he.person);
			const born = Number(he.person.id.slice(6, 10)) + 4;
			const brother = siblingIn(world, rng, own.household, "男", born);
			const namesake = stranger(world, rng, born + 9, {
				name: brother.person.name,
				gender: "男",
				namesake: true,
			});
			const firm = employer(world, rng, he.from - 1500);
			const job = begins(world, namesake, firm, he.from, 3);
			return employed(he, namesake, firm, [
				job,
				...trades(world, rng, he, firm, [300]),
				own.childRow,
				brother.row,
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "hired-by-a-company-of-the-state",
		suppressed: "F07",
		why: "妻子到任后到国有控股企业参保，一般公开招聘，扣下（F07）。",
		plant(world, rng) {
			const he = official(world, rng);
			const firm = employer(world, rng, he.from - 1500, {
				ownership: "state",
				type: "有限责任公司（国有控股）",
			});
			const job = begins(world, he.spouse, firm, he.from, 3);
			return employed(he, he.spouse, firm, [
				job,
				...trades(world, rng, he, firm, [300]),
				...he.marriageRows,
			]);
		},
	},
]);

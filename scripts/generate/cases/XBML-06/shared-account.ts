import { on } from "../../base/day.ts";
import { childTerm, household, left } from "../../world/families.ts";
import { farm } from "../../world/land.ts";
import { resident } from "../../world/people.ts";
import { openAccount, paySubsidy } from "../../world/subsidies.ts";
import { villageCadre } from "../../world/welfare.ts";
import { casesOf } from "../case.ts";
import { stranger } from "../kit/official.ts";
import { lead, payees } from "./payees.ts";

/** One account receives the subsidies of three households or more. */
export const sharedAccount = casesOf("XBML-06", [
	{
		kind: "true",
		slug: "village-clerk-collects",
		why: "村文书的一张卡收了本村另外四户的地力补贴，也收自家的。",
		plant(world, rng) {
			const [clerk, ...others] = payees(world, rng, 5);
			if (!clerk) throw new Error("no clerk");
			const office = villageCadre(
				world,
				clerk.person,
				clerk.person.home.village,
				"村文书",
				on("2021-03-10") + rng.int(0, 200),
			);
			const account = openAccount(world, rng, clerk.person);
			return lead(
				world,
				account,
				[clerk, ...others].map(({ farm }) =>
					paySubsidy(world, farm, 2025, account),
				),
				[office],
			);
		},
	},
	{
		kind: "true",
		slug: "cadre-who-gets-none-himself",
		why: "账户登记在村支书名下，他自己没有补贴，收的是三户的钱，发放名册上户名就是他。",
		plant(world, rng) {
			const they = payees(world, rng, 3);
			const village = they[0]?.person.home.village;
			const cadre = stranger(world, rng, rng.int(1966, 1975));
			const office = villageCadre(
				world,
				cadre,
				village ?? cadre.home.village,
				"党支部书记、村委会主任",
				on("2021-01-15") + rng.int(0, 200),
			);
			const account = openAccount(world, rng, cadre);
			return lead(
				world,
				account,
				they.map(({ farm }) => paySubsidy(world, farm, 2026, account)),
				[office],
			);
		},
	},
	{
		kind: "true",
		slug: "neighbour-collects",
		why: "一名不是村干部的村民，一个账户收了自家和另外两户的补贴，各户互不同户。",
		plant(world, rng) {
			const [neighbour, ...others] = payees(world, rng, 3);
			if (!neighbour) throw new Error("no neighbour");
			const account = openAccount(world, rng, neighbour.person);
			return lead(
				world,
				account,
				[neighbour, ...others].flatMap(({ farm }) => [
					paySubsidy(world, farm, 2025, account),
					paySubsidy(world, farm, 2026, account),
				]),
			);
		},
	},
	{
		kind: "true",
		slug: "a-household-a-year",
		why: "同一账户三年里各收一户的补贴，先后三户，不要求同年。",
		plant(world, rng) {
			const they = payees(world, rng, 3);
			const holder = stranger(world, rng);
			const account = openAccount(world, rng, holder);
			return lead(
				world,
				account,
				they.map(({ farm }, i) => paySubsidy(world, farm, 2024 + i, account)),
			);
		},
	},
	{
		kind: "true",
		slug: "father-married-son-and-neighbour",
		why: "父亲的卡收父亲、已分户成家的儿子（父母户内状态为迁出）和一户邻居的补贴：三个不同的户。",
		plant(world, rng) {
			const [father, neighbour] = payees(world, rng, 2);
			if (!father || !neighbour) throw new Error("no payees");
			const son = resident(world, rng, {
				gender: "男",
				born: rng.int(1985, 1992),
				home: father.person.home,
			});
			left(
				world,
				father.household,
				son,
				childTerm(father.household, "男"),
				on("2015-10-01"),
			);
			household(world, son);
			const sons = farm(world, rng, son, [], [rng.int(12, 40) * 10]);
			const account = openAccount(world, rng, father.person);
			return lead(
				world,
				account,
				[father.farm, sons, neighbour.farm].map((one) =>
					paySubsidy(world, one, 2025, account),
				),
			);
		},
	},
	{
		kind: "true",
		slug: "co-operative-collects",
		why: "村里合作社的账户代收四户的补贴；是单位账户，但不是供养机构的集中账户。",
		plant(world, rng) {
			const they = payees(world, rng, 4);
			const name = `${they[0]?.person.home.village.name ?? ""}粮食种植专业合作社`;
			const account = openAccount(world, rng, name);
			return lead(
				world,
				account,
				they.map(({ farm }) => paySubsidy(world, farm, 2026, account)),
			);
		},
	},
]);

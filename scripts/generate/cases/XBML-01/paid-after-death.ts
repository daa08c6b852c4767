import { on } from "../../base/day.ts";
import { closeRegister, die } from "../../world/life.ts";
import { openAccount, paySubsidy } from "../../world/subsidies.ts";
import { villageCadre } from "../../world/welfare.ts";
import { casesOf } from "../case.ts";
import { stranger } from "../kit/official.ts";
import { farmer, lead } from "./farmer.ts";

/** Subsidies of years after the year of death, where nobody of the household is left or the account is another's. */
export const paidAfterDeath = casesOf("XBML-01", [
	{
		kind: "true",
		slug: "lone-farmer",
		why: "独居老人2024年去世，2025、2026年度地力补贴仍打到他自己的卡上，同户没有在世的人。",
		plant(world, rng) {
			const they = farmer(world, rng, false);
			const death = die(
				world,
				they.person,
				"公安注销",
				on("2024-02-11") + rng.int(0, 250),
			);
			closeRegister(world, they.person, death.recorded);
			return lead(
				they,
				[2025, 2026].map((year) =>
					paySubsidy(world, they.farm, year, they.account),
				),
				[death],
			);
		},
	},
	{
		kind: "true",
		slug: "into-a-cadres-account",
		why: "老伴还在，但去世以后的补贴打进了村干部的账户，账户异常，不是户主未变更。",
		plant(world, rng) {
			const they = farmer(world, rng, true);
			const death = die(
				world,
				they.person,
				"公安注销",
				on("2024-05-06") + rng.int(0, 200),
			);
			closeRegister(world, they.person, death.recorded);
			const cadre = stranger(world, rng, rng.int(1968, 1978));
			villageCadre(
				world,
				cadre,
				they.person.home.village,
				"村文书",
				on("2021-02-01"),
			);
			const account = openAccount(world, rng, cadre);
			return lead(
				they,
				[paySubsidy(world, they.farm, 2026, account)],
				[death],
				account,
			);
		},
	},
	{
		kind: "true",
		slug: "account-of-an-outsider-under-his-name",
		why: "名册的户名写的是本人，账户登记的开户人是外人；老伴还在。",
		plant(world, rng) {
			const they = farmer(world, rng, true);
			const death = die(
				world,
				they.person,
				"公安注销",
				on("2023-08-15") + rng.int(0, 100),
			);
			closeRegister(world, they.person, death.recorded);
			const account = openAccount(world, rng, stranger(world, rng));
			return lead(
				they,
				[2025, 2026].map((year) =>
					paySubsidy(world, they.farm, year, {
						number: account.number,
						name: they.person.name,
					}),
				),
				[death],
				account,
			);
		},
	},
	{
		kind: "true",
		slug: "known-to-the-funeral-home-only",
		why: "只有殡仪馆有火化记录，户口没有注销，2025年度仍发补贴，同户没有别人。",
		plant(world, rng) {
			const they = farmer(world, rng, false);
			const death = die(
				world,
				they.person,
				"殡葬火化",
				on("2023-11-20") + rng.int(0, 300),
			);
			return lead(
				they,
				[paySubsidy(world, they.farm, 2025, they.account)],
				[death],
			);
		},
	},
	{
		kind: "true",
		slug: "both-have-died",
		why: "夫妻先后去世，承包户没有在世成员，补贴仍发到丈夫的账户。",
		plant(world, rng) {
			const they = farmer(world, rng, true);
			const wife = they.household.rows[1]?.person;
			if (!wife) throw new Error("no wife");
			const deaths = [they.person, wife].map((who, i) => {
				const death = die(
					world,
					who,
					"公安注销",
					on(i === 0 ? "2023-03-09" : "2024-06-18") + rng.int(0, 150),
				);
				closeRegister(world, who, death.recorded);
				return death;
			});
			return lead(
				they,
				[2025, 2026].map((year) =>
					paySubsidy(world, they.farm, year, they.account),
				),
				deaths,
			);
		},
	},
]);

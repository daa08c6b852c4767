import { on } from "../../base/day.ts";
import { childAtHome } from "../../world/families.ts";
import { closeRegister, die } from "../../world/life.ts";
import { openAccount, paySubsidy } from "../../world/subsidies.ts";
import { casesOf } from "../case.ts";
import { stranger } from "../kit/official.ts";
import { farmer, lead } from "./farmer.ts";

/** The land is tilled by those who are left, the year had begun, nothing is left of the money, or another died. */
export const headUnchanged = casesOf("XBML-01", [
	{
		kind: "near_miss",
		slug: "widow-tills-on",
		why: "老伴还在，账户是本人的，户主没有变更，归类案（继承未变更）：由F14扣下并计数。",
		suppressed: "F14",
		plant(world, rng) {
			const they = farmer(world, rng, true);
			const death = die(
				world,
				they.person,
				"公安注销",
				on("2024-03-12") + rng.int(0, 200),
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
		kind: "near_miss",
		slug: "into-the-sons-account",
		why: "补贴打到同户儿子的卡上，儿子在种这块地，户主没有变更：由F14扣下并计数。",
		suppressed: "F14",
		plant(world, rng) {
			const they = farmer(world, rng, false);
			const { person: son } = childAtHome(
				world,
				rng,
				they.household,
				"男",
				rng.int(1978, 1985),
			);
			const death = die(
				world,
				they.person,
				"公安注销",
				on("2024-01-20") + rng.int(0, 200),
			);
			closeRegister(world, they.person, death.recorded);
			const account = openAccount(world, rng, son);
			return lead(
				they,
				[paySubsidy(world, they.farm, 2026, account)],
				[death],
				account,
			);
		},
	},
	{
		kind: "near_miss",
		slug: "died-in-the-year",
		why: "2026年2月去世，2026年度的补贴属于去世当年，不报（F04）。",
		plant(world, rng) {
			const they = farmer(world, rng, false);
			const death = die(
				world,
				they.person,
				"公安注销",
				on("2026-01-05") + rng.int(0, 60),
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
		kind: "near_miss",
		slug: "back-pay-of-earlier-years",
		why: "2025年去世，2026年补发的是2024年度的补贴，归属在去世以前（F15）。",
		plant(world, rng) {
			const they = farmer(world, rng, false);
			const death = die(
				world,
				they.person,
				"公安注销",
				on("2025-03-22") + rng.int(0, 200),
			);
			closeRegister(world, they.person, death.recorded);
			return lead(
				they,
				[
					paySubsidy(world, they.farm, 2024, they.account, {
						paid: on("2026-04-15"),
					}),
				],
				[death],
			);
		},
	},
	{
		kind: "near_miss",
		slug: "came-back",
		why: "去世以后年度的那笔被银行退回（F15）。",
		plant(world, rng) {
			const they = farmer(world, rng, false);
			const death = die(
				world,
				they.person,
				"公安注销",
				on("2024-07-30") + rng.int(0, 120),
			);
			closeRegister(world, they.person, death.recorded);
			return lead(
				they,
				[
					paySubsidy(world, they.farm, 2025, they.account, {
						status: "退回",
					}),
				],
				[death],
			);
		},
	},
	{
		kind: "near_miss",
		slug: "reversed",
		why: "去世以后年度多发的已用负数冲销（F15、F25）。",
		plant(world, rng) {
			const they = farmer(world, rng, false);
			const death = die(
				world,
				they.person,
				"公安注销",
				on("2024-09-08") + rng.int(0, 100),
			);
			closeRegister(world, they.person, death.recorded);
			const paid = paySubsidy(world, they.farm, 2025, they.account);
			return lead(
				they,
				[
					paid,
					paySubsidy(world, they.farm, 2025, they.account, {
						amount: -paid.amount,
						paid: on("2025-11-10"),
					}),
				],
				[death],
			);
		},
	},
	{
		kind: "near_miss",
		slug: "namesake-died",
		why: "去世的是同名同姓的另一人，证号不同，领取人健在（F01）。",
		plant(world, rng) {
			const they = farmer(world, rng, false);
			const other = stranger(
				world,
				rng,
				Number(they.person.id.slice(6, 10)) - 5,
				{ name: they.person.name, gender: "男", namesake: true },
			);
			const death = die(world, other, "公安注销", on("2023-04-14"));
			closeRegister(world, other, death.recorded);
			return lead(
				they,
				[paySubsidy(world, they.farm, 2026, they.account)],
				[death],
			);
		},
	},
	{
		kind: "near_miss",
		slug: "anothers-death-under-his-number",
		why: "别人的死亡登记误录成领取人的证号，姓名完全不同（一号两名）：由F02扣下并计数。",
		suppressed: "F02",
		plant(world, rng) {
			const they = farmer(world, rng, false);
			const other = stranger(world, rng, rng.int(1936, 1944), {
				name: `欧阳${rng.pick([..."澄岚溪屿汀"])}${rng.pick([..."之若以予"])}`,
				namesake: true,
			});
			const death = die(
				world,
				other,
				"公安注销",
				on("2023-06-25") + rng.int(0, 200),
				{ wrongId: they.person.id },
			);
			return lead(
				they,
				[paySubsidy(world, they.farm, 2025, they.account)],
				[death],
			);
		},
	},
]);

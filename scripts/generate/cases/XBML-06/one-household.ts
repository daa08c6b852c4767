import { on } from "../../base/day.ts";
import { childAtHome } from "../../world/families.ts";
import { openAccount, paySubsidy } from "../../world/subsidies.ts";
import { villageCadre } from "../../world/welfare.ts";
import { casesOf } from "../case.ts";
import { housemate, lead, payees } from "./payees.ts";

/** One card a household, two households, accounts of institutions, and numbers that are none. */
export const oneHousehold = casesOf("XBML-06", [
	{
		kind: "near_miss",
		slug: "one-card-for-the-household",
		why: "一户四口各有承包地，补贴都打到户主的卡上，一户一卡属于正常（F13）。",
		plant(world, rng) {
			const [head] = payees(world, rng, 1);
			if (!head) throw new Error("no head");
			const all = [head, ...[1, 2, 3].map(() => housemate(world, rng, head))];
			const account = openAccount(world, rng, head.person);
			return lead(
				world,
				account,
				all.flatMap(({ farm }) => [
					paySubsidy(world, farm, 2025, account),
					paySubsidy(world, farm, 2026, account),
				]),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "daughters-card",
		why: "老人的补贴打到同户女儿的卡上，户名与领取人不符，单独只作佐证（F13）。",
		plant(world, rng) {
			const [old] = payees(world, rng, 1);
			if (!old) throw new Error("no payee");
			const daughter = childAtHome(world, rng, old.household, "女", 1998);
			const account = openAccount(world, rng, daughter.person);
			return lead(
				world,
				account,
				[2024, 2025, 2026].map((year) =>
					paySubsidy(world, old.farm, year, account),
				),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "two-households-one-a-cadres",
		why: "村干部的卡收自家和一户邻居的补贴，只有两户，不到三户。",
		plant(world, rng) {
			const [cadre, neighbour] = payees(world, rng, 2);
			if (!cadre || !neighbour) throw new Error("no payees");
			const office = villageCadre(
				world,
				cadre.person,
				cadre.person.home.village,
				"村委会副主任",
				on("2021-02-18"),
			);
			const account = openAccount(world, rng, cadre.person);
			return lead(
				world,
				account,
				[cadre, neighbour].map(({ farm }) =>
					paySubsidy(world, farm, 2025, account),
				),
				[office],
			);
		},
	},
	{
		kind: "near_miss",
		slug: "third-came-back",
		why: "第三户的那笔被银行退回（退票），实际只收到两户（F25）。",
		plant(world, rng) {
			const they = payees(world, rng, 3);
			const holder = they[0];
			if (!holder) throw new Error("no holder");
			const account = openAccount(world, rng, holder.person);
			return lead(
				world,
				account,
				they.map(({ farm }, i) =>
					paySubsidy(world, farm, 2025, account, {
						status: i === 2 ? "退回" : "成功",
					}),
				),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "home-for-the-aged",
		why: "敬老院的集中账户代收五名供养老人的补贴，属供养机构集中账户：由F13扣下并计数。",
		suppressed: "F13",
		plant(world, rng) {
			const they = payees(world, rng, 5);
			const town = they[0]?.person.home.village.town.name ?? "";
			const account = {
				number: world.unique("account", () => `8801${rng.digits(13)}2`),
				name: `${town}敬老院`,
				kind: "单位账户" as const,
				bank: "临澄县农村商业银行",
				opened: on("2014-09-01"),
			};
			return lead(
				world,
				account,
				they.map(({ farm }) => paySubsidy(world, farm, 2025, account)),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "institution-by-the-register",
		why: "户名看不出是机构，账户登记写明是单位账户（民政代管的供养对象集中户）：由F13扣下并计数。",
		suppressed: "F13",
		plant(world, rng) {
			const they = payees(world, rng, 3);
			const town = they[0]?.person.home.village.town.name ?? "";
			const account = openAccount(world, rng, `${town}民政代管户`);
			return lead(
				world,
				account,
				they.map(({ farm }) => paySubsidy(world, farm, 2026, account)),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "accounts-rounded-by-a-spreadsheet",
		why: "四户各有各的账号，导出时被表格软件改成末四位都是零的同一串数字：由F02扣下并计数。",
		suppressed: "F02",
		plant(world, rng) {
			const they = payees(world, rng, 4);
			const spelledAccount = world.unique(
				"account",
				() => `6217${rng.digits(11)}0000`,
			);
			return lead(
				world,
				{
					number: spelledAccount,
					name: "",
					kind: "个人账户",
					bank: "",
					opened: on("2015-01-01"),
				},
				they.map(({ farm, person }) =>
					paySubsidy(world, farm, 2026, openAccount(world, rng, person), {
						spelledAccount,
					}),
				),
			);
		},
	},
	{
		kind: "near_miss",
		slug: "no-account-yet",
		why: "新开户的四户还没有账号，名册里填的是占位的零，不是同一个账户（F02）。",
		plant(world, rng) {
			const they = payees(world, rng, 4);
			const account = {
				number: "000000000000",
				name: "",
				kind: "个人账户" as const,
				bank: "",
				opened: on("2015-01-01"),
			};
			return lead(
				world,
				account,
				they.map(({ farm, person }) =>
					paySubsidy(world, farm, 2026, {
						number: account.number,
						name: person.name,
					}),
				),
			);
		},
	},
]);

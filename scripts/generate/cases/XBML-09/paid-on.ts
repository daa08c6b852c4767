import { inMonth, on } from "../../base/day.ts";
import { closeRegister, die } from "../../world/life.ts";
import { casesOf } from "../case.ts";
import { from, lead, pensioner } from "./pensioner.ts";

/** Pension paid for months that began after the month of death and one month of grace. */
export const paidOn = casesOf("XBML-09", [
	{
		kind: "true",
		slug: "died-in-january-paid-to-april",
		why: "2026年1月15日去世：2月在宽限期，3月、4月仍发。",
		plant(world, rng) {
			const they = pensioner(world, rng, inMonth("2026-04"));
			const death = die(world, they.person, "公安注销", on("2026-01-15"));
			closeRegister(world, they.person, death.recorded);
			return lead(they, [death, ...from(they, "2026-03")]);
		},
	},
	{
		kind: "true",
		slug: "sources-differ-by-more-than-31-days",
		why: "殡葬记录2025年12月8日去世，公安登记的死亡日期为2026年2月20日，相差超过31天：取最早可信日，标“日期冲突”，2026年2月、3月仍发。",
		plant(world, rng) {
			const they = pensioner(world, rng, inMonth("2026-03"));
			const burial = die(world, they.person, "殡葬火化", on("2025-12-08"));
			const police = die(world, they.person, "公安注销", on("2026-02-20"));
			closeRegister(world, they.person, police.recorded);
			return lead(they, [burial, police, ...from(they, "2026-02")]);
		},
	},
	{
		kind: "true",
		slug: "only-the-funeral-home-knows",
		why: "公安没有注销，只有殡葬火化记录（有证号），死后一直发放。",
		plant(world, rng) {
			const they = pensioner(world, rng, inMonth("2026-06"));
			const burial = die(world, they.person, "殡葬火化", on("2025-08-21"));
			return lead(they, [burial, ...from(they, "2025-10")]);
		},
	},
	{
		kind: "true",
		slug: "old-15-digit-number",
		why: "死亡名单里是15位旧证号，升位后与待遇发放一致。",
		plant(world, rng) {
			const they = pensioner(world, rng, inMonth("2026-05"), { born: 1941 });
			const death = die(world, they.person, "公安注销", on("2025-12-02"), {
				oldId: true,
			});
			closeRegister(world, they.person, death.recorded);
			return lead(they, [death, ...from(they, "2026-02")]);
		},
	},
	{
		kind: "true",
		slug: "last-day-of-a-month",
		why: "2025年11月30日去世：12月在宽限期，2026年1月仍发一个月。",
		plant(world, rng) {
			const they = pensioner(world, rng, inMonth("2026-01"));
			const death = die(world, they.person, "公安注销", on("2025-11-30"));
			closeRegister(world, they.person, death.recorded);
			return lead(they, [death, ...from(they, "2026-01")]);
		},
	},
	{
		kind: "true",
		slug: "part-returned",
		why: "死后多发三个月，只退回其中一个月。",
		plant(world, rng) {
			const they = pensioner(world, rng, inMonth("2026-03"));
			const death = die(world, they.person, "公安注销", on("2025-11-06"));
			closeRegister(world, they.person, death.recorded);
			const over = from(they, "2026-01");
			if (over[0]) over[0].status = "退回";
			return lead(they, [death, ...over]);
		},
	},
	{
		kind: "true",
		slug: "died-long-ago",
		why: "2024年去世，2025年7月至今每月照发。",
		plant(world, rng) {
			const they = pensioner(world, rng, inMonth("2026-06"));
			const death = die(
				world,
				they.person,
				"公安注销",
				on("2024-03-19") + rng.int(0, 60),
			);
			closeRegister(world, they.person, death.recorded);
			return lead(they, [death, ...they.payments]);
		},
	},
]);

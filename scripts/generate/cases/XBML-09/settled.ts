import { firstDay, inMonth, on } from "../../base/day.ts";
import { brokenCheck } from "../../ids/citizen-id.ts";
import { closeRegister, die, payOnce } from "../../world/life.ts";
import { casesOf } from "../case.ts";
import { stranger } from "../kit/official.ts";
import { from, lead, pensioner } from "./pensioner.ts";

/** Payments after a death that are in order, and deaths of somebody else. */
export const settled = casesOf("XBML-09", [
	{
		kind: "near_miss",
		slug: "grace-month-only",
		why: "2026年1月去世，只多发2月一个月，在宽限期内（F04）。",
		plant(world, rng) {
			const they = pensioner(world, rng, inMonth("2026-02"));
			const death = die(
				world,
				they.person,
				"公安注销",
				on("2026-01-04") + rng.int(0, 20),
			);
			closeRegister(world, they.person, death.recorded);
			return lead(they, [death, ...from(they, "2026-02")]);
		},
	},
	{
		kind: "near_miss",
		slug: "died-on-the-first",
		why: "2026年3月1日去世，3月照发、4月在宽限期（F04）。",
		plant(world, rng) {
			const they = pensioner(world, rng, inMonth("2026-04"));
			const death = die(world, they.person, "公安注销", on("2026-03-01"));
			closeRegister(world, they.person, death.recorded);
			return lead(they, [death, ...from(they, "2026-03")]);
		},
	},
	{
		kind: "near_miss",
		slug: "funeral-grant",
		why: "死后三个月发放的是丧葬费、抚恤金，不是养老金（F15）。",
		plant(world, rng) {
			const they = pensioner(world, rng, inMonth("2025-12"));
			const death = die(world, they.person, "公安注销", on("2025-12-11"));
			closeRegister(world, they.person, death.recorded);
			const last = they.payments[they.payments.length - 1];
			if (!last) throw new Error("a payment");
			const grants = [
				payOnce(
					world,
					last,
					"丧葬费",
					inMonth("2026-03"),
					on("2026-03-18"),
					520_000,
				),
				payOnce(
					world,
					last,
					"抚恤金",
					inMonth("2026-03"),
					on("2026-03-18"),
					1_840_000,
				),
			];
			return lead(they, [death, ...grants]);
		},
	},
	{
		kind: "near_miss",
		slug: "back-payment-of-earlier-months",
		why: "死后到账，但归属月份是生前（当年调待补差），按归属期判断（F15）。",
		plant(world, rng) {
			const they = pensioner(world, rng, inMonth("2025-10"));
			const death = die(world, they.person, "公安注销", on("2025-10-22"));
			closeRegister(world, they.person, death.recorded);
			const last = they.payments[they.payments.length - 1];
			if (!last) throw new Error("a payment");
			const late = ["2025-08", "2025-09"].map((month) =>
				payOnce(world, last, "养老金", inMonth(month), on("2026-02-10"), 6_400),
			);
			return lead(they, [death, ...late]);
		},
	},
	{
		kind: "near_miss",
		slug: "adjustment-item",
		why: "死后归属月份列为2026年4月的一笔是“补发”，补的是生前待遇（F15）。",
		plant(world, rng) {
			const they = pensioner(world, rng, inMonth("2025-11"));
			const death = die(world, they.person, "公安注销", on("2025-11-17"));
			closeRegister(world, they.person, death.recorded);
			const last = they.payments[they.payments.length - 1];
			if (!last) throw new Error("a payment");
			return lead(they, [
				death,
				payOnce(
					world,
					last,
					"补发",
					inMonth("2026-04"),
					on("2026-04-15"),
					38_200,
				),
			]);
		},
	},
	{
		kind: "near_miss",
		slug: "all-returned",
		why: "死后多发的各月全部退回（状态：退回）（F15）。",
		plant(world, rng) {
			const they = pensioner(world, rng, inMonth("2026-03"));
			const death = die(world, they.person, "公安注销", on("2025-11-25"));
			closeRegister(world, they.person, death.recorded);
			const over = from(they, "2026-01");
			for (const payment of over) payment.status = "退回";
			return lead(they, [death, ...over]);
		},
	},
	{
		kind: "near_miss",
		slug: "reversed",
		why: "死后多发的各月已用负数冲销（F15、F25）。",
		plant(world, rng) {
			const they = pensioner(world, rng, inMonth("2026-02"));
			const death = die(world, they.person, "公安注销", on("2025-10-09"));
			closeRegister(world, they.person, death.recorded);
			const over = from(they, "2025-12");
			const reversals = over.map((payment) =>
				payOnce(
					world,
					payment,
					"养老金",
					payment.period,
					firstDay(inMonth("2026-04")) + 9,
					-payment.amount,
				),
			);
			return lead(they, [death, ...over, ...reversals]);
		},
	},
	{
		kind: "near_miss",
		slug: "namesake-died",
		why: "去世的是同名同姓的另一人，证号不同，领取人健在（F01）。",
		plant(world, rng) {
			const they = pensioner(world, rng, inMonth("2026-06"));
			const other = stranger(
				world,
				rng,
				Number(they.person.id.slice(6, 10)) - 5,
				{ name: they.person.name, gender: they.person.gender, namesake: true },
			);
			const death = die(world, other, "公安注销", on("2025-09-14"));
			closeRegister(world, other, death.recorded);
			return lead(they, [death, ...from(they, "2025-11")]);
		},
	},
	{
		kind: "near_miss",
		slug: "namesake-without-a-number",
		why: "火化登记只有姓名、年龄、住址，没有证号，与领取人同名而住址不同：只有姓名不出线索（F01）。",
		plant(world, rng) {
			const they = pensioner(world, rng, inMonth("2026-06"));
			const other = stranger(
				world,
				rng,
				Number(they.person.id.slice(6, 10)) + 8,
				{ name: they.person.name, gender: they.person.gender, namesake: true },
			);
			const burial = die(world, other, "殡葬火化", on("2025-10-03"), {
				idGiven: false,
			});
			closeRegister(world, other, on("2025-10-20"));
			return lead(they, [burial, ...from(they, "2025-12")]);
		},
	},
	{
		kind: "near_miss",
		slug: "wrong-number-in-the-death-list",
		why: "死亡名单上另一人的证号录错，前17位与领取人相同而校验位错误，姓名也不同（F02）。",
		plant(world, rng) {
			const they = pensioner(world, rng, inMonth("2026-06"));
			const other = stranger(world, rng, rng.int(1940, 1950));
			const death = die(world, other, "公安注销", on("2025-09-27"), {
				wrongId: brokenCheck(they.person.id),
			});
			closeRegister(world, other, death.recorded);
			return lead(they, [death, ...from(they, "2025-11")]);
		},
	},
	{
		kind: "near_miss",
		slug: "date-beyond-belief",
		why: "火化登记的死亡日期误录为1900-01-01，早于出生，不可信；公安的日期是2026年4月，发放到宽限月为止（F04）。",
		plant(world, rng) {
			const they = pensioner(world, rng, inMonth("2026-05"));
			const death = die(world, they.person, "公安注销", on("2026-04-16"));
			const burial = die(world, they.person, "殡葬火化", on("2026-04-16"), {
				spelledDate: "1900-01-01",
			});
			closeRegister(world, they.person, death.recorded);
			return lead(they, [death, burial, ...from(they, "2026-05")]);
		},
	},
]);

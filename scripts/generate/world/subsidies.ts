import { civil } from "../base/day.ts";
import type { Rng } from "../base/rng.ts";
import { seasons } from "./land.ts";
import type { BankAccount, Farm, Person, SubsidyPayment } from "./records.ts";
import type { World } from "./world.ts";

/** What a mu got in a year, in fen. */
const rates: Readonly<Record<number, number>> = {
	2024: 11_090,
	2025: 11_230,
	2026: 11_480,
};

/** Opens an account for subsidies in somebody's name, or in that of an institution. */
export function openAccount(
	world: World,
	rng: Rng,
	holder: Person | string,
): BankAccount {
	const own = rng.fork("account");
	const account: BankAccount = {
		number: world.unique("account", () => `6217${rng.digits(15)}`),
		name: typeof holder === "string" ? holder : holder.name,
		kind: typeof holder === "string" ? "单位账户" : "个人账户",
		bank: own.pick(["临澄县农村商业银行", "邮储银行临澄县支行"]),
		opened: civil(own.int(2012, 2022), own.int(1, 12), own.int(1, 28)),
	};
	if (typeof holder !== "string") account.holder = holder;
	world.bankAccounts.push(account);
	return account;
}

/** Pays the subsidy of a year for the land of a household into an account. */
export function paySubsidy(
	world: World,
	farm: Farm,
	year: number,
	account: Pick<BankAccount, "number" | "name">,
	how: Partial<
		Pick<
			SubsidyPayment,
			| "person"
			| "area"
			| "item"
			| "status"
			| "spelledAccount"
			| "amount"
			| "paid"
		>
	> = {},
): SubsidyPayment {
	const area =
		how.area ?? farm.plots.reduce((sum, plot) => sum + plot.contracted, 0);
	const rate = rates[year] ?? 10_000;
	const payment: SubsidyPayment = {
		person: farm.contractor,
		farm,
		item: seasons.耕地地力保护,
		year,
		area,
		rate,
		amount: Math.round((area * rate) / 100),
		paid: civil(year, 5, 20),
		batch: `${year}年第一批`,
		account: account.number,
		status: "成功",
		...how,
	};
	if (account.name !== payment.person.name) payment.accountName = account.name;
	world.subsidyPayments.push(payment);
	return payment;
}

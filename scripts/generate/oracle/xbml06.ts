import type {
	BankAccount,
	Household,
	Person,
	SubsidyPayment,
} from "../world/records.ts";
import type { World } from "../world/world.ts";
import type { Hit } from "./hit.ts";

/** Subsidies of three households or more in one account; a household is where somebody is registered now. */
export function xbml06(world: World): Hit[] {
	const into = new Map<string, SubsidyPayment[]>();
	for (const payment of world.subsidyPayments) {
		const account = payment.spelledAccount ?? payment.account;
		// What came back never arrived; a run of one digit is no account.
		if (payment.status === "退回" || /^(.)\1*$/.test(account)) continue;
		const known = into.get(account);
		if (known) known.push(payment);
		else into.set(account, [payment]);
	}
	const registered = new Map<string, BankAccount>(
		world.bankAccounts.map((account) => [account.number, account]),
	);
	const hits: Hit[] = [];
	for (const [number, payments] of into) {
		const payees = [...new Set(payments.map(({ person }) => person))];
		const homes = new Set(payees.map((one) => homeOf(world, one) ?? one));
		if (homes.size < 3) continue;
		const account = registered.get(number);
		const name = payments[0]?.accountName ?? payments[0]?.person.name ?? "";
		const named = payees.filter((one) => one.name === name);
		const holder =
			account?.holder ?? (named.length === 1 ? named[0] : undefined);
		// Homes and the like keep accounts for those they look after; a village, co-operative or company does not.
		const institution =
			/敬老院|福利院|养老|供养|儿童院/.test(name) ||
			(account?.kind === "单位账户" && !/村委会|合作社|公司/.test(name));
		const rounded = number.length >= 16 && number.endsWith("0000");
		hits.push({
			rule: "XBML-06",
			subjects: [
				{
					role: "账户持有人",
					kind: "person",
					key: rounded ? number : (holder?.id ?? number),
				},
			],
			rows: [
				...payments,
				...(account ? [account] : []),
				...payees.flatMap((one) => world.linesOf.get(one) ?? []),
			],
			...(institution
				? { suppressed: "F13" }
				: rounded
					? { suppressed: "F02" }
					: {}),
		});
	}
	return hits;
}

function homeOf(world: World, person: Person): Household | undefined {
	const lines = world.linesOf.get(person) ?? [];
	return (lines.find(({ status }) => status !== "迁出") ?? lines[0])?.household;
}

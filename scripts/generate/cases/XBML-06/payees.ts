import type { Rng } from "../../base/rng.ts";
import { childAtHome, household } from "../../world/families.ts";
import { farm } from "../../world/land.ts";
import { homeIn, resident } from "../../world/people.ts";
import type {
	BankAccount,
	Farm,
	Household,
	Person,
	SubsidyPayment,
} from "../../world/records.ts";
import { aVillage } from "../../world/welfare.ts";
import type { World } from "../../world/world.ts";
import type { Planted } from "../case.ts";

export interface Payee {
	person: Person;
	household: Household;
	farm: Farm;
}

/** Heads of households in one village, each with land of his own. */
export function payees(
	world: World,
	rng: Rng,
	count: number,
	village = aVillage(rng),
): Payee[] {
	return Array.from({ length: count }, () => {
		const person = resident(world, rng, {
			gender: rng.permille(700) ? "男" : "女",
			born: rng.int(1950, 1978),
			home: homeIn(rng, village),
		});
		return {
			person,
			household: household(world, person),
			farm: farm(world, rng, person, [], [rng.int(12, 60) * 10]),
		};
	});
}

/** A grown child at home, with a contract of his own. */
export function housemate(world: World, rng: Rng, of: Payee): Payee {
	const { person } = childAtHome(
		world,
		rng,
		of.household,
		rng.permille(500) ? "男" : "女",
		rng.int(1996, 2003),
	);
	return {
		person,
		household: of.household,
		farm: farm(world, rng, person, [], [rng.int(12, 40) * 10]),
	};
}

/** The lead of an account: whose it is, what came into it, and where the payees live. */
export function lead(
	world: World,
	account: BankAccount,
	payments: readonly SubsidyPayment[],
	others: readonly object[] = [],
): Planted {
	return {
		subjects: [
			{
				role: "账户持有人",
				kind: "person",
				key: account.holder?.id ?? account.number,
			},
		],
		rows: [
			...payments,
			...(world.bankAccounts.includes(account) ? [account] : []),
			...payments.flatMap(({ person }) => world.linesOf.get(person) ?? []),
			...others,
		],
	};
}

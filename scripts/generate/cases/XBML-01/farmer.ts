import type { Rng } from "../../base/rng.ts";
import { couple, household } from "../../world/families.ts";
import { farm } from "../../world/land.ts";
import { homeIn, resident } from "../../world/people.ts";
import type {
	BankAccount,
	Death,
	Farm,
	Household,
	Person,
	SubsidyPayment,
} from "../../world/records.ts";
import { openAccount } from "../../world/subsidies.ts";
import { aVillage } from "../../world/welfare.ts";
import type { World } from "../../world/world.ts";
import { type Planted, person } from "../case.ts";

export interface Farmer {
	person: Person;
	household: Household;
	farm: Farm;
	account: BankAccount;
}

/** An old contractor, alone or with a wife, whose subsidy goes into an account of his own. */
export function farmer(world: World, rng: Rng, married: boolean): Farmer {
	const home = homeIn(rng, aVillage(rng));
	const born = rng.int(1938, 1952);
	const pair = married
		? couple(world, rng, home, born, born + rng.int(0, 5))
		: undefined;
	const who =
		pair?.husband ?? resident(world, rng, { gender: "男", born, home });
	return {
		person: who,
		household: pair?.household ?? household(world, who),
		farm: farm(world, rng, who, pair ? [pair.wife] : [], [
			rng.int(15, 60) * 10,
		]),
		account: openAccount(world, rng, who),
	};
}

/** The lead of a farmer: his death, what was paid, into whose account, and who lives with him. */
export function lead(
	of: Farmer,
	payments: readonly SubsidyPayment[],
	deaths: readonly Death[],
	account: BankAccount = of.account,
): Planted {
	return {
		subjects: [person("补贴领取人", of.person)],
		rows: [...payments, ...deaths, account, ...of.household.rows],
	};
}

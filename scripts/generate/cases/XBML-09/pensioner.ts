import { inMonth, type Month } from "../../base/day.ts";
import type { Rng } from "../../base/rng.ts";
import { payPension, pensionsFrom } from "../../world/life.ts";
import type { PensionPayment, Person } from "../../world/records.ts";
import type { World } from "../../world/world.ts";
import { type Planted, person } from "../case.ts";
import { stranger } from "../kit/official.ts";

export interface Pensioner {
	person: Person;
	/** All payments, by month. */
	payments: PensionPayment[];
}

/** Somebody old whose pension is paid up to a month, whatever happened. */
export function pensioner(
	world: World,
	rng: Rng,
	until: Month,
	how: {
		born?: number;
		name?: string;
		namesake?: boolean;
		gender?: "男" | "女";
	} = {},
): Pensioner {
	const { born, ...rest } = how;
	const who = stranger(world, rng, born ?? rng.int(1938, 1958), rest);
	return {
		person: who,
		payments: payPension(world, rng, who, pensionsFrom, until),
	};
}

/** The payments for months from one on. */
export function from(of: Pensioner, month: string): PensionPayment[] {
	return of.payments.filter((payment) => payment.period >= inMonth(month));
}

export function lead(of: Pensioner, rows: readonly object[]): Planted {
	return { subjects: [person("待遇领取人", of.person)], rows: [...rows] };
}

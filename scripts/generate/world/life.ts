import {
	type Day,
	firstDay,
	inMonth,
	type Month,
	monthOf,
} from "../base/day.ts";
import type { Rng } from "../base/rng.ts";
import { county } from "../places/county.ts";
import type { Death, PensionPayment, Person, Vehicle } from "./records.ts";
import type { World } from "./world.ts";

/** Pensions are sent for these months. */
export const pensionsFrom: Month = inMonth("2025-07");
export const pensionsUntil: Month = inMonth("2026-06");

/** A source's word that a person died; the register closes his lines. */
export function die(
	world: World,
	person: Person,
	source: Death["source"],
	died: Day,
	how: Partial<
		Pick<Death, "recorded" | "idGiven" | "wrongId" | "oldId" | "spelledDate">
	> = {},
): Death {
	const death: Death = {
		person,
		source,
		died,
		recorded: died + (source === "殡葬火化" ? 2 : 9),
		idGiven: true,
		...how,
	};
	world.deaths.push(death);
	return death;
}

/** Closes the person's lines in the population register. */
export function closeRegister(world: World, person: Person, day: Day): void {
	for (const row of world.linesOf.get(person) ?? [])
		if (row.status === "正常") {
			row.status = "死亡注销";
			row.statusDate = day;
		}
}

export interface PensionSpec {
	scheme?: PensionPayment["scheme"];
	amount?: number;
	account?: string;
}

/** Pays the pension from a month to a month, both included, within the months of the export. */
export function payPension(
	world: World,
	rng: Rng,
	person: Person,
	from: Month,
	to: Month,
	spec: PensionSpec = {},
): PensionPayment[] {
	const scheme =
		spec.scheme ??
		rng.weighted([
			["城居", 70],
			["城职", 24],
			["机关", 6],
		] as const);
	const amount =
		spec.amount ??
		(scheme === "城居"
			? rng.int(128, 236) * 100
			: scheme === "城职"
				? rng.int(1500, 3600) * 100
				: rng.int(3200, 6200) * 100);
	const account =
		spec.account ?? world.unique("account", () => `6217${rng.digits(15)}`);
	const paid: PensionPayment[] = [];
	for (
		let period = Math.max(from, pensionsFrom);
		period <= Math.min(to, pensionsUntil);
		period++
	)
		paid.push({
			person,
			scheme,
			period,
			item: "养老金",
			amount,
			account,
			paid: firstDay(period) + 14,
			status: "成功",
		});
	world.pensionPayments.push(...paid);
	return paid;
}

/** One more payment of a kind, for a month, on a day. */
export function payOnce(
	world: World,
	like: PensionPayment,
	item: string,
	period: Month,
	paid: Day,
	amount: number,
): PensionPayment {
	const payment: PensionPayment = {
		...like,
		item,
		period,
		paid,
		amount,
		status: "成功",
	};
	world.pensionPayments.push(payment);
	return payment;
}

export const cars = ["小型轿车", "小型普通客车", "小型越野客车"];
const brands = [
	"岚骏牌LJ7151",
	"澄途牌CT6460",
	"云驰牌YC7160",
	"恒岳牌HY6470",
	"远澜牌YL7200",
];
const plateLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";

export interface VehicleSpec {
	owner: Person;
	type: string;
	acquired: Day;
	firstRegistered?: Day;
	ended?: Day;
	use?: string;
	status?: string;
	inspectedUntil?: Day;
	adapted?: string;
	plate?: string;
	wrongId?: string;
}

/** Registers a vehicle under its owner. */
export function vehicle(world: World, rng: Rng, spec: VehicleSpec): Vehicle {
	const farm = /拖拉机|收割机/.test(spec.type);
	const registered: Vehicle = {
		plate:
			spec.plate ??
			world.unique("plate", () => {
				let tail = "";
				for (let i = 0; i < 5; i++)
					tail += i < 2 ? rng.pick([...plateLetters]) : rng.int(0, 9);
				return farm ? `岚01${rng.digits(5)}` : `${county.platePrefix}${tail}`;
			}),
		plateType: plateTypeOf(spec.type),
		type: spec.type,
		brand: rng.pick(brands),
		use: spec.use ?? "非营运",
		owner: spec.owner,
		firstRegistered: spec.firstRegistered ?? spec.acquired,
		acquired: spec.acquired,
		inspectedUntil:
			spec.inspectedUntil ?? firstDay(monthOf(world.asOf) + rng.int(3, 20)) - 1,
		status: spec.status ?? (spec.ended === undefined ? "正常" : "转移登记"),
		vin: world.unique("vin", () => `LXX${rng.hex(8)}${rng.digits(6)}`),
		engine: world.unique("engine", () => rng.digits(8)),
		register: farm ? "农机" : "公安",
	};
	if (spec.ended !== undefined) registered.ended = spec.ended;
	if (spec.adapted !== undefined) registered.adapted = spec.adapted;
	if (spec.wrongId !== undefined) registered.wrongId = spec.wrongId;
	world.vehicles.push(registered);
	return registered;
}

function plateTypeOf(type: string): string {
	if (/拖拉机|收割机/.test(type)) return "拖拉机和联合收割机号牌";
	if (/摩托/.test(type)) return "普通摩托车";
	if (/重型|中型|大型/.test(type)) return "大型汽车";
	if (/电动自行车/.test(type)) return "电动自行车";
	return "小型汽车";
}

import type { Day } from "../base/day.ts";
import type {
	Company,
	Officer,
	Person,
	Shareholding,
} from "../world/records.ts";
import type { World } from "../world/world.ts";

/** How somebody stands to a company on a day (rulings, 控制与受益): the two ways of counting side by side. */
export interface Stake {
	/** By holdings of a half and more on every step, or as legal representative, executive director or manager. */
	control: boolean;
	/** Director, supervisor or manager of the company itself. */
	office: boolean;
	/** The part of the benefit, along all ways. */
	benefit: number;
}

const depthLimit = 5;
const inCharge = /执行董事|(^|兼|、)总?经理/;

/** Who stands behind companies. */
export class Stakes {
	readonly #shares = new Map<Company, Shareholding[]>();
	readonly #officers = new Map<Company, Officer[]>();
	readonly #known = new Map<Company, Map<Day, Map<Person, Stake>>>();

	constructor(world: World) {
		for (const share of world.shareholdings)
			push(this.#shares, share.company, share);
		for (const officer of world.officers)
			push(this.#officers, officer.company, officer);
	}

	/** Everybody who has anything to do with a company on a day. */
	on(which: Company, day: Day): Map<Person, Stake> {
		let days = this.#known.get(which);
		if (!days) {
			days = new Map();
			this.#known.set(which, days);
		}
		let known = days.get(day);
		if (!known) {
			known = this.#look(which, day);
			days.set(day, known);
		}
		return known;
	}

	/** Whose company it is: by control, by office, or by a tenth of the benefit. */
	behind(which: Company, day: Day): Map<Person, Stake> {
		return new Map([...this.on(which, day)].filter(([, stake]) => own(stake)));
	}

	/** The facts by which somebody has to do with a company on a day, also by way of others. */
	proof(
		which: Company,
		person: Person,
		day: Day,
		depth = depthLimit,
	): object[] {
		if (depth === 0) return [];
		const rows: object[] = which.legalRep === person ? [which] : [];
		for (const officer of this.#officers.get(which) ?? [])
			if (officer.person === person && active(officer.from, officer.to, day))
				rows.push(officer);
		for (const share of this.#holders(which, day)) {
			if (share.holder === person) rows.push(share);
			if (!("uscc" in share.holder)) continue;
			const above = this.proof(share.holder, person, day, depth - 1);
			if (above.length > 0) rows.push(share, ...above);
		}
		return rows;
	}

	/** The days on which anything may change about who stands behind a company. */
	days(which: Company, depth = depthLimit): Day[] {
		if (depth === 0) return [];
		const shares = this.#shares.get(which) ?? [];
		return [
			which.established,
			endOf(which),
			...[...shares, ...(this.#officers.get(which) ?? [])].flatMap(
				({ from, to }) => [from, to],
			),
			...shares.flatMap(({ holder }) =>
				"uscc" in holder ? this.days(holder, depth - 1) : [],
			),
		].filter((day) => day !== undefined);
	}

	#look(which: Company, day: Day): Map<Person, Stake> {
		const found = new Map<Person, Stake>();
		const at = (person: Person): Stake => {
			let stake = found.get(person);
			if (!stake) {
				stake = { control: false, office: false, benefit: 0 };
				found.set(person, stake);
			}
			return stake;
		};
		for (const person of this.#controllers(which, day, depthLimit))
			at(person).control = true;
		for (const officer of this.#officers.get(which) ?? [])
			if (active(officer.from, officer.to, day) && standing(which, day))
				at(officer.person).office = true;
		for (const [person, part] of this.#benefits(which, day, depthLimit))
			at(person).benefit += part;
		return found;
	}

	#holders(which: Company, day: Day): Shareholding[] {
		if (!standing(which, day)) return [];
		return (this.#shares.get(which) ?? []).filter((share) =>
			active(share.from, share.to, day),
		);
	}

	/** Up the chains of holdings of a half and more. */
	#controllers(which: Company, day: Day, depth: number): Person[] {
		if (depth === 0 || !standing(which, day)) return [];
		const found = [which.legalRep];
		for (const officer of this.#officers.get(which) ?? [])
			if (
				inCharge.test(officer.position) &&
				active(officer.from, officer.to, day)
			)
				found.push(officer.person);
		for (const { holder, share } of this.#holders(which, day)) {
			if (share < 5000) continue;
			if ("uscc" in holder)
				found.push(...this.#controllers(holder, day, depth - 1));
			else found.push(holder);
		}
		return found;
	}

	#benefits(which: Company, day: Day, depth: number): Map<Person, number> {
		const sums = new Map<Person, number>();
		if (depth === 0) return sums;
		for (const { holder, share } of this.#holders(which, day)) {
			const part = share / 10_000;
			if ("uscc" in holder)
				for (const [person, theirs] of this.#benefits(holder, day, depth - 1))
					sums.set(person, (sums.get(person) ?? 0) + part * theirs);
			else sums.set(holder, (sums.get(holder) ?? 0) + part);
		}
		return sums;
	}
}

export function own({ control, office, benefit }: Stake): boolean {
	return control || office || benefit >= 0.1 - 1e-9;
}

/**
 * Why a hit on a company is set aside whoever stands behind it: a village's collective (F09), or what is
 * listed or the state's and in nobody's control (F07).
 */
export function excused(
	which: Company,
	control: boolean,
): "F09" | "F07" | undefined {
	if (which.uscc.startsWith("N2")) return "F09";
	return which.ownership && !control ? "F07" : undefined;
}

export function active(from: Day, to: Day | undefined, day: Day): boolean {
	return from <= day && (to === undefined || day < to);
}

/** Founded, and not yet deregistered; a revoked company stands until it is. */
export function standing(which: Company, day: Day): boolean {
	return active(which.established, endOf(which), day);
}

export function endOf(which: Company): Day | undefined {
	return which.status === "注销" ? which.statusDate : undefined;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
	const known = map.get(key);
	if (known) known.push(value);
	else map.set(key, [value]);
}
